// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/language/chatlog.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/tasks.h"

#include <QJsonArray>

#include <algorithm>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

/** Unravels one log, line by line, as the backend does with a group: what a message continues is
 * the most probable thread, and in it the most probable message. */
class Unraveller
{
public:
    Unraveller(const ChatLog &log, const LinkModel &model) : m_log(log), m_model(model) {}

    void run()
    {
        for (size_t at = 0; at < m_log.lines().size(); ++at) {
            const auto &line = m_log.lines()[at];
            int parent = int(at);
            if (!line.read.has(CueSystem))
                parent = parentOf(at);
            m_threads.push_back(parent == int(at) ? parent : m_threads[size_t(parent)]);
            if (line.scored)
                print(line, m_log.lines()[size_t(parent)]);
        }
    }

private:
    int parentOf(size_t at) const
    {
        const auto question = m_log.question(at);
        const auto scores = m_model.score(question);
        const auto placeOf = [&](size_t i) {
            return question.candidates[i].at < 0 ? int(at) : question.candidates[i].at;
        };
        const auto threadOf = [&](size_t i) {
            return placeOf(i) == int(at) ? int(at) : m_threads[size_t(placeOf(i))];
        };
        std::vector<double> sums(at + 1, 0);
        for (size_t i = 0; i < scores.probability.size(); ++i)
            sums[size_t(threadOf(i))] += scores.probability[i];
        const int thread = int(std::ranges::max_element(sums) - sums.begin());
        int best = -1;
        for (size_t i = 0; i < scores.probability.size(); ++i) {
            if (threadOf(i) == thread
                && (best < 0 || scores.probability[i] > scores.probability[size_t(best)]))
                best = int(i);
        }
        return placeOf(size_t(best));
    }

    static void print(const LogLine &line, const LogLine &parent)
    {
        printJsonLine(
            {{"file"_L1, line.file}, {"id"_L1, line.id}, {"parents"_L1, QJsonArray{parent.id}}});
    }

    const ChatLog &m_log;
    const LinkModel &m_model;
    std::vector<int> m_threads; // by line: the line that begins its thread
};

Result<LinkModel> modelFor(const TaskFiles &files, const Lexicon &lexicon)
{
    if (files.train.isEmpty())
        return lexicon.linking;
    const auto logs = readLogs(files.train, lexicon);
    if (!logs)
        return std::unexpected(logs.error());
    return LinkModel(lexicon.linking.words(), trainCommittee(*logs));
}

} // namespace

Result<> disentangle(const TaskFiles &files)
{
    const auto lexicon = Lexicon::builtIn();
    if (!lexicon)
        return std::unexpected(lexicon.error());
    const auto model = modelFor(files, *lexicon);
    if (!model)
        return std::unexpected(model.error());
    const auto logs = readLogs(files.file, *lexicon);
    if (!logs)
        return std::unexpected(logs.error());
    for (const auto &log : *logs)
        Unraveller(log, *model).run();
    return {};
}

} // namespace quntai::bench
