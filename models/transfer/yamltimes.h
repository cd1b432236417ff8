// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transfer/yaml.h"

namespace quntai {

// Times of day and days in files people write. What is wrong throws YAML::Exception with its place,
// as in yaml.h.

/** "08:30" as minutes, "24:00" as 1440; fallback when absent. */
int minuteAt(const YAML::Node &map, const char *key, int fallback);
/** Days of the week, 1 Monday – 7 Sunday. */
QList<int> weekdaysAt(const YAML::Node &map, const char *key);
/** utcOffsetMinutes. */
int offsetAt(const YAML::Node &map, int fallback);

} // namespace quntai
