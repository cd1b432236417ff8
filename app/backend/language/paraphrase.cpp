// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/paraphrase.h"

#include "app/backend/language/lexicon.h"
#include "app/backend/language/normalise.h"
#include "app/backend/language/similarity.h"
#include "app/backend/language/steadymath.h"
#include "app/backend/language/tokenise.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <set>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

using Keys = std::vector<std::uint64_t>;

constexpr qsizetype comparedLength = 100;  // edits are quadratic; questions are shorter
constexpr std::uint64_t measureKind = 40;
constexpr std::uint64_t sharedKind = 41;
constexpr std::uint64_t singleKind = 42;
constexpr std::uint64_t againstKind = 43;
constexpr std::uint64_t askedKind = 44;
constexpr int bins = 8;
constexpr double ownCost = 0.03;  // few pairs bend what is set by hand only a little
constexpr double measureWeight = 0.15;
constexpr double againstWeight = 0.7;
constexpr std::size_t comparedRuns = 16;

/** Kinds of question; one text may be of several. */
constexpr std::array<std::array<QStringView, 6>, 9> askings{{
    {u"什么", u"啥", u"神马", u"哪些", u"哪个", u"哪种"},
    {u"怎么", u"咋", u"如何", u"怎样", u"怎么办", u"怎么弄"},
    {u"为什么", u"为啥", u"为何", u"怎么会", u"干嘛", u"怎么不"},
    {u"多少", u"几个", u"几块", u"几元", u"多大", u"多高"},
    {u"哪里", u"哪儿", u"那里", u"在哪", u"何处", u"哪有"},
    {u"谁", u"哪位", u"什么人", u"谁的", u"哪一位", u"是谁"},
    {u"多久", u"多长时间", u"什么时候", u"啥时候", u"何时", u"几天"},
    {u"能不能", u"可以", u"能否", u"可不可以", u"能用", u"可否"},
    {u"吗", u"么", u"嘛", u"是不是", u"有没有", u"是否"},
}};
constexpr std::array<QStringView, 6> negations{u"不", u"没", u"无", u"别", u"未", u"非"};

/** What a measure speaks for before anything is learned: slope · (value − level). */
struct Leaning
{
    int measure;  //!< in the order they are added
    double slope;
    double level;
};
constexpr Leaning leanings[] = {
    {0, 1.0, 0.5},    // characters shared
    {1, 2.0, 0.5},    // the same, by weight
    {4, -1.5, 0.5},   // the weightiest character only one has
    {8, 1.0, 0.4},    // pairs shared
    {9, 2.0, 0.4},    // the same, by weight
    {17, 1.0, 0.3},   // triples shared, by weight
    {24, 1.5, 0.5},   // longest common sequence
    {27, -1.5, 0.5},  // edits
    {28, 0.5, 0.5},   // lengths
    {35, -1.0, 0.2},  // one is negated
    {36, -1.5, 0.2},  // kinds of question apart
    {38, -1.0, 0.2},  // other numbers
    {40, 3.0, 0.5},   // words through synonyms
};

template<typename Words>
bool hasAny(const QString &text, const Words &words)
{
    return std::ranges::any_of(words, [&](QStringView word) { return text.contains(word); });
}

/** What of one size of runs is shared and what is not. */
struct Overlap
{
    Keys shared;
    Keys onlyFirst;
    Keys onlySecond;
};

Overlap overlapOf(const QString &a, const QString &b, int n)
{
    const auto first = gramKeys(a, n);
    const auto second = gramKeys(b, n);
    Overlap overlap;
    std::ranges::set_intersection(first, second, std::back_inserter(overlap.shared));
    std::ranges::set_difference(first, second, std::back_inserter(overlap.onlyFirst));
    std::ranges::set_difference(second, first, std::back_inserter(overlap.onlySecond));
    return overlap;
}

std::uint64_t measureKey(int measure, int bin)
{
    return mixedKey(measureKind, std::uint64_t(measure * 16 + bin));
}

/** Collects measures and spreads each over its two nearest bins. */
class Measures
{
public:
    void add(double value)
    {
        const double place = std::clamp(value, 0.0, 0.999) * bins;
        const int bin = int(place);
        const double rest = place - bin;
        put(bin, measureWeight * (1 - rest));
        put(bin + 1, measureWeight * rest);
        ++m_number;
    }

