// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/imports/yaml.h"
#include "models/domain/hours.h"

namespace quntai {

// What is wrong throws YAML::Exception with its place, as in yaml.h.

/** "08:30" as minutes, "24:00" as 1440; fallback when absent. */
int minuteAt(const YAML::Node &map, const char *key, int fallback);
/** Days of the week, 1 Monday – 7 Sunday. */
QList<int> weekdaysAt(const YAML::Node &map, const char *key);
/** utcOffsetMinutes. */
int offsetAt(const YAML::Node &map, int fallback);

/** from, to, days, utcOffsetMinutes. */
WorkingHours readHours(const YAML::Node &map);
/** from, to, answers, utcOffsetMinutes. */
QuietHours readQuietHours(const YAML::Node &map);
/** The calendar named by a policy that lies in that folder; an empty one when it names none. */
WorkCalendar readCalendar(const YAML::Node &policy, const QDir &folder);

} // namespace quntai
