// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/priority.h"
#include "models/domain/sla.h"

#include <QString>

namespace quntai {

// Words for why a topic stands where it does in the queue, and what it was promised.

/** "Service level", "Emotion", … */
QString priorityFactorName(PriorityFactor factor);
/** "Priority 74", and under it what adds up to it, the heaviest first: "Service level 31". Points
 * of a hundred. */
QString priorityText(const Priority &priority);
/** "First response", "Next response", "Resolution". */
QString slaTargetName(SlaTarget target);
/** "First response due in 02:10", "Resolution breached 00:40 ago". */
QString slaText(const SlaClock &clock, Instant now);
/** "On hold: waits for the warehouse", "Snoozed until 14:30"; empty for what is neither. */
QString laterText(const Topic &topic, Instant now);
/** "Lunch until 13:00", "Away": why somebody is away, in their words, and until when. */
QString awayText(const Presence &presence, Instant now);
/** "14:30" today, "Mon 09:00" within a week, else with the date; local time. */
QString whenText(Instant at, Instant now);

} // namespace quntai
