// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/report.h"

namespace quntai {

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 dayMs = 24 * hourMs;

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

LocalHour localHour(Instant at, int offsetMinutes)
{
    const auto hours = floorDiv(at.ms + offsetMinutes * 60000LL, hourMs);
    const auto days = floorDiv(hours, 24);
    // 1970-01-01 was a Thursday.
    return {int(((days + 3) % 7 + 7) % 7) + 1, int(hours - days * 24)};
}

Instant localDayStart(Instant at, int offsetMinutes)
{
    const auto shift = offsetMinutes * 60000LL;
    return {floorDiv(at.ms + shift, dayMs) * dayMs - shift};
}

} // namespace quntai
