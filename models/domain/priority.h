// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** What makes a topic press. */
enum class PriorityFactor { Sla, Emotion, Trend, Value, Confidence, Wait, Repeats };

/** What one factor gives, of the most it can give; permille of a whole priority. */
struct PriorityPart
{
    PriorityFactor factor = PriorityFactor::Sla;
    int points = 0;
    int most = 0;

    bool operator==(const PriorityPart &) const = default;
};

/** How much a topic presses, and why: score is the sum of the parts, 0–1000. */
struct Priority
{
    int score = 0;
    QList<PriorityPart> parts;  //!< heaviest first; those that give nothing are left out

    bool operator==(const Priority &) const = default;
};

/** Pure: the same topic, policy, customer and time give the same parts.
 *
 * Service level: the time gone of the clock that is nearest its end. Emotion, trend, repeats and
 * confidence: full where the policy inGroup sees a reason to fetch a person. Value: level, or what
 * was spent within 30 days. Wait: full after four times what the policy lets a question wait.
 */
Priority priorityOf(const Policy &inGroup, const Topic &topic, const Customer *customer,
                    Instant now);

/** The same with what the state knows of its group and its asker. */
Priority priorityOf(const State &state, const Topic &topic, Instant now);

} // namespace quntai