    Features features;

private:
    void put(int bin, double value) { features.push_back({measureKey(m_number, bin), value}); }

    int m_number = 0;
};

double ratio(double part, double whole)
{
    return whole <= 0 ? 0 : part / whole;
}

double weightOf(const Keys &keys, const GramCounts &counts)
{
    double sum = 0;
    for (const auto key : keys)
        sum += counts.weight(key);
    return sum;
}

double heaviest(const Keys &keys, const GramCounts &counts)
{
    double most = 0;
    for (const auto key : keys)
        most = std::max(most, counts.weight(key));
    return most;
}

void measureOverlap(const Overlap &overlap, const GramCounts &counts, Measures &into)
{
    const double shared = weightOf(overlap.shared, counts);
    const double first = shared + weightOf(overlap.onlyFirst, counts);
    const double second = shared + weightOf(overlap.onlySecond, counts);
    const double all = double(2 * overlap.shared.size() + overlap.onlyFirst.size()
                              + overlap.onlySecond.size());
    into.add(ratio(2.0 * double(overlap.shared.size()), all));
    into.add(ratio(2 * shared, first + second));
    into.add(ratio(shared, std::min(first, second)));
    into.add(ratio(shared, std::max(first, second)));
    const double left = heaviest(overlap.onlyFirst, counts);
    const double right = heaviest(overlap.onlySecond, counts);
    into.add(std::max(left, right) / 10);
    into.add(std::min(left, right) / 10);
    into.add((first + second - 2 * shared) / 50);
    into.add(shared / 50);
}

struct Common
{
    int sequence = 0;  //!< longest common subsequence
    int run = 0;       //!< longest common substring
};

Common commonOf(const QString &a, const QString &b)
{
    std::vector<int> sequence(std::size_t(b.size()) + 1, 0);
    std::vector<int> run = sequence;
    Common common;
    for (const QChar c : a) {
        int diagonal = 0;
        for (std::size_t j = b.size(); j >= 1; --j)
            run[j] = c == b[qsizetype(j) - 1] ? run[j - 1] + 1 : 0;
        for (std::size_t j = 1; j < sequence.size(); ++j) {
            const int above = sequence[j];
            const bool equal = c == b[qsizetype(j) - 1];
            sequence[j] = equal ? diagonal + 1 : std::max(above, sequence[j - 1]);
            diagonal = above;
            common.run = std::max(common.run, run[j]);
        }
    }
    common.sequence = sequence.back();
    return common;
}

