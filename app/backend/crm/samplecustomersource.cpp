// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/samplecustomersource.h"

#include <algorithm>

namespace quntai {

SampleCustomerSource::SampleCustomerSource(const SampleCompany &company, QObject *parent)
    : CustomerSource(parent), m_company(company)
{
}

void SampleCustomerSource::look(const CustomerKey &key, Done done)
{
    auto id = key.customer;
    if (id.isEmpty()) {
        const auto member = std::ranges::find(m_company.members, key.member.value.section(u'/', 1),
                                              &SampleMember::id);
        if (member != m_company.members.end())
            id = member->customer;
    }
    QMetaObject::invokeMethod(
        this, [done = std::move(done), facts = factsOf(id)] { done(facts); }, Qt::QueuedConnection);
}

std::optional<CustomerFacts> SampleCustomerSource::factsOf(const CustomerId &id) const
{
    const auto known = std::ranges::find(m_company.customers, id, &Customer::id);
    if (id.isEmpty() || known == m_company.customers.end())
        return std::nullopt;
    CustomerFacts facts;
    facts.customer = *known;
    facts.orders = known->orders;
    facts.tickets = QList<Ticket>();
    for (const auto &ticket : m_company.tickets) {
        if (ticket.customer == id)
            facts.tickets->append(ticket);
    }
    return facts;
}

} // namespace quntai
