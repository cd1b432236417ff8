// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/customernews.h"

#include <algorithm>

namespace quntai {

namespace {

/** What customer.changed would repeat: when and how it was asked is told by customer.checked. */
Customer withoutTimes(Customer customer)
{
    customer.fetchedAt = {};
    customer.problem = SystemProblem::None;
    return customer;
}

template <class Change>
void changeMember(const State &state, const MemberId &id, Change change, QList<NewEvent> &news)
{
    for (const auto &[group, value] : state.groups.asKeyValueRange()) {
        const auto known = value.members.constFind(id);
        if (known == value.members.cend())
            continue;
        auto member = *known;
        change(member);
        if (member != *known)
            news.append({group, {}, MemberChanged{member, false, false}});
    }
}

void addTickets(const State &state, const CustomerId &customer, const QList<Ticket> &tickets,
                QList<NewEvent> &news)
{
    for (const auto &ticket : tickets) {
        if (state.tickets.value(ticket.id) != ticket)
            news.append({{}, {}, TicketChanged{ticket, false}});
    }
    for (const auto &known : ticketsOf(state, customer)) {
        if (!std::ranges::contains(tickets, known.id, &Ticket::id))
            news.append({{}, {}, TicketChanged{known, true}});
    }
}

} // namespace

namespace {

LookupOutcome outcomeOf(bool isThere)
{
    return isThere ? LookupOutcome::Found : LookupOutcome::NotFound;
}

/** As an answer finds it: the whole number, or its end. */
bool hasOrder(const QList<Order> &orders, const QString &number)
{
    if (number.isEmpty())
        return !orders.isEmpty();
    return std::ranges::any_of(orders,
                               [&](const Order &order) { return order.id.endsWith(number); });
}

} // namespace

LookupDone resultOf(const Lookup &lookup, const std::optional<CustomerFacts> &found)
{
    LookupDone done{lookup.message, LookupOutcome::NotFound, SystemProblem::None};
    if (!found)
        return done;
    const bool isOrder = lookup.kind == LookupKind::Order;
    if (isOrder && found->orders)
        done.outcome = outcomeOf(hasOrder(*found->orders, lookup.order));
    else if (!isOrder && found->tickets)
        done.outcome = outcomeOf(!found->tickets->isEmpty());
    else
        done = {lookup.message, LookupOutcome::Down, found->trouble.problem};
    return done;
}

Member memberIn(const State &state, const MemberId &member)
{
    for (const auto &group : state.groups) {
        const auto known = group.members.constFind(member);
        if (known != group.members.cend())
            return *known;
    }
    return {};
}

QList<NewEvent> newsOfCustomer(const State &state, const MemberId &member,
                               const CustomerFacts &facts, Instant now, const UserId &by)
{
    QList<NewEvent> news;
    if (memberIn(state, member).id.isEmpty())
        return news;
    const auto id = facts.customer.id;
    const auto known = state.customers.value(id);
    auto customer = facts.customer;
    customer.orders = facts.orders.value_or(known.orders);
    customer.fetchedAt = now;
    customer.problem = facts.trouble.problem;
    const bool same = !known.id.isEmpty() && withoutTimes(customer) == withoutTimes(known);
    if (!same)
        news.append({{}, {}, CustomerChanged{customer}});
    // Who looked somebody up stays on the record, also when it told them nothing new.
    if (same || !by.isEmpty())
        news.append({{}, {}, CustomerChecked{id, now, facts.trouble.problem, by}});
    if (facts.tickets)
        addTickets(state, id, *facts.tickets, news);
    changeMember(state, member, [&](Member &it) {
        it.customer = id;
        it.askedAt = {};
        it.problem = SystemProblem::None;
    }, news);
    return news;
}

QList<NewEvent> newsOfNobody(const State &state, const MemberId &member, Instant now)
{
    QList<NewEvent> news;
    changeMember(state, member, [&](Member &it) {
        it.customer = {};
        it.askedAt = now;
        it.problem = SystemProblem::None;
    }, news);
    return news;
}

QList<NewEvent> newsOfTrouble(const State &state, const MemberId &member, SystemProblem problem,
                              Instant now, const UserId &by)
{
    const auto customer = state.customers.constFind(memberIn(state, member).customer);
    if (customer != state.customers.cend()) {
        if (customer->problem == problem && by.isEmpty())
            return {};
        return {{{}, {}, CustomerChecked{customer->id, {}, problem, by}}};
    }
    QList<NewEvent> news;
    changeMember(state, member, [&](Member &it) {
        it.askedAt = now;
        it.problem = problem;
    }, news);
    return news;
}

} // namespace quntai
