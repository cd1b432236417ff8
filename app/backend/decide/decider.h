// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/events.h"
#include "models/domain/result.h"
#include "models/domain/state.h"

#include <functional>
#include <memory>

namespace quntai {

/** Makes ids that are unique in the ledger and the same on every machine: they carry the stream
 * and the sequence the next event will get. */
class IdMint
{
public:
    IdMint(QString stream, qint64 nextSeq) : m_stream(std::move(stream)), m_nextSeq(nextSeq) {}

    MessageId message() { return {make(u'm')}; }
    TopicId topic() { return {make(u't')}; }
    DraftId draft() { return {make(u'd')}; }
    EntryId entry() { return {make(u'k')}; }
    LessonId lesson() { return {make(u'l')}; }
    CannedId canned() { return {make(u'q')}; }
    PromiseId promise() { return {make(u'p')}; }

private:
    QString make(QChar kind)
    {
        return QStringLiteral("%1-%2-%3-%4").arg(kind).arg(m_stream).arg(m_nextSeq).arg(++m_count);
    }

    QString m_stream;
    qint64 m_nextSeq;
    int m_count = 0;
};

class Lexicon;

/** The pure core: from what is so and what has just happened to what follows.
 *
 * No clock, no file, no socket, no randomness: "now" is the event's time. State always includes
 * the event. One instance belongs to one thread; it keeps an index of the knowledge entries and
 * of the topics' deadlines, folded from the events passed to observe(), and nothing else.
 */
class Decider
{
public:
    /** With the built-in lexicon (resources/language), which the program cannot be without. */
    Decider();
    explicit Decider(std::shared_ptr<const Lexicon> lexicon);
    ~Decider();

    /** Rebuilds the indexes from a loaded state. */
    void reset(const State &state);
    /** Keeps the indexes in step; call for every event right after apply(). */
    void observe(const State &state, const Event &event);

    /** What follows from an inbound event, a fired timer, or an event a command made. What follows
     * is not itself decided upon. */
    QList<NewEvent> decide(const State &state, const Event &event, IdMint &mint) const;

    /** What a command comes to, or why it is refused; no events when it changes nothing. The
     * caller has checked role and group. */
    Result<QList<NewEvent>> command(const State &state, const User &user, const Command &command,
                                    Instant now, IdMint &mint) const;

    /** What the bot would make of a question; nothing follows from it. */
    Result<Trial> test(const State &state, const TrialQuestion &asked, Instant now) const;

    /** What a flow would say; nothing follows from it. */
    Result<FlowPreview> preview(const State &state, const FlowQuestion &asked, Instant now) const;

    /** timer.fired events whose deadline is at or before now. */
    QList<NewEvent> dueTimers(const State &state, Instant now) const;
    /** The earliest deadline, unset when there is none. */
    Instant nextDeadline(const State &state) const;

    /** What can be learned on another thread before a question needs it; empty when there is
     * nothing. Whether and when it runs changes no decision (Retriever). */
    std::function<void()> learning() const;
    /** Hash of what that learned, once it is done; empty before, and when the knowledge has changed
     * since. Only ModelActivated carries it on, never a decision by itself. */
    QString learnedHash() const;

    /** Version and model hash recorded with each verdict. */
    QString coreVersion() const;

private:
    class Index;
    std::unique_ptr<Index> m_index;
};

} // namespace quntai
