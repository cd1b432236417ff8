// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/deskcommands.h"
#include "widgets/composer/suggestionbar.h"

class QTimer;

namespace quntai {

/** What becomes of the suggestions beside the composer: which were shown, taken, changed, turned
 * down, and what the person says of them.
 *
 * All of a question are told at once: when a reply goes out, or, for marks made by hand, a moment
 * after the last one, or when the person turns to another question. The outbox keeps it until the
 * backend has it. What was said before is read from the topic, so another console goes on with it.
 * GUI thread.
 */
class SuggestionBook : public QObject
{
    Q_OBJECT
public:
    /** Both outlive it. */
    SuggestionBook(Session &session, DeskCommands &commands, QObject *parent = nullptr);

    /** The suggestions as they stand beside the composer now, with what the person said of them. */
    QList<Suggestion> shown(const Topic &topic, const MessageId &question,
                            QList<Suggestion> suggestions);
    void insert(const EntryId &entry);
    void reject(const EntryId &entry, bool on);
    void mark(const EntryId &entry, Correctness correctness);
    void explain(const EntryId &entry, const QString &why);
    /** A reply with this text goes out. */
    void replied(const QString &text);
    /** Marks made by hand that wait. */
    void tell();

    /** How long marks wait for more of them. */
    static constexpr int calmMs = 1500;

Q_SIGNALS:
    /** What was said of a suggestion is another. */
    void changed();

private:
    struct Line
    {
        SuggestionMark mark;
        SuggestionMark told;  //!< as the backend has it; its rank is 0: it knows nothing
        QString text;
        bool inserted = false;
    };

    Line *find(const EntryId &entry);
    Line lineOf(const Topic &topic, const Suggestion &suggestion, int rank) const;
    void touch();
    void submit(bool all);

    Session &m_session;
    DeskCommands &m_commands;
    TopicId m_topic;
    MessageId m_question;
    QList<Line> m_lines;
    QTimer *m_calm;
};

/** What became of a suggestion when a text goes out: Inserted with all of its words; Edited with at
 * least half of them after it was put in; else Shown. Pure. */
SuggestionOutcome outcomeIn(const QString &text, const QString &suggestion, bool wasInserted);

} // namespace quntai
