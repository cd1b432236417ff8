// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/feelingmodel.h"

#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"

#include <algorithm>
#include <cmath>

namespace quntai {

namespace {

// Kinds of features.
constexpr std::uint64_t gramKind = 10;  // + its length
constexpr std::uint64_t familyKind = 20;
constexpr std::uint64_t againKind = 21;
constexpr std::uint64_t markKind = 22;
constexpr std::uint64_t lengthKind = 23;

constexpr int longestGram = 3;
constexpr qsizetype readAtMost = 400;
constexpr int gap = 1;           // characters between a negation and its word
constexpr double sideWeight = 0.3;  // of a family, a mark, the length, against all the runs: 1
constexpr double againWeight = 0.2;
constexpr qsizetype evidenceShown = 3;

/** A word of a feeling family. */
struct Hit
{
    int at = 0;
    int length = 0;
    int family = 0;
    bool negated = false;
};

std::uint64_t keyOfNumber(std::uint64_t kind, int number)
{
    return mixedKey(kind, std::uint64_t(number));
}

std::uint64_t familyKey(int family, bool negated)
{
    return keyOfNumber(familyKind, 2 * family + int(negated));
}

QList<Hit> hitsIn(QStringView text, const Lexicon &lexicon)
{
    QList<Hit> hits;
    for (int i = 0; i < text.size();) {
        const auto match = lexicon.feelingWords.longestAt(text, i);
        if (!match) {
            ++i;
            continue;
        }
        const bool negated = lexicon.negations.before(text, i, gap).has_value();
        hits.append({i, match->length, match->value, negated});
        i += match->length;
    }
    return hits;
}

QList<Hit> facesIn(QStringView original, const Lexicon &lexicon)
{
    QList<Hit> hits;
    for (int i = 0; i < original.size();) {
        const auto match = lexicon.feelingFaces.longestAt(original, i);
        if (match)
            hits.append({i, match->length, match->value, false});
        i += match ? match->length : 1;
    }
    return hits;
}

void addHits(const QList<Hit> &hits, const Lexicon &lexicon, Features &into)
{
    QList<int> counts(2 * lexicon.feelingFamilies.size(), 0);
    for (const auto &hit : hits)
        ++counts[2 * hit.family + int(hit.negated)];
    for (int i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            into.push_back({keyOfNumber(familyKind, i), sideWeight});
        if (counts[i] > 1)
            into.push_back({keyOfNumber(againKind, i), againWeight});
    }
}

/** Marks one by one, so that the second adds to the first. */
void addMarks(QStringView original, Features &into)
{
    int exclamations = 0;
    int questions = 0;
    for (const QChar c : original) {
        exclamations += int(c == u'!' || c == u'！');
        questions += int(c == u'?' || c == u'？');
    }
    for (int i = 0; i < std::min(exclamations, 3); ++i)
        into.push_back({keyOfNumber(markKind, i), sideWeight});
    for (int i = 0; i < std::min(questions, 2); ++i)
        into.push_back({keyOfNumber(markKind, 3 + i), sideWeight});
}

void addLength(qsizetype size, Features &into)
{
    constexpr int bounds[] = {2, 4, 8, 14, 25, 50};
    const auto bin = std::ranges::lower_bound(bounds, int(size)) - std::begin(bounds);
    into.push_back({keyOfNumber(lengthKind, int(bin)), sideWeight});
}

/** Exclamation marks are counted, not read as characters: louder is not another sentence. */
QString plainRead(const QString &normalised)
{
    auto text = normalised.left(readAtMost);
    return text.remove(u'!').trimmed();
}

Features gramsOf(QStringView plain)
{
    const QString framed = u'\x02' + plain.toString() + u'\x03';
    Features grams;
    for (qsizetype i = 0; i < framed.size(); ++i) {
        for (int n = 1; n <= longestGram && i + n <= framed.size(); ++n) {
            const bool bare = n == 1 && (i == 0 || i + 1 == framed.size());
            if (!bare)
                grams.push_back({featureKey(gramKind + std::uint64_t(n),
                                       QStringView(framed).sliced(i, n)),
                                 1.0});
        }
    }
    unitePresence(grams);
    return grams;
}

int tenths(double weight)
{
    return int(std::floor(weight * 10 + 0.5));
}

} // namespace

Features feelingFeatures(QStringView text, const Lexicon &lexicon)
{
    const auto normalised = normalise(text, lexicon).text;
    const auto plain = plainRead(normalised);
    const auto original = text.first(std::min(text.size(), readAtMost));
    auto features = gramsOf(plain);
    addHits(hitsIn(plain, lexicon) + facesIn(original, lexicon), lexicon, features);
    addMarks(original, features);
    addLength(plain.size(), features);
    unite(features);
    return features;
}

FeelingModel::FeelingModel(const QList<FeelingSentence> &sentences, const Lexicon &lexicon)
{
    for (int i = 0; i < lexicon.feelingFamilies.size(); ++i) {
        m_model.setPrior(familyKey(i, false), lexicon.feelingFamilies[i].weight);
        m_model.setPrior(familyKey(i, true), lexicon.feelingFamilies[i].negated);
    }
    constexpr double marks[] = {0.1, 0.2, 0.3, 0.3, 0.5};
    for (int i = 0; i < int(std::size(marks)); ++i)
        m_model.setPrior(keyOfNumber(markKind, i), marks[i]);
    std::vector<Example> examples;
    for (const auto &sentence : sentences)
        examples.push_back({feelingFeatures(sentence.text, lexicon), sentence.upset});
    m_model.learn(examples, {});
    // Louder is never calmer.
    for (int i = 0; i < 3; ++i)
        m_model.raise(keyOfNumber(markKind, i), 0);
}

double FeelingModel::score(QStringView text, const Lexicon &lexicon) const
{
    return m_model.score(feelingFeatures(text, lexicon));
}

QList<Span> FeelingModel::evidence(QStringView text, const Lexicon &lexicon) const
{
    const auto normalised = normalise(text, lexicon);
    QList<Span> spans;
    const auto take = [&](int at, int length, double weight) {
        const auto [start, size] = normalised.originalRange(at, length);
        if (size > 0 && tenths(weight) > 0)
            spans.append({start, size, tenths(weight)});
    };
    for (const auto &hit : hitsIn(normalised.text.left(readAtMost), lexicon))
        take(hit.at, hit.length, m_model.weight(familyKey(hit.family, hit.negated)));
    if (spans.isEmpty()) {
        const auto [at, length, weight] = heaviestRun(normalised.text.left(readAtMost));
        take(at, length, weight);
    }
    std::ranges::stable_sort(spans, std::ranges::greater{}, &Span::weight);
    spans = spans.first(std::min(spans.size(), evidenceShown));
    std::ranges::stable_sort(spans, {}, &Span::start);
    return spans;
}

FeelingModel::Run FeelingModel::heaviestRun(QStringView text) const
{
    Run best;
    for (int n = 2; n <= longestGram; ++n) {
        for (int i = 0; i + n <= text.size(); ++i) {
            const auto run = text.sliced(i, n);
            const bool words = std::ranges::all_of(run, [](QChar c) { return c.isLetterOrNumber(); });
            const double weight = m_model.weight(featureKey(gramKind + std::uint64_t(n), run));
            if (words && weight > best.weight)
                best = {i, n, weight};
        }
    }
    return best;
}

} // namespace quntai
