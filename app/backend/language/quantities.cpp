// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/quantities.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostQuantities = 16;
constexpr double dayHours = 24;

struct Unit
{
    QStringView word;
    Quantity::Kind kind;
    double scale;
};

// Longer words first: "个工作日" before "个".
constexpr Unit units[] = {
    {u"个工作日", Quantity::Kind::Time, dayHours}, {u"工作日", Quantity::Kind::Time, dayHours},
    {u"个小时", Quantity::Kind::Time, 1},         {u"小时", Quantity::Kind::Time, 1},
    {u"分钟", Quantity::Kind::Time, 1.0 / 60},    {u"个星期", Quantity::Kind::Time, 7 * dayHours},
    {u"星期", Quantity::Kind::Time, 7 * dayHours}, {u"周", Quantity::Kind::Time, 7 * dayHours},
    {u"个月", Quantity::Kind::Time, 30 * dayHours}, {u"年", Quantity::Kind::Time, 365 * dayHours},
    {u"天", Quantity::Kind::Time, dayHours},      {u"日内", Quantity::Kind::Time, dayHours},
    {u"块钱", Quantity::Kind::Money, 1},          {u"块", Quantity::Kind::Money, 1},
    {u"元", Quantity::Kind::Money, 1},            {u"折", Quantity::Kind::Share, 10},
    {u"%", Quantity::Kind::Share, 1},
};

int digitOf(QChar c)
{
    static const QString digits = u"零一二三四五六七八九"_s;
    return c == u'两' ? 2 : int(digits.indexOf(c));
}

/** "十五", "三", "二十", "半". */
double chineseNumber(QStringView text)
{
    if (text == u"半")
        return 0.5;
    double sum = 0;
    double last = 0;
    for (const QChar c : text) {
        const double scale = c == u'十' ? 10 : c == u'百' ? 100 : 0;
        if (scale > 0)
            sum += std::max(last, 1.0) * scale;
        last = scale > 0 ? 0 : std::max(0, digitOf(c));
    }
    return sum + last;
}

double numberOf(QStringView text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? value : chineseNumber(text);
}

const Unit *unitOf(QStringView word)
{
    const auto found = std::ranges::find(units, word, &Unit::word);
    return found == std::end(units) ? nullptr : found;
}

Quantity quantityOf(const QRegularExpressionMatch &match)
{
    const double from = numberOf(match.capturedView(2));
    const double to = match.hasCaptured(3) && !match.capturedView(3).isEmpty()
        ? numberOf(match.capturedView(3)) : from;
    const auto word = match.capturedView(4);
    const auto *unit = unitOf(word);
    if (!unit && !match.capturedView(1).isEmpty() && word.isEmpty())
        return {Quantity::Kind::Money, from, to, {}};
    if (!unit)
        return {Quantity::Kind::Count, std::min(from, to), std::max(from, to), word.toString()};
    return {unit->kind, std::min(from, to) * unit->scale, std::max(from, to) * unit->scale, {}};
}

/** "当天": it takes no more than that day. */
void takeDays(QString &text, QList<Quantity> &found)
{
    struct Day { QString word; double from; double to; };
    static const Day days[] = {{u"当天"_s, 0, dayHours}, {u"当日"_s, 0, dayHours},
                               {u"次日"_s, dayHours, 2 * dayHours},
                               {u"第二天"_s, dayHours, 2 * dayHours}};
    for (const auto &day : days) {
        const auto at = text.indexOf(day.word);
        if (at < 0)
            continue;
        found.append({Quantity::Kind::Time, day.from, day.to, {}});
        text.replace(at, day.word.size(), QString(day.word.size(), u' '));
    }
}

const QRegularExpression &pattern()
{
    static const QRegularExpression quantity(
        u"(满)?(\\d+(?:\\.\\d+)?|[零一二两三四五六七八九十百半]+)"
        "(?:\\s*(?:-|–|~|到|至)\\s*(\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百]+))?\\s*"
        "(个工作日|工作日|个小时|小时|分钟|个星期|星期|周|个月|年|天|日内|块钱|块|元|折|%|点|号|月"
        "|次|件|份|箱|斤|公里|张|个人|人|盒|袋|瓶)?"_s);
    return quantity;
}

} // namespace

bool Quantity::overlaps(const Quantity &other) const
{
    constexpr double slack = 1e-6;  // units are scaled
    return isLike(other) && from <= other.to + slack && other.from <= to + slack;
}

QList<Quantity> takeQuantities(QString &text)
{
    QList<Quantity> found;
    takeDays(text, found);
    const auto read = text;
    for (auto each = pattern().globalMatch(read); each.hasNext();) {
        const auto match = each.next();
        const bool isBare = match.capturedView(4).isEmpty() && match.capturedView(1).isEmpty();
        if (isBare || found.size() >= mostQuantities)
            continue;
        found.append(quantityOf(match));
        text.replace(match.capturedStart(), match.capturedLength(),
                     QString(match.capturedLength(), u' '));
    }
    return found;
}

} // namespace quntai
