// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/duetime.h"

#include "app/backend/language/days.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastMinute = 1439;
constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qint64 farthestMs = 366 * dayMs;
constexpr int mostDaysSought = 400;
constexpr int friday = 5;

/** A part of the day and when it is over, minutes. */
struct PartOfDay
{
    QStringView word;
    int end;
    bool afternoon;  //!< its hours count from noon on
};

const PartOfDay *partOfDay(QStringView clause)
{
    static constexpr PartOfDay parts[] = {
        {u"凌晨", 6 * 60, false},  {u"今早", 12 * 60, false}, {u"明早", 12 * 60, false},
        {u"早上", 12 * 60, false}, {u"上午", 12 * 60, false}, {u"中午", 14 * 60, true},
        {u"午后", 18 * 60, true},  {u"下午", 18 * 60, true},  {u"傍晚", 19 * 60, true},
        {u"今晚", 22 * 60, true},  {u"明晚", 22 * 60, true},  {u"晚上", 22 * 60, true},
        {u"夜里", 23 * 60, true}};
    // The last one named: "上午或下午".
    const PartOfDay *last = nullptr;
    qsizetype lastAt = -1;
    for (const auto &part : parts) {
        if (const auto at = clause.lastIndexOf(part.word); at > lastAt) {
            last = &part;
            lastAt = at;
        }
    }
    return last;
}

/** The last clock time of a clause as minutes after midnight, or −1: 3点, 3点半, 15:30, 3点20分. */
int clockIn(const QString &clause)
{
    static const QRegularExpression clock(
        u"(?<![0-9.])(?<hour>[0-9]{1,2}) ?(?::(?<minutes>[0-5][0-9])(?![0-9])"
        u"|点(?:钟|整)?(?<rest>半|[1-5]?[0-9](?=分(?!钟)|前|之前|左右|$))?)"_s);
    int found = -1;
    for (auto each = clock.globalMatch(clause); each.hasNext();) {
        const auto match = each.next();
        const int hour = match.captured(u"hour"_s).toInt();
        const auto rest = match.captured(u"rest"_s);
        const int minute = rest == u"半" ? 30
            : rest.isEmpty()             ? match.captured(u"minutes"_s).toInt()
                                         : rest.toInt();
        if (hour <= 24)
            found = hour * 60 + minute;
    }
    return found;
}

double numberIn(const QString &text)
{
    static const std::pair<QStringView, double> words[] = {
        {u"半", 0.5}, {u"一两", 2}, {u"两三", 3}, {u"三四", 4}, {u"三五", 5}, {u"四五", 5},
        {u"五六", 6}, {u"一", 1}};
    for (const auto &[word, value] : words) {
        if (text == word)
            return value;
    }
    return text.toDouble();
}

} // namespace

