// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionRegistry;

/** One room of the window, beside the others in the rail. The window shows it, asks what it wants
 * to be told, and takes people from one room into another. */
class Page : public ThemedWidget
{
    Q_OBJECT
public:
    Page(ThemeHost &host, Session &session, QWidget *parent = nullptr)
        : ThemedWidget(host, parent), m_session(session)
    {
    }

    /** The room is on screen now; called each time. For what is fetched when it is looked at. */
    virtual void entered() {}
    /** Once: what can be done here by name or key; scope is the page. */
    virtual void addActions(ActionRegistry &) {}
    /** What waits here for this person; 0: no badge. */
    virtual int badge() const { return 0; }

Q_SIGNALS:
    void badgeChanged();
    /** Show it at the desk. */
    void topicWanted(const quntai::TopicId &topic);
    void groupWanted(const quntai::GroupId &group);
    /** Show the entry in the studio. */
    void entryWanted(const quntai::EntryId &entry);

protected:
    Session &session() const { return m_session; }

private:
    Session &m_session;
};

} // namespace quntai
