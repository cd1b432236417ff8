// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/deadlines.h"

#include "app/backend/decide/leases.h"
#include "app/backend/decide/satisfaction.h"
#include "models/domain/sla.h"

namespace quntai {

namespace {

/** The end of a lease: of its life, of its idle time, of the time to a first touch. On hold nothing
 * is expected of its holder. */
Deadline leaseDeadline(const Topic &topic)
{
    const auto &lease = *topic.lease;
    Deadline next{lease.until.plusSeconds(graceSeconds), TimerKind::LeaseExpiry};
    if (!topic.onHold && lease.idleAt < next.at)
        next = {lease.idleAt, TimerKind::LeaseIdle};
    if (lease.touchBy.isSet() && lease.touchBy < next.at)
        next = {lease.touchBy, TimerKind::TouchDue};
    return next;
}

/** The one that comes first; the left one of two at once. */
Deadline earlier(const Deadline &a, const Deadline &b)
{
    return b.at.isSet() && (!a.at.isSet() || b.at < a.at) ? b : a;
}

/** When somebody should have come for a question nobody answers. */
Deadline answerDeadline(const State &state, const Topic &topic)
{
    const bool botServes = topic.state == TopicState::New || topic.state == TopicState::Bot
        || topic.state == TopicState::WaitingCustomer;
    if (botServes && topic.waitingSince.isSet()) {
        const auto policy = policyFor(state.policy, state.groups.value(topic.group).info);
        return {topic.waitingSince.plusSeconds(policy.waitingSeconds), TimerKind::AnswerDue};
    }
    if (topic.state == TopicState::Review)
        return {reviewDue(state, topic), TimerKind::AnswerDue};
    return {};
}

Deadline stateDeadline(const State &state, const Topic &topic)
{
    if (topic.lease)
        return leaseDeadline(topic);
    if (topic.state == TopicState::Offered && topic.offer)
        return {topic.offer->until, TimerKind::OfferExpiry};
    if (topic.snoozedUntil.isSet())
        return {topic.snoozedUntil, TimerKind::SnoozeEnd};
    return answerDeadline(state, topic);
}

/** The next warning or breach of the service level. */
Deadline slaDeadline(const State &state, const Topic &topic)
{
    Deadline next;
    const auto take = [&](Instant at, TimerKind kind) {
        if (at.isSet() && (!next.at.isSet() || at < next.at))
            next = {at, kind};
    };
    for (const auto &clock : slaClocks(state, topic)) {
        if (clock.state == SlaState::Running)
            take(clock.warnAt, TimerKind::SlaWarn);
        if (clock.state != SlaState::Breached)
            take(clock.dueAt, TimerKind::SlaBreach);
    }
    return next;
}

} // namespace

Deadline deadlineOf(const State &state, const Topic &topic)
{
    const Deadline ask{solvedAskAt(state, topic), TimerKind::SolvedDue};
    if (hasEnded(topic))
        return ask;
    return earlier(earlier(stateDeadline(state, topic), slaDeadline(state, topic)), ask);
}

void Deadlines::reset(const State &state)
{
    m_schedule.clear();
    for (auto each = state.topics.keyBegin(); each != state.topics.keyEnd(); ++each)
        refresh(state, *each);
}

void Deadlines::observe(const State &state, const Event &event)
{
    const bool regrouped = std::holds_alternative<GroupChanged>(event.data)
        && !state.policy.groups.isEmpty();
    if (regrouped || std::holds_alternative<PolicyChanged>(event.data)
        || std::holds_alternative<DataErased>(event.data))
        return reset(state);
    if (!event.topic.isEmpty())
        refresh(state, event.topic);
}

void Deadlines::refresh(const State &state, const TopicId &topic)
{
    const auto found = state.topics.constFind(topic);
    m_schedule.put(topic, found == state.topics.cend() ? Instant{} : deadlineOf(state, *found).at);
}

QList<NewEvent> Deadlines::due(const State &state, Instant now) const
{
    QList<NewEvent> fired;
    const auto ids = m_schedule.due(now);
    for (const auto &id : ids) {
        const auto topic = state.topics.constFind(id);
        if (topic == state.topics.cend())
            continue;
        TimerFired timer;
        timer.timer = deadlineOf(state, *topic).kind;
        timer.fence = topic->lease ? topic->lease->fence : 0;
        timer.user = topic->lease ? topic->lease->user
                                  : topic->offer ? topic->offer->user : UserId{};
        fired.append({topic->group, topic->id, timer});
    }
    return fired;
}

} // namespace quntai
