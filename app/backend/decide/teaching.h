// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** Adds what a person's decision on a draft teaches: that the asker's words mean its entry, or that
 * they do not. Nothing where the decision is about something else (a changed text, a sensitive word,
 * personal data, a private text), and nothing the entry's own words already say. */
void teachByDraft(Scene &scene, const User &by, const Draft &draft, bool good);

/** Adds what an agent teaches who answers a question with the suggestion of an entry. */
void teachBySuggestion(Scene &scene, const User &by, const Topic &topic, const MessageId &question,
                       const EntryId &entry);

/** A question and the entry that was suggested for it. */
struct Suggested
{
    MessageId question;
    EntryId entry;
};

/** Adds what an agent teaches who says of a suggestion that it is right or wrong, and takes back
 * what the same person's mark of before taught. Partly and unsaid teach nothing. */
void teachByMark(Scene &scene, const User &by, const Topic &topic, const Suggested &what,
                 Correctness was, Correctness now);

/** Takes back what was learned of these words, or from this message: a correction says what they
 * mean. */
void forgetLessonsOf(Scene &scene, const User &by, const QString &question,
                     const MessageId &asked);

/** The entry has the question among its own words, in other punctuation or with other small words
 * perhaps. */
bool hasPhrasing(const Entry &entry, const QString &question, const Lexicon &lexicon);

} // namespace quntai
