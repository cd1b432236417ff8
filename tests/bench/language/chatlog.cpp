// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/language/chatlog.h"

#include "tests/bench/language/jsonlines.h"

#include <QJsonArray>
#include <QTime>

#include <algorithm>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr size_t reach = 250; // lines; system lines are among them
constexpr quint64 committee = 3;

} // namespace

void ChatLog::add(const QJsonObject &object, const Lexicon &lexicon)
{
    LogLine line;
    line.file = object["file"_L1].toString();
    line.id = object["id"_L1].toInt();
    const auto text = object["text"_L1].toString();
    const auto kind = object["kind"_L1].toString();
    const int speaker = personOf(object["speaker"_L1].toString());
    if (kind == "system"_L1) {
        line.read.cues = CueSystem;
    } else {
        line.read = utteranceOf(text, lexicon);
        line.read.cues |= kind == "action"_L1 ? quint32(CueAction) : 0;
        m_names.readNames(text, lexicon, line.read);
    }
    line.read.speaker = speaker;
    line.read.at = timeOf(object["time"_L1].toString());
    line.scored = object["parents"_L1].isArray();
    for (const auto &parent : object["parents"_L1].toArray())
        line.parents.push_back(parent.toInt());
    m_lines.push_back(std::move(line));
}

LinkQuestion ChatLog::question(size_t at) const
{
    const auto first = at - std::min(at, reach);
    std::vector<const Utterance *> before;
    for (size_t i = first; i < at; ++i)
        before.push_back(&m_lines[i].read);
    auto question = linkQuestionOf(before, m_lines[at].read);
    for (auto &candidate : question.candidates)
        candidate.at += candidate.at < 0 ? 0 : int(first);
    return question;
}

void ChatLog::addExamples(std::vector<LinkExample> &into) const
{
    for (size_t at = 0; at < m_lines.size(); ++at) {
        const auto &line = m_lines[at];
        if (!line.scored || line.read.has(CueSystem))
            continue;
        LinkExample example{question(at), {}};
        for (size_t i = 0; i < example.question.candidates.size(); ++i) {
            if (isRight(line, example.question.candidates[i].at))
                example.right.push_back(int(i));
        }
        if (!example.right.empty())
            into.push_back(std::move(example));
    }
}

bool ChatLog::isRight(const LogLine &line, int place) const
{
    const int id = place < 0 ? line.id : m_lines[size_t(place)].id;
    return std::ranges::find(line.parents, id) != line.parents.end();
}

int ChatLog::personOf(const QString &name)
{
    const auto known = m_people.constFind(name);
    if (known != m_people.cend())
        return *known;
    const int person = int(m_people.size());
    m_people.insert(name, person);
    m_names.add(name, person);
    return person;
}

/** Logs have hours and minutes only; a new day begins where they fall. */
qint64 ChatLog::timeOf(const QString &text)
{
    const auto time = QTime::fromString(text, u"HH:mm"_s);
    if (!time.isValid())
        return m_now;
    if (m_day + time.msecsSinceStartOfDay() < m_now - dayMs / 2)
        m_day += dayMs;
    m_now = std::max(m_now, m_day + time.msecsSinceStartOfDay());
    return m_now;
}

Result<std::vector<ChatLog>> readLogs(const QString &path, const Lexicon &lexicon)
{
    const auto objects = readJsonLines(path);
    if (!objects)
        return std::unexpected(objects.error());
    std::vector<ChatLog> logs;
    QHash<QString, size_t> places;
    for (const auto &object : *objects) {
        const auto file = object["file"_L1].toString();
        if (!places.contains(file)) {
            places.insert(file, logs.size());
            logs.emplace_back();
        }
        logs[places[file]].add(object, lexicon);
    }
    return logs;
}

std::vector<LinkNetwork> trainCommittee(const std::vector<ChatLog> &logs)
{
    std::vector<LinkExample> examples;
    for (const auto &log : logs)
        log.addExamples(examples);
    std::vector<LinkNetwork> networks;
    LinkTraining how;
    for (how.seed = 1; how.seed <= committee && !examples.empty(); ++how.seed)
        networks.push_back(trainLinks(examples, how));
    return networks;
}

} // namespace quntai::bench
