// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/feedhub.h"

#include "app/backend/gateway/consolefeed.h"
#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/wire.h"

#include <QCryptographicHash>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Room for the envelope of a message around its params or events. */
constexpr qsizetype envelopeBytes = 1024;

RawEvent rawOf(const StoredEvent &stored)
{
    return {0, stored.seq, stored.at, stored.type, stored.group, stored.topic, stored.data};
}

} // namespace

FeedHub::FeedHub(std::unique_ptr<LedgerReader> reader, QObject *parent)
    : QObject(parent), m_reader(std::move(reader))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FeedHub::flush);
    m_lastFlush.start();
}

void FeedHub::begin(const State &state)
{
    m_state = state;
    m_heads = state.positions;
}

QStringList FeedHub::streams() const
{
    QStringList all{u"p0"_s, u"c0"_s};
    for (const auto &stream : m_state.positions.keys()) {
        if (!all.contains(stream))
            all.append(stream);
    }
    return all;
}

QString FeedHub::epochFor(const Viewer &viewer) const
{
    const auto kind = QCryptographicHash::hash(viewer.kind().toUtf8(), QCryptographicHash::Sha256);
    return m_reader->epoch() + u'.' + QString::fromLatin1(kind.left(6).toHex());
}

QString FeedHub::signedHead(const QString &stream, qint64 seq)
{
    auto &known = m_signed[stream];
    if (known.first == seq)
        return known.second;
    if (m_reader->head(stream).value_or(-1) != seq)
        return {};
    const auto head = m_reader->signedHead(stream);
    if (!head)
        return {};
    known = {seq, QString::fromLatin1(head->toBase64())};
    return known.second;
}

void FeedHub::takeIn(const EventList &events)
{
    for (const auto &event : *events) {
        if (event.seq <= m_state.positions.value(event.stream))
            continue;
        apply(m_state, event);
        Waiting waiting{{0, event.seq, event.at, typeName(event.data), event.group, event.topic,
                         encodeEventData(event.data)}, {}, {}};
        if (const auto *note = std::get_if<NoteAdded>(&event.data)) {
            waiting.whisperTo = note->whisperTo;
            waiting.author = note->author;
        }
        m_waiting[event.stream].append(std::move(waiting));
    }
    if (m_waiting.isEmpty() || m_timer.isActive())
        return;
    // The first event after a quiet time goes at once; what follows is gathered.
    const auto wait = coalesceMs - m_lastFlush.elapsed();
    m_timer.start(int(std::max<qint64>(0, wait)));
}

void FeedHub::flush()
{
    m_timer.stop();
    m_lastFlush.restart();
    const auto batches = std::exchange(m_waiting, {});
    for (auto it = batches.cbegin(); it != batches.cend(); ++it)
        deliver(it.key(), it.value());
}

void FeedHub::deliver(const QString &stream, const QList<Waiting> &events)
{
    const auto base = head(stream);
    const auto to = events.constLast().raw.seq;
    const bool hasWhisper = std::ranges::any_of(
        events, [](const Waiting &event) { return !event.whisperTo.isEmpty(); });
    m_heads[stream] = to;

    QHash<QString, QList<FeedFrame>> made;
    QHash<QString, qint64> before;
    const auto feeds = m_feeds;  // a feed may go away while it is told
    for (auto *feed : feeds) {
        if (!m_feeds.contains(feed) || !feed->isLiveAt(stream, base))
            continue;
        const auto &viewer = feed->viewer();
        const auto &kind = viewer.kind();
        if (!made.contains(kind)) {
            auto &prevs = m_kinds[kind].prev;
            auto prev = prevs.value(stream, base);
            before[kind] = prev;
            made[kind] = framesOf(viewer, stream, events, false, prev);
            prevs[stream] = prev;
        }
        if (hasWhisper && !viewer.seesEveryWhisper()) {
            auto prev = before[kind];
            feed->takeLive(stream, to, framesOf(viewer, stream, events, true, prev));
        } else {
            feed->takeLive(stream, to, made[kind]);
        }
    }
}

