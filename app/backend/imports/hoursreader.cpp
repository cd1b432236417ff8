// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/hoursreader.h"

#include "app/backend/imports/calendarfile.h"

namespace quntai {

using namespace Qt::StringLiterals;

WorkingHours readHours(const YAML::Node &map)
{
    demandKnownKeys(map, {u"from"_s, u"to"_s, u"days"_s, u"utcOffsetMinutes"_s});
    WorkingHours hours;
    hours.from = minuteAt(map, "from", hours.from);
    hours.to = minuteAt(map, "to", hours.to);
    hours.offset = offsetAt(map, hours.offset);
    hours.days = weekdaysAt(map, "days");
    if (hours.from >= hours.to)
        throw YAML::RepresentationException(map.Mark(), "workingHours: from must be before to");
    return hours;
}

QuietHours readQuietHours(const YAML::Node &map)
{
    demandKnownKeys(map, {u"from"_s, u"to"_s, u"answers"_s, u"utcOffsetMinutes"_s});
    QuietHours quiet;
    quiet.from = minuteAt(map, "from", quiet.from) % 1440;
    quiet.to = minuteAt(map, "to", quiet.to) % 1440;
    quiet.offset = offsetAt(map, quiet.offset);
    quiet.answers = flagAt(map, "answers");
    if (quiet.from == quiet.to && map.size() > 0)
        throw YAML::RepresentationException(map.Mark(),
                                            "quietHours: from and to must differ; {} is for none");
    return quiet;
}

WorkCalendar readCalendar(const YAML::Node &policy, const QDir &folder)
{
    const auto name = textAt(policy, "calendar");
    if (name.isEmpty())
        return {};
    const auto path = calendarPath(name, folder);
    if (path.isEmpty())
        throw YAML::RepresentationException(
            policy["calendar"].Mark(), "calendar: there is no " + name.toStdString()
                + ".yaml beside the policy, and none comes with the program");
    const auto calendar = readCalendarFile(path);
    if (!calendar)
        throw YAML::RepresentationException(policy["calendar"].Mark(),
                                            calendar.error().message.toStdString());
    return *calendar;
}

} // namespace quntai
