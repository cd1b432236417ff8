// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/similarity.h"

#include "app/backend/language/normalise.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>

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

constexpr qsizetype mostTerms = 256;

/** A term and its weight in one; in the order of the pairs. */
quint64 numberOf(const std::pair<quint32, int> &term)
{
    return quint64(term.first) << 32 | quint32(term.second);
}

/** FNV-1a over UTF-16 units. */
template <class Number>
Number hashOf(QStringView text, Number start, Number prime)
{
    for (const QChar c : text)
        start = (start ^ c.unicode()) * prime;
    return start;
}

quint32 hashOf(const Term &term)
{
    return hashOf<quint32>(term.text, 2166136261u ^ quint32(term.kind), 16777619u);
}

} // namespace

Gist gistOf(QStringView text, const Lexicon &lexicon)
{
    const auto normal = normalise(text, lexicon).text;
    return gistOf(normal, tokenise(normal, lexicon), lexicon);
}

Gist gistOf(QStringView normalised, const TermList &list, const Lexicon &lexicon)
{
    Gist gist;
    const auto core = coreOf(normalised, lexicon);
    if (!core.isEmpty())
        gist.core = hashOf<quint64>(core, 14695981039346656037ull, 1099511628211ull);
    gist.terms.reserve(size_t(std::min(mostTerms, list.terms.size())));
    for (const auto &term : list.terms.first(std::min(mostTerms, list.terms.size()))) {
        gist.terms.emplace_back(hashOf(term), weightOf(term.kind));
        gist.size += weightOf(term.kind);
    }
    std::ranges::sort(gist.terms);
    return gist;
}

int similarity(const Gist &a, const Gist &b)
{
    if (a.core != 0 && a.core == b.core)
        return 1000;
    // Hashes come in no order a processor could guess: no branch hangs on them.
    int shared = 0;
    for (auto left = a.terms.begin(), right = b.terms.begin();
         left != a.terms.end() && right != b.terms.end();) {
        const auto mine = numberOf(*left);
        const auto other = numberOf(*right);
        shared += left->second * int(mine == other);
        left += mine <= other;
        right += other <= mine;
    }
    const int both = a.size + b.size;
    return both == 0 ? 0 : 2000 * shared / both;
}

int similarity(QStringView a, QStringView b, const Lexicon &lexicon)
{
    return similarity(gistOf(a, lexicon), gistOf(b, lexicon));
}

} // namespace quntai
