// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/lexicon.h"
#include "app/backend/language/questiongroups.h"
#include "app/backend/language/retriever.h"
#include "tests/bench/language/jsonlines.h"
#include "tests/bench/language/tasks.h"

#include <QJsonArray>

#include <map>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

struct Stream
{
    Retriever knowledge;
    QuestionGroups groups;
};

using Streams = std::map<QString, Stream>;

/** Without its answer: questions are compared with questions. */
Entry questionsOf(const QJsonObject &line)
{
    auto entry = entryOf(line);
    entry.answer.clear();
    return entry;
}

/** One stream for each Chinese set that has several phrasings of each question. */
Streams streamsOf(const QList<QJsonObject> &lines, const std::shared_ptr<const Lexicon> &lexicon)
{
    Streams streams;
    for (const auto &name : {u"zh_bank"_s, u"zh_ecom"_s})
        streams.try_emplace(name, Retriever(lexicon), QuestionGroups(*lexicon));
    for (const auto &line : lines) {
        const auto found = streams.find(line["set"_L1].toString());
        if (line["type"_L1] == "kb"_L1 && found != streams.end())
            found->second.knowledge.put(questionsOf(line));
    }
    return streams;
}

} // namespace

Result<> merge(const TaskFiles &files)
{
    auto lexicon = Lexicon::builtIn();
    const auto lines = readJsonLines(files.file);
    if (!lexicon || !lines)
        return std::unexpected(lexicon ? lines.error() : lexicon.error());
    auto streams = streamsOf(*lines, std::make_shared<const Lexicon>(std::move(*lexicon)));
    for (const auto &line : *lines) {
        const auto found = streams.find(line["set"_L1].toString());
        if (line["kind"_L1] != "in"_L1 || found == streams.end())
            continue;
        auto &[knowledge, groups] = found->second;
        const auto text = line["text"_L1].toString();
        const int group = groups.add(text, knowledge.find(text));
        printJsonLine({{"group"_L1, u"%1-%2"_s.arg(found->first).arg(group)}});
    }
    return {};
}

} // namespace quntai::bench
