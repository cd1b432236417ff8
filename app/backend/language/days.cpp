// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/days.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRead = 2000;
constexpr qsizetype mostDays = 4;
constexpr int daysOfWeek = 7;

const QString &numerals()
{
    static const QString signs = u"零一二三四五六七八九十"_s;
    return signs;
}

/** 1–99 from digits or Chinese numerals: 5, 05, 五, 十五, 二十, 二十三; 0 when it is neither. */
int numberOf(QStringView text)
{
    bool isDigits = false;
    if (const int number = text.toInt(&isDigits); isDigits)
        return number;
    int tens = 0;
    int ones = 0;
    for (const QChar sign : text) {
        const auto value = int(numerals().indexOf(sign));
        if (value < 0)
            return 0;
        if (value < 10)
            ones = value;
        else
            tens = std::exchange(ones, 0) * 10 + (tens == 0 && text.startsWith(sign) ? 10 : 0);
    }
    return tens + ones;
}

int weekdayOf(QChar sign)
{
    if (sign == u'日' || sign == u'天')
        return 7;
    return sign.isDigit() ? sign.digitValue() : int(numerals().indexOf(sign));
}

/** Days from the day of writing: 前天 −2. */
int distanceOf(QStringView word)
{
    static const std::pair<QStringView, int> words[] = {
        {u"大前", -3}, {u"大后", 3}, {u"前", -2}, {u"昨", -1}, {u"今", 0}, {u"明", 1}, {u"后", 2}};
    for (const auto &[start, days] : words) {
        if (word.startsWith(start))
            return days;
    }
    return 0;
}

bool tellsOfThePast(QStringView after)
{
    static const QRegularExpression done(
        u"\\A(?:早上|上午|中午|下午|晚上|晚)?(?:就|才|刚)?(?:已经)?"
        u"(?:买|收|到|下单|下的|送|拿|订|拍|签收|取)[^,.!?;，。！？；]{0,3}?[了的过]"_s);
    return done.matchView(after).hasMatch();
}

/** weeks: 上 −1, 下 1; 0 with isThis: 这周; without: the nearest in the direction the words tell. */
QDate weekday(QDate written, QStringView prefix, int day, QStringView after)
{
    const auto monday = written.addDays(1 - written.dayOfWeek());
    if (!prefix.isEmpty()) {
        const auto weeks = prefix.count(u'下') - prefix.count(u'上');
        return monday.addDays(weeks * daysOfWeek + day - 1);
    }
    const auto inWeek = monday.addDays(day - 1);
    if (tellsOfThePast(after))
        return inWeek > written ? inWeek.addDays(-daysOfWeek) : inWeek;
    return inWeek < written ? inWeek.addDays(daysOfWeek) : inWeek;
}

/** The candidate nearest to the day of writing, the later one of two; null when none is a day. */
QDate nearest(QDate written, std::initializer_list<QDate> candidates)
{
    QDate best;
    for (const auto day : candidates) {
        if (day.isValid()
            && (!best.isValid()
                || std::abs(written.daysTo(day)) <= std::abs(written.daysTo(best))))
            best = day;
    }
    return best;
}

QDate dayOfMonth(QDate written, int day)
{
    const auto in = [&](int months) {
        const auto first = QDate(written.year(), written.month(), 1).addMonths(months);
        return QDate(first.year(), first.month(), day);
    };
    return nearest(written, {in(-1), in(0), in(1)});
}

QDate dayOfYear(QDate written, int month, int day)
{
    const int year = written.year();
    return nearest(written, {QDate(year - 1, month, day), QDate(year, month, day),
                             QDate(year + 1, month, day)});
}

const QRegularExpression &dayPattern()
{
    static const QRegularExpression pattern(
        u"(?<relative>大前天|大后天|前天|昨天|昨日|昨晚|今天|今日|今早|今晚|明天|明日|明早|明晚|后天)"
        u"|(?<week>上上|下下|上|下|这|本)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])(?![0-9])"
        u"|(?<year>20[0-9]{2}) ?[年./-] ?(?<ymonth>[0-9]{1,2}) ?[月./-] ?(?<yday>[0-9]{1,2})(?![0-9])"
        u"|(?<![0-9一二三四五六七八九十])(?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?"
        u"(?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9一二三四五六七八九十]|[个份盒斤箱])[日号]?"
        u"|(?<![0-9一二三四五六七八九十月单尾门第])(?<only>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]"
        u"(?![楼店线门单机码柜桌房院仓口车库台员])"_s);
    return pattern;
}

QDate dayOf(const QRegularExpressionMatch &match, QStringView text, QDate written)
{
    if (match.hasCaptured(u"relative"_s))
        return written.addDays(distanceOf(match.capturedView(u"relative"_s)));
    if (match.hasCaptured(u"weekday"_s))
        return weekday(written, match.capturedView(u"week"_s),
                       weekdayOf(match.capturedView(u"weekday"_s)[0]),
                       text.sliced(match.capturedEnd()));
    if (match.hasCaptured(u"year"_s))
        return QDate(numberOf(match.capturedView(u"year"_s)),
                     numberOf(match.capturedView(u"ymonth"_s)),
                     numberOf(match.capturedView(u"yday"_s)));
    if (match.hasCaptured(u"month"_s))
        return dayOfYear(written, numberOf(match.capturedView(u"month"_s)),
                         numberOf(match.capturedView(u"day"_s)));
    return dayOfMonth(written, numberOf(match.capturedView(u"only"_s)));
}

} // namespace

QList<QDate> daysIn(QStringView normalised, QDate written)
{
    QList<QDate> days;
    if (!written.isValid())
        return days;
    const auto text = normalised.first(std::min(normalised.size(), longestRead));
    for (auto each = dayPattern().globalMatchView(text); each.hasNext();) {
        const auto day = dayOf(each.next(), text, written);
        if (day.isValid() && !days.contains(day))
            days.append(day);
        if (days.size() == mostDays)
            break;
    }
    return days;
}

QString dayText(QDate day)
{
    static const QString names = u"一二三四五六日"_s;
    return u"%1月%2日（周%3）"_s.arg(day.month()).arg(day.day()).arg(names[day.dayOfWeek() - 1]);
}

} // namespace quntai
