// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/httpcustomersource.h"

#include "app/backend/crm/mapping.h"

namespace quntai {

using namespace Qt::StringLiterals;

/** One customer on their way: told when the last question about them is answered. */
struct HttpCustomerSource::Lookup
{
    Done done;
    bool hurry = false;
    CustomerFacts facts;
    int open = 1;  //!< questions not answered yet; one for the customer

    void note(const SystemTrouble &trouble)
    {
        // The graver one is told: a system that is down before an answer of no use.
        if (facts.trouble.problem == SystemProblem::None || isDown(trouble))
            facts.trouble = trouble;
    }

    void close()
    {
        if (--open == 0)
            done(std::optional(std::move(facts)));
    }
};

RestLimits HttpCustomerSource::limitsOf(const CrmConfig &config)
{
    RestLimits limits;
    limits.bytes = config.maxBytes;
    limits.tryMs = config.timeoutMs;
    limits.tries = config.tries;
    limits.atOnce = config.atOnce;
    return limits;
}

HttpCustomerSource::HttpCustomerSource(CrmConfig config, QObject *parent)
    : HttpCustomerSource(config, limitsOf(config), parent)
{
}

HttpCustomerSource::HttpCustomerSource(CrmConfig config, const RestLimits &limits, QObject *parent)
    : CustomerSource(parent), m_config(std::move(config)),
      m_client(limits, m_config.authHeader, m_config.authValue)
{
}

std::optional<QUrl> HttpCustomerSource::firstAddress(const CustomerKey &key) const
{
    if (!key.phone.isEmpty() && !m_config.byPhone.isEmpty())
        return addressOf(m_config, m_config.byPhone, {{u"phone"_s, key.phone}});
    if (!key.customer.isEmpty() && !m_config.byCustomer.isEmpty())
        return addressOf(m_config, m_config.byCustomer, {{u"customer"_s, key.customer.value}});
    if (m_config.byMember.isEmpty() || !key.phone.isEmpty())
        return std::nullopt;
    return addressOf(m_config, m_config.byMember,
                     {{u"member"_s, key.member.value.section(u'/', 1)},
                      {u"channel"_s, key.member.value.section(u'/', 0, 0)}});
}

void HttpCustomerSource::look(const CustomerKey &key, Done done)
{
    const auto url = firstAddress(key);
    if (!url) {
        QMetaObject::invokeMethod(this, [done] { done(std::nullopt); }, Qt::QueuedConnection);
        return;
    }
    auto lookup = std::make_shared<Lookup>();
    lookup->done = std::move(done);
    lookup->hurry = key.hurry;
    m_client.get(*url, key.hurry, [this, lookup](const Answer<std::optional<QByteArray>> &answer) {
        if (!answer)
            return lookup->done(std::unexpected(answer.error()));
        if (!*answer)
            return lookup->done(std::nullopt);
        takeCustomer(lookup, **answer);
    });
}

void HttpCustomerSource::takeCustomer(const LookupPtr &lookup, const QByteArray &bytes)
{
    const auto answer = parseAnswer(bytes);
    if (!answer)
        return lookup->done(std::unexpected(answer.error()));
    const auto customer = readCustomer(*answer, m_config);
    if (!customer)
        return lookup->done(std::unexpected(customer.error()));
    if (!*customer)
        return lookup->done(std::nullopt);
    lookup->facts.customer = **customer;
    if (m_config.orders)
        askOrders(lookup, *answer);
    if (m_config.tickets)
        askTickets(lookup, *answer);
    lookup->close();
}

void HttpCustomerSource::ask(const LookupPtr &lookup, const QString &endpoint,
                             std::function<void(const QJsonValue &)> take)
{
    const auto url =
        addressOf(m_config, endpoint, {{u"customer"_s, lookup->facts.customer.id.value}});
    if (!url)
        return lookup->note({SystemProblem::Unreadable, u"the customer's id fits no address"_s});
    ++lookup->open;
    m_client.get(*url, lookup->hurry,
                 [lookup, take = std::move(take)](const Answer<std::optional<QByteArray>> &answer) {
                     const auto value = answer.and_then(
                         [](const std::optional<QByteArray> &bytes) -> Answer<QJsonValue> {
                             return bytes ? parseAnswer(*bytes) : QJsonValue(QJsonValue::Null);
                         });
                     if (value)
                         take(*value);
                     else
                         lookup->note(value.error());
                     lookup->close();
                 });
}

void HttpCustomerSource::askOrders(const LookupPtr &lookup, const QJsonValue &answer)
{
    if (m_config.ordersGet.isEmpty())
        return takeOrders(lookup, answer);
    ask(lookup, m_config.ordersGet,
        [this, lookup](const QJsonValue &list) { takeOrders(lookup, list); });
}

void HttpCustomerSource::askTickets(const LookupPtr &lookup, const QJsonValue &answer)
{
    if (m_config.ticketsGet.isEmpty())
        return takeTickets(lookup, answer);
    ask(lookup, m_config.ticketsGet,
        [this, lookup](const QJsonValue &list) { takeTickets(lookup, list); });
}

void HttpCustomerSource::takeOrders(const LookupPtr &lookup, const QJsonValue &answer)
{
    const auto orders = readOrders(answer, m_config);
    if (orders)
        lookup->facts.orders = *orders;
    else
        lookup->note(orders.error());
}

void HttpCustomerSource::takeTickets(const LookupPtr &lookup, const QJsonValue &answer)
{
    const auto tickets = readTickets(answer, m_config, lookup->facts.customer.id);
    if (tickets)
        lookup->facts.tickets = *tickets;
    else
        lookup->note(tickets.error());
}

} // namespace quntai
