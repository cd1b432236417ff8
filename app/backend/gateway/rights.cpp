// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/rights.h"

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr auto no = Access::None;
constexpr auto own = Access::OwnGroups;
constexpr auto any = Access::Everywhere;

// method, agent, supervisor, editor, admin
constexpr auto methodTable = std::to_array<MethodRight>({
    {"session.hello", any, any, any, any},
    {"session.refresh", any, any, any, any},
    {"session.ping", any, any, any, any},
    {"session.bye", any, any, any, any},
    {"feed.open", any, any, any, any},
    {"history.page", own, own, own, any},
    {"search.query", own, own, own, any},
    {"customer.refresh", own, own, no, any},
    {"customer.topics", own, own, no, any},
    {"knowledge.history", any, any, any, any},
    {"knowledge.test", no, any, any, any},
    {"flow.preview", no, own, own, any},
    {"audit.verify", no, no, no, any},
    {"report.query", no, own, own, any},
    {"report.topics", no, own, own, any},
    {"policy.get", any, any, any, any},
    {"topic.claim", own, own, no, any},
    {"topic.renew", own, own, no, any},
    {"topic.release", own, own, no, any},
    {"topic.snooze", own, own, no, any},
    {"topic.hold", own, own, no, any},
    {"topic.transfer", own, own, no, any},
    {"topic.handback", own, own, no, any},
    {"topic.resolve", own, own, no, any},
    {"topic.reopen", own, own, no, any},
    {"topic.relink", own, own, no, any},
    {"topic.split", own, own, no, any},
    {"topic.merge", own, own, no, any},
    {"topic.unmerge", own, own, no, any},
    {"topic.unlink", own, own, no, any},
    {"topic.note", own, own, own, any},
    {"topic.tick", own, own, no, any},
    {"topic.ask", own, own, no, any},
    {"topic.unask", own, own, no, any},
    {"topic.invite", own, own, no, any},
    {"topic.attend", own, own, no, any},
    {"guest.whisper", own, own, no, any},
    {"suggestion.judge", own, own, no, any},
    {"satisfaction.mark", own, own, no, any},
    {"promise.put", own, own, no, any},
    {"promise.settle", own, own, no, any},
    {"message.send", own, own, no, any},
    {"message.correct", own, own, own, any},
    {"message.recall", own, own, no, any},
    {"message.retry", own, own, no, any},
    {"draft.put", own, own, no, any},
    {"review.approve", own, own, no, any},
    {"review.edit", own, own, no, any},
    {"review.reject", own, own, no, any},
    {"fold.judge", own, own, no, any},
    {"gap.dispose", no, any, any, any},
    {"knowledge.put", no, any, any, any},
    {"knowledge.submit", no, any, any, any},
    {"knowledge.publish", no, any, any, any},
    {"knowledge.discard", no, any, any, any},
    {"knowledge.import", no, any, any, any},
    {"knowledge.accept", no, any, any, any},
    {"knowledge.undo", no, any, any, any},
    {"lesson.undo", no, any, any, any},
    {"knowledge.retire", no, any, any, any},
    {"knowledge.restore", no, any, any, any},
    {"canned.put", no, any, any, any},
    {"policy.put", no, any, no, any},
    {"flow.put", no, any, any, any},
    {"bot.stop", no, any, no, any},
    {"agent.status", any, any, any, any},
    {"supervise.whisper", no, own, no, any},
    {"supervise.reassign", no, own, no, any},
    {"supervise.force", no, own, no, any},
    {"group.put", no, own, no, any},
    {"data.erase", no, no, no, any},
    {"user.put", no, no, no, any},
});

struct EventRight
{
    std::string_view type;
    bool agent;
    bool supervisor;
    bool editor;
    bool admin;
};

