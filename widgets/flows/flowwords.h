// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/flowmodel.h"
#include "widgets/common/paint/chip.h"

namespace quntai {

// The words of the page of flows.

/** When it speaks: "When somebody joins", "Mon, Fri 10:00", "When somebody says 领券". */
QString flowTriggerText(const Flow &flow);
/** Why it said nothing: "quiet hours", … */
QString flowSkipText(FlowSkip why);
/** What became of it: "Spoke 12 ×, last 11-26 14:28 · 3 × nothing: quiet hours". */
QString flowCountsText(const FlowRow &row);
/** Where it was written: "From flows.yaml, changed here since"; empty when it stands in no file. */
QString flowSourceText(const Flow &flow);
ChipSpec flowChip(const Flow &flow);

} // namespace quntai
