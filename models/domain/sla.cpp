// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sla.h"

#include <algorithm>

namespace quntai {

namespace {

bool isWithPeople(const Topic &topic)
{
    return topic.lease || topic.state == TopicState::Escalated || topic.state == TopicState::Offered;
}

class Clocks
{
public:
    Clocks(const Policy &policy, const Topic &topic) : m_policy(policy), m_topic(topic) {}

    void run(SlaTarget target, Instant from, int seconds, Instant dueAt = {})
    {
        SlaClock clock{target, SlaState::Running, from, {}, dueAt};
        if (!dueAt.isSet())
            clock.dueAt = afterWorking(m_policy.hours, from, seconds);
        if (m_policy.slaWarnPermille > 0 && m_policy.slaWarnPermille < 1000)
            clock.warnAt = std::min(
                clock.dueAt,
                afterWorking(m_policy.hours, from, qint64(seconds) * m_policy.slaWarnPermille / 1000));
        clock.state = stateOf(clock);
        m_clocks.append(clock);
    }

    QList<SlaClock> inOrder()
    {
        std::ranges::sort(m_clocks, {}, &SlaClock::dueAt);
        return m_clocks;
    }

private:
    SlaState stateOf(const SlaClock &clock) const
    {
        const auto mark = std::ranges::find(m_topic.sla, clock.target, &SlaMark::target);
        return mark != m_topic.sla.cend() && mark->dueAt == clock.dueAt ? mark->state
                                                                       : SlaState::Running;
    }

    const Policy &m_policy;
    const Topic &m_topic;
    QList<SlaClock> m_clocks;
};

} // namespace

QList<SlaClock> slaClocks(const Policy &inGroup, const Topic &topic)
{
    if (hasEnded(topic) || !isWithPeople(topic))
        return {};
    Clocks clocks(inGroup, topic);
    const bool isFirst = topic.escalation && topic.staffAt < topic.escalation->at;
    if (isFirst)
        clocks.run(SlaTarget::FirstResponse, topic.escalation->at, inGroup.firstResponseSeconds,
                   topic.escalation->dueAt);
    else if (inGroup.nextResponseSeconds > 0 && topic.waitingSince.isSet())
        clocks.run(SlaTarget::NextResponse, topic.waitingSince, inGroup.nextResponseSeconds);
    if (inGroup.resolutionSeconds > 0 && !isLater(topic))
        clocks.run(SlaTarget::Resolution, {topic.openedAt.ms + topic.pausedMs},
                   inGroup.resolutionSeconds);
    return clocks.inOrder();
}

QList<SlaClock> slaClocks(const State &state, const Topic &topic)
{
    if (hasEnded(topic) || !isWithPeople(topic))
        return {};
    return slaClocks(policyFor(state.policy, state.groups.value(topic.group).info), topic);
}

} // namespace quntai
