// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/composing.h"

#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"

#include <QRegularExpression>

#include <algorithm>

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

} // namespace

QStringList ordersNamed(const Scene &scene, const Message &asked, const Topic *topic)
{
    QStringList named = entitiesOf(normalise(wordsOf(asked), scene.lexicon()).text).orders;
    if (!topic)
        return named;
    const auto messages = messagesOf(scene.group(topic->group), topic->id);
    for (auto at = messages.crbegin(); at != messages.crend(); ++at) {
        if (!isFromMember(**at) || (*at)->author.id != asked.author.id)
            continue;
        named += entitiesOf(normalise(wordsOf(**at), scene.lexicon()).text).orders;
    }
    return named;
}

Filled fill(const Scene &scene, const Entry &entry, const Message &asked, const Topic *topic)
{
    static const QRegularExpression variable(u"\\{\\{\\s*([^{}]{1,20}?)\\s*\\}\\}"_s);
    QMap<QString, QString> values{{u"称呼"_s, salutation(asked.author.name)}};
    if (const auto *customer = customerOf(scene.state, asked.group, {asked.author.id})) {
        const auto named = ordersNamed(scene, asked, topic);
        if (const auto *order = orderFor(*customer, entry.answer, named))
            values.insert(orderValues(*order));
    }
    Filled filled;
    qsizetype end = 0;
    for (auto each = variable.globalMatch(entry.answer); each.hasNext();) {
        const auto match = each.next();
        filled.text += entry.answer.sliced(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const auto name = match.captured(1);
        if (values.contains(name))
            filled.text += values.value(name);
        else
            filled.missing.append(name);
    }
    filled.text += entry.answer.sliced(end);
    return filled;
}

QString labelled(const Policy &policy, const QString &text)
{
    return text.startsWith(policy.aiLabel) ? text : policy.aiLabel + text;
}

QString didYouMean(const QList<Candidate> &candidates)
{
    QStringList lines;
    for (const auto &candidate : candidates.first(std::min<qsizetype>(candidates.size(),
                                                                      choicesShown)))
        lines.append(u"%1. %2"_s.arg(lines.size() + 1).arg(candidate.title));
    if (lines.size() == 1)
        return u"您是不是想问：%1？是的话回复 1，不是的话换个说法告诉我就行。"_s.arg(
            candidates.first().title);
    return u"您是不是想问：\n%1\n回复数字就行，都不是的话换个说法告诉我。"_s.arg(lines.join(u'\n'));
}

QString askForOrder()
{
    return u"好的，我帮您查。麻烦告诉我是哪一单，发一下订单号就行（手机号、地址请别发在群里）。"_s;
}

QString askForMore()
{
    return u"不好意思，我没太明白您的意思，能再说得具体一点吗？比如是哪样商品、遇到了什么情况。"_s;
}

QString holdingText()
{
    return u"已为您转接人工客服，请稍等，同事马上来跟进。"_s;
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
