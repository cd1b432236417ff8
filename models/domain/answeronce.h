// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** The bot's drafts of one version of an entry that wait for review in several groups: a person
 * decides once. */
struct SameQuestion
{
    EntryId entry;
    int version = 0;
    QList<DraftId> drafts;  //!< oldest first
    int groups = 0;         //!< two or more
    int people = 0;         //!< askers; one who asks in two groups counts twice

    bool operator==(const SameQuestion &) const = default;
};

/** What can be decided once, oldest first. Left out is what needs a look of its own: a text that a
 * person changed, that has personal data or a word that warns, or that is for one member alone.
 * Pure. */
QList<SameQuestion> sameQuestions(const State &state);

/** That of one draft, if there is one. */
std::optional<SameQuestion> sameQuestionOf(const State &state, const DraftId &draft);

} // namespace quntai
