// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/noticewatch.h"

#include <algorithm>

namespace quntai {

void NoticeWatch::begin(const State &state, const UserId &me)
{
    m_me = me;
    m_role = state.users.value(me).role;
    m_known.clear();
    m_connectors.clear();
    m_spreads.clear();
    m_overdue.clear();
    for (const auto &promise : state.promises) {
        if (promise.overdueAt.isSet())
            m_overdue.insert(promise.id, promise.overdueAt);
    }
    for (const auto &group : state.groups)
        noteAlerts(group);
    for (const auto &topic : state.topics)
        m_known.insert(topic.id, knownOf(topic));
    for (auto it = state.connectors.cbegin(); it != state.connectors.cend(); ++it)
        m_connectors.insert(it.key(), it->state);
}

NoticeWatch::Known NoticeWatch::knownOf(const Topic &topic) const
{
    const auto *guest = guestOf(topic, m_me);
    return {topic.offer ? topic.offer->user : UserId{},
            topic.lease ? topic.lease->user : UserId{},
            topic.escalation ? topic.escalation->at : Instant{},
            topic.version,
            topic.sla,
            isAsked(topic, m_me, m_role) ? topic.help->at : Instant{},
            guest && guest->state == GuestState::Invited};
}

/** At most one per topic and frame: the most pressing. */
std::optional<NoticeKind> NoticeWatch::news(const Known &before, const Topic &now) const
{
    const auto after = knownOf(now);
    if (after.offeredTo == m_me && before.offeredTo != m_me)
        return NoticeKind::Offered;
    if (after.askedAt.isSet() && after.askedAt != before.askedAt)
        return NoticeKind::Asked;
    if (after.invited && !before.invited)
        return NoticeKind::Invited;
    const bool waits = now.state == TopicState::Escalated && after.heldBy.isEmpty();
    if (waits && after.escalatedAt != before.escalatedAt)
        return NoticeKind::Escalated;
    if (before.heldBy == m_me && !after.heldBy.isEmpty() && after.heldBy != m_me)
        return NoticeKind::TakenAway;
    if (after.heldBy == m_me && after.sla != before.sla && !after.sla.isEmpty())
        return after.sla.last().state == SlaState::Breached ? NoticeKind::Breached
                                                            : NoticeKind::AtRisk;
    return std::nullopt;
}

/** What the customer wrote since in a topic this person held and holds; the newest. Looked for by
 * topic, for a message may be linked to it some time after it came. */
MessagePtr NoticeWatch::question(const State &state, const Known &before, const Topic &now) const
{
    const bool mine = before.heldBy == m_me && now.lease && now.lease->user == m_me;
    if (!mine || now.version <= before.version)
        return nullptr;
    const auto group = state.groups.constFind(now.group);
    for (qsizetype at = group == state.groups.cend() ? 0 : group->recent.size(); at > 0; --at) {
        const auto &message = group->recent.at(at - 1);
        if (message->seq <= before.version)
            break;
        if (message->topic == now.id && message->author.kind == AuthorKind::Member
            && !message->folded)
            return message;
    }
    return nullptr;
}

Notice NoticeWatch::about(const State &state, NoticeKind kind, const Topic &topic)
{
    return {kind, topic.id, topic.group, state.groups.value(topic.group).info.name,
            topic.askerName, topic.title};
}

Notice NoticeWatch::about(const State &state, NoticeKind kind, const Message &message)
{
    return {kind, message.topic, message.group, state.groups.value(message.group).info.name,
            message.author.name, message.text};
}

QList<Notice> NoticeWatch::take(const State &state, const Changes &changes)
{
    QList<Notice> notices;
    if (!changes.people.isEmpty())
        m_role = state.users.value(m_me).role;
    for (const auto &id : changes.topics) {
        if (const auto topic = state.topics.constFind(id); topic != state.topics.cend())
            takeTopic(state, *topic, notices);
        else
            m_known.remove(id);
    }
    for (const auto &group : changes.groups)
        takeAlerts(state, group, notices);
    takeMessages(state, changes, notices);
    takePromises(state, changes, notices);
    if (changes.connectors)
        takeConnectors(state, notices);
    return notices;
}

void NoticeWatch::takeTopic(const State &state, const Topic &topic, QList<Notice> &notices)
{
    const auto before = m_known.value(topic.id);
    if (const auto kind = news(before, topic)) {
        notices.append(about(state, *kind, topic));
        if (*kind == NoticeKind::TakenAway)
            notices.last().who = topic.lease->name;
        nameHelp(topic, notices.last());
    } else if (const auto asked = question(state, before, topic)) {
        notices.append(about(state, NoticeKind::Answered, *asked));
    }
    m_known.insert(topic.id, knownOf(topic));
}

/** Who asks or invites, and what they say. */
void NoticeWatch::nameHelp(const Topic &topic, Notice &notice) const
{
    if (notice.kind == NoticeKind::Asked) {
        notice.who = topic.help->name;
        notice.words = topic.help->question;
    } else if (notice.kind == NoticeKind::Invited) {
        const auto *guest = guestOf(topic, m_me);
        notice.who = guest->byName;
        notice.words = guest->note.isEmpty() ? topic.title : guest->note;
    }
}

void NoticeWatch::takeMessages(const State &state, const Changes &changes, QList<Notice> &notices)
{
    for (const auto &message : changes.added) {
        if (message->internal && !message->whisperTo.isEmpty() && message->whisperTo == m_me)
            notices.append(about(state, NoticeKind::Whispered, *message));
    }
    for (const auto &message : changes.changed) {
        const bool lost = message->delivery == Delivery::Failed
            || message->delivery == Delivery::Unknown;
        const bool mine = message->author.kind == AuthorKind::Agent
            && message->author.id == m_me.value;
        if (!lost || !mine || m_lost.contains(message->id))
            continue;
        m_lost.insert(message->id);
        notices.append(about(state, NoticeKind::NotSent, *message));
        notices.last().who.clear(); // it is oneself
    }
}

void NoticeWatch::noteAlerts(const GroupState &group)
{
    if (group.alerts.isEmpty())
        m_spreads.remove(group.info.id);
    else
        m_spreads.insert(group.info.id, group.alerts.constFirst().at);
}

/** Who watches over groups, and who has one of the topics. */
bool NoticeWatch::concerns(const State &state, const Alert &alert) const
{
    const auto role = state.users.value(m_me).role;
    return role == Role::Supervisor || role == Role::Admin
        || std::ranges::any_of(alert.topics, [&](const TopicId &id) {
               const auto topic = state.topics.constFind(id);
               return topic != state.topics.cend() && topic->lease && topic->lease->user == m_me;
           });
}

void NoticeWatch::takeAlerts(const State &state, const GroupId &id, QList<Notice> &notices)
{
    const auto group = state.groups.constFind(id);
    if (group == state.groups.cend())
        return;
    for (const auto &alert : group->alerts) {
        if (m_spreads.value(id) == alert.at || !concerns(state, alert))
            continue;
        const auto topic = alert.topics.value(0);
        notices.append({NoticeKind::Spread, topic, id, group->info.name, alert.startedByName,
                        state.topics.value(topic).title});
    }
    noteAlerts(*group);
}

void NoticeWatch::takeConnectors(const State &state, QList<Notice> &notices)
{
    for (auto it = state.connectors.cbegin(); it != state.connectors.cend(); ++it) {
        const bool down = it->state == ConnectorState::Down || it->state == ConnectorState::Replaced;
        if (down && m_connectors.value(it.key(), it->state) == ConnectorState::Connected)
            notices.append({NoticeKind::ConnectorDown, {}, {}, it->account, {}, {}});
        m_connectors.insert(it.key(), it->state);
    }
}

/** Of those this person has to see to: who made them, or has their topic. */
void NoticeWatch::takePromises(const State &state, const Changes &changes, QList<Notice> &notices)
{
    for (const auto &id : changes.promises) {
        const auto promise = state.promises.constFind(id);
        if (promise == state.promises.cend() || !promise->overdueAt.isSet()) {
            m_overdue.remove(id);
            continue;
        }
        const bool told = m_overdue.value(id) == promise->overdueAt;
        m_overdue.insert(id, promise->overdueAt);
        if (told || promise->state != PromiseState::Open || keeperOf(state, *promise) != m_me)
            continue;
        notices.append({NoticeKind::PromiseOverdue, promise->topic, promise->group,
                        state.groups.value(promise->group).info.name,
                        state.topics.value(promise->topic).askerName, promise->text});
    }
}

bool stillPresses(const State &state, const UserId &me, const Notice &notice)
{
    const auto topic = state.topics.constFind(notice.topic);
    const bool known = topic != state.topics.cend();
    switch (notice.kind) {
    case NoticeKind::Offered: return known && topic->offer && topic->offer->user == me;
    case NoticeKind::Escalated: // an offer somebody lets lapse deals with nothing
        return known && !topic->lease && !isLater(*topic)
            && (topic->state == TopicState::Escalated || topic->state == TopicState::Offered);
    case NoticeKind::Asked: return known && isAsked(*topic, me, state.users.value(me).role);
    case NoticeKind::Invited: return known && guestOf(*topic, me) && !isGuest(*topic, me);
    case NoticeKind::Spread: return !state.groups.value(notice.group).alerts.isEmpty();
    default: return false;
    }
}

int waitingFor(const State &state, const UserId &me)
{
    int count = 0;
    for (const auto &topic : state.topics) {
        const bool offered = topic.offer && topic.offer->user == me;
        const bool owed = topic.lease && topic.lease->user == me && topic.waitingSince.isSet();
        count += offered || owed ? 1 : 0;
    }
    return count;
}

} // namespace quntai
