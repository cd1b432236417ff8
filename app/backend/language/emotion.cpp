// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/emotion.h"

#include "app/backend/language/feelingmodel.h"
#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/steadymath.h"

#include <algorithm>

namespace quntai {

namespace {

// In tenths of a lexicon point: level = 100·mass / (mass + half), so one word of weight 9 is 53,
// two of them 69, and nothing reaches 100.
constexpr int half = 80;
// What the learned model adds: from a score few calm texts reach, up to the mass of a strong word,
// so that alone it shows a mood (at most 38) and raises no alarm.
constexpr double learnedFrom = 0.3;
constexpr double learnedSlope = 60.0;
constexpr int learnedMost = 50;
constexpr int marksCounted = 4;
constexpr int gap = 1;  // characters between a negation or intensifier and its word

struct Reading
{
    const Lexicon &lexicon;
    const NormalisedText &text;
    QStringView original;
    int mass = 0;
    int worry = 0;
    QList<Span> spans = {};

    void count(int at, int length, int weight, bool isWorry)
    {
        const auto [start, size] = text.originalRange(at, length);
        (isWorry ? worry : mass) += weight;
        spans.append({start, size, weight});
    }
};

int strengthened(const Reading &reading, int at, int weight)
{
    const QStringView text = reading.text.text;
    const auto stronger = reading.lexicon.intensifiers.before(text, at, gap);
    return stronger ? weight * stronger->value / 1000 : weight;
}

bool isNegated(const Reading &reading, int at)
{
    return reading.lexicon.negations.before(reading.text.text, at, gap).has_value();
}

struct Feeling
{
    WordTrie::Match match;
    int tenths = 0;
    bool isWorry = false;
};

/** The longest feeling word at that place: anger at full weight, anxiety at three fifths (worry
 * is not yet anger), thanks below zero. */
std::optional<Feeling> feelingAt(const Reading &reading, int at)
{
    const QStringView text = reading.text.text;
    std::optional<Feeling> best;
    const std::pair<const WordTrie *, int> tables[] = {{&reading.lexicon.anger, 10},
                                                       {&reading.lexicon.anxiety, 6},
                                                       {&reading.lexicon.positive, -6}};
    for (const auto &[table, tenths] : tables) {
        const auto match = table->longestAt(text, at);
        if (match && (!best || match->length > best->match.length))
            best = Feeling{*match, match->value * tenths, table == &reading.lexicon.anxiety};
    }
    return best;
}

void readWords(Reading &reading)
{
    const auto size = int(reading.text.text.size());
    for (int i = 0; i < size;) {
        const auto feeling = feelingAt(reading, i);
        if (!feeling) {
            ++i;
            continue;
        }
        if (!isNegated(reading, i))
            reading.count(i, feeling->match.length, strengthened(reading, i, feeling->tenths),
                          feeling->isWorry);
        i += feeling->match.length;
    }
}

/** Marks and drawn-out characters strengthen a feeling that is there; alone they are only lively,
 * save for a run of question or exclamation marks. */
void readMarks(Reading &reading)
{
    int exclamations = 0;
    int runs = 0;
    for (qsizetype i = 0; i < reading.original.size(); ++i) {
        const QChar c = reading.original[i];
        if (c == u'!' || c == u'！')
            ++exclamations;
        const bool mark = c == u'!' || c == u'！' || c == u'?' || c == u'？';
        if (mark && i >= 1 && reading.original[i - 1] == c && (i < 2 || reading.original[i - 2] != c))
            ++runs;
    }
    const bool isMoved = reading.mass + reading.worry > 0;
    if (isMoved)
        reading.mass += std::min(exclamations, marksCounted) * reading.lexicon.exclamationWeight * 10;
    if (isMoved || runs > 1)
        reading.mass += std::min(runs, 2) * reading.lexicon.repeatWeight * 10;
}

int learnedMass(double score)
{
    const double mass = (score - learnedFrom) * learnedSlope;
    return std::clamp(int(std::floor(mass)), 0, learnedMost);
}

} // namespace

Emotion emotionOf(QStringView text, const Lexicon &lexicon)
{
    const auto normalised = normalise(text, lexicon);
    Reading reading{lexicon, normalised, text};
    readWords(reading);
    readMarks(reading);
    const double score = lexicon.feelings->score(text, lexicon);
    const int learned = learnedMass(score);
    if (learned > 0 && reading.spans.isEmpty())
        reading.spans = lexicon.feelings->evidence(text, lexicon);
    // The model has read the words of worry too, and "怎么办" is how people ask.
    const int mass = std::max(0, reading.mass + std::max(reading.worry, learned));
    return {100 * mass / (mass + half), logisticPermille(2.0 * score), reading.spans};
}

} // namespace quntai
