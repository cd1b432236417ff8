// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/hours.h"

#include <QDate>

namespace quntai {

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
/** A year of weeks: enough for any service level, and an end for hours that never come. */
constexpr int daysAhead = 366;

/** Milliseconds since the epoch began, by a clock so many minutes east of UTC. */
qint64 localOf(int offset, Instant at)
{
    return at.ms + offset * minuteMs;
}

qint64 dayOf(qint64 local)
{
    return local / dayMs - (local % dayMs < 0 ? 1 : 0);
}

/** 20260217 for a day counted from the epoch. */
int dateNumber(qint64 day)
{
    static const auto epoch = QDate(1970, 1, 1).toJulianDay();
    const auto date = QDate::fromJulianDay(epoch + day);
    return (date.year() * 100 + date.month()) * 100 + date.day();
}

bool isWorkday(const WorkingHours &hours, qint64 day)
{
    if (hours.from >= hours.to)
        return false;
    if (hours.days.isEmpty())
        return true;
    if (!hours.calendar.isEmpty()) {
        const auto number = dateNumber(day);
        if (hours.calendar.holidays.contains(number))
            return false;
        if (hours.calendar.workdays.contains(number))
            return true;
    }
    // Day 0 was a Thursday.
    return hours.days.contains(int(((day + 3) % 7 + 7) % 7) + 1);
}

} // namespace

bool isOpen(const WorkingHours &hours, Instant at)
{
    const auto local = localOf(hours.offset, at);
    const auto day = dayOf(local);
    const auto minute = (local - day * dayMs) / minuteMs;
    return minute >= hours.from && minute < hours.to && isWorkday(hours, day);
}

Instant nextOpen(const WorkingHours &hours, Instant at)
{
    if (isOpen(hours, at))
        return at;
    const auto local = localOf(hours.offset, at);
    for (auto day = dayOf(local); day < dayOf(local) + daysAhead; ++day) {
        const auto opens = day * dayMs + hours.from * minuteMs;
        if (opens > local && isWorkday(hours, day))
            return {opens - hours.offset * minuteMs};
    }
    return at;
}

Instant afterWorking(const WorkingHours &hours, Instant from, qint64 seconds)
{
    auto left = seconds * 1000;
    auto at = from;
    for (int i = 0; i < daysAhead; ++i) {
        at = nextOpen(hours, at);
        const auto local = localOf(hours.offset, at);
        const auto closes = dayOf(local) * dayMs + hours.to * minuteMs;
        if (!isOpen(hours, at) || left <= closes - local)
            break;
        left -= closes - local;
        at.ms += closes - local;
    }
    return {at.ms + left};
}

Instant quietUntil(const QuietHours &quiet, Instant at)
{
    if (quiet.from == quiet.to)
        return at;
    const auto local = localOf(quiet.offset, at);
    const auto midnight = dayOf(local) * dayMs;
    const auto minute = (local - midnight) / minuteMs;
    const bool overnight = quiet.to < quiet.from;
    const bool isQuiet = overnight ? minute >= quiet.from || minute < quiet.to
                                   : minute >= quiet.from && minute < quiet.to;
    if (!isQuiet)
        return at;
    const auto ends = midnight + quiet.to * minuteMs + (minute >= quiet.to ? dayMs : 0);
    return {ends - quiet.offset * minuteMs};
}

} // namespace quntai
