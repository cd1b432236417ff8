// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/consolefeed.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** A console further behind gets a snapshot instead of the events. */
constexpr qint64 longestResume = 200'000;

} // namespace

ConsoleFeed::ConsoleFeed(FeedHub &hub, const Viewer &viewer, FeedSink sink, QObject *parent)
    : QObject(parent), m_hub(hub), m_viewer(viewer), m_sink(std::move(sink))
{
    m_hub.attach(this);
}

ConsoleFeed::~ConsoleFeed()
{
    m_hub.detach(this);
}

Result<FeedOpenResult> ConsoleFeed::open(const FeedOpenParams &params)
{
    m_hub.flush();
    const auto streams = m_hub.streams();
    const auto epoch = m_hub.epochFor(m_viewer);
    QHash<QString, const StreamPosition *> resume;
    for (const auto &position : params.resume) {
        if (!streams.contains(position.stream) || resume.contains(position.stream))
            return failure(ErrorKind::InvalidParams, u"There is no such stream, or twice"_s,
                           {{u"field"_s, u"resume"_s}, {u"stream"_s, position.stream}});
        const auto head = m_hub.head(position.stream);
        if (position.epoch == epoch && (position.seq > head || position.seq < 0))
            return failure(ErrorKind::Conflict,
                           u"The position is ahead of the stream; ask for a snapshot"_s,
                           {{u"stream"_s, position.stream}, {u"current"_s, head}});
        resume.insert(position.stream, &position);
    }
    m_streams.clear();
    FeedOpenResult result;
    for (const auto &name : streams)
        result.streams.append(start(name, resume.value(name)));
    pumpSoon();
    return result;
}

OpenedStream ConsoleFeed::start(const QString &name, const StreamPosition *resume)
{
    auto &stream = m_streams[name];
    const auto head = m_hub.head(name);
    const auto epoch = m_hub.epochFor(m_viewer);
    const bool resumed = resume && resume->epoch == epoch && head - resume->seq <= longestResume;
    if (resumed) {
        stream.mode = Mode::CatchUp;
        stream.position = stream.told = stream.prev = resume->seq;
    } else {
        startSnapshot(stream, name);
    }
    return {name, epoch, head, resumed};
}

void ConsoleFeed::startSnapshot(Stream &stream, const QString &name)
{
    stream = {};
    stream.mode = Mode::Snapshot;
    stream.parts = m_hub.snapshot(m_viewer, name);
    stream.position = stream.told = stream.prev = m_hub.head(name);
}

Result<> ConsoleFeed::ack(const FeedAck &ack)
{
    const auto found = m_streams.find(ack.stream);
    // A position of before scope.changed may still arrive; it names nothing of now.
    if (found == m_streams.end() || ack.seq > std::max(found->position, found->told))
        return failure(ErrorKind::InvalidParams, u"This was never sent"_s,
                       {{u"field"_s, u"seq"_s}});
    auto &unacked = found->unacked;
    while (!unacked.empty() && unacked.front().first <= ack.seq) {
        found->unackedEvents -= unacked.front().second;
        unacked.pop_front();
    }
    pumpSoon();
    return {};
}

Result<> ConsoleFeed::ackPart(const FeedPartAck &ack)
{
    const auto found = m_streams.find(ack.stream);
    if (found == m_streams.end())
        return failure(ErrorKind::InvalidParams, u"This stream is not open"_s,
                       {{u"field"_s, u"stream"_s}});
    if (found->mode != Mode::Snapshot)
        return {};
    if (ack.part > found->partsSent && ack.part > 0)
        return failure(ErrorKind::InvalidParams, u"This part was never sent"_s,
                       {{u"field"_s, u"part"_s}});
    found->partsAcked = std::max(found->partsAcked, ack.part);
    pumpSoon();
    return {};
}

void ConsoleFeed::setViewer(const Viewer &viewer)
{
    const bool same = viewer.kind() == m_viewer.kind();
    m_viewer = viewer;
    if (same)
        return;
    // First none of them is live, so that nothing of the new rights precedes its snapshot.
    for (auto &stream : m_streams)
        stream.mode = Mode::Snapshot;
    m_hub.flush();
    for (auto it = m_streams.begin(); it != m_streams.end(); ++it)
        startSnapshot(*it, it.key());
    pumpSoon();
}

