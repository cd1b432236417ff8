// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/similarity.h"

#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"

namespace quntai {

namespace {

// A word of the lexicon says more than two neighbouring characters, one character says little.
int weightOf(Term::Kind kind)
{
    switch (kind) {
    case Term::Kind::Word: return 4;
    case Term::Kind::Pair: return 2;
    case Term::Kind::Single: return 1;
    }
    return 0;
}

int sizeOf(const TermList &list)
{
    int size = 0;
    for (const auto &term : list.terms)
        size += weightOf(term.kind);
    return size;
}

} // namespace

int similarity(QStringView a, QStringView b, const Lexicon &lexicon)
{
    const auto first = normalise(a, lexicon).text;
    const auto second = normalise(b, lexicon).text;
    const auto core = coreOf(first, lexicon);
    if (!core.isEmpty() && core == coreOf(second, lexicon))
        return 1000;
    const auto left = tokenise(first, lexicon);
    const auto right = tokenise(second, lexicon);
    int shared = 0;
    for (const auto &term : left.terms) {
        if (right.terms.contains(term))
            shared += weightOf(term.kind);
    }
    const int both = sizeOf(left) + sizeOf(right);
    return both == 0 ? 0 : 2000 * shared / both;
}

} // namespace quntai
