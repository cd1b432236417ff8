// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/hours.h"
#include "models/transfer/yamltimes.h"

namespace quntai {

// What is wrong throws YAML::Exception with its place, as in yaml.h.

/** from, to, days, utcOffsetMinutes. */
WorkingHours readHours(const YAML::Node &map);
/** from, to, answers, utcOffsetMinutes. */
QuietHours readQuietHours(const YAML::Node &map);
/** The calendar named by a policy that lies in that folder; an empty one when it names none. */
WorkCalendar readCalendar(const YAML::Node &policy, const QDir &folder);

} // namespace quntai
