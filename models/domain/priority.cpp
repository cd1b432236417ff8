// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/priority.h"

#include "models/domain/sla.h"

#include <algorithm>

namespace quntai {

namespace {

// The most each factor can give; together 1000. The promise made to the customer weighs most, then
// how they feel, then how long they have waited.
constexpr int mostSla = 350;
constexpr int mostEmotion = 180;
constexpr int mostWait = 140;
constexpr int mostValue = 120;
constexpr int mostRepeats = 80;
constexpr int mostTrend = 70;
constexpr int mostConfidence = 60;
static_assert(mostSla + mostEmotion + mostWait + mostValue + mostRepeats + mostTrend + mostConfidence
              == 1000);

constexpr int calm = 40;         // emotion below says nothing, as in the escalation decision
constexpr int steepTrend = 40;
constexpr int longWaits = 4;

class Sum
{
public:
    /** part of whole, as far as it goes. */
    void add(PriorityFactor factor, int most, qint64 part, qint64 whole)
    {
        if (part <= 0 || whole <= 0)
            return;
        const auto points = int(most * std::min(part, whole) / whole);
        if (points > 0)
            m_priority.parts.append({factor, points, most});
    }

    Priority read()
    {
        std::ranges::stable_sort(m_priority.parts, std::ranges::greater{}, &PriorityPart::points);
        for (const auto &part : std::as_const(m_priority.parts))
            m_priority.score += part.points;
        return m_priority;
    }

private:
    Priority m_priority;
};

/** Permille of the time gone, of the clock nearest its end. */
qint64 slaGone(const Policy &policy, const Topic &topic, Instant now)
{
    qint64 most = 0;
    for (const auto &clock : slaClocks(policy, topic)) {
        const auto whole = std::max<qint64>(clock.dueAt.ms - clock.from.ms, 1);
        most = std::max(most, (now.ms - clock.from.ms) * 1000 / whole);
    }
    return most;
}

qint64 valueOf(const Policy &policy, const Customer &customer)
{
    const auto level = customer.level == CustomerLevel::Svip ? 1000
        : customer.level == CustomerLevel::Vip             ? 500
                                                           : 0;
    const auto high = std::max(policy.highValueCents, 1);
    return std::max<qint64>(level, std::max<qint64>(customer.spend30dCents, 0) * 1000 / high);
}

} // namespace

Priority priorityOf(const Policy &inGroup, const Topic &topic, const Customer *customer, Instant now)
{
    Sum sum;
    sum.add(PriorityFactor::Sla, mostSla, slaGone(inGroup, topic, now), 1000);
    if (topic.emotion >= calm)
        sum.add(PriorityFactor::Emotion, mostEmotion, topic.emotion, inGroup.emotionAlert);
    sum.add(PriorityFactor::Trend, mostTrend, topic.emotionTrend, steepTrend);
    if (customer)
        sum.add(PriorityFactor::Value, mostValue, valueOf(inGroup, *customer), 1000);
    // Without a verdict there is nothing to doubt.
    if (!topic.emotions.isEmpty())
        sum.add(PriorityFactor::Confidence, mostConfidence,
                inGroup.answerThreshold - topic.confidence, inGroup.answerThreshold);
    const auto since = topic.waitingSince.isSet() ? topic.waitingSince : topic.queuedAt;
    if (since.isSet())
        sum.add(PriorityFactor::Wait, mostWait, now.ms - since.ms,
                qint64(inGroup.waitingSeconds) * longWaits * 1000);
    sum.add(PriorityFactor::Repeats, mostRepeats, topic.repeats, inGroup.repeatsAlert);
    return sum.read();
}

Priority priorityOf(const State &state, const Topic &topic, Instant now)
{
    return priorityOf(policyFor(state.policy, state.groups.value(topic.group).info), topic,
                      customerOf(state, topic.group, topic.asker), now);
}

} // namespace quntai
