// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/domain/result.h"
#include "models/domain/state.h"

#include <optional>

namespace quntai {

/** An inbound platform message taken in: unique, in the same transaction as its event. */
struct InboundMark
{
    QString channel;
    QString platformId;
};

/** How far a connector has read at its platform. */
struct CursorMark
{
    QString connector;
    QString cursor;
};

/** What a console command came to; kept 30 days, so that the same command answers the same. */
struct CommandRecord
{
    CommandId id;
    UserId user;
    QByteArray bodyHash;  //!< SHA-256 of method and params without the id
    qint64 seq = 0;       //!< of its first event, or the head when it made none
    Instant at;
};

/** A row of the send outbox. Sending is on disk before the first byte leaves; a Sending row found
 * at start has an unknown outcome. */
enum class SendState { Queued, Sending, Done };
struct SendMark
{
    MessageId message;
    GroupId group;
    SendState state = SendState::Queued;
};

/** What one transaction writes: all of it or nothing. */
struct Batch
{
    QList<Event> events;  //!< stream, seq (gap-free after the head) and at are set
    QList<InboundMark> inbound;
    QList<CursorMark> cursors;
    QList<CommandRecord> commands;
    QList<SendMark> sends;
};

/** One stored event as text, for readers that pass it on without looking inside. */
struct StoredEvent
{
    QString stream;
    qint64 seq = 0;
    Instant at;
    GroupId group;
    TopicId topic;
    QString type;
    int version = 1;
    QByteArray data;  //!< JSON; empty when erased
};

/** The ledger: every fact once, in order. Written by one thread through one connection.
 *
 * Errors: StorageFull (nothing was written; try again when there is room), Unavailable (names what
 * is wrong with the file and what to do).
 */
class Ledger
{
public:
    virtual ~Ledger() = default;

    /** Writes the batch; on disk (fsync) when it returns without error. */
    virtual Result<> append(const Batch &batch) = 0;
    /** Up to maxEvents events after a sequence, at least one if there is any, within maxBytes. */
    virtual Result<QList<StoredEvent>> read(const QString &stream, qint64 after, int maxEvents,
                                            qint64 maxBytes) const = 0;
    virtual Result<qint64> head(const QString &stream) const = 0;
    virtual QString epoch() const = 0;
    virtual Result<bool> wasTakenIn(const InboundMark &mark) const = 0;
    virtual Result<QString> cursor(const QString &connector) const = 0;
    virtual Result<std::optional<CommandRecord>> command(const CommandId &id) const = 0;
    /** Sends that are Queued or Sending. */
    virtual Result<QList<SendMark>> openSends() const = 0;
    /** State from the newest usable snapshot and all events after it. */
    virtual Result<State> load() = 0;
    /** Keeps a snapshot of the state at its positions; old ones are dropped. */
    virtual Result<> keepSnapshot(const State &state) = 0;
    /** Erases payload and salt of these events; the chain of hashes still verifies. */
    virtual Result<> erase(const QString &stream, const QList<qint64> &events) = 0;
    /** What data.erased events that load() has folded name, by stream: whoever wrote them may have
     * ended before erase(). */
    virtual QMap<QString, QList<qint64>> erasuresLoaded() const = 0;
    /** Hash of the newest record of a stream and its signature, as consoles anchor them. */
    virtual Result<QByteArray> signedHead(const QString &stream) const = 0;
};

} // namespace quntai
