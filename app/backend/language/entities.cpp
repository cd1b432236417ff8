// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/entities.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestOrder = 4;
constexpr qsizetype plainOrder = 10;
constexpr qsizetype longestOrder = 24;

bool isPhone(QStringView digits)
{
    return digits.size() == 11 && digits[0] == u'1' && digits[1] >= u'3' && digits[1] <= u'9';
}

bool endsWithAny(QStringView text, std::initializer_list<QStringView> words)
{
    return std::ranges::any_of(words, [&](QStringView word) { return text.endsWith(word); });
}

bool startsWithAny(QStringView text, std::initializer_list<QStringView> words)
{
    return std::ranges::any_of(words, [&](QStringView word) { return text.startsWith(word); });
}

bool namesOrder(QStringView before, QStringView digits, QStringView after)
{
    if (digits.size() < shortestOrder || digits.size() > longestOrder)
        return false;
    while (!before.isEmpty() && (before.back() == u' ' || before.back() == u':'
                                 || before.back() == u'#' || before.back() == u'是'))
        before.chop(1);
    if (endsWithAny(before, {u"单号", u"订单", u"订单号", u"编号", u"尾号"}))
        return true;
    if (startsWithAny(after, {u"那单", u"这单", u"单", u"号单", u"的订单", u"那个订单"}))
        return true;
    // "鸡胸肉到哪了，2613"
    const bool isOwnClause = (before.isEmpty() || before.back() == u',')
        && (after.isEmpty() || after.front() == u',');
    return digits.size() >= plainOrder || isOwnClause;
}

qint64 centsOf(const QRegularExpressionMatch &match)
{
    const bool signFirst = match.hasCaptured(1);
    const auto whole = match.captured(signFirst ? 1 : 3);
    auto fraction = match.captured(signFirst ? 2 : 4);
    if (fraction.isEmpty() && !signFirst)
        fraction = match.captured(5);
    return whole.toLongLong() * 100 + fraction.leftJustified(2, u'0').first(2).toLongLong();
}

} // namespace

Entities entitiesOf(QStringView normalised)
{
    static const QRegularExpression digits(u"(?<![0-9.])[0-9]{4,24}(?![0-9])"_s);
    static const QRegularExpression money(
        u"(?:[¥￥] ?)([0-9]{1,9})(?:\\.([0-9]{1,2}))?"
        u"|(?<![0-9.])([0-9]{1,9})(?:\\.([0-9]{1,2}))? ?(?:元|块钱?|rmb)([0-9]{0,2})"_s);
    Entities found;
    for (auto each = digits.globalMatchView(normalised); each.hasNext();) {
        const auto match = each.next();
        const auto number = match.capturedView();
        const auto start = match.capturedStart();
        if (isPhone(number)) {
            found.phones.append(number.toString());
            continue;
        }
        if (namesOrder(normalised.first(start), number,
                       normalised.sliced(start + number.size())))
            found.orders.append(number.toString());
    }
    for (auto each = money.globalMatchView(normalised); each.hasNext();)
        found.cents.append(centsOf(each.next()));
    return found;
}

} // namespace quntai
