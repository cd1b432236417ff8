// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/retriever.h"
#include "models/domain/policy.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/tasks.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <cstdio>
#include <map>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

const int answerFrom = Policy{}.answerThreshold;

QJsonObject predictionOf(const Retrieval &found)
{
    QJsonArray ranked;
    for (const auto &candidate : found.candidates)
        ranked.append(candidate.entry.value);
    return {{"ranked"_L1, ranked},
            {"score"_L1, (1000 - found.outOfScope) / 1000.0},
            {"confidence"_L1, found.confidence / 1000.0},
            {"answer"_L1, found.confidence >= answerFrom}};
}

void tellLearning(const QString &set, const Retriever &retriever)
{
    QElapsedTimer learning;
    learning.start();
    retriever.prepare();
    std::fprintf(stderr, "%s: %d entries learned in %.2f s\n", qPrintable(set),
                 retriever.entryCount(), double(learning.nsecsElapsed()) / 1e9);
}

} // namespace

Result<> intents(const TaskFiles &files)
{
    auto lexicon = Lexicon::builtIn();
    const auto lines = readJsonLines(files.file);
    if (!lexicon || !lines)
        return std::unexpected(lexicon ? lines.error() : lexicon.error());
    const auto shared = std::make_shared<const Lexicon>(std::move(*lexicon));
    std::map<QString, Retriever> sets;
    for (const auto &line : *lines) {
        if (line["type"_L1] == "kb"_L1)
            sets.try_emplace(line["set"_L1].toString(), shared).first->second.put(entryOf(line));
    }
    for (const auto &[name, retriever] : sets)
        tellLearning(name, retriever);
    QElapsedTimer asking;
    asking.start();
    int asked = 0;
    for (const auto &line : *lines) {
        if (line["type"_L1] != "query"_L1)
            continue;
        ++asked;
        const auto set = sets.find(line["set"_L1].toString());
        printJsonLine(predictionOf(
            set == sets.end() ? Retrieval{} : set->second.find(line["text"_L1].toString())));
    }
    std::fprintf(stderr, "%d questions: %.3f ms each with reading and printing\n", asked,
                 double(asking.nsecsElapsed()) / 1e6 / std::max(1, asked));
    return {};
}

} // namespace quntai::bench
