// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/pagecommands.h"
#include "widgets/composer/helpline.h"
#include "widgets/handover/helppanel.h"

namespace quntai {

class ActionRegistry;
class DeskPage;
class ThemeHost;

/** Help at the desk: asking supervisors, inviting colleagues, and what those who help can do. The
 * group sees nothing of it. GUI thread. */
class HelpDesk : public PageCommands
{
    Q_OBJECT
public:
    /** All outlive it. */
    HelpDesk(ThemeHost &host, DeskPage &page, Session &session, QObject *parent = nullptr);

    /** Once: what can be done here by name or key. */
    void addActions(ActionRegistry &registry);

    void open(HelpPanel::Kind kind);
    /** What is written in the editor goes to the holder alone, and out of the editor. */
    void whisper();

private:
    Topic topic() const;
    QString whyNotHolder() const;
    QString whyNotWhisper() const;
    HelpPanel &panel();
    void refreshPeople();
    void run(HelpVerb verb, const UserId &user);
    void attend(GuestState state, const UserId &user = {});
    QList<HelpPanel::Person> peopleWho(const std::function<bool(const User &)> &may) const;

    ThemeHost &m_host;
    DeskPage &m_page;
    HelpPanel *m_panel = nullptr;
};

} // namespace quntai
