// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <utility>
#include <vector>

namespace quntai {

class Lexicon;
struct TermList;

/** What a message is about, ready to be compared; at most some 2 KiB. */
struct Gist
{
    quint64 core = 0;  //!< hash of the text without function words; 0 when nothing is left
    std::vector<std::pair<quint32, int>> terms;  //!< hash and weight, sorted; the first 256 terms
    int size = 0;      //!< sum of the weights
};

Gist gistOf(QStringView text, const Lexicon &lexicon);
/** The same of a normalised text and its terms. */
Gist gistOf(QStringView normalised, const TermList &terms, const Lexicon &lexicon);

/** How alike two messages are, permille: shared pairs of characters and words (Dice), each read
 * through synonyms. 1000 for the same core. Pure and symmetric. */
int similarity(const Gist &a, const Gist &b);
int similarity(QStringView a, QStringView b, const Lexicon &lexicon);

} // namespace quntai
