// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/fuzzymatch.h"

#include "widgets/palette/pinyin.h"

#include <QStringList>

#include <algorithm>

namespace quntai {

namespace {

constexpr int whole = 1000;      // the word as it stands
constexpr int byInitials = 700;
constexpr int scattered = 300;
constexpr int atWord = 150;      // where a word begins
constexpr int atFront = 100;     // where the text begins, besides
constexpr int longestGap = 24;   // letters further apart than this say nothing
constexpr qsizetype longestQuery = 64;

bool beginsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber()
        || (before.unicode() < 0x80) != (text.at(at).unicode() < 0x80);
}

int placeWorth(const QString &text, qsizetype at)
{
    return (at == 0 ? atFront : 0) + (beginsWord(text, at) ? atWord : 0)
        - int(std::min<qsizetype>(at, 60));
}

FuzzyMatch runAt(const QString &text, qsizetype at, qsizetype length, int worth)
{
    FuzzyMatch match{worth + placeWorth(text, at), {}};
    for (qsizetype i = 0; i < length; ++i)
        match.at.append(int(at + i));
    return match;
}

/** The word in one piece: the best of its places. */
std::optional<FuzzyMatch> inOnePiece(const QString &word, const QString &in, const QString &text,
                                     int worth)
{
    std::optional<FuzzyMatch> best;
    for (auto at = in.indexOf(word); at >= 0; at = in.indexOf(word, at + 1)) {
        auto match = runAt(text, at, word.size(), worth);
        if (!best || match.score > best->score)
            best = std::move(match);
    }
    return best;
}

/** Letter by letter from a place on; a letter hits itself or a character it is the initial of. */
std::optional<FuzzyMatch> scatteredFrom(const QString &word, const FuzzyText &text, qsizetype at)
{
    FuzzyMatch match{scattered + placeWorth(text.lower, at), {}};
    qsizetype next = 0;
    for (qsizetype i = at; i < text.lower.size() && next < word.size(); ++i) {
        const bool hit = text.lower.at(i) == word.at(next) || text.initials.at(i) == word.at(next);
        if (!hit)
            continue;
        const int gap = match.at.isEmpty() ? 0 : int(i) - match.at.constLast() - 1;
        if (gap > longestGap)
            return std::nullopt;
        match.score += beginsWord(text.lower, i) ? 20 : -4 * gap;
        match.at.append(int(i));
        ++next;
    }
    return next == word.size() ? std::optional(match) : std::nullopt;
}

std::optional<FuzzyMatch> inPieces(const QString &word, const FuzzyText &text)
{
    std::optional<FuzzyMatch> best;
    for (qsizetype at = 0; at + word.size() <= text.lower.size(); ++at) {
        if (text.lower.at(at) != word.front() && text.initials.at(at) != word.front())
            continue;
        auto match = scatteredFrom(word, text, at);
        if (match && (!best || match->score > best->score))
            best = std::move(match);
    }
    return best;
}

std::optional<FuzzyMatch> matchWord(const QString &word, const FuzzyText &text)
{
    if (auto match = inOnePiece(word, text.lower, text.lower, whole))
        return match;
    if (auto match = inOnePiece(word, text.initials, text.lower, byInitials))
        return match;
    return inPieces(word, text);
}

} // namespace

FuzzyText fuzzyText(const QString &text)
{
    FuzzyText ready;
    ready.initials = pinyinInitials(text);
    ready.lower.reserve(text.size());
    for (const QChar one : text) // one by one, so that places stay places
        ready.lower.append(one.toLower());
    return ready;
}

QStringList fuzzyPattern(const QString &query)
{
    return query.left(longestQuery).toLower().split(u' ', Qt::SkipEmptyParts);
}

std::optional<FuzzyMatch> fuzzyMatch(const QStringList &pattern, const FuzzyText &text)
{
    FuzzyMatch all;
    for (const auto &word : pattern) {
        const auto match = matchWord(word, text);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        all.at.append(match->at);
    }
    std::ranges::sort(all.at);
    all.at.erase(std::unique(all.at.begin(), all.at.end()), all.at.end());
    // Of two equally good hits the shorter text is the likelier.
    all.score -= int(std::min<qsizetype>(text.lower.size(), 80)) / 4;
    return all;
}

} // namespace quntai
