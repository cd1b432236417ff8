// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ChipLabel;
class IconButton;
class PlainLabel;

/** The head over a group's stream: its name, how far the bot may act, its size, and the colleagues
 * who look at it right now. */
class GroupHead : public ThemedWidget
{
    Q_OBJECT
public:
    explicit GroupHead(ThemeHost &host, QWidget *parent = nullptr);

    void setGroup(const Group &group);
    /** Names of colleagues who view or write in one of its topics. */
    void setViewers(const QStringList &names);
    IconButton &searchButton() const { return *m_search; }
    IconButton &membersButton() const { return *m_members; }
    /** Which of the group's notifications the person wants, in words; usual: all, nothing is said. */
    void setNotices(const QString &which, bool usual);
    IconButton &noticesButton() const { return *m_notices; }
    /** Where a menu of them opens; global. */
    QPoint noticesPoint() const;

Q_SIGNALS:
    /** The person wants to choose; at: global position. */
    void noticesWanted(const QPoint &at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refreshFacts();

    Group m_group;
    QString m_wanted;   //!< empty: all
    PlainLabel *m_name;
    ChipLabel *m_mode;
    PlainLabel *m_facts;
    PlainLabel *m_viewers;
    IconButton *m_search;
    IconButton *m_notices;
    IconButton *m_members;
};

} // namespace quntai