// Events of a group are seen by those who see the group. Data of customers is none of an editor's
// business; what only the backend needs (timers, marks) is not sent at all.
constexpr auto eventTable = std::to_array<EventRight>({
    {"group.changed", true, true, true, true},
    {"member.changed", true, true, true, true},
    {"customer.changed", true, true, false, true},
    {"customer.checked", true, true, false, true},
    {"ticket.changed", true, true, false, true},
    {"message.received", true, true, true, true},
    {"message.attached", true, true, true, true},
    {"message.read", true, true, true, true},
    {"message.queued", true, true, true, true},
    {"message.delayed", true, true, true, true},
    {"message.sent", true, true, true, true},
    {"message.failed", true, true, true, true},
    {"message.unknown", true, true, true, true},
    {"message.recalled", true, true, true, true},
    {"topic.opened", true, true, true, true},
    {"topic.linked", true, true, true, true},
    {"topic.unlinked", true, true, true, true},
    {"topic.state", true, true, true, true},
    {"verdict.reached", true, true, true, true},
    {"draft.made", true, true, true, true},
    {"draft.withdrawn", true, true, true, true},
    {"fold.sampled", true, true, true, true},
    {"fold.judged", true, true, true, true},
    {"alert.raised", true, true, true, true},
    {"alert.cleared", true, true, true, true},
    {"gap.changed", false, true, true, true},
    {"escalation.raised", true, true, true, true},
    {"escalation.cleared", true, true, true, true},
    {"lease.offered", true, true, true, true},
    {"lease.granted", true, true, true, true},
    {"lease.renewed", true, true, true, true},
    {"lease.ended", true, true, true, true},
    {"lease.missed", true, true, true, true},
    {"topic.snoozed", true, true, true, true},
    {"topic.on_hold", true, true, true, true},
    {"sla.warning", true, true, true, true},
    {"sla.breached", true, true, true, true},
    {"satisfaction.asked", true, true, true, true},
    {"satisfaction.given", true, true, true, true},
    {"promise.made", true, true, true, true},
    {"promise.changed", true, true, true, true},
    {"promise.settled", true, true, true, true},
    {"promise.overdue", true, true, true, true},
    {"note.added", true, true, true, true},
    {"step.ticked", true, true, true, true},
    {"help.asked", true, true, true, true},
    {"help.ended", true, true, true, true},
    {"guest.changed", true, true, true, true},
    {"suggestion.judged", true, true, true, true},
    {"presence.changed", true, true, true, true},
    {"knowledge.changed", true, true, true, true},
    {"knowledge.drafted", true, true, true, true},
    {"knowledge.accepted", true, true, true, true},
    {"lesson.taught", true, true, true, true},
    {"lesson.undone", true, true, true, true},
    {"model.activated", false, true, true, true},
    {"canned.changed", true, true, true, true},
    {"policy.changed", true, true, true, true},
    {"flow.changed", true, true, true, true},
    {"flow.fired", true, true, true, true},
    {"lookup.asked", true, true, true, true},
    {"lookup.done", true, true, true, true},
    {"user.changed", true, true, true, true},
    {"connector.changed", true, true, true, true},
    {"connector.gap", true, true, true, true},
    {"timer.fired", false, false, false, false},
    {"clock.stepped", false, false, false, false},
    {"control.applied", false, false, false, false},
    {"data.erased", true, true, true, true},
});

constexpr const MethodRight *rowOf(std::string_view method)
{
    const auto *found = std::ranges::find(methodTable, method, &MethodRight::method);
    return found == methodTable.end() ? nullptr : found;
}

constexpr const EventRight *eventRowOf(std::string_view type)
{
    const auto *found = std::ranges::find(eventTable, type, &EventRight::type);
    return found == eventTable.end() ? nullptr : found;
}

template <std::size_t... I>
constexpr bool everyCommandHasARow(std::index_sequence<I...>)
{
    return ((rowOf(std::variant_alternative_t<I, CommandVariant>::method) != nullptr) && ...);
}
static_assert(everyCommandHasARow(std::make_index_sequence<std::variant_size_v<CommandVariant>>{}),
              "a command needs a row in the authorisation matrix");

template <std::size_t... I>
constexpr bool everyEventHasARow(std::index_sequence<I...>)
{
    return ((eventRowOf(std::variant_alternative_t<I, EventVariant>::type) != nullptr) && ...);
}
static_assert(everyEventHasARow(std::make_index_sequence<std::variant_size_v<EventVariant> - 1>{}),
              "an event needs a row: who may see it");

template <class Row>
auto cellOf(const Row &row, Role role)
{
    switch (role) {
    case Role::Agent: return row.agent;
    case Role::Supervisor: return row.supervisor;
    case Role::Editor: return row.editor;
    case Role::Admin: return row.admin;
    }
    return decltype(row.agent){};
}

std::unexpected<Error> unknown(const char *what)
{
    return failure(ErrorKind::NotFound, u"This %1 does not exist (any more)"_s
                                            .arg(QLatin1StringView(what)));
}

