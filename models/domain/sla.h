// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** One promise of the service level that runs for a topic now. */
struct SlaClock
{
    SlaTarget target = SlaTarget::FirstResponse;
    SlaState state = SlaState::Running;
    Instant from;
    Instant warnAt;  //!< unset: no warning comes
    Instant dueAt;

    bool operator==(const SlaClock &) const = default;
};

/** What runs for a topic, the next due first; all times count working hours of the policy inGroup
 * (see policyFor).
 *
 * First response: from the escalation until a person of ours writes. Next response: from each
 * question after that, while people have the topic. Resolution: from its opening, while people have
 * it; time snoozed or on hold is not counted, and no clock of that kind runs meanwhile. Pure.
 */
QList<SlaClock> slaClocks(const Policy &inGroup, const Topic &topic);

/** The same with the policy as it is in the topic's group. */
QList<SlaClock> slaClocks(const State &state, const Topic &topic);

} // namespace quntai
