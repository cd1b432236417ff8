// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/satisfaction.h"

#include "app/backend/language/normalise.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qsizetype longestRead = 400;

bool endsClause(QChar c)
{
    static constexpr std::u16string_view ends = u",.!;~\n。，！；…";
    return ends.find(c.unicode()) != ends.npos;
}

/** Clauses with their question marks: those tell that they ask. */
QList<QStringView> clausesOf(QStringView text)
{
    QList<QStringView> clauses;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const bool ends = at == text.size() || endsClause(text[at]);
        const bool asks = !ends && text[at] == u'?';
        if (!ends && !asks)
            continue;
        const auto to = asks ? at + 1 : at;
        if (to > from)
            clauses.append(text.sliced(from, to - from));
        from = at + 1;
    }
    return clauses;
}

/** What one clause tells by itself, whoever asked. */
std::optional<bool> told(QStringView clause, const SatisfactionWords &words)
{
    if (words.unsolved.occursIn(clause) && !words.unsolvedNot.occursIn(clause))
        return false;
    if (words.open.occursIn(clause))
        return std::nullopt;
    if (words.solved.contains(lettersOf(clause)) || words.solvedIn.occursIn(clause))
        return true;
    return std::nullopt;
}

/** A yes or no to "solved?". "没，谢谢" is a no with thanks, so any no counts more than a yes. */
std::optional<bool> answered(const QList<QStringView> &clauses, const SatisfactionWords &words)
{
    const auto says = [&](const WordTrie &list) {
        return std::ranges::any_of(clauses, [&](QStringView clause) {
            return !clause.endsWith(u'?') && list.contains(lettersOf(clause));
        });
    };
    if (says(words.no))
        return false;
    return says(words.yes) ? std::optional(true) : std::nullopt;
}

} // namespace

std::optional<bool> solvedIn(QStringView text, bool asked, const Lexicon &lexicon)
{
    const auto normal = normalise(text.first(std::min(text.size(), longestRead)), lexicon).text;
    const auto clauses = clausesOf(normal);
    std::optional<bool> last;
    for (const auto &clause : clauses) {
        if (const auto here = told(clause, lexicon.satisfaction))
            last = here;
    }
    return last || !asked ? last : answered(clauses, lexicon.satisfaction);
}

} // namespace quntai
