// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rowentities.h"

#include "models/domain/privacy.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/bodytext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostEntities = 8;
constexpr qsizetype kMostRead = 4000;
constexpr qsizetype kMostOrders = 20;
constexpr qsizetype kFewestLetters = 2;
constexpr int kLongestLabel = 24;

bool isPhone(const PersonalData &data)
{
    return data.kind == PersonalKind::Mobile;
}

/// Who wrote it and who asks in its topic, as far as they are known.
QList<const Customer *> customersOf(const State &state, const Message &message, const Topic *topic)
{
    QList<MemberId> people{{message.author.id}};
    if (topic)
        people += topic->askers;
    QList<const Customer *> known;
    for (const MemberId &member : people) {
        const Customer *customer = customerOf(state, message.group, member);
        if (customer && !known.contains(customer))
            known.append(customer);
    }
    return known;
}

QStringList ordersIn(const QString &text, const QList<const Customer *> &customers)
{
    QStringList numbers = numbersIn(text);
    numbers.removeIf([&](const QString &number) {
        return std::ranges::none_of(customers, [&](const Customer *customer) {
            return std::ranges::any_of(customer->orders, [&](const Order &order) {
                return order.id.endsWith(number);
            });
        });
    });
    return numbers;
}

QStringList phonesIn(const QString &text)
{
    QStringList phones;
    for (const PersonalData &data : personalDataIn(text)) {
        if (isPhone(data))
            phones.append(text.mid(data.span.start, data.span.length));
    }
    return phones;
}

QStringList productsIn(const QString &text, const QList<const Customer *> &customers)
{
    QStringList products;
    for (const Customer *customer : customers) {
        const qsizetype orders = qMin(customer->orders.size(), kMostOrders);
        for (const Order &order : customer->orders.first(orders)) {
            for (const OrderLine &line : order.lines)
                products.append(productIn(text, line.name));
        }
    }
    products.removeAll(QString());
    return products;
}

QString word(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

} // namespace

QString productIn(const QString &text, const QString &product)
{
    static const QRegularExpression size(u"[\\s0-9×*（(【\\[].*$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    QString name = product.left(kMaxLineText);
    name.remove(size);
    for (qsizetype from = 0; name.size() - from >= kFewestLetters; ++from) {
        const QString end = name.sliced(from);
        if (!end.front().isLowSurrogate() && text.contains(end))
            return end;
    }
    return {};
}

QStringList entitiesIn(const State &state, const Message &message, const Topic *topic)
{
    const QString text = message.text.left(kMostRead);
    const QList<const Customer *> customers = customersOf(state, message, topic);
    QStringList found = ordersIn(text, customers) + phonesIn(text) + productsIn(text, customers);
    found.removeDuplicates();
    return found.first(qMin(found.size(), kMostEntities));
}

EntityKind entityKindOf(const QString &text)
{
    if (!phonesIn(text).isEmpty())
        return EntityKind::Phone;
    const bool number = std::ranges::all_of(text, [](QChar one) { return one.isDigit(); });
    return number ? EntityKind::Order : EntityKind::Product;
}

QString entityAction(const QString &text)
{
    switch (entityKindOf(text)) {
    case EntityKind::Phone:
        return word(QT_TRANSLATE_NOOP("Timeline", "Find the customer of %1"))
            .arg(redacted(text, personalDataIn(text)));
    case EntityKind::Order:
        return word(QT_TRANSLATE_NOOP("Timeline", "Show order %1"))
            .arg(visibleText(text, kLongestLabel));
    case EntityKind::Product:
        return word(QT_TRANSLATE_NOOP("Timeline", "Look up “%1”"))
            .arg(visibleText(text, kLongestLabel));
    }
    return {};
}

} // namespace quntai
