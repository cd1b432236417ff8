// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entryimport.h"
#include "models/domain/knowledge.h"
#include "models/domain/suggestion.h"
#include "widgets/common/paint/chip.h"

namespace quntai {

// The words of the studio for states, changes, faults and scores.

QString entryStateName(EntryState state);
ChipSpec entryStateChip(EntryState state);
/** "Published", "Corrected by an agent", … */
QString entryChangeName(EntryChange change);
/** "incomplete" → "Incomplete". */
QString faultName(const QString &code);
/** What an entry looks up: "the asker's order". */
QString lookupName(LookupKind kind);
QString importFaultText(ImportFault fault, const QString &detail);
/** What the bot does with the question, in one sentence. */
QString trialOutcome(const Trial &trial);
/** Why this entry is, or is not, the answer; entry is its live state. */
QString whyText(const Trial &trial, const std::optional<Entry> &entry);
/** How often it was suggested to agents and what became of it, with the newest remarks a line each;
 * empty: never. */
QString suggestedText(const SuggestionTally &tally);
/** "11-26 14:28" */
QString dayClockText(Instant at);

} // namespace quntai
