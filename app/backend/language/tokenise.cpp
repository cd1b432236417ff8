// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/tokenise.h"

#include "app/backend/language/normalise.h"
#include "app/backend/language/texthash.h"

#include <bit>
#include <vector>

namespace quntai {

namespace {

constexpr qsizetype longNumber = 6;
constexpr int longStopWord = 2;

/** Counts terms. Each character of a text makes three at most: a word, a single, a pair. */
class Collector
{
public:
    explicit Collector(qsizetype characters)
        : m_places(std::bit_ceil(std::size_t(characters) * 4 + 8), -1)
    {
    }

    void add(Term::Kind kind, QStringView text)
    {
        auto &place = placeOf(kind, text);
        if (place >= 0) {
            ++list.counts[place];
            return;
        }
        place = int(list.terms.size());
        list.terms.append({kind, text.toString()});
        list.counts.append(1);
    }

    TermList list;

private:
    /** Where it is noted, or is to be; never full. */
    int &placeOf(Term::Kind kind, QStringView text)
    {
        const auto last = m_places.size() - 1;
        auto at = std::size_t(hashedOn(2166136261U ^ quint32(kind), text)) & last;
        while (m_places[at] >= 0 && !isAt(m_places[at], kind, text))
            at = (at + 1) & last;
        return m_places[at];
    }

    bool isAt(int place, Term::Kind kind, QStringView text) const
    {
        const auto &term = list.terms.at(place);
        return term.kind == kind && QStringView(term.text) == text;
    }

    std::vector<int> m_places;
};

bool isLatin(QChar c)
{
    return c.isLetterOrNumber() && !isHan(c);
}

/** The end of the run of letters and digits that starts at that place. */
qsizetype runEnd(QStringView text, qsizetype at)
{
    while (at < text.size() && isLatin(text[at]))
        ++at;
    return at;
}

bool isLongNumber(QStringView run)
{
    if (run.size() < longNumber)
        return false;
    for (const QChar c : run) {
        if (!c.isDigit())
            return false;
    }
    return true;
}

void addWords(QStringView text, const Lexicon &lexicon, Collector &into)
{
    for (qsizetype i = 0; i < text.size();) {
        const auto stop = lexicon.stopWords.longestAt(text, i);
        const auto known = lexicon.synonyms.longestAt(text, i);
        if (known && (!stop || known->length >= stop->length)) {
            into.add(Term::Kind::Word, lexicon.heads[known->value]);
            i += known->length;
        } else if (stop) {
            i += stop->length;
        } else if (isLatin(text[i])) {
            const auto end = runEnd(text, i);
            if (!isLongNumber(text.sliced(i, end - i)))
                into.add(Term::Kind::Word, text.sliced(i, end - i));
            i = end;
        } else {
            ++i;
        }
    }
}

/** Characters of Chinese runs; a long stop word ends a run as punctuation does. */
void addGrams(QStringView text, const Lexicon &lexicon, Collector &into)
{
    QChar before;
    for (qsizetype i = 0; i < text.size();) {
        const auto stop = lexicon.stopWords.longestAt(text, i);
        const auto known = lexicon.synonyms.longestAt(text, i);
        if (stop && stop->length >= longStopWord && (!known || known->length < stop->length)) {
            before = {};
            i += stop->length;
            continue;
        }
        const QChar c = text[i++];
        if (!isHan(c)) {
            before = {};
            continue;
        }
        if (!stop || stop->length != 1)
            into.add(Term::Kind::Single, QStringView(&c, 1));
        if (!before.isNull())
            into.add(Term::Kind::Pair, text.sliced(i - 2, 2));
        before = c;
    }
}

} // namespace

TermList tokenise(QStringView normalised, const Lexicon &lexicon)
{
    Collector collector(normalised.size());
    addWords(normalised, lexicon, collector);
    addGrams(normalised, lexicon, collector);
    return collector.list;
}

QString coreOf(QStringView normalised, const Lexicon &lexicon)
{
    QString core;
    for (qsizetype i = 0; i < normalised.size();) {
        const auto stop = lexicon.stopWords.longestAt(normalised, i);
        if (stop) {
            i += stop->length;
            continue;
        }
        if (normalised[i].isLetterOrNumber())
            core.append(normalised[i]);
        ++i;
    }
    return core.isEmpty() ? lettersOf(normalised) : core;
}

} // namespace quntai
