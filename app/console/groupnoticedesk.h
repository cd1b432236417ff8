// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/groupnotices.h"
#include "models/session/session.h"

#include <QPointer>

class QMenu;

namespace quntai {

class ActionRegistry;
class DeskPage;

/** Lets a person say, where a group is, which of its notices they want: in the menu over its stream,
 * of its tile on the wall and of its topics in the queue, and by name. GUI thread. */
class GroupNoticeDesk : public QObject
{
    Q_OBJECT
public:
    /** All outlive it. */
    GroupNoticeDesk(DeskPage &desk, Session &session, Settings &settings,
                    QObject *parent = nullptr);

    /** Once. */
    void addActions(ActionRegistry &registry);
    /** The choices, as a menu in another one. */
    void addTo(QMenu &menu, const GroupId &group);
    /** The choices alone; at: global position. */
    void openMenu(const GroupId &group, const QPoint &at);
    QMenu *menu() const { return m_menu; }

Q_SIGNALS:
    /** A person wants to see what all groups have. */
    void settingsWanted();

private:
    void fill(QMenu &menu, const GroupId &group);
    void addKinds(QMenu &menu, const GroupId &group);
    void choose(const GroupId &group, GroupNotices what);
    void toggle(const GroupId &group, NoticeKind kind, bool on);
    void refreshHead();

    DeskPage &m_desk;
    Session &m_session;
    Settings &m_settings;
    QPointer<QMenu> m_menu;
};

} // namespace quntai
