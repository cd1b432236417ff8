// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/helpdesk.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "widgets/common/words/refusals.h"
#include "widgets/composer/colleagueline.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/ownershipbar.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

bool supervises(Role role)
{
    return role == Role::Supervisor || role == Role::Admin;
}

bool worksIn(const User &user, const GroupId &group)
{
    return user.role == Role::Admin || user.groups.isEmpty() || user.groups.contains(group);
}

/** Who is at work first, then by name. */
auto orderOf(const HelpPanel::Person &person)
{
    const int rank = person.status == AgentStatus::Online ? 0
        : person.status == AgentStatus::Away              ? 1
                                                          : 2;
    return std::tuple{rank, person.name, person.user};
}

} // namespace

HelpDesk::HelpDesk(ThemeHost &host, DeskPage &page, Session &session, QObject *parent)
    : PageCommands(session, parent), m_host(host), m_page(page)
{
    auto &reply = page.reply();
    connect(&reply.help(), &HelpLine::wanted, this, &HelpDesk::run);
    connect(&reply.ownership(), &OwnershipBar::helpWanted, this,
            [this] { open(HelpPanel::Kind::Ask); });
    connect(this, &PageCommands::refused, &page, &DeskPage::showRefusal);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        const bool touched = !changes.people.isEmpty() || changes.topics.contains(m_page.topic());
        if (m_panel && m_panel->isVisible() && touched)
            refreshPeople();
    });
}

Topic HelpDesk::topic() const
{
    return session().state().topics.value(m_page.topic());
}

QString HelpDesk::whyNotHolder() const
{
    const auto value = topic();
    if (value.id.isEmpty())
        return tr("Choose a topic first");
    const bool mine = value.lease && value.lease->user == session().me();
    return mine ? QString() : tr("Take the topic over first");
}

QString HelpDesk::whyNotWhisper() const
{
    const auto value = topic();
    if (value.id.isEmpty())
        return tr("Choose a topic first");
    if (!value.lease || value.lease->user == session().me())
        return tr("No colleague holds this topic");
    if (!supervises(session().myRole()) && !isGuest(value, session().me()))
        return tr("Only a supervisor or a guest of the topic whispers");
    return {};
}

void HelpDesk::addActions(ActionRegistry &registry)
{
    const auto group = tr("Help");
    const auto notHolder = [this] { return whyNotHolder(); };
    registry.add({u"desk.ask"_s, tr("Ask a supervisor"), group, Icon::Flag,
                  {QKeySequence(Qt::Key_F7)}, [this] { open(HelpPanel::Kind::Ask); }, notHolder,
                  &m_page});
    registry.add({u"desk.invite"_s, tr("Invite a colleague"), group, Icon::People,
                  {QKeySequence(Qt::SHIFT | Qt::Key_F7)},
                  [this] { open(HelpPanel::Kind::Invite); }, notHolder, &m_page});
    registry.add({u"desk.useDraft"_s, tr("Put a colleague's words into the reply"), group,
                  Icon::Edit, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
                  [this] { m_page.reply().colleagues().useFirst(); }, notHolder, &m_page});
    registry.add({u"desk.whisper"_s, tr("Whisper what is written to the holder"), group,
                  Icon::Whisper, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)},
                  [this] { whisper(); }, [this] { return whyNotWhisper(); }, &m_page});
}

void HelpDesk::open(HelpPanel::Kind kind)
{
    if (!whyNotHolder().isEmpty())
        return;
    panel();
    refreshPeople();
    m_panel->open(topic(), kind, &m_page.reply().ownership());
}

/** Floats above the reply and keeps what was typed in it. */
HelpPanel &HelpDesk::panel()
{
    if (m_panel)
        return *m_panel;
    m_panel = new HelpPanel(m_host, &m_page);
    const auto sent = [this](const Result<> &kept) {
        if (kept)
            m_panel->sent();
        else
            m_panel->setProblem(refusalText(kept.error()));
    };
    const auto fence = [this] {
        const auto lease = topic().lease;
        return lease ? lease->fence : 0;
    };
    connect(m_panel, &HelpPanel::askEntered, this,
            [this, sent, fence](const TopicId &id, const UserId &to, const QString &question) {
                submit(AskSupervisor{id, fence(), question, to}, sent);
            });
    connect(m_panel, &HelpPanel::inviteEntered, this,
            [this, sent, fence](const TopicId &id, const UserId &user, const QString &note) {
                submit(InviteColleague{id, fence(), user, note}, sent);
            });
    connect(m_panel, &AnchoredPopup::dismissed, &m_page.reply().composer(),
            &Composer::focusEditor);
    Q_EMIT m_page.partMade(*m_panel);
    return *m_panel;
}

QList<HelpPanel::Person> HelpDesk::peopleWho(const std::function<bool(const User &)> &may) const
{
    const auto &state = session().state();
    const auto group = topic().group;
    QList<HelpPanel::Person> people;
    for (const auto &user : state.users) {
        if (!user.disabled && user.id != session().me() && worksIn(user, group) && may(user))
            people.append({user.id, user.name, state.presence.value(user.id).status});
    }
    std::ranges::sort(people, {}, orderOf);
    return people;
}

void HelpDesk::refreshPeople()
{
    const auto value = topic();
    m_panel->setPeople(
        peopleWho([](const User &user) { return supervises(user.role); }),
        peopleWho([&](const User &user) {
            return user.role != Role::Editor && !guestOf(value, user.id);
        }));
}

void HelpDesk::attend(GuestState state, const UserId &user)
{
    submit(AttendTopic{m_page.topic(), state, user});
}

void HelpDesk::run(HelpVerb verb, const UserId &user)
{
    switch (verb) {
    case HelpVerb::Withdraw:
    case HelpVerb::Settle: return submit(EndAsking{m_page.topic()});
    case HelpVerb::LetGo: return attend(GuestState::Left, user);
    case HelpVerb::Whisper: return whisper();
    case HelpVerb::Join: return attend(GuestState::Joined);
    case HelpVerb::Decline: return attend(GuestState::Declined);
    case HelpVerb::Leave: return attend(GuestState::Left);
    }
}

void HelpDesk::whisper()
{
    auto &composer = m_page.reply().composer();
    const auto text = composer.text().trimmed();
    composer.focusEditor();
    if (text.isEmpty()) {
        composer.setProblem(tr("Write here what only the holder shall read, then whisper it."));
        return;
    }
    const auto id = m_page.topic();
    const auto kept = [this, id](const Result<> &result) {
        m_page.reply().privateKept(id, result);
    };
    if (supervises(session().myRole()))
        submit(Whisper{id, text}, kept);
    else
        submit(GuestWhisper{id, text}, kept);
}

} // namespace quntai
