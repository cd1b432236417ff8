// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/clock.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace quntai {

namespace {

constexpr qint64 jumpMs = 5000;

template <class Clock>
qint64 millis()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(Clock::now().time_since_epoch()).count();
}

} // namespace

ClockSource systemClock()
{
    return {millis<std::chrono::system_clock>, millis<std::chrono::steady_clock>};
}

LedgerClock::LedgerClock(ClockSource source)
    : m_source(std::move(source)), m_base(m_source.wall() - m_source.steady()), m_wallBase(m_base)
{
}

void LedgerClock::startFrom(Instant last)
{
    m_base = std::max(m_base, last.ms - m_source.steady());
}

Instant LedgerClock::now()
{
    m_last = std::max(m_last, m_base + m_source.steady());
    return {m_last};
}

std::optional<LedgerClock::Step> LedgerClock::step()
{
    const auto steady = m_source.steady();
    const auto wallBase = m_source.wall() - steady;
    if (std::llabs(wallBase - m_wallBase) < jumpMs)
        return std::nullopt;
    const Step step{{m_wallBase + steady}, {wallBase + steady}};
    m_wallBase = wallBase;
    m_base = std::max(m_base, wallBase);
    return step;
}

} // namespace quntai
