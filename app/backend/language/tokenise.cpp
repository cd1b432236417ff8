// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/tokenise.h"

#include "app/backend/language/normalise.h"

#include <QHash>

namespace quntai {

namespace {

constexpr qsizetype longNumber = 6;
constexpr int longStopWord = 2;

class Collector
{
public:
    void add(Term::Kind kind, const QString &text)
    {
        const auto key = QChar(u'0' + int(kind)) + text;
        const auto known = m_places.constFind(key);
        if (known != m_places.cend()) {
            ++list.counts[*known];
            return;
        }
        m_places.insert(key, list.terms.size());
        list.terms.append({kind, text});
        list.counts.append(1);
    }

    TermList list;

private:
    QHash<QString, qsizetype> m_places;
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
                into.add(Term::Kind::Word, text.sliced(i, end - i).toString());
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
            into.add(Term::Kind::Single, c);
        if (!before.isNull())
            into.add(Term::Kind::Pair, QString(before) + c);
        before = c;
    }
}

} // namespace

TermList tokenise(QStringView normalised, const Lexicon &lexicon)
{
    Collector collector;
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
