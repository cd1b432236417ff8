// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"
#include "tests/bench/language/linktraining.h"

#include <QJsonObject>

namespace quntai::bench {

/** A line of a channel's log. */
struct LogLine
{
    QString file;
    int id = 0;
    Utterance read;
    bool scored = false;
    std::vector<int> parents; //!< ids of what it continues; its own when it begins a thread
};

/** One log, oldest line first: {"file","id","time","speaker","kind","text","parents"} each. */
class ChatLog
{
public:
    void add(const QJsonObject &object, const Lexicon &lexicon);

    const std::vector<LogLine> &lines() const { return m_lines; }
    /** What the line at that place may continue; candidates are places in lines(). */
    LinkQuestion question(size_t at) const;
    /** Appends the lines whose parents are known and within reach. */
    void addExamples(std::vector<LinkExample> &into) const;

private:
    int personOf(const QString &name);
    qint64 timeOf(const QString &text);
    bool isRight(const LogLine &line, int place) const;

    std::vector<LogLine> m_lines;
    QHash<QString, int> m_people;
    NameBook m_names;
    qint64 m_day = 0;
    qint64 m_now = 0;
};

/** The logs of a JSON Lines file in their order there. */
Result<std::vector<ChatLog>> readLogs(const QString &path, const Lexicon &lexicon);

/** Learns a committee from the logs: one network for each seed. */
std::vector<LinkNetwork> trainCommittee(const std::vector<ChatLog> &logs);

} // namespace quntai::bench
