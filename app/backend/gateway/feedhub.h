// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"
#include "app/backend/gateway/rights.h"
#include "app/backend/ledger/ledgerreader.h"
#include "models/protocol/framecodec.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace quntai {

class ConsoleFeed;

/** A feed.events message with what its receiver must account for. */
struct FeedFrame
{
    QString text;
    int events = 0;
    qint64 last = 0;  //!< sequence of its newest event
};

/** Turns what was committed into messages for consoles: gathers what happens within 8 ms, and
 * encodes it once for all viewers of a kind. Also keeps the folded state, for rights and
 * snapshots, and reads what is older from the ledger.
 *
 * Lives in one thread, together with its ConsoleFeeds.
 */
class FeedHub : public QObject
{
    Q_OBJECT
public:
    explicit FeedHub(std::unique_ptr<LedgerReader> reader, QObject *parent = nullptr);

    /** The state to start from; committed events from before it are dropped. */
    void begin(const State &state);
    void takeIn(const EventList &events);
    /** Delivers what has been gathered, now. */
    void flush();

    const State &state() const { return m_state; }
    QStringList streams() const;
    /** Position up to which live feeds were told. */
    qint64 head(const QString &stream) const { return m_heads.value(stream); }
    /** Changes with the ledger's generation and with what the viewer may see. */
    QString epochFor(const Viewer &viewer) const;
    /** Signed head of a stream if its newest record is this one, base64; else empty. */
    QString signedHead(const QString &stream, qint64 seq);

    /** Messages for what the viewer may see after a position, up to `head`, at most a page.
     * after is moved to where the page ends; prev is the newest visible event before. */
    Result<QList<FeedFrame>> page(const Viewer &viewer, const QString &stream, qint64 &after,
                                  qint64 &prev);
    using Parts = std::shared_ptr<const QStringList>;
    /** The feed.snapshot messages of a stream as it is at head(). */
    Parts snapshot(const Viewer &viewer, const QString &stream);

    LedgerReader &reader() { return *m_reader; }
    void attach(ConsoleFeed *feed) { m_feeds.append(feed); }
    void detach(ConsoleFeed *feed) { m_feeds.removeAll(feed); }

    static constexpr int coalesceMs = 8;
    static constexpr int pageEvents = 500;
    static constexpr qint64 pageBytes = 192 * 1024;

private:
    /** An event waiting for delivery. */
    struct Waiting
    {
        RawEvent raw;
        UserId whisperTo;
        Author author;
    };
    struct Kind
    {
        QMap<QString, qint64> prev;  //!< newest event it saw, by stream
    };
    struct CachedParts
    {
        qint64 seq = -1;
        Parts parts;
    };

    void deliver(const QString &stream, const QList<Waiting> &events);
    QList<FeedFrame> framesOf(const Viewer &viewer, const QString &stream,
                              const QList<Waiting> &events, bool personal, qint64 &prev) const;
    QList<FeedFrame> pack(const Viewer &viewer, const QString &stream,
                          const QList<RawEvent> &events) const;
    static bool sees(const Viewer &viewer, const Waiting &event, bool personal);

    std::unique_ptr<LedgerReader> m_reader;
    State m_state;
    QMap<QString, qint64> m_heads;
    QMap<QString, QList<Waiting>> m_waiting;
    QHash<QString, Kind> m_kinds;
    QHash<QString, CachedParts> m_snapshots;
    QHash<QString, std::pair<qint64, QString>> m_signed;  //!< the last signed head asked for
    QList<ConsoleFeed *> m_feeds;
    QTimer m_timer;
    QElapsedTimer m_lastFlush;
};

} // namespace quntai
