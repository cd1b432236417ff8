// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"
#include "models/domain/result.h"

namespace quntai {

/** Reads a policy as people write it: fractions for thresholds and weights (0.72 is 720 ‰),
 * absent keys keep their default, unknown keys are an error so that a slip of the pen shows. */
Result<Policy> readPolicyFile(const QString &path);

/** The calendar file that policy names; empty when it names none that is there. */
QString calendarOfPolicy(const QString &path);

} // namespace quntai
