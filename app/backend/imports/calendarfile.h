// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/hours.h"
#include "models/domain/result.h"

#include <QDir>

namespace quntai {

/** Reads public holidays and made-up workdays, year by year (resources/calendar/china.yaml shows
 * the form). An error names file, line and column. */
Result<WorkCalendar> readCalendarFile(const QString &path);

/** The file a policy means by "calendar: NAME": NAME or NAME.yaml beside the policy, else the one
 * of that name that comes with the program. Empty for an empty name or when there is none. */
QString calendarPath(const QString &name, const QDir &besides);

} // namespace quntai
