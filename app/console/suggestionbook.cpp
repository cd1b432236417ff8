// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/suggestionbook.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace quntai {

namespace {

constexpr int keptPermille = 500;  // of a suggestion's pairs of characters: still the same answer

QSet<QString> pairsOf(const QString &text)
{
    QSet<QString> pairs;
    for (qsizetype at = 0; at + 1 < text.size(); ++at)
        pairs.insert(text.sliced(at, 2));
    return pairs;
}

bool isMostlyIn(const QString &text, const QString &suggestion)
{
    const auto there = pairsOf(text);
    const auto wanted = pairsOf(suggestion);
    if (wanted.isEmpty())
        return false;
    const auto kept = std::ranges::count_if(wanted, [&](const QString &pair) {
        return there.contains(pair);
    });
    return kept * 1000 >= wanted.size() * keptPermille;
}

} // namespace

SuggestionOutcome outcomeIn(const QString &text, const QString &suggestion, bool wasInserted)
{
    if (!suggestion.isEmpty() && text.contains(suggestion))
        return SuggestionOutcome::Inserted;
    return wasInserted && isMostlyIn(text, suggestion) ? SuggestionOutcome::Edited
                                                       : SuggestionOutcome::Shown;
}

SuggestionBook::SuggestionBook(Session &session, DeskCommands &commands, QObject *parent)
    : QObject(parent), m_session(session), m_commands(commands), m_calm(new QTimer(this))
{
    m_calm->setSingleShot(true);
    m_calm->setInterval(calmMs);
    connect(m_calm, &QTimer::timeout, this, &SuggestionBook::tell);
}

SuggestionBook::Line *SuggestionBook::find(const EntryId &entry)
{
    const auto found = std::ranges::find(m_lines, entry,
                                         [](const Line &line) { return line.mark.entry; });
    return found == m_lines.end() ? nullptr : &*found;
}

/** As the topic has it from before, perhaps from another console. */
SuggestionBook::Line SuggestionBook::lineOf(const Topic &topic, const Suggestion &suggestion,
                                            int rank) const
{
    Line line;
    line.mark.entry = suggestion.entry;
    line.mark.rank = rank;
    line.told.rank = 0;
    line.text = suggestion.text;
    for (const auto &judged : topic.judged) {
        if (judged.question != m_question || judged.entry != suggestion.entry
            || judged.by != m_session.me())
            continue;
        line.mark.outcome = judged.outcome;
        line.mark.correctness = judged.correctness;
        line.told = line.mark;
    }
    return line;
}

QList<Suggestion> SuggestionBook::shown(const Topic &topic, const MessageId &question,
                                        QList<Suggestion> suggestions)
{
    if (topic.id != m_topic || question != m_question) {
        tell();
        m_topic = topic.id;
        m_question = question;
        m_lines.clear();
    }
    int rank = 0;
    for (auto &suggestion : suggestions.first(std::min<qsizetype>(3, suggestions.size()))) {
        ++rank;
        if (!find(suggestion.entry))
            m_lines.append(lineOf(topic, suggestion, rank));
    }
    for (auto &suggestion : suggestions) {
        const auto *line = find(suggestion.entry);
        if (!line)
            continue;
        suggestion.rejected = line->mark.outcome == SuggestionOutcome::Rejected;
        suggestion.correctness = line->mark.correctness;
    }
    return suggestions;
}

void SuggestionBook::insert(const EntryId &entry)
{
    auto *line = find(entry);
    if (!line)
        return;
    line->inserted = true;
    if (line->mark.outcome != SuggestionOutcome::Rejected)
        return;
    line->mark.outcome = SuggestionOutcome::Shown;
    touch();
}

void SuggestionBook::reject(const EntryId &entry, bool on)
{
    auto *line = find(entry);
    if (!line)
        return;
    line->mark.outcome = on ? SuggestionOutcome::Rejected : SuggestionOutcome::Shown;
    touch();
}

void SuggestionBook::mark(const EntryId &entry, Correctness correctness)
{
    auto *line = find(entry);
    if (!line)
        return;
    line->mark.correctness = correctness;
    touch();
}

void SuggestionBook::explain(const EntryId &entry, const QString &why)
{
    auto *line = find(entry);
    if (!line)
        return;
    line->mark.detail = why.left(SuggestionMark::longestDetail);
    touch();
}

void SuggestionBook::touch()
{
    m_calm->start();
    Q_EMIT changed();
}

/** What was taken once stays taken, whatever else is written to the same question. */
void SuggestionBook::replied(const QString &text)
{
    for (auto &line : m_lines) {
        const auto outcome = outcomeIn(text, line.text, line.inserted);
        if (outcome != SuggestionOutcome::Shown)
            line.mark.outcome = outcome;
    }
    submit(true);
}

void SuggestionBook::tell()
{
    submit(false);
}

/** all: also what was only shown. */
void SuggestionBook::submit(bool all)
{
    m_calm->stop();
    JudgeSuggestions judge{m_topic, m_question, {}};
    for (auto &line : m_lines) {
        auto known = line.told;
        if (known.rank == 0 && !all) // only seen so far
            known = {line.mark.entry, line.mark.rank, SuggestionOutcome::Shown,
                     Correctness::Unsaid, {}};
        if (line.mark == known || judge.marks.size() >= SuggestionMark::most)
            continue;
        judge.marks.append(line.mark);
        line.told = line.mark;
    }
    if (!judge.marks.isEmpty())
        m_commands.judge(judge);
}

} // namespace quntai
