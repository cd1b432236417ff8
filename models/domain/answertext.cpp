// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/answertext.h"

#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 12;

QString yuan(qint64 cents)
{
    return u"%1.%2 元"_s.arg(cents / 100).arg(cents % 100, 2, 10, QChar(u'0'));
}

/** The order an answer is about: one the asker named (whole number or its end), else the newest
 * that has what the template needs. */
const Order *orderFor(const Customer &customer, const QString &text, const QStringList &named)
{
    for (const auto &number : named) {
        for (const auto &order : customer.orders) {
            if (order.id == number || order.id.endsWith(number))
                return &order;
        }
    }
    if (!named.isEmpty())
        return nullptr;
    const bool refund = text.contains(u"{{退款"_s);
    for (const auto &order : customer.orders) {
        if (!refund || !order.refundState.isEmpty())
            return &order;
    }
    return nullptr;
}

QMap<QString, QString> orderValues(const Order &order)
{
    QMap<QString, QString> values{{u"订单号"_s, order.id}};
    const auto put = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            values.insert(name, value);
    };
    put(u"订单状态"_s, order.status);
    put(u"物流状态"_s, order.logistics.value(0));
    put(u"退款状态"_s, order.refundState);
    if (order.refundCents > 0)
        values.insert(u"退款金额"_s, yuan(order.refundCents));
    return values;
}

QMap<QString, QString> ticketValues(const Ticket &ticket)
{
    QMap<QString, QString> values;
    if (!ticket.title.isEmpty())
        values.insert(u"工单"_s, ticket.title);
    if (!ticket.state.isEmpty())
        values.insert(u"工单状态"_s, ticket.state);
    return values;
}

} // namespace

FilledAnswer fillAnswer(const State &state, const GroupId &group, const Author &asker,
                        const QString &answer, const QStringList &named,
                        const QMap<QString, QString> &told)
{
    static const QRegularExpression variable(u"\\{\\{\\s*([^{}]{1,20}?)\\s*\\}\\}"_s);
    auto values = told;
    values.insert(u"称呼"_s, salutation(asker.name));
    if (const auto *customer = customerOf(state, group, {asker.id})) {
        if (const auto *order = orderFor(*customer, answer, named))
            values.insert(orderValues(*order));
        const auto tickets = ticketsOf(state, customer->id);
        if (!tickets.isEmpty())
            values.insert(ticketValues(tickets.constFirst()));
    }
    FilledAnswer filled;
    qsizetype end = 0;
    for (auto each = variable.globalMatch(answer); each.hasNext();) {
        const auto match = each.next();
        filled.text += answer.sliced(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const auto name = match.captured(1);
        if (values.contains(name)) {
            const auto value = values.value(name);
            // Whoever has no name that can be spoken is greeted 您好, not 您您好.
            if (value != u"您" || !answer.sliced(end).startsWith(u'您'))
                filled.text += value;
        } else {
            filled.text += match.captured();
            filled.missing.append(name);
        }
    }
    filled.text += answer.sliced(end);
    return filled;
}

QStringList answerVariables()
{
    return {u"称呼"_s, u"订单号"_s, u"订单状态"_s, u"物流状态"_s, u"退款金额"_s, u"退款状态"_s,
            u"工单"_s, u"工单状态"_s};
}

QString salutation(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain.append(c);
        else if (!plain.isEmpty())
            break;
        if (plain.size() >= longestName)
            break;
    }
    return plain.isEmpty() ? u"您"_s : plain;
}

} // namespace quntai
