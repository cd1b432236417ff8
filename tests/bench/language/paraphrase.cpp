// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/paraphrase.h"

#include "app/backend/language/lexicon.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/sourcemodel.h"
#include "tests/bench/language/tasks.h"

#include <map>
#include <optional>
#include <set>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int sameFrom = 500;  // as shipped

const std::vector<Recipe> recipes{{0.15, 0}};

struct Pair
{
    QString source;
    QString first;
    QString second;
    bool same = false;
};

QList<Pair> pairsOf(const QList<QJsonObject> &lines, const Lexicon &lexicon)
{
    QList<Pair> pairs;
    for (const auto &line : lines) {
        pairs.append({line["source"_L1].toString(),
                      comparedText(line["text_a"_L1].toString(), lexicon),
                      comparedText(line["text_b"_L1].toString(), lexicon),
                      line["same"_L1].toInt() == 1});
    }
    return pairs;
}

/** Pairs that share a sentence, directly or through others, are one unit: who has seen a sentence
 * must not be tried on it. */
class Units
{
public:
    explicit Units(const QList<Pair> &pairs)
    {
        for (const auto &pair : pairs)
            m_parents[rootOf(pair.first)] = rootOf(pair.second);
    }

    QString of(const Pair &pair) { return QString::number(rootOf(pair.first)); }

private:
    std::size_t rootOf(const QString &text)
    {
        const auto [found, isNew] = m_numbers.try_emplace(text, m_parents.size());
        if (isNew)
            m_parents.push_back(found->second);
        auto at = found->second;
        while (m_parents[at] != at)
            at = m_parents[at] = m_parents[m_parents[at]];
        return at;
    }

    std::map<QString, std::size_t> m_numbers;
    std::vector<std::size_t> m_parents;
};

class Trained
{
public:
    Trained(const QList<Pair> &pairs, const Lexicon &lexicon) : m_lexicon(lexicon)
    {
        countTexts(pairs);
        Units units(pairs);
        std::vector<Case> cases;
        for (const auto &pair : pairs)
            cases.push_back({pair.source, units.of(pair), featuresOf(pair), pair.same});
        m_model.learn(cases, recipes);
    }

    QJsonObject predictionOf(const Pair &pair) const
    {
        const double score = m_model.score(pair.source, featuresOf(pair));
        return {{"score"_L1, m_model.probability(pair.source, score)},
                {"same"_L1, int(score >= m_model.threshold(pair.source))}};
    }

private:
    void countTexts(const QList<Pair> &pairs)
    {
        std::set<QString> texts;
        for (const auto &pair : pairs) {
            for (const auto &text : {pair.first, pair.second}) {
                if (texts.insert(text).second)
                    m_counts.add(text);
            }
        }
    }

    Features featuresOf(const Pair &pair) const
    {
        auto features = pairMeasures(pair.first, pair.second, m_lexicon, m_counts);
        const auto contents = pairContents(pair.first, pair.second);
        features.insert(features.end(), contents.begin(), contents.end());
        unite(features);
        return features;
    }

    const Lexicon &m_lexicon;
    GramCounts m_counts;
    SourceModel m_model{0};  // accuracy is what pairs are judged by
};

QJsonObject shippedPrediction(const QJsonObject &line, const Lexicon &lexicon)
{
    const int same = lexicon.paraphrases->same(line["text_a"_L1].toString(),
                                               line["text_b"_L1].toString(), lexicon);
    return {{"score"_L1, same / 1000.0}, {"same"_L1, int(same >= sameFrom)}};
}

} // namespace

Result<> paraphrase(const TaskFiles &files)
{
    const auto lexicon = Lexicon::builtIn();
    const auto lines = readJsonLines(files.file);
    if (!lexicon || !lines)
        return std::unexpected(lexicon ? lines.error() : lexicon.error());
    std::optional<Trained> trained;
    if (!files.train.isEmpty()) {
        const auto examples = readJsonLines(files.train);
        if (!examples)
            return std::unexpected(examples.error());
        trained.emplace(pairsOf(*examples, *lexicon), *lexicon);
    }
    const Pace pace;
    if (!trained) {
        for (const auto &line : *lines)
            printJsonLine(shippedPrediction(line, *lexicon));
        pace.say("pairs", lines->size());
        return {};
    }
    for (const auto &pair : pairsOf(*lines, *lexicon))
        printJsonLine(trained->predictionOf(pair));
    return {};
}

} // namespace quntai::bench
