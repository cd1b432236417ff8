// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/tally.h"

#include <algorithm>
#include <numeric>

namespace quntai {

namespace {

/** The middle one; of an even number the mean of the two in the middle. */
Timing timingOf(std::vector<qint64> times)
{
    Timing timing;
    timing.count = int(times.size());
    if (times.empty())
        return timing;
    timing.totalMs = std::accumulate(times.cbegin(), times.cend(), qint64(0));
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::ranges::nth_element(times, middle);
    timing.medianMs = *middle;
    if (times.size() % 2 == 0)
        timing.medianMs = (timing.medianMs + *std::max_element(times.begin(), middle)) / 2;
    return timing;
}

template <class Lists>
std::vector<qint64> joined(const Lists &lists)
{
    std::vector<qint64> all;
    for (const auto &list : lists)
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

void count(Share &share, bool part)
{
    share.part += part ? 1 : 0;
    ++share.whole;
}

} // namespace

void Tally::add(const TopicFact &topic)
{
    ++m_figures.topics;
    count(m_figures.transfer, topic.escalatedAt != 0);
    count(m_figures.automation, isAutomated(topic, m_corrections));
    count(m_figures.hit, isHit(topic, m_corrections));
    addResponses(topic);
    addRest(topic);
}

void Tally::addResponses(const TopicFact &topic)
{
    if (const auto first = firstResponse(topic))
        m_first[std::size_t(first->who)].push_back(first->ms);
    else
        ++m_figures.unanswered;
    for (const auto &response : responses(topic))
        m_every[std::size_t(response.who)].push_back(response.ms);
}

void Tally::addRest(const TopicFact &topic)
{
    const auto rested = restedAt(topic, m_now);
    if (rested == 0)
        return;
    const bool settled = staysSettled(topic, rested);
    count(m_figures.firstContact, settled);
    if (settled && m_now.ms - rested < firstContactMs)
        ++m_figures.restingShortly;
    if (const auto who = servedBy(topic))
        count(m_settled[std::size_t(*who)], settled);
}

void Tally::add(const DutySpan &span)
{
    m_allMs += span.to - span.from;
    if (span.duty != Duty::Nobody)
        m_coveredMs += span.to - span.from;
}

Figures Tally::figures() const
{
    auto figures = m_figures;
    figures.first = timingOf(joined(m_first));
    figures.every = timingOf(joined(m_every));
    for (std::size_t i = 0; i < m_first.size(); ++i)
        figures.by.append({Answerer(i), timingOf(m_first[i]), timingOf(m_every[i]), m_settled[i]});
    figures.coverage = {int(m_coveredMs / 60000), int(m_allMs / 60000)};
    return figures;
}

} // namespace quntai
