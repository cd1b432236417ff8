// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/customersource.h"
#include "models/domain/events.h"
#include "models/domain/state.h"

namespace quntai {

// What a lookup makes new in the ledger. Pure; a member who has left every group makes nothing new,
// so that nobody who was erased comes back.

/** The system knows the member: the customer when something changed (else only that it was asked),
 * the membership when it was not linked, tickets that changed. */
QList<NewEvent> newsOfCustomer(const State &state, const MemberId &member,
                               const CustomerFacts &facts, Instant now, const UserId &by);
/** The system does not know the member. */
QList<NewEvent> newsOfNobody(const State &state, const MemberId &member, Instant now);
/** The system gave an answer of no use. */
QList<NewEvent> newsOfTrouble(const State &state, const MemberId &member, SystemProblem problem,
                              Instant now, const UserId &by);

/** What the system said of what was looked up. found: nothing when it does not know the asker. */
LookupDone resultOf(const Lookup &lookup, const std::optional<CustomerFacts> &found);

/** The member as their first group knows them; an empty id when no group does. */
Member memberIn(const State &state, const MemberId &member);

} // namespace quntai
