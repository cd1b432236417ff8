// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/customerlookup.h"

#include <QString>

namespace quntai {

// Words for how it stands with the outside system.

/** "it does not answer in time"; empty for None. */
QString systemProblemText(SystemProblem problem);
/** "updated 3 min ago", later "updated 14:28"; empty when it was never asked. */
QString ageText(Instant at, Instant now);
/** One or two sentences on what is so; empty when all is well. */
QString lookupText(const CustomerLookup &lookup);

} // namespace quntai
