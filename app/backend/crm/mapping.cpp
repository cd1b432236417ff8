// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/mapping.h"

#include "app/backend/crm/answerfields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// So that a customer with everything still fits into one message of the console protocol.
constexpr int mostOrders = 20;
constexpr int mostLines = 10;
constexpr int mostSteps = 6;
constexpr int mostTickets = 20;
constexpr int mostTags = 12;
constexpr int mostListed = 500;   //!< looked at, to find the newest

std::unexpected<SystemTrouble> unreadable(const QString &what)
{
    return trouble(SystemProblem::Unreadable, what);
}

/** The items of a list; a single thing counts as a list of one, nothing as an empty one. */
Answer<QJsonArray> listAt(const QJsonValue &answer, const JsonPath &at, const QString &what)
{
    const auto value = at.in(answer);
    if (value.isNull() || value.isUndefined())
        return QJsonArray();
    if (!value.isArray())
        return unreadable(u"where the %1 should stand is no list"_s.arg(what));
    return value.toArray();
}

CustomerLevel levelOf(const QString &word)
{
    const auto latin = word.toLower().toStdString();
    const auto &words = enumWords<CustomerLevel>;
    const auto at = std::ranges::find(words, std::string_view(latin));
    return at == words.end() ? CustomerLevel::Normal : CustomerLevel(at - words.begin());
}

QList<OrderLine> linesOf(const FieldReader &read, const QJsonValue &order,
                         const OrderMapping &mapping)
{
    QList<OrderLine> lines;
    if (!mapping.lineName.path)
        return lines;
    const auto items = mapping.linesAt.in(order).toArray();
    for (qsizetype i = 0; i < items.size() && lines.size() < mostLines; ++i) {
        OrderLine line;
        line.name = read.text(items.at(i), mapping.lineName, 80);
        line.quantity = mapping.lineQuantity.path ? read.count(items.at(i), mapping.lineQuantity) : 1;
        line.priceCents = read.money(items.at(i), mapping.linePrice);
        if (!line.name.isEmpty())
            lines.append(line);
    }
    return lines;
}

Order orderOf(const FieldReader &read, const QJsonValue &value, const OrderMapping &mapping)
{
    Order order;
    order.id = read.id(value, mapping.id);
    order.lines = linesOf(read, value, mapping);
    order.totalCents = read.money(value, mapping.total);
    order.placedAt = read.time(value, mapping.placedAt);
    order.status = read.text(value, mapping.status, 40);
    order.logistics = read.texts(value, mapping.logistics, mostSteps, 120);
    order.refundState = read.text(value, mapping.refundState, 40);
    order.refundCents = read.money(value, mapping.refund);
    return order;
}

Ticket ticketOf(const FieldReader &read, const QJsonValue &value, const TicketMapping &mapping)
{
    Ticket ticket;
    ticket.id = {read.id(value, mapping.id)};
    ticket.title = read.text(value, mapping.title, 120);
    ticket.state = read.text(value, mapping.state, 40);
    ticket.closed = mapping.closedStates.contains(read.bare(value, mapping.state));
    ticket.url = read.url(value, mapping.url);
    ticket.updatedAt = read.time(value, mapping.updatedAt);
    return ticket;
}

} // namespace

Answer<QJsonValue> parseAnswer(const QByteArray &bytes)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return unreadable(u"the answer is no JSON: %1"_s.arg(problem.errorString()));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

Answer<std::optional<Customer>> readCustomer(const QJsonValue &answer, const CrmConfig &config)
{
    const FieldReader read(config.utcOffsetMinutes);
    const auto &mapping = config.customer;
    auto record = mapping.at.in(answer);
    if (record.isArray())
        record = record.toArray().at(0);
    if (record.isNull() || record.isUndefined() || record.toObject().isEmpty())
        return std::nullopt;
    Customer customer;
    customer.id = {read.id(record, mapping.id)};
    if (customer.id.isEmpty())
        return unreadable(u"the customer in the answer has no id"_s);
    customer.name = read.text(record, mapping.name, 60);
    customer.level = levelOf(read.text(record, mapping.level, 20));
    customer.tags = read.texts(record, mapping.tags, mostTags, 40);
    customer.since = read.day(record, mapping.since);
    customer.phoneMasked = maskedPhone(read.bare(record, mapping.phone));
    customer.note = read.text(record, mapping.note, 500);
    customer.orders30d = read.count(record, mapping.orders30d);
    customer.spend30dCents = read.money(record, mapping.spend30d);
    customer.refunds = read.count(record, mapping.refunds);
    return customer;
}

Answer<QList<Order>> readOrders(const QJsonValue &answer, const CrmConfig &config)
{
    const FieldReader read(config.utcOffsetMinutes);
    const auto items = listAt(answer, config.orders->at, u"orders"_s);
    if (!items)
        return std::unexpected(items.error());
    QList<Order> orders;
    for (qsizetype i = 0; i < items->size() && i < mostListed; ++i) {
        const auto order = orderOf(read, items->at(i), *config.orders);
        if (!order.id.isEmpty() && !std::ranges::contains(orders, order.id, &Order::id))
            orders.append(order);
    }
    std::ranges::stable_sort(orders, std::greater{}, &Order::placedAt);
    return orders.first(std::min<qsizetype>(mostOrders, orders.size()));
}

Answer<QList<Ticket>> readTickets(const QJsonValue &answer, const CrmConfig &config,
                                  const CustomerId &customer)
{
    const FieldReader read(config.utcOffsetMinutes);
    const auto items = listAt(answer, config.tickets->at, u"tickets"_s);
    if (!items)
        return std::unexpected(items.error());
    QList<Ticket> tickets;
    for (qsizetype i = 0; i < items->size() && i < mostListed; ++i) {
        auto ticket = ticketOf(read, items->at(i), *config.tickets);
        ticket.customer = customer;
        if (!ticket.id.isEmpty() && !std::ranges::contains(tickets, ticket.id, &Ticket::id))
            tickets.append(ticket);
    }
    std::ranges::stable_sort(tickets, std::greater{}, &Ticket::updatedAt);
    return tickets.first(std::min<qsizetype>(mostTickets, tickets.size()));
}

} // namespace quntai