/** The groups a command touches. */
class GroupsOf
{
public:
    explicit GroupsOf(const State &state) : m_state(state) {}

    template <class T>
    Result<QList<GroupId>> operator()(const T &data)
    {
        QList<GroupId> groups;
        Result<> done;
        if constexpr (requires { { data.topic } -> std::convertible_to<TopicId>; })
            done = addTopic(data.topic, groups);
        if constexpr (requires { { data.into } -> std::convertible_to<TopicId>; })
            done = done.and_then([&] { return addTopic(data.into, groups); });
        if constexpr (requires { { data.draft } -> std::convertible_to<DraftId>; })
            done = done.and_then([&] { return addDraft(data.draft, groups); });
        if constexpr (requires { { data.group } -> std::convertible_to<GroupId>; })
            done = done.and_then([&] { return addGroup(data.group, groups); });
        return done.transform([&] { return groups; });
    }

private:
    Result<> addTopic(const TopicId &id, QList<GroupId> &groups) const
    {
        const auto topic = m_state.topics.constFind(id);
        if (topic == m_state.topics.cend())
            return unknown("topic");
        groups.append(topic->group);
        return {};
    }

    Result<> addDraft(const DraftId &id, QList<GroupId> &groups) const
    {
        const auto draft = m_state.drafts.constFind(id);
        if (draft == m_state.drafts.cend())
            return unknown("draft");
        return addTopic(draft->topic, groups);
    }

    Result<> addGroup(const GroupId &id, QList<GroupId> &groups) const
    {
        if (!m_state.groups.contains(id))
            return unknown("group");
        groups.append(id);
        return {};
    }

    const State &m_state;
};

std::unexpected<Error> forbidden()
{
    return failure(ErrorKind::Forbidden, u"You may not do this here"_s);
}

} // namespace

std::span<const MethodRight> methodRights()
{
    return methodTable;
}

Access accessTo(std::string_view method, Role role)
{
    const auto *row = rowOf(method);
    return row ? cellOf(*row, role) : Access::None;
}

QStringList methodsOf(Role role)
{
    QStringList methods;
    for (const auto &row : methodTable) {
        if (cellOf(row, role) != Access::None)
            methods.append(QString::fromLatin1(row.method.data(), qsizetype(row.method.size())));
    }
    return methods;
}

Viewer::Viewer(const User &user)
    : m_user(user.id), m_role(user.role),
      m_allGroups(user.groups.isEmpty() || user.role == Role::Admin),
      m_groups(user.groups.cbegin(), user.groups.cend())
{
    QStringList groups;
    for (const auto &group : user.groups)
        groups.append(group.value);
    groups.sort();
    const auto word = wordOf(user.role);
    m_kind = QString::fromLatin1(word.data(), qsizetype(word.size())) + u'\n'
        + (m_allGroups ? QString() : groups.join(u'\n'));
}

bool Viewer::seesGroup(const GroupId &group) const
{
    return m_allGroups || group.isEmpty() || m_groups.contains(group);
}

bool Viewer::seesEvent(QStringView type, const GroupId &group) const
{
    const auto latin = type.toLatin1();
    const auto *row = eventRowOf({latin.data(), std::size_t(latin.size())});
    return row && cellOf(*row, m_role) && seesGroup(group);
}

bool Viewer::seesWhisper(const UserId &to, const Author &author) const
{
    return to.isEmpty() || seesEveryWhisper() || to == m_user
        || (author.kind == AuthorKind::Agent && author.id == m_user.value);
}

bool Viewer::seesEveryWhisper() const
{
    return m_role == Role::Supervisor || m_role == Role::Admin;
}

Result<> checkCommand(const State &state, const User &user, const CommandData &data)
{
    const auto access = std::visit(
        [&]<class T>(const T &) { return accessTo(T::method, user.role); }, data);
    if (user.disabled || access == Access::None)
        return forbidden();
    const auto groups = std::visit(GroupsOf(state), data);
    if (!groups)
        return std::unexpected(groups.error());
    const Viewer viewer(user);
    const bool all = std::ranges::all_of(
        *groups, [&](const GroupId &group) { return viewer.seesGroup(group); });
    if (access == Access::OwnGroups && !all)
        return forbidden();
    return {};
}

} // namespace quntai
