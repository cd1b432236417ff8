// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"

#include <optional>

namespace quntai {

/** Which command goes out when, and what an answer means. Pure: no clock, no disk, no socket.
 *
 * Within a topic one command is on its way at a time, so that two texts never overtake each other;
 * topics do not wait for each other. A command that was sent when the link broke is sent again with
 * the same id, which has one effect however often it arrives. A refused command stays, with the
 * reason, until a person decides: also a stale answer, which is never sent again by itself.
 */
class OutboxDelivery
{
public:
    enum class Outcome {
        Done,     //!< has its effect; forget it on disk
        Refused,  //!< stays for a person; note it on disk
        Later,    //!< the backend cannot now; it is tried again
        Stranger, //!< no answer to anything we wait for
    };

    /** How long a text stays shown after its answer when its effect does not show up. */
    static constexpr qint64 shownAfterAnswerMs = 5000;

    /** An error of this kind may be another answer later; every other one is final. */
    static bool isPassing(ErrorKind kind);

    /** The longest a text is held back before it goes; what a clock says beyond it is not believed. */
    static constexpr qint64 longestHoldMs = 10'000;

    /** What was on disk at the start, oldest first; stands before what was added since. now is the
     * time of the items' notBefore, nowMs the same moment in steady time. */
    void restore(const QList<OutboxItem> &items, qint64 nowMs = 0, Instant now = {});
    /** A new command; it must be on disk before due() is asked again. */
    void add(const OutboxItem &item, qint64 nowMs = 0, Instant now = {});
    /** True when a text that was held back is not held any more. */
    bool ripen(qint64 nowMs);

    /** Commands to send now, in order; each is then on its way. nowMs is steady time. */
    QList<Command> due(qint64 nowMs);
    /** When due() should be asked again though nothing happened. */
    std::optional<qint64> wakeAt() const;
    Outcome settle(const CommandId &id, const Result<qint64> &result, qint64 nowMs);
    /** It was about to go and did not: it waits again. */
    void unsent(const CommandId &id);
    /** What was on its way may have had its effect or not: it is sent again. */
    void linkLost();
    /** The person has signed in again. */
    void linkBack() { m_paused = false; }

    /** Everything up to seq is folded; true when an answered text is no longer shown. */
    bool folded(qint64 seq, qint64 nowMs);
    /** Replaces a refused command by the same wish with a new id; the old one had no effect. */
    bool renew(const CommandId &id, const Command &command);
    /** False while it is on its way: nobody can say any more that it had no effect. */
    bool discard(const CommandId &id);

    /** Oldest first, with answered texts whose effect is not folded yet. */
    QList<OutboxItem> items() const;
    std::optional<OutboxItem> find(const CommandId &id) const;
    bool isEmpty() const { return m_entries.isEmpty(); }

private:
    struct Entry
    {
        OutboxItem item;
        qint64 notBefore = 0;     //!< steady time
        int tries = 0;
        qint64 answeredSeq = 0;   //!< 0: no answer yet
        qint64 answeredAt = 0;
    };

    QList<Entry>::iterator entry(const CommandId &id);
    static bool isRead(const CommandData &command);
    static Entry entryFor(const OutboxItem &item, qint64 nowMs, Instant now);

    QList<Entry> m_entries;
    bool m_paused = false;
};

} // namespace quntai
