// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"

namespace quntai {

/** One feature of a text for retrieval. Kinds do not mix: the text is prefixed by its kind. */
struct Term
{
    enum class Kind { Single, Pair, Word };
    Kind kind = Kind::Word;
    QString text;

    bool operator==(const Term &) const = default;
};

/** The terms of a text in order of their first place, each once, with its count.
 *
 * Words are numbers, Latin words and members of synonym sets (as the set's head); Single and
 * Pair are characters and neighbouring pairs of Chinese characters. Stop words make none.
 */
struct TermList
{
    QList<Term> terms;
    QList<int> counts;

    bool isEmpty() const { return terms.isEmpty(); }
};

/** Reads a normalised text. Numbers of six or more digits say which order, not what is asked:
 * they make no term. Pure. */
TermList tokenise(QStringView normalised, const Lexicon &lexicon);

/** The text without stop words, punctuation and spaces: two texts with the same core ask the
 * same. All letters when nothing else is left. */
QString coreOf(QStringView normalised, const Lexicon &lexicon);

} // namespace quntai