/** Characters to insert, drop or replace (Levenshtein). */
int editsBetween(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + int(a[i] != b[qsizetype(j) - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

void measureOrder(const QString &a, const QString &b, Measures &into)
{
    const double most = double(std::max(a.size(), b.size()));
    const double least = double(std::min(a.size(), b.size()));
    const auto common = commonOf(a, b);
    into.add(ratio(common.sequence, most));
    into.add(ratio(common.sequence, least));
    into.add(ratio(common.run, least));
    into.add(ratio(editsBetween(a, b), most));
    into.add(ratio(least, most));
    into.add((most - least) / 20);
    into.add(least / 20);
    into.add(most / 20);
    const auto ahead = std::ranges::mismatch(a, b).in1 - a.begin();
    const auto behind = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
    into.add(ratio(double(ahead), least));
    into.add(ratio(double(behind), least));
}

int negationsIn(const QString &text)
{
    int count = 0;
    for (const auto word : negations)
        count += int(text.count(word));
    return count;
}

std::set<QString> numbersIn(const QString &text)
{
    std::set<QString> numbers;
    QString run;
    for (const QChar c : text + u' ') {
        if (c.isLetterOrNumber() && !isHan(c)) {
            run.append(c);
        } else if (!run.isEmpty()) {
            numbers.insert(run);
            run.clear();
        }
    }
    return numbers;
}

void measureMeaning(const QString &a, const QString &b, const Lexicon &lexicon, Measures &into)
{
    const int first = negationsIn(a);
    const int second = negationsIn(b);
    into.add(std::min(std::abs(first - second), 2) / 2.0);
    into.add((first > 0) != (second > 0) ? 1 : 0);
    int apart = 0;
    int together = 0;
    for (std::size_t i = 0; i < askings.size(); ++i) {
        const bool left = hasAny(a, askings[i]);
        const bool right = hasAny(b, askings[i]);
        apart += int(left != right);
        together += int(left && right);
        if (left || right)
            into.features.push_back({mixedKey(askedKind, 2 * i + std::uint64_t(left && right)), 0.3});
    }
    into.add(apart / 4.0);
    into.add(together / 3.0);
    const auto left = numbersIn(a);
    const auto right = numbersIn(b);
    into.add(left != right ? 1 : 0);
    into.add(!left.empty() && left == right ? 1 : 0);
    into.add(similarity(a, b, lexicon) / 1000.0);
}

Features presenceOf(const Keys &keys, std::uint64_t kind)
{
    Features features;
    for (const auto key : keys)
        features.push_back({mixedKey(key, kind), 1.0});
    return features;
}

void append(Features &into, const Features &more)
{
    into.insert(into.end(), more.begin(), more.end());
}

/** Which run stands where the other text has which. */
void addAgainst(const Overlap &overlap, Features &into)
{
    const auto left = std::min(overlap.onlyFirst.size(), comparedRuns);
    const auto right = std::min(overlap.onlySecond.size(), comparedRuns);
    for (std::size_t i = 0; i < left; ++i) {
        for (std::size_t j = 0; j < right; ++j) {
            const auto [low, high] = std::minmax(overlap.onlyFirst[i], overlap.onlySecond[j]);
            into.push_back({mixedKey(mixedKey(low, high), againstKind), 1.0});
        }
    }
}

} // namespace

QString comparedText(QStringView text, const Lexicon &lexicon)
{
    return lettersOf(normalise(text, lexicon).text).left(comparedLength);
}

Features pairMeasures(const QString &a, const QString &b, const Lexicon &lexicon,
                      const GramCounts &counts)
{
    Measures measures;
    for (int n = 1; n <= GramCounts::longest; ++n)
        measureOverlap(overlapOf(a, b, n), counts, measures);
    measureOrder(a, b, measures);
    measureMeaning(a, b, lexicon, measures);
    unite(measures.features);
    return measures.features;
}

Features pairContents(const QString &a, const QString &b)
{
    Features features;
    Features against;
    for (int n = 1; n <= 3; ++n) {
        const auto overlap = overlapOf(a, b, n);
        append(features, presenceOf(overlap.shared, sharedKind));
        append(features, presenceOf(overlap.onlyFirst, singleKind));
        append(features, presenceOf(overlap.onlySecond, singleKind));
        if (n < 3)
            addAgainst(overlap, against);
    }
    unitePresence(features);
    unitePresence(against);
    for (auto &feature : against)
        feature.value *= againstWeight;
    append(features, against);
    unite(features);
    return features;
}

ParaphraseModel::ParaphraseModel(const QList<SentencePair> &pairs, GramCounts counts,
                                 const Lexicon &lexicon)
    : m_counts(std::move(counts))
{
    for (const auto &leaning : leanings) {
        for (int bin = 0; bin <= bins; ++bin) {
            m_model.setPrior(measureKey(leaning.measure, bin),
                             leaning.slope * (double(bin) / bins - leaning.level));
        }
    }
    std::vector<Example> examples;
    for (const auto &pair : pairs) {
        examples.push_back({pairMeasures(comparedText(pair.first, lexicon),
                                         comparedText(pair.second, lexicon), lexicon, m_counts),
                            pair.same});
    }
    m_model.learn(examples, {ownCost, 30});
}

int ParaphraseModel::same(QStringView a, QStringView b, const Lexicon &lexicon) const
{
    const auto first = comparedText(a, lexicon);
    const auto second = comparedText(b, lexicon);
    if (first.isEmpty() || second.isEmpty())
        return 0;
    if (coreOf(first, lexicon) == coreOf(second, lexicon))
        return 1000;
    return logisticPermille(2.0
                            * m_model.score(pairMeasures(first, second, lexicon, m_counts)));
}

} // namespace quntai
