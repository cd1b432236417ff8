// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include "models/domain/outcomes.h"
#include "models/domain/waiting.h"

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

/** Who speaks to an asker asks nothing, unless the bot or a colleague is meant as well. */
bool isForUs(const GroupState &group, const Message &message)
{
    return message.mentionsBot || std::ranges::any_of(message.mentions, [&](const MemberId &id) {
        return group.members.value(id).role == MemberRole::Staff;
    });
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
        noteStaff(topic, message.at);
        noteAnswered(topic, addressedBy(group(), message), message);
        settle(topic, addressedBy(group(), message));
        topic.look.clear();
        return;
    }
    if (!isFromMember(message)) {
        // "A colleague is coming" answers nothing: the customer still waits. A question back is
        // no answer either, though it is their turn then.
        if (!message.answers.isEmpty() && !message.entry.isEmpty())
            noteAnswered(topic, addressedBy(group(), message), message);
        if (!message.answers.isEmpty())
            settle(topic, addressedBy(group(), message));
        noteSaid(topic, message);
        return;
    }
    if (message.link == LinkRule::Answer) {
        noteAnswered(topic, addressedBy(group(), message), message);
        return settle(topic, addressedBy(group(), message));
    }
    wake(topic);
    const bool isKnown = topic.askers.contains(asker);
    if (!isKnown && message.link == LinkRule::Mention && !isForUs(group(), message))
        return;
    if (!isKnown && topic.askers.size() < askersKept)
        topic.askers.append(asker);
    noteWaiting(topic, message);
}

void Folder::noteStaff(Topic &topic, Instant at)
{
    topic.staffAt = std::max(topic.staffAt, at);
    if (topic.lease)
        topic.lease->touchBy = {};
}

/** A topic that does not wait for a person has nothing to be put off. */
void Folder::noteQueue(Topic &topic)
{
    if (topic.state != TopicState::Escalated) {
        wake(topic);
        topic.queuedAt = {};
    } else if (!topic.queuedAt.isSet()) {
        topic.queuedAt = event.at;
    }
}

void Folder::putOff(Topic &topic, Instant until, bool onHold, const QString &why)
{
    wake(topic);
    topic.snoozedUntil = until;
    topic.onHold = onHold;
    topic.laterWhy = why;
    topic.backWhy.clear();
    topic.laterSince = event.at;
}

/** What is snoozed or on hold goes on: the time came, somebody said so, or a customer wrote. */
void Folder::wake(Topic &topic)
{
    if (!isLater(topic))
        return;
    topic.pausedMs += std::max<qint64>(0, event.at.ms - topic.laterSince.ms);
    if (!topic.onHold)
        topic.backWhy = topic.laterWhy;
    topic.snoozedUntil = {};
    topic.onHold = false;
    topic.laterWhy.clear();
    topic.laterSince = {};
    if (!topic.lease)
        topic.queuedAt = event.at;
}

void Folder::takeFromTopic(const Message &message)
{
    const auto old = state.topics.find(message.topic);
    if (old == state.topics.end())
        return;
    changes.topics.insert(old->id);
    old->messageCount = std::max(0, old->messageCount - 1);
    forgetSaid(old->id, message.id);
    settleQuestion(*old, group(), message);
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
    noteLinkLessons(data);
    // There is none when who opened it was erased: what others said in it still belongs nowhere else.
    auto *topic = this->topic();
    for (const auto &id : data.messages) {
        changeMessage(id, [&](Message &message) {
            if (message.topic == event.topic)
                return;
            takeFromTopic(message);
            if (!message.topic.isEmpty())
                movePromises(message.id, event.topic);
            message.topic = event.topic;
            message.link = data.rule;
            message.linkConfidence = data.confidence;
            message.second = data.second;
            message.secondConfidence = data.secondConfidence;
            message.folded = false;
            if (topic)
                countIn(*topic, message);
        });
    }
}

void Folder::fold(const TopicUnlinked &data)
{
    forgetLinkLessons(data.messages);
    for (const auto &id : data.messages) {
        changeMessage(id, [&](Message &message) {
            if (message.topic != event.topic)
                return;
            takeFromTopic(message);
            message.topic = {};
            message.link = LinkRule::Human;
            message.linkConfidence = 0;
            message.second = TopicId{};
            message.secondConfidence = 0;
            message.folded = isFromMember(message);
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
    settle(topic, {});
    wake(topic);
    endHelp(topic);
    topic.backWhy.clear();
    topic.sla.clear();
    topic.skill.clear();
    topic.queuedAt = {};
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
    topic.into = {};
    topic.moved.clear();
    topic.owed.reset();
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
        topic->moved = data.moved;
        topic->owed = topic->escalation ? Boxed(*topic->escalation) : Boxed<Escalation>();
        changes.merged.append({topic->id, data.into});
        if (const auto into = state.topics.find(data.into); into != state.topics.end())
            inheritTalk(*into, *topic);
        mergePromises(topic->id, data.into);
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
    noteQueue(*topic);
    if (data.state == TopicState::WaitingCustomer)
        settle(*topic, {});
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
    if (topic->lease)
        return;
    topic->queuedAt = event.at;
    topic->state = TopicState::Escalated;
}

void Folder::fold(const EscalationCleared &)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    topic->escalation.reset();
    topic->offer.reset();
    topic->queuedAt = {};
    wake(*topic);
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
    wake(*topic);
    topic->skill.clear();
    topic->lease = Lease{data.user, data.name, data.fence, data.until, data.idleAt, data.touchBy};
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
    wake(*topic);
    endHelp(*topic);
    topic->backWhy.clear();
    topic->lastHolder = topic->lease->user;
    topic->lease.reset();
    topic->skill = data.skill;
    if (!data.summary.isEmpty())
        topic->handover = data.summary;
    const bool backToBot = data.why == LeaseEnd::HandedBack || data.why == LeaseEnd::Idle;
    if (backToBot)
        topic->escalation.reset();
    topic->queuedAt = backToBot ? Instant{} : event.at;
    topic->state = backToBot ? TopicState::Bot : TopicState::Escalated;
}

void Folder::fold(const LeaseMissed &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    topic->misses.append({data.user, event.at});
    if (topic->misses.size() > Topic::missLimit)
        topic->misses.removeFirst();
    topic->offer.reset();
    if (topic->state == TopicState::Offered)
        topic->state = TopicState::Escalated;
    // Users' misses are shown beside their names.
    changes.people.insert(data.user);
}

void Folder::fold(const TopicSnoozed &data)
{
    auto *topic = this->topic();
    if (!topic || hasEnded(*topic))
        return;
    if (!data.until.isSet())
        return wake(*topic);
    putOff(*topic, data.until, false, data.why);
    topic->offer.reset();
    if (!topic->lease)
        topic->state = TopicState::Escalated;
}

void Folder::fold(const TopicOnHold &data)
{
    auto *topic = this->topic();
    if (!topic || !topic->lease)
        return;
    topic->lease->touchBy = {};
    if (data.on)
        putOff(*topic, {}, true, data.why);
    else
        wake(*topic);
}

void Folder::noteSla(SlaTarget target, SlaState state, Instant dueAt)
{
    auto *topic = this->topic();
    if (!topic || hasEnded(*topic))
        return;
    topic->sla.removeIf([&](const SlaMark &mark) { return mark.target == target; });
    topic->sla.append({target, state, dueAt});
}

void Folder::fold(const SlaWarning &data)
{
    noteSla(data.target, SlaState::Warned, data.dueAt);
}

void Folder::fold(const SlaBreached &data)
{
    noteSla(data.target, SlaState::Breached, data.dueAt);
}

} // namespace quntai
