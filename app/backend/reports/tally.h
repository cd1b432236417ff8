// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/reports/dutybook.h"
#include "app/backend/reports/topicfact.h"

#include <array>
#include <vector>

namespace quntai {

/** Adds topics and minutes of one span of time up to its figures. */
class Tally
{
public:
    Tally(const Corrections &corrections, Instant now) : m_corrections(corrections), m_now(now) {}

    void add(const TopicFact &topic);
    void add(const DutySpan &span);
    void addKnowledge(bool corrected) { ++(corrected ? m_figures.newFromCorrections
                                                     : m_figures.newWritten); }
    Figures figures() const;

private:
    using Times = std::vector<qint64>;
    void addResponses(const TopicFact &topic);
    void addRest(const TopicFact &topic);

    const Corrections &m_corrections;
    Instant m_now;
    Figures m_figures;
    std::array<Times, 3> m_first;
    std::array<Times, 3> m_every;
    std::array<Share, 3> m_settled;
    qint64 m_coveredMs = 0;
    qint64 m_allMs = 0;
};

} // namespace quntai
