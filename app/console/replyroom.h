// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QVBoxLayout;
class QWidget;

namespace quntai {

class Checklist;
class ColleagueLine;
class Composer;
class OwnershipBar;
class SuggestionBar;

/** Shares the height of the desk's middle column between the stream and its foot: the stream keeps
 * 47 % of it at the least, as long as nobody asks for more by hand. Where everything open would
 * take more, the steps fold to one line, then the suggestions do, and then the editor grows less.
 *
 * On a wide screen the foot ends where the texts of the stream end. Watches the widget the foot
 * stands in; without one there is room for everything. GUI thread.
 */
class ReplyRoom : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        OwnershipBar *ownership;
        SuggestionBar *suggestions;
        Checklist *checklist;
        ColleagueLine *colleagues;
        Composer *composer;
        QList<const QWidget *> lines = {};  //!< that come and go; their height is what they ask for
    };

    /** foot is its parent; rows is the layout of what ends where the texts do. */
    ReplyRoom(const Parts &parts, QVBoxLayout *rows, QWidget *foot);

    /** What stands in the foot, or what is written in it, has changed. */
    void settle();

    /** Of the column's height. */
    static constexpr int streamPermille = 470;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int room() const;
    void fit(int room);
    void widen();

    Parts m_parts;
    QVBoxLayout *m_rows;
    QWidget *m_foot;
};

} // namespace quntai
