// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/yamltimes.h"

#include <QRegularExpression>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostOffset = 14 * 60;

} // namespace

int minuteAt(const YAML::Node &map, const char *key, int fallback)
{
    static const QRegularExpression form(u"\\A([01]?[0-9]|2[0-4]):([0-5][0-9])\\z"_s);
    const auto node = map[key];
    if (!node)
        return fallback;
    const auto found = form.match(textAt(map, key));
    const int minute = found.captured(1).toInt() * 60 + found.captured(2).toInt();
    if (!found.hasMatch() || minute > 1440)
        throw YAML::RepresentationException(node.Mark(), std::string(key) + " must look like 08:30");
    return minute;
}

QList<int> weekdaysAt(const YAML::Node &map, const char *key)
{
    QList<int> days;
    for (const auto &day : listAt(map, key)) {
        const auto number = day.as<int>(0);
        if (number < 1 || number > 7)
            throw YAML::RepresentationException(
                day.Mark(), std::string(key) + " are 1 (Monday) to 7 (Sunday)");
        days.append(number);
    }
    return days;
}

int offsetAt(const YAML::Node &map, int fallback)
{
    return int(rangeAt(map, "utcOffsetMinutes", fallback, -mostOffset, mostOffset));
}

} // namespace quntai
