// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <functional>
#include <optional>

namespace quntai {

/** The two clocks of the machine, in milliseconds; a test gives its own. */
struct ClockSource
{
    std::function<qint64()> wall;
    std::function<qint64()> steady;
};

/** The real ones. */
ClockSource systemClock();

/** The backend's time: follows the wall clock, never runs backwards, never stands still.
 *
 * It advances with the steady clock. A wall clock that jumps ahead is followed; one that jumps
 * back is not, so leases and deadlines keep their length.
 */
class LedgerClock
{
public:
    explicit LedgerClock(ClockSource source);

    /** Time is never before this (the last event of the ledger). */
    void startFrom(Instant last);
    Instant now();

    struct Step
    {
        Instant from;
        Instant to;
    };
    /** The jump of the wall clock since the last call, when it was more than five seconds. */
    std::optional<Step> step();

private:
    ClockSource m_source;
    qint64 m_base;      //!< ledger time minus steady time
    qint64 m_wallBase;  //!< wall time minus steady time, as last seen
    qint64 m_last = 0;
};

} // namespace quntai
