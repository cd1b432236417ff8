// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicetally.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype responsesKept = 5000;

qint64 medianOf(QList<qint64> spans)
{
    if (spans.isEmpty())
        return -1;
    const auto middle = spans.begin() + spans.size() / 2;
    std::ranges::nth_element(spans, middle);
    return *middle;
}

bool isPerson(const State &state, const Message &message)
{
    if (message.internal || message.delivery == Delivery::Recalled)
        return false;
    if (message.author.kind == AuthorKind::Agent)
        return true;
    const auto group = state.groups.constFind(message.group);
    return message.author.kind == AuthorKind::Member && group != state.groups.cend()
        && group->members.value({message.author.id}).role == MemberRole::Staff;
}

} // namespace

void ServiceTally::rebuild(const State &state, Instant now)
{
    m_ended.clear();
    for (auto at = state.topics.keyBegin(); at != state.topics.keyEnd(); ++at)
        readTopic(state, *at);
    if (!m_since.isSet())
        m_since = now;
    m_from = now;
}

void ServiceTally::take(const State &state, const Changes &changes)
{
    for (const auto &id : changes.topics)
        readTopic(state, id);
    for (const auto &message : changes.added)
        readMessage(state, *message);
    // Words from a phone come first and are linked to their topic after.
    for (const auto &message : changes.changed)
        readMessage(state, *message);
}

void ServiceTally::readTopic(const State &state, const TopicId &id)
{
    const auto topic = state.topics.constFind(id);
    const bool counts = topic != state.topics.cend() && hasEnded(*topic)
        && topic->state != TopicState::Merged;
    if (!counts)
        m_ended.remove(id);
    else
        m_ended.insert(id, {topic->endedAt,
                            topic->state == TopicState::Resolved && topic->fence == 0});
    if (topic == state.topics.cend())
        m_answered.remove(id);
}

void ServiceTally::readMessage(const State &state, const Message &message)
{
    const auto topic = state.topics.constFind(message.topic);
    if (topic == state.topics.cend() || !topic->escalation || !isPerson(state, message))
        return;
    const auto asked = topic->escalation->at;
    if (asked < m_from || message.at < asked || m_answered.value(topic->id) == asked)
        return;
    m_answered.insert(topic->id, asked);
    const bool isAgent = message.author.kind == AuthorKind::Agent;
    m_responses.append({message.at.ms - asked.ms, {isAgent ? message.author.id : QString()}});
    if (m_responses.size() > responsesKept)
        m_responses.removeFirst();
}

ServiceTally::Ended ServiceTally::endedSince(Instant from) const
{
    Ended ended;
    for (const auto &end : m_ended) {
        if (end.at < from)
            continue;
        ++ended.all;
        ended.byBot += end.byBot ? 1 : 0;
    }
    return ended;
}

qint64 ServiceTally::medianResponse() const
{
    QList<qint64> spans;
    for (const auto &response : m_responses)
        spans.append(response.ms);
    return medianOf(std::move(spans));
}

qint64 ServiceTally::medianResponse(const UserId &agent) const
{
    QList<qint64> spans;
    for (const auto &response : m_responses) {
        if (response.agent == agent)
            spans.append(response.ms);
    }
    return medianOf(std::move(spans));
}

} // namespace quntai
