// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/carriedchange.h"

#include <algorithm>

namespace quntai {

namespace {

/** Characters beside the change that must be the same, most first: less is tried when that many
 * are nowhere, since a name may stand beside it. */
constexpr qsizetype surroundings[] = {12, 6, 3};

struct Stretch
{
    qsizetype begin = 0;
    qsizetype end = 0;  //!< in the old text
    QString now;        //!< what stands there in the new one
};

bool splitsPair(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate()
        && text.at(at - 1).isHighSurrogate();
}

Stretch changed(const QString &from, const QString &to)
{
    const auto shorter = std::min(from.size(), to.size());
    qsizetype before = 0;
    while (before < shorter && from.at(before) == to.at(before))
        ++before;
    if (splitsPair(from, before) || splitsPair(to, before))
        --before;
    qsizetype after = 0;
    while (after < shorter - before
           && from.at(from.size() - 1 - after) == to.at(to.size() - 1 - after))
        ++after;
    if (splitsPair(from, from.size() - after) || splitsPair(to, to.size() - after))
        --after;
    return {before, from.size() - after, to.sliced(before, to.size() - after - before)};
}

/** Where the sought text stands, if that is one place alone. */
std::optional<qsizetype> onlyPlaceOf(const QString &sought, const QString &in)
{
    const auto at = in.indexOf(sought);
    if (sought.isEmpty() || at < 0 || in.indexOf(sought, at + 1) >= 0)
        return std::nullopt;
    return at;
}

} // namespace

std::optional<QString> carriedChange(const QString &from, const QString &to, const QString &other)
{
    if (from == to)
        return other;
    if (from == other)
        return to;
    const auto stretch = changed(from, to);
    for (const auto width : surroundings) {
        const auto left = std::min(width, stretch.begin);
        const auto right = std::min(width, from.size() - stretch.end);
        const auto begin = stretch.begin - left;
        const auto at = onlyPlaceOf(from.sliced(begin, stretch.end + right - begin), other);
        if (!at)
            continue;
        auto carried = other;
        return carried.replace(*at + left, stretch.end - stretch.begin, stretch.now);
    }
    return std::nullopt;
}

} // namespace quntai