bool FeedHub::sees(const Viewer &viewer, const Waiting &event, bool personal)
{
    if (!viewer.seesEvent(event.raw.type, event.raw.group))
        return false;
    if (event.whisperTo.isEmpty() || viewer.seesEveryWhisper())
        return true;
    return personal && viewer.seesWhisper(event.whisperTo, event.author);
}

QList<FeedFrame> FeedHub::framesOf(const Viewer &viewer, const QString &stream,
                                   const QList<Waiting> &events, bool personal, qint64 &prev) const
{
    QList<RawEvent> visible;
    for (const auto &event : events) {
        if (!sees(viewer, event, personal))
            continue;
        visible.append(event.raw);
        visible.last().prev = std::exchange(prev, event.raw.seq);
    }
    return pack(viewer, stream, visible);
}

QList<FeedFrame> FeedHub::pack(const Viewer &viewer, const QString &stream,
                               const QList<RawEvent> &events) const
{
    QList<FeedFrame> frames;
    const auto epoch = epochFor(viewer);
    const std::span all(events);
    std::size_t begin = 0;
    qsizetype bytes = envelopeBytes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        bytes += rawEventSize(all[i]);
        const bool full = i + 1 == all.size() || i + 1 - begin == pageEvents
            || bytes + rawEventSize(all[i + 1]) > maxMessageBytes;
        if (!full)
            continue;
        const auto part = all.subspan(begin, i + 1 - begin);
        frames.append({QString::fromUtf8(encodeEventsFrame(stream, epoch, part)),
                       int(part.size()), part.back().seq});
        begin = i + 1;
        bytes = envelopeBytes;
    }
    return frames;
}

Result<QList<FeedFrame>> FeedHub::page(const Viewer &viewer, const QString &stream, qint64 &after,
                                       qint64 &prev)
{
    const auto stored = m_reader->read(stream, after, pageEvents, pageBytes);
    if (!stored)
        return std::unexpected(stored.error());
    QList<RawEvent> visible;
    for (const auto &event : *stored) {
        if (event.seq > head(stream))
            break;
        after = event.seq;
        if (!viewer.seesEvent(event.type, event.group))
            continue;
        if (event.type == QLatin1StringView(NoteAdded::type) && !event.data.isEmpty()) {
            const auto data = decodeEventData(event.type, event.data);
            const auto *note = data ? std::get_if<NoteAdded>(&*data) : nullptr;
            if (!note || !viewer.seesWhisper(note->whisperTo, note->author))
                continue;
        }
        visible.append(rawOf(event));
        visible.last().prev = std::exchange(prev, event.seq);
    }
    return pack(viewer, stream, visible);
}

FeedHub::Parts FeedHub::snapshot(const Viewer &viewer, const QString &stream)
{
    flush();
    // Whispers make a snapshot personal for those who do not see all of them.
    const QString key = stream + u'\n' + viewer.kind()
        + (viewer.seesEveryWhisper() ? QString() : u'\n' + viewer.user().value);
    auto &cached = m_snapshots[key];
    if (cached.seq == head(stream) && cached.parts)
        return cached.parts;
    SnapshotFilter filter;
    filter.group = [&](const GroupId &group) { return viewer.seesGroup(group); };
    filter.message = [&](const Message &message) {
        return viewer.seesWhisper(message.whisperTo, message.author);
    };
    filter.customers = viewer.seesEvent(QString::fromLatin1(CustomerChanged::type), {});
    filter.gaps = viewer.seesEvent(QString::fromLatin1(GapChanged::type), {});
    auto texts = std::make_shared<QStringList>();
    for (const auto &params : encodeSnapshotParts(m_state, stream, epochFor(viewer), filter,
                                                  maxMessageBytes - envelopeBytes))
        texts->append(QString::fromUtf8(encodeNotification(u"feed.snapshot", params)));
    if (m_snapshots.size() > 16)
        m_snapshots.clear();
    m_snapshots[key] = {head(stream), texts};
    return texts;
}

} // namespace quntai
