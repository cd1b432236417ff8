// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/emotion.h"

#include "app/backend/language/feelingmodel.h"
#include "app/backend/language/lexicon.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/sourcemodel.h"
#include "tests/bench/language/tasks.h"

#include <algorithm>
#include <optional>
#include <set>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

// As shipped; half way between the sentences it learned from.
constexpr int upsetFrom = 500;

constexpr double accuracyFrom = 0.4;

const std::vector<Recipe> recipes{{0.2, 0}, {0.7, 0}, {0.7, 0.6}};

void predict(double probability, bool negative)
{
    printJsonLine({{"p_neg"_L1, probability}, {"neg"_L1, int(negative)}});
}

/** Data sets labelled with the same words are of one kind and learn together. */
std::map<QString, QString> kindsOf(const QList<QJsonObject> &lines)
{
    std::map<QString, std::set<QString>> labels;
    for (const auto &line : lines)
        labels[line["source"_L1].toString()].insert(line["label"_L1].toString());
    std::map<QString, QString> kinds;
    for (const auto &[source, words] : labels)
        kinds[source] = QStringList(words.begin(), words.end()).join(u'|');
    return kinds;
}

class Trained
{
public:
    Trained(const QList<QJsonObject> &lines, const Lexicon &lexicon)
        : m_lexicon(lexicon), m_kinds(kindsOf(lines))
    {
        std::map<QString, std::vector<Case>> cases;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const auto source = lines[i]["source"_L1].toString();
            const auto unit = lines[i].contains("dialogue"_L1)
                ? lines[i]["dialogue"_L1].toString()
                : QString::number(i);
            cases[m_kinds[source]].push_back(
                {source, unit, featuresOf(lines[i]), lines[i]["neg"_L1].toInt() == 1});
        }
        for (const auto &[kind, some] : cases)
            m_models.try_emplace(kind, accuracyFrom).first->second.learn(some, recipes);
    }

    bool knows(const QJsonObject &line) const
    {
        return m_kinds.contains(line["source"_L1].toString());
    }

    void predictLine(const QJsonObject &line) const
    {
        const auto source = line["source"_L1].toString();
        const auto &model = m_models.at(m_kinds.at(source));
        const double score = model.score(source, featuresOf(line));
        predict(model.probability(source, score), score >= model.threshold(source));
    }

private:
    /** With what the shipped model says as one more. */
    Features featuresOf(const QJsonObject &line) const
    {
        const auto text = line["text"_L1].toString();
        auto features = feelingFeatures(text, m_lexicon);
        const double shipped = std::clamp(m_lexicon.feelings->score(text, m_lexicon), -1.5, 1.5);
        features.push_back({mixedKey(0, 1), 0.3 * shipped});
        return features;
    }

    const Lexicon &m_lexicon;
    std::map<QString, QString> m_kinds;
    std::map<QString, SourceModel> m_models;
};

} // namespace

Result<> emotion(const TaskFiles &files)
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
        trained.emplace(*examples, *lexicon);
    }
    const Pace pace;
    for (const auto &line : *lines) {
        if (trained && trained->knows(line)) {
            trained->predictLine(line);
            continue;
        }
        const auto felt = emotionOf(line["text"_L1].toString(), *lexicon);
        predict(felt.upset / 1000.0, felt.upset >= upsetFrom);
    }
    pace.say("messages", lines->size());
    return {};
}

} // namespace quntai::bench
