// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QListWidget>
#include <QPointer>

class QKeyEvent;

namespace quntai {

/** One line of a PickList. */
struct PickItem
{
    QString title;   //!< untrusted, as the rest
    QString detail;  //!< what would be put in; may be empty
    QString mark;    //!< at the right: what to type for it; may be empty
};

/** A short list over an editor that keeps the keyboard: while it is open, arrows choose, Enter and
 * Tab take the line, Esc closes it. A click takes a line as well. Inside the window, not modal. */
class PickList : public QListWidget
{
    Q_OBJECT
public:
    PickList(ThemeHost &host, const QString &name, QWidget *parent);

    /** The first line is chosen; with no items it closes. */
    void setItems(const QList<PickItem> &items);
    /** Its lower left corner on the editor's upper left one, where it stays. */
    void openAbove(QWidget &editor);
    /** True when the key was meant for the list, and it has acted on it. */
    bool takeKey(const QKeyEvent &event);

Q_SIGNALS:
    void picked(int index);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(int by);
    void place();
    void follow(QWidget &editor);

    ThemeHost &m_host;
    QPointer<QWidget> m_editor;  // over which it opened last
    QList<QPointer<QWidget>> m_followed;  // it, and what it moves with
};

} // namespace quntai
