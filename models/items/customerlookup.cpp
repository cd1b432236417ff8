// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/customerlookup.h"

namespace quntai {

namespace {

CustomerLookup::Standing standingOf(const Member &member, bool isDown)
{
    using enum CustomerLookup::Standing;
    if (member.problem != SystemProblem::None)
        return Trouble;
    if (member.askedAt.isSet())
        return NotFound;
    return isDown ? Trouble : Loading;
}

} // namespace

CustomerLookup lookupOf(const State &state, const GroupId &group, const MemberId &member)
{
    CustomerLookup lookup;
    const auto *customer = customerOf(state, group, member);
    if (customer)
        lookup.tickets = ticketsOf(state, customer->id);
    const auto system = state.connectors.value(
        QString::fromLatin1(Connector::crm.data(), qsizetype(Connector::crm.size())));
    if (system.id.isEmpty() || system.state == ConnectorState::Replaced)
        return lookup;
    const bool isDown = system.state == ConnectorState::Down;
    const auto here = state.groups.value(group).members.value(member);
    lookup.system = system.account;
    lookup.standing = customer ? CustomerLookup::Standing::Known : standingOf(here, isDown);
    lookup.at = customer ? customer->fetchedAt : here.askedAt;
    lookup.problem = customer ? customer->problem : here.problem;
    if (isDown) {
        lookup.problem = system.problem;
        lookup.since = system.since;
        lookup.detail = system.detail;
    }
    return lookup;
}

} // namespace quntai
