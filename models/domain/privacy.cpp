// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/privacy.h"

#include "models/domain/state.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4000;
constexpr qsizetype nameReach = 8;  // how far before a number its name may stand

/** Half width, unit by unit, so that places stay what they are. */
QString narrow(const QString &text)
{
    auto narrowed = text.first(std::min(text.size(), longestText));
    for (auto &c : narrowed) {
        if (c >= QChar(0xFF01) && c <= QChar(0xFF5E))
            c = QChar(c.unicode() - 0xFEE0);
        else if (c == QChar(0x3000) || c == QChar(0x00A0))
            c = u' ';
    }
    return narrowed;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const auto c : text) {
        if (c.isLetterOrNumber())
            digits.append(c.toUpper());
    }
    return digits;
}

/** "订单号：1380…": it says itself that it is another number. */
bool isNamedOtherwise(const QString &text, qsizetype start)
{
    static const QRegularExpression named(
        u"(?:单号|订单|运单|快递|物流|编号|流水号?|批次号?|条码|税号)[^0-9A-Za-z，。；\\n]{0,4}\\z"_s);
    const auto from = std::max<qsizetype>(0, start - nameReach);
    return named.match(text.mid(from, start - from)).hasMatch();
}

bool isIdNumber(const QString &digits)
{
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * digits[qsizetype(i)].digitValue();
    return digits.back() == u"10X98765432"[sum % 11];
}

bool isBankCard(const QString &digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        const int doubled = digit * 2;
        sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

bool always(const QString &)
{
    return true;
}

struct Rule
{
    PersonalKind kind;
    QRegularExpression pattern;
    bool (*holds)(const QString &digits);
};

const QList<Rule> &rules()
{
    // Before: a digit, a letter, or a digit and a separator mean that the number is longer.
    static const QString begin = u"(?<![0-9A-Za-z*])(?<![0-9][-.])"_s;
    static const QString end = u"(?![0-9A-Za-z*])(?![-.][0-9])"_s;
    static const QList<Rule> all{
        {PersonalKind::IdNumber,
         QRegularExpression(begin + u"[1-9][0-9]{5} ?(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])"
                                    u"(?:0[1-9]|[12][0-9]|3[01]) ?[0-9]{3}[0-9Xx]"_s + end),
         isIdNumber},
        {PersonalKind::BankCard,
         QRegularExpression(begin + u"(?:62|4[0-9]|5[1-5])[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?"
                                    u"[0-9]{4}(?:[ -]?[0-9]{1,3})?"_s + end),
         isBankCard},
        {PersonalKind::Mobile,
         QRegularExpression(u"(?<![0-9A-Za-z*])(?<![0-9][-.])(?:\\+?86[ -]?)?"
                            u"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"_s + end),
         always},
        {PersonalKind::Address,
         QRegularExpression(u"(?:路|街|巷|弄|道|小区|花园|公寓|苑|园|里|村|府|城|湾|庭)"
                            u"[^，。；、！？\\n]{0,12}?[0-9A-Za-z]{1,4} ?(?:幢|栋|号楼|座)"
                            u"[^，。；、！？\\n0-9]{0,4}(?:[0-9]{1,2} ?单元 ?[0-9]{3,4}(?![0-9:.元份点])"
                            u"|[0-9]{3,4} ?(?:室|房|户))"_s),
         always}};
    return all;
}

/** Short numbers count only where they are called an order: "订单 7731", "7731 那单". */
bool namesOrder(const QString &text, qsizetype start, qsizetype end)
{
    constexpr qsizetype tellingLength = 8;
    if (end - start >= tellingLength)
        return true;
    static const QRegularExpression after(u"\\A ?(?:号?订单|[那这]?个?[单笔])"_s);
    static const QRegularExpression before(u"(?:单号|订单|单)[号为是:：# ]{0,3}\\z"_s);
    const auto from = std::max<qsizetype>(0, start - nameReach);
    return before.match(text.mid(from, start - from)).hasMatch()
        || after.match(text.mid(end, nameReach)).hasMatch();
}

bool hasOrder(const Customer &customer, QStringView id)
{
    return std::ranges::any_of(customer.orders, [&](const Order &order) {
        return id.compare(order.id, Qt::CaseInsensitive) == 0;
    });
}

/** Keeps of a number what tells it from others of the same person. */
QString maskOf(PersonalKind kind, const QString &text)
{
    switch (kind) {
    case PersonalKind::Mobile: return u"1****"_s + text.last(4);
    case PersonalKind::BankCard: return u"****"_s + text.last(4);
    case PersonalKind::IdNumber: return u"******"_s;
    case PersonalKind::Address: return u"***"_s;
    case PersonalKind::Order: return u"**"_s + text.last(2);
    }
    return {};
}

bool overlaps(const QList<PersonalData> &found, const Span &span)
{
    return std::ranges::any_of(found, [&](const PersonalData &other) {
        return span.start < other.span.start + other.span.length
            && other.span.start < span.start + span.length;
    });
}

} // namespace

QList<PersonalData> personalDataIn(const QString &text)
{
    QList<PersonalData> found;
    const auto narrowed = narrow(text);
    for (const auto &rule : rules()) {
        auto matches = rule.pattern.globalMatch(narrowed);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const Span span{int(match.capturedStart()), int(match.capturedLength()), 0};
            const bool number = rule.kind != PersonalKind::Address;
            if (number && isNamedOtherwise(narrowed, span.start))
                continue;
            if (rule.holds(digitsOf(match.captured())) && !overlaps(found, span))
                found.append({rule.kind, span});
        }
    }
    std::ranges::sort(found, {}, [](const PersonalData &one) { return one.span.start; });
    return found;
}

QList<PersonalData> othersOrdersIn(const State &state, const GroupId &group,
                                   const QList<MemberId> &told, const QString &text)
{
    static const QRegularExpression number(
        u"(?<![0-9A-Za-z*])(?=[A-Za-z-]*[0-9])[0-9A-Za-z][0-9A-Za-z-]{3,31}(?![0-9A-Za-z*])"_s);
    QSet<CustomerId> theirs;
    for (const auto &member : told) {
        if (const auto *customer = customerOf(state, group, member))
            theirs.insert(customer->id);
    }
    const auto isOthers = [&](QStringView id) {
        bool others = false;
        for (const auto &customer : state.customers) {
            if (!hasOrder(customer, id))
                continue;
            if (theirs.contains(customer.id))
                return false;
            others = true;
        }
        return others;
    };
    QList<PersonalData> found;
    const auto narrowed = narrow(text);
    auto matches = number.globalMatch(narrowed);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const Span span{int(match.capturedStart()), int(match.capturedLength()), 0};
        if (namesOrder(narrowed, match.capturedStart(), match.capturedEnd())
            && isOthers(match.capturedView()))
            found.append({PersonalKind::Order, span});
    }
    return found;
}

QString redacted(const QString &text, const QList<PersonalData> &found)
{
    auto shown = text.first(std::min(text.size(), longestText));
    for (auto one = found.crbegin(); one != found.crend(); ++one) {
        const auto &[start, length, weight] = one->span;
        if (start >= 0 && length > 0 && start + length <= shown.size())
            shown.replace(start, length, maskOf(one->kind, shown.mid(start, length)));
    }
    return shown;
}

} // namespace quntai
