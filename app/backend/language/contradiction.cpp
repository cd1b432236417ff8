// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/contradiction.h"

#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/quantities.h"
#include "app/backend/language/similarity.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownLength = 60;
constexpr qsizetype longestText = 1000;
// Measured on the pairs of tst_contradiction: below, two clauses speak of different things.
constexpr int aboutSame = 380;    // for numbers, which themselves say what a clause is about
constexpr int aboutSameNot = 620; // for a denial, which one character makes
constexpr qsizetype bareLetters = 2;

struct Clause
{
    QString written;
    QString bare;  //!< normalised, without its quantities and its denials
    QList<Quantity> quantities;
    bool isDenied = false;
};

/** Words that only look like a denial. */
QString withoutFalseDenials(QString text)
{
    static const auto fixed = {u"不过"_s, u"不仅"_s, u"不但"_s, u"不管"_s, u"不论"_s, u"无论"_s,
                               u"无理由"_s, u"差不多"_s, u"不好意思"_s, u"没事"_s, u"没问题"_s,
                               u"特别"_s, u"别的"_s, u"分别"_s, u"区别"_s, u"非常"_s, u"不超过"_s};
    for (const auto &word : fixed)
        text.replace(word, QString(word.size(), u' '));
    return text;
}

bool takesDenials(QString &text)
{
    static const QRegularExpression denial(u"不[能可会用需要是]?|没有?|无法|无需|未|别"_s);
    auto read = withoutFalseDenials(text);
    int count = 0;
    for (auto each = denial.globalMatch(read); each.hasNext(); ++count) {
        const auto match = each.next();
        // What follows the denial stays: it is what the other clause states.
        text[match.capturedStart()] = u' ';
    }
    return count % 2 == 1;
}

Clause clauseOf(const QString &written, const Lexicon &lexicon)
{
    Clause clause;
    clause.written = written.trimmed();
    clause.bare = normalise(written, lexicon).text;
    clause.quantities = takeQuantities(clause.bare);
    clause.isDenied = takesDenials(clause.bare);
    return clause;
}

QList<Clause> clausesOf(const QString &text, const Lexicon &lexicon)
{
    static const QRegularExpression end(u"[。！？!?；;，,：:\\n]+"_s);
    QList<Clause> clauses;
    for (const auto &part : text.left(longestText).split(end, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            clauses.append(clauseOf(part, lexicon));
    }
    return clauses;
}

bool numbersAgree(const Clause &a, const Clause &b)
{
    return std::ranges::any_of(a.quantities, [&](const Quantity &mine) {
        return std::ranges::any_of(b.quantities,
                                   [&](const Quantity &theirs) { return mine.overlaps(theirs); });
    });
}

/** Both give a number of one kind, and no number of the one can be one of the other. */
bool numbersDiffer(const Clause &a, const Clause &b)
{
    const bool isLike = std::ranges::any_of(a.quantities, [&](const Quantity &mine) {
        return std::ranges::any_of(b.quantities,
                                   [&](const Quantity &theirs) { return mine.isLike(theirs); });
    });
    return isLike && !numbersAgree(a, b);
}

/** How surely two clauses speak of the same, as their numbers are compared: a bare number answers
 * what was asked. */
int closeByNumbers(const Clause &said, const Clause &known, const Lexicon &lexicon)
{
    if (said.quantities.isEmpty() || known.quantities.isEmpty())
        return 0;
    if (lettersOf(said.bare).size() <= bareLetters)
        return aboutSame;
    return std::max(coverage(said.bare, known.bare, lexicon),
                    coverage(known.bare, said.bare, lexicon));
}

/** The same as their denials are compared, which one character makes. */
int closeByWords(const Clause &said, const Clause &known, const Lexicon &lexicon)
{
    const int back = coverage(known.bare, said.bare, lexicon);
    return back < aboutSame ? 0 : coverage(said.bare, known.bare, lexicon);
}

/** How surely two clauses are at odds; 0: they are not, below: their numbers agree. */
int conflict(const Clause &said, const Clause &known, const Lexicon &lexicon)
{
    const int byNumbers = closeByNumbers(said, known, lexicon);
    if (byNumbers >= aboutSame && numbersDiffer(said, known))
        return byNumbers;
    const int byWords = said.isDenied == known.isDenied ? 0 : closeByWords(said, known, lexicon);
    if (byWords >= aboutSameNot)
        return byWords;
    return byNumbers >= aboutSame && numbersAgree(said, known) ? -1 : 0;
}

QString shown(const QString &text)
{
    return text.size() <= shownLength ? text : text.left(shownLength - 1) + u'…';
}

} // namespace

int coverage(const QString &shorter, const QString &longer, const Lexicon &lexicon)
{
    const auto a = gistOf(shorter, lexicon);
    const auto b = gistOf(longer, lexicon);
    int shared = 0;
    for (const auto &term : a.terms) {
        if (std::ranges::binary_search(b.terms, term))
            shared += term.second;
    }
    return a.size == 0 ? 0 : 1000 * shared / a.size;
}

std::optional<Contradiction> contradictionOf(const QString &said, const QString &answer,
                                             const Lexicon &lexicon)
{
    const auto mine = clausesOf(said, lexicon);
    const auto theirs = clausesOf(answer, lexicon);
    std::optional<Contradiction> found;
    int nearest = 0;
    for (const auto &clause : mine) {
        for (const auto &known : theirs) {
            const int close = conflict(clause, known, lexicon);
            // What agrees with one clause of the answer is not at odds with another one.
            if (close < 0)
                return std::nullopt;
            if (close <= nearest)
                continue;
            nearest = close;
            found = Contradiction{shown(clause.written), shown(known.written)};
        }
    }
    return found;
}

} // namespace quntai
