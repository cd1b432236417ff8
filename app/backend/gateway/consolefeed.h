// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/feedhub.h"
#include "models/protocol/wire.h"

#include <QPointer>

#include <deque>
#include <functional>

namespace quntai {

/** Where messages of a feed go. */
struct FeedSink
{
    std::function<void(const QString &)> send;
    std::function<qint64()> unsentBytes;
};

/** What one console is told of each stream, and how far it has got.
 *
 * A stream is told live while the console keeps up. If it does not (window of unacknowledged
 * events, bytes not yet sent) the feed stops, keeps nothing but its position, and goes on later by
 * reading the ledger.
 */
class ConsoleFeed : public QObject
{
    Q_OBJECT
public:
    ConsoleFeed(FeedHub &hub, const Viewer &viewer, FeedSink sink, QObject *parent = nullptr);
    ~ConsoleFeed() override;

    const Viewer &viewer() const { return m_viewer; }

    /** feed.open. Conflict when a position is ahead of the stream (data.stream, data.current),
     * InvalidParams for a stream that does not exist. What follows comes after the answer. */
    Result<FeedOpenResult> open(const FeedOpenParams &params);
    /** Errors of both: an acknowledgement of what was never sent. */
    Result<> ack(const FeedAck &ack);
    Result<> ackPart(const FeedPartAck &ack);
    /** Other rights: every open stream starts anew from a snapshot. */
    void setViewer(const Viewer &viewer);
    /** Sends what waits, as far as the console can take it. */
    void pump();
    /** Tells positions at which nothing was to be seen. */
    void tick();

    bool isLiveAt(const QString &stream, qint64 position) const;
    void takeLive(const QString &stream, qint64 to, const QList<FeedFrame> &frames);

    /** Over this nothing more is handed to the socket for now. */
    static constexpr qint64 unsentLimit = 1024 * 1024;

private:
    enum class Mode { Snapshot, CatchUp, Live };
    struct Stream
    {
        Mode mode = Mode::CatchUp;
        qint64 position = 0;   //!< told, or known to hold nothing visible, up to here
        qint64 told = 0;       //!< the console knows that it is here
        qint64 prev = 0;       //!< newest visible event
        FeedHub::Parts parts;
        int partsSent = 0;
        int partsAcked = 0;
        std::deque<std::pair<qint64, int>> unacked;  //!< newest sequence and events of messages
        int unackedEvents = 0;
    };

    OpenedStream start(const QString &name, const StreamPosition *resume);
    void startSnapshot(Stream &stream, const QString &name);
    void pumpStream(const QString &name, Stream &stream);
    void pumpParts(Stream &stream);
    bool pumpPage(const QString &name, Stream &stream);
    void goLive(const QString &name, Stream &stream);
    void send(Stream &stream, const QList<FeedFrame> &frames);
    void sendTick(const QString &name, Stream &stream);
    bool isFull(const Stream &stream) const;
    void pumpSoon();

    FeedHub &m_hub;
    Viewer m_viewer;
    FeedSink m_sink;
    QMap<QString, Stream> m_streams;
    bool m_pumpScheduled = false;
};

} // namespace quntai
