// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int askersKept = 16;
constexpr qint64 endedKeptMs = 72LL * 3600 * 1000;

int lowestFreeLane(const State &state, const GroupState &group)
{
    QSet<int> taken;
    for (const auto &id : group.open)
        taken.insert(state.topics.value(id).lane);
    int lane = 0;
    while (taken.contains(lane))
        ++lane;
    return lane;
}

} // namespace

Topic *Folder::topic()
{
    const auto found = state.topics.find(event.topic);
    if (found == state.topics.end())
        return nullptr;
    changes.topics.insert(event.topic);
    return &*found;
}

void Folder::countIn(Topic &topic, const Message &message)
{
    topic.version = std::max(topic.version, message.seq);
    topic.lastAt = std::max(topic.lastAt, message.at);
    ++topic.messageCount;
    const MemberId asker{message.author.id};
    const bool isStaff = message.author.kind == AuthorKind::Agent
        || (isFromMember(message) && group().members.value(asker).role == MemberRole::Staff);
    if (isStaff) {
        topic.waitingSince = {};
        topic.look.clear();
        return;
    }
    if (!isFromMember(message)) {
        // "A colleague is coming" answers nothing: the customer still waits.
        if (!message.answers.isEmpty())
            topic.waitingSince = {};
        return;
    }
    if (!topic.askers.contains(asker) && topic.askers.size() < askersKept)
        topic.askers.append(asker);
    if (!topic.waitingSince.isSet())
        topic.waitingSince = message.at;
}

void Folder::takeFromTopic(const Message &message)
{
    const auto old = state.topics.find(message.topic);
    if (old == state.topics.end())
        return;
    changes.topics.insert(old->id);
    old->messageCount = std::max(0, old->messageCount - 1);
}

void Folder::fold(const TopicOpened &data)
{
    auto &into = group();
    Topic topic;
    topic.id = event.topic;
    topic.group = event.group;
    topic.title = data.title;
    topic.asker = data.asker;
    topic.askerName = data.askerName;
    topic.openedAt = event.at;
    topic.lastAt = event.at;
    topic.lane = lowestFreeLane(state, into);
    state.topics.insert(topic.id, topic);
    into.open.append(topic.id);
    std::ranges::sort(into.open, {}, [&](const TopicId &id) { return state.topics.value(id).lane; });
    changes.topics.insert(topic.id);
}

void Folder::fold(const TopicLinked &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    for (const auto &id : data.messages) {
        changeMessage(id, [&](Message &message) {
            if (message.topic == event.topic)
                return;
            takeFromTopic(message);
            message.topic = event.topic;
            message.link = data.rule;
            message.linkConfidence = data.confidence;
            message.second = data.second;
            message.secondConfidence = data.secondConfidence;
            message.folded = false;
            countIn(*topic, message);
        });
    }
}

void Folder::end(Topic &topic, TopicState ended, const QString &why)
{
    topic.state = ended;
    topic.endedAt = event.at;
    topic.endedWhy = why;
    topic.lease.reset();
    topic.offer.reset();
    topic.escalation.reset();
    topic.look.clear();
    topic.waitingSince = {};
    auto &in = group();
    in.open.removeAll(topic.id);
    in.ended.removeAll(topic.id);
    in.ended.append(topic.id);
    forgetOldTopics(in);
}

void Folder::forgetOldTopics(GroupState &in)
{
    while (!in.ended.isEmpty()) {
        const auto oldest = in.ended.first();
        const auto found = state.topics.constFind(oldest);
        if (found != state.topics.cend() && event.at.ms - found->endedAt.ms <= endedKeptMs)
            return;
        state.topics.remove(oldest);
        changes.topics.insert(oldest);
        in.ended.removeFirst();
    }
}

void Folder::reopen(Topic &topic)
{
    auto &in = group();
    if (in.open.contains(topic.id))
        return;
    topic.lane = lowestFreeLane(state, in);
    topic.state = TopicState::Bot;
    topic.endedAt = {};
    topic.endedWhy.clear();
    in.ended.removeAll(topic.id);
    in.open.append(topic.id);
    std::ranges::sort(in.open, {}, [&](const TopicId &id) { return state.topics.value(id).lane; });
}

void Folder::fold(const TopicStateChanged &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    if (data.state == TopicState::Merged) {
        topic->into = data.into;
        changes.merged.append({topic->id, data.into});
    }
    if (data.state == TopicState::Resolved || data.state == TopicState::AnsweredByPeer
        || data.state == TopicState::Merged) {
        end(*topic, data.state, data.why);
        return;
    }
    if (hasEnded(*topic))
        reopen(*topic);
    // Leased and Offered come and go with their own events only.
    const bool isOwnEvent = data.state == TopicState::Leased || data.state == TopicState::Offered;
    if (topic->lease || isOwnEvent)
        return;
    topic->offer.reset();
    topic->state = data.state;
    if (data.state == TopicState::WaitingCustomer)
        topic->waitingSince = {};
}

void Folder::fold(const EscalationRaised &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    if (hasEnded(*topic))
        reopen(*topic);
    topic->escalation = Escalation{data.reasons, data.score, data.threshold, event.at, data.dueAt};
    topic->look.clear();
    if (!topic->lease)
        topic->state = TopicState::Escalated;
}

void Folder::fold(const EscalationCleared &)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    topic->escalation.reset();
    topic->offer.reset();
    if (topic->state == TopicState::Escalated || topic->state == TopicState::Offered)
        topic->state = TopicState::Bot;
}

void Folder::fold(const LeaseOffered &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    if (hasEnded(*topic))
        reopen(*topic);
    topic->offer = Offer{data.user, data.name, data.until, data.note};
    if (!topic->lease)
        topic->state = TopicState::Offered;
}

void Folder::fold(const LeaseGranted &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    if (hasEnded(*topic))
        reopen(*topic);
    topic->lease = Lease{data.user, data.name, data.fence, data.until, data.idleAt};
    topic->fence = std::max(topic->fence, data.fence);
    topic->offer.reset();
    topic->look.clear();
    topic->state = TopicState::Leased;
}

void Folder::fold(const LeaseRenewed &data)
{
    auto *topic = this->topic();
    if (!topic || !topic->lease || topic->lease->fence != data.fence)
        return;
    topic->lease->until = data.until;
    topic->lease->idleAt = data.idleAt;
}

void Folder::fold(const LeaseEnded &data)
{
    auto *topic = this->topic();
    if (!topic || !topic->lease || topic->lease->fence != data.fence)
        return;
    topic->lastHolder = topic->lease->user;
    topic->lease.reset();
    if (!data.summary.isEmpty())
        topic->handover = data.summary;
    const bool backToBot = data.why == LeaseEnd::HandedBack || data.why == LeaseEnd::Idle;
    if (backToBot)
        topic->escalation.reset();
    topic->state = backToBot ? TopicState::Bot : TopicState::Escalated;
}

} // namespace quntai
