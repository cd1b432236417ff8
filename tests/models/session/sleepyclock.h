// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/wakewatch.h"

#include <memory>

namespace quntai::tests {

/** The clocks of a computer that sleeps when it is told to. Time passes by hand alone, unless it
 * runs beside real clocks. */
class SleepyClock
{
public:
    SleepyClock() = default;
    explicit SleepyClock(WakeClocks beside) : m_beside(std::move(beside)) {}

    /** The computer is awake for so long. */
    void run(qint64 ms)
    {
        m_times->wall += ms;
        m_times->awake += ms;
    }
    /** The computer sleeps; less than 0: somebody sets its clock back. */
    void sleep(qint64 ms) { m_times->wall += ms; }

    /** May outlive this. */
    WakeClocks clocks() const
    {
        return {[times = m_times, real = m_beside.wall] { return times->wall + (real ? real() : 0); },
                [times = m_times, real = m_beside.awake] {
                    return times->awake + (real ? real() : 0);
                }};
    }

private:
    struct Times
    {
        qint64 wall = 1'764'000'000'000;
        qint64 awake = 5000;
    };

    WakeClocks m_beside;
    std::shared_ptr<Times> m_times = std::make_shared<Times>();
};

} // namespace quntai::tests