DueClock::DueClock(Instant now, const WorkingHours &hours)
    : m_now(now), m_hours(hours),
      m_today(QDateTime::fromMSecsSinceEpoch(now.ms + hours.offset * 60'000LL, QTimeZone::UTC)
                  .date())
{
}

Instant DueClock::at(QDate day, int minute) const
{
    const auto midnight = QDateTime(day, QTime(0, 0), QTimeZone::UTC).toMSecsSinceEpoch();
    return {midnight + (minute - m_hours.offset) * 60'000LL};
}

Instant DueClock::endOf(QDate day) const
{
    const auto closes = at(day, std::min(m_hours.to, lastMinute));
    return closes > m_now ? closes : at(day, lastMinute);
}

Instant DueClock::dueIn(const QString &clause)
{
    const auto due = found(clause);
    return due > m_now && due.ms - m_now.ms <= farthestMs ? due : Instant{};
}

Instant DueClock::found(const QString &clause)
{
    auto named = daysIn(clause, m_today);
    named.removeIf([&](QDate day) { return day < m_today; });
    const auto day = named.isEmpty() ? QDate() : named.last();
    if (day.isValid())
        m_day = day;
    if (const auto due = timeOfDay(clause, day); due.isSet())
        return due;
    if (day.isValid())
        return endOf(day);
    const auto due = span(clause);
    return due.isSet() ? due : period(clause);
}

/** A clock time or a part of the day; of the day that was named, else of the next one that has it
 * still to come. */
Instant DueClock::timeOfDay(const QString &clause, QDate named) const
{
    static const QRegularExpression oneOClock(
        u"(?<=凌晨|早上|上午|中午|午后|下午|晚上|今晚|明晚)一点(?!点)"_s);
    auto words = clause;
    words.replace(oneOClock, u"1点"_s);
    const auto *part = partOfDay(words);
    auto minute = clockIn(words);
    if (minute < 0 && !part)
        return {};
    const auto day = named.isValid() ? named : m_day.isValid() ? m_day : m_today;
    if (minute < 0)
        minute = part->end;
    else if (minute < 12 * 60
             && (part ? part->afternoon && (part->word != u"中午" || minute < 6 * 60)
                      : day == m_today ? at(day, minute) <= m_now : minute < 7 * 60))
        minute += 12 * 60;
    const auto due = at(day, std::min(minute, lastMinute));
    const bool isFree = !named.isValid() && !m_day.isValid();
    return isFree && due <= m_now ? at(day.addDays(1), minute) : due;
}

Instant DueClock::span(const QString &clause) const
{
    static const QRegularExpression pattern(
        u"(?<![第每满近这那过])(?<![0-9.])(?<number>[0-9]+(?:\\.[0-9])?|半|一两|两三|三四|三五|四五|五六|一)"
        u"(?: ?(?:[-~到至]|或者?) ?(?<more>[0-9]{1,3}))? ?(?<half>个半)?个?"
        u" ?(?<unit>分钟|小时|钟头|工作日|自然日|天|星期|礼拜|周(?![一二三四五六日天年])|月(?=内|以内|之内)|日(?=内|以内|之内))"
        u"(?<after>半)?(?! ?(?:前|之前|以前|无理由|保质|有效))"_s);
    const auto match = pattern.match(clause);
    if (!match.hasMatch())
        return {};
    auto count = match.hasCaptured(u"more"_s) ? match.captured(u"more"_s).toDouble()
                                              : numberIn(match.captured(u"number"_s));
    if (match.hasCaptured(u"half"_s) || match.hasCaptured(u"after"_s))
        count += 0.5;
    count = std::clamp(count, 0.0, 9999.0);
    const auto unit = match.captured(u"unit"_s);
    if (unit == u"分钟")
        return {m_now.ms + qint64(count * 60'000)};
    if (unit == u"小时" || unit == u"钟头")
        return {m_now.ms + qint64(count * 3'600'000)};
    if (unit == u"工作日")
        return workingDays(int(std::ceil(count)));
    if (unit == u"月")
        return endOf(m_today.addMonths(int(std::ceil(count))));
    const bool isWeek = unit == u"星期" || unit == u"礼拜" || unit == u"周";
    if (!isWeek && count < 1)
        return {m_now.ms + qint64(count * double(dayMs))};
    return endOf(m_today.addDays(qint64(std::ceil(isWeek ? count * 7 : count))));
}

Instant DueClock::workingDays(int count) const
{
    auto hours = m_hours;
    if (hours.days.isEmpty())
        hours.days = {1, 2, 3, 4, friday};
    auto day = m_today;
    for (int sought = 0; count > 0 && sought < mostDaysSought; ++sought) {
        day = day.addDays(1);
        if (isOpen(hours, at(day, hours.from)))
            --count;
    }
    return count == 0 ? endOf(day) : Instant{};
}

Instant DueClock::period(const QString &clause) const
{
    const auto has = [&](const char16_t *pattern) {
        return QRegularExpression(QString::fromUtf16(pattern)).match(clause).hasMatch();
    };
    const auto sunday = m_today.addDays(7 - m_today.dayOfWeek());
    if (has(u"下班(?:之|以)?前"))
        return endOf(m_today);
    if (has(u"下个?(?:周|星期|礼拜)"))
        return endOf(sunday.addDays(7));
    if (has(u"[本这]个?(?:周|星期|礼拜)|周末"))
        return endOf(sunday);
    if (has(u"月底|[本这]个?月"))
        return endOf(QDate(m_today.year(), m_today.month(), m_today.daysInMonth()));
    return {};
}

} // namespace quntai
