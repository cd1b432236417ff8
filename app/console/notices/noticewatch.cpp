// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/noticewatch.h"

namespace quntai {

void NoticeWatch::begin(const State &state, const UserId &me)
{
    m_me = me;
    m_known.clear();
    m_connectors.clear();
    for (const auto &topic : state.topics)
        m_known.insert(topic.id, knownOf(topic));
    for (auto it = state.connectors.cbegin(); it != state.connectors.cend(); ++it)
        m_connectors.insert(it.key(), it->state);
}

NoticeWatch::Known NoticeWatch::knownOf(const Topic &topic)
{
    return {topic.offer ? topic.offer->user : UserId{}, topic.lease ? topic.lease->user : UserId{},
            topic.escalation ? topic.escalation->at : Instant{}};
}

/** At most one per topic and frame: the most pressing. */
std::optional<NoticeKind> NoticeWatch::news(const Known &before, const Topic &now) const
{
    const auto after = knownOf(now);
    if (after.offeredTo == m_me && before.offeredTo != m_me)
        return NoticeKind::Offered;
    const bool waits = now.state == TopicState::Escalated && after.heldBy.isEmpty();
    if (waits && after.escalatedAt != before.escalatedAt)
        return NoticeKind::Escalated;
    if (before.heldBy == m_me && !after.heldBy.isEmpty() && after.heldBy != m_me)
        return NoticeKind::TakenAway;
    return std::nullopt;
}

std::optional<NoticeKind> NoticeWatch::news(const State &state, const Message &message) const
{
    if (message.internal)
        return message.whisperTo == m_me ? std::optional(NoticeKind::Whispered) : std::nullopt;
    const auto topic = state.topics.constFind(message.topic);
    const bool mine = topic != state.topics.cend() && topic->lease && topic->lease->user == m_me;
    const bool asked = message.author.kind == AuthorKind::Member && !message.folded;
    return mine && asked ? std::optional(NoticeKind::Answered) : std::nullopt;
}

Notice NoticeWatch::about(const State &state, NoticeKind kind, const Topic &topic)
{
    return {kind, topic.id, topic.group, state.groups.value(topic.group).info.name,
            topic.askerName, topic.title};
}

QList<Notice> NoticeWatch::take(const State &state, const Changes &changes)
{
    QList<Notice> notices;
    for (const auto &id : changes.topics) {
        const auto topic = state.topics.constFind(id);
        if (topic == state.topics.cend()) {
            m_known.remove(id);
            continue;
        }
        if (const auto kind = news(m_known.value(id), *topic)) {
            notices.append(about(state, *kind, *topic));
            if (*kind == NoticeKind::TakenAway)
                notices.last().who = topic->lease->name;
        }
        m_known.insert(id, knownOf(*topic));
    }
    for (const auto &message : changes.added) {
        const auto kind = news(state, *message);
        if (!kind)
            continue;
        notices.append({*kind, message->topic, message->group,
                        state.groups.value(message->group).info.name, message->author.name,
                        message->text});
    }
    for (const auto &message : changes.changed) {
        const bool lost = message->delivery == Delivery::Failed
            || message->delivery == Delivery::Unknown;
        const bool mine = message->author.kind == AuthorKind::Agent
            && message->author.id == m_me.value;
        if (!lost || !mine || m_lost.contains(message->id))
            continue;
        m_lost.insert(message->id);
        notices.append({NoticeKind::NotSent, message->topic, message->group,
                        state.groups.value(message->group).info.name, {}, message->text});
    }
    for (auto it = state.connectors.cbegin(); changes.connectors && it != state.connectors.cend();
         ++it) {
        const bool down = it->state == ConnectorState::Down || it->state == ConnectorState::Replaced;
        if (down && m_connectors.value(it.key(), it->state) == ConnectorState::Connected)
            notices.append({NoticeKind::ConnectorDown, {}, {}, it->account, {}, {}});
        m_connectors.insert(it.key(), it->state);
    }
    return notices;
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
