// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/state.h"

#include <algorithm>

namespace quntai {

MessagePtr findMessage(const State &state, const GroupId &group, const MessageId &message)
{
    const auto found = state.groups.constFind(group);
    if (found == state.groups.cend())
        return nullptr;
    const auto &recent = found->recent;
    const auto at = std::find_if(recent.crbegin(), recent.crend(),
                                 [&](const MessagePtr &m) { return m->id == message; });
    return at == recent.crend() ? nullptr : *at;
}

Instant reviewDue(const State &state, const Topic &topic)
{
    if (!topic.waitingSince.isSet())
        return {};
    const auto policy = policyFor(state.policy, state.groups.value(topic.group).info);
    return afterWorking(policy.hours, topic.waitingSince, policy.firstResponseSeconds);
}

bool isOf(const GroupState &group, const QString &stream)
{
    return group.stream == stream || group.stream.isEmpty();
}

QList<Topic> openTopics(const State &state, const GroupId &group)
{
    QList<Topic> open;
    const auto found = state.groups.constFind(group);
    if (found == state.groups.cend())
        return open;
    for (const auto &id : found->open)
        open.append(state.topics.value(id));
    return open;
}

const Customer *customerOf(const State &state, const GroupId &group, const MemberId &member)
{
    const auto found = state.groups.constFind(group);
    if (found == state.groups.cend())
        return nullptr;
    const auto known = found->members.constFind(member);
    if (known == found->members.cend())
        return nullptr;
    const auto customer = state.customers.constFind(known->customer);
    return customer == state.customers.cend() ? nullptr : &*customer;
}

QList<Ticket> ticketsOf(const State &state, const CustomerId &customer)
{
    QList<Ticket> found;
    for (const auto &ticket : state.tickets) {
        if (ticket.customer == customer)
            found.append(ticket);
    }
    std::ranges::sort(found, [](const Ticket &a, const Ticket &b) {
        return std::tuple(a.closed, b.updatedAt, a.id) < std::tuple(b.closed, a.updatedAt, b.id);
    });
    return found;
}

} // namespace quntai
