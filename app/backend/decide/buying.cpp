// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/buying.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array buyWords{
    u"怎么买",   u"怎么购买", u"怎么下单", u"如何购买", u"如何下单", u"在哪买",   u"哪里买",
    u"哪里可以买", u"想买",     u"我要买",   u"要订",     u"想订",     u"我要订",   u"想下单",
    u"订购",     u"预订",     u"预定",     u"采购",     u"批发",     u"进货",     u"团购",
    u"报价",     u"购买链接", u"下单链接", u"有货吗",   u"有现货",   u"还有货",   u"能发多少"};
constexpr std::array priceWords{u"多少钱",   u"什么价", u"价格",   u"怎么卖",
                                u"几块钱",   u"多少一", u"有优惠", u"便宜点"};
/** Something bought before is the matter: "团购的鸡蛋碎了". */
constexpr std::array troubleWords{u"退", u"换货", u"坏", u"破", u"碎", u"漏", u"烂", u"没到",
                                  u"没收到", u"少发", u"发错", u"投诉", u"赔", u"差评", u"过期",
                                  u"催", u"还没发", u"骗"};

const auto number = u"([0-9]{1,6}|[一二两三四五六七八九十百千万]{1,7})"_s;
const auto unit = u"(箱|件|盒|份|袋|斤|公斤|千克|kg|吨|瓶|提|套|桶|包|打|只|条|个|罐|板)"_s;

/** "二十", "一百五十", "两千"; 0 for what is no number. */
int chineseNumber(QStringView text)
{
    static const auto digits = u"零一二三四五六七八九"_s;
    int whole = 0;
    int section = 0;
    int digit = 0;
    for (const auto c : text) {
        const auto step = c == u'十' ? 10 : c == u'百' ? 100 : c == u'千' ? 1000 : 0;
        if (step > 0) {
            section += std::max(digit, 1) * step;
            digit = 0;
        } else if (c == u'万') {
            whole = std::max(section + digit, 1) * 10'000;
            section = digit = 0;
        } else {
            digit = c == u'两' ? 2 : int(std::max<qsizetype>(digits.indexOf(c), 0));
        }
    }
    return whole + section + digit;
}

int numberOf(const QString &text)
{
    return text[0].isDigit() ? text.toInt() : chineseNumber(text);
}

void noteQuantities(const QRegularExpression &form, const QString &text, BuyingSigns &signs)
{
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const auto found = matches.next();
        const auto quantity = numberOf(found.captured(1));
        if (quantity <= signs.quantity)
            continue;
        signs.quantity = quantity;
        signs.amount = found.captured(1) + found.captured(2);
    }
}

bool hasTrouble(const QString &text)
{
    return std::ranges::any_of(troubleWords, [&](const char16_t *word) {
        return text.contains(QStringView(word));
    });
}

} // namespace

BuyingSigns buyingSignsIn(const QString &normalised, const QStringList &own)
{
    // "要20箱", not "买了20箱"; and "20箱多少钱".
    static const QRegularExpression wanted(
        u"(?:要|来|订|定|买|拿|进|采购|预订|预定|需要|下单|批发) ?(?:约|大概|差不多)? ?"_s + number
        + u" ?"_s + unit);
    static const QRegularExpression priced(
        number + u" ?"_s + unit + u"[^0-9,.!?]{0,6}(?:多少钱|什么价|怎么卖|优惠|便宜|批发|包邮)"_s);
    BuyingSigns signs;
    noteQuantities(wanted, normalised, signs);
    if (hasTrouble(normalised))
        return signs;
    noteQuantities(priced, normalised, signs);
    const auto note = [&](QStringView word, bool isPlain) {
        if (word.isEmpty() || !normalised.contains(word))
            return;
        signs.words.append(word.toString());
        signs.isPlain = signs.isPlain || isPlain;
    };
    for (const char16_t *word : buyWords)
        note(QStringView(word), true);
    for (const auto &word : own)
        note(word, true);
    for (const char16_t *word : priceWords)
        note(QStringView(word), false);
    signs.words.removeDuplicates();
    return signs;
}

} // namespace quntai