void ConsoleFeed::pumpSoon()
{
    if (std::exchange(m_pumpScheduled, true))
        return;
    QMetaObject::invokeMethod(this, &ConsoleFeed::pump, Qt::QueuedConnection);
}

void ConsoleFeed::pump()
{
    m_pumpScheduled = false;
    for (auto it = m_streams.begin(); it != m_streams.end(); ++it)
        pumpStream(it.key(), *it);
}

bool ConsoleFeed::isFull(const Stream &stream) const
{
    return stream.unackedEvents >= feedWindow || m_sink.unsentBytes() > unsentLimit;
}

void ConsoleFeed::pumpStream(const QString &name, Stream &stream)
{
    if (stream.mode == Mode::Snapshot)
        pumpParts(stream);
    // One page a turn, so that consoles take turns.
    if (stream.mode == Mode::CatchUp && !isFull(stream) && pumpPage(name, stream))
        pumpSoon();
}

void ConsoleFeed::pumpParts(Stream &stream)
{
    const auto &parts = *stream.parts;
    while (stream.partsSent < parts.size() && stream.partsSent - stream.partsAcked < snapshotWindow
           && m_sink.unsentBytes() <= unsentLimit)
        m_sink.send(parts[stream.partsSent++]);
    if (stream.partsAcked < parts.size())
        return;
    stream.parts.reset();
    stream.mode = Mode::CatchUp;
}

bool ConsoleFeed::pumpPage(const QString &name, Stream &stream)
{
    if (stream.position >= m_hub.head(name)) {
        goLive(name, stream);
        return false;
    }
    const auto before = stream.position;
    const auto frames = m_hub.page(m_viewer, name, stream.position, stream.prev);
    if (!frames) {
        qWarning("Feed of %s stops at %lld: %s", qPrintable(name), qlonglong(before),
                 qPrintable(frames.error().message));
        return false;
    }
    send(stream, *frames);
    return stream.position > before;
}

void ConsoleFeed::goLive(const QString &name, Stream &stream)
{
    stream.mode = Mode::Live;
    // From here on `prev` is that of all viewers of the kind, so the console must stand here.
    if (stream.told < stream.position)
        sendTick(name, stream);
}

bool ConsoleFeed::isLiveAt(const QString &stream, qint64 position) const
{
    const auto found = m_streams.constFind(stream);
    return found != m_streams.cend() && found->mode == Mode::Live && found->position == position;
}

void ConsoleFeed::takeLive(const QString &name, qint64 to, const QList<FeedFrame> &frames)
{
    auto &stream = m_streams[name];
    int events = stream.unackedEvents;
    for (const auto &frame : frames)
        events += frame.events;
    if (!frames.isEmpty() && (isFull(stream) || events > feedWindow)) {
        stream.prev = stream.told;
        stream.mode = Mode::CatchUp;  // its position says where to go on
        return pumpSoon();
    }
    send(stream, frames);
    stream.position = to;
}

void ConsoleFeed::send(Stream &stream, const QList<FeedFrame> &frames)
{
    for (const auto &frame : frames) {
        m_sink.send(frame.text);
        stream.told = frame.last;
        stream.unacked.emplace_back(frame.last, frame.events);
        stream.unackedEvents += frame.events;
    }
}

void ConsoleFeed::sendTick(const QString &name, Stream &stream)
{
    stream.told = stream.position;
    const FeedTick tick{name, stream.position, m_hub.signedHead(name, stream.position)};
    m_sink.send(QString::fromUtf8(encodeNotification(u"feed.tick", encodeBody(tick))));
}

void ConsoleFeed::tick()
{
    for (auto it = m_streams.begin(); it != m_streams.end(); ++it) {
        if (it->mode == Mode::Live && it->told < it->position)
            sendTick(it.key(), *it);
        else if (it->mode != Mode::Live)
            pumpSoon();
    }
}

} // namespace quntai
