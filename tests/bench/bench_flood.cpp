// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many events a second each room of the console's data flow takes: decode, fold, store with
// search index, models. bench_flood [EVENTS] prints one line per room; runs alone on a machine.
#include "models/items/queuemodel.h"
#include "models/items/timelinemodel.h"
#include "models/items/wallmodel.h"
#include "models/protocol/eventcodec.h"
#include "models/session/feedfold.h"
#include "models/session/sessionstores.h"
#include "tests/models/common/scriptedsession.h"
#include "tests/models/common/story.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int frameEvents = 100;   // as a backend under load packs them
constexpr int shownEvents = 320;   // 20,000 a second at 60 frames a second

void report(const char *room, qint64 events, const QElapsedTimer &timer)
{
    const auto ms = std::max<qint64>(1, timer.elapsed());
    std::printf("%-8s %9lld events %7lld ms %10lld events/s\n", room, qlonglong(events),
                qlonglong(ms), qlonglong(events * 1000 / ms));
}

/** The events of the group stream, without holes in their numbers. */
QList<Event> flood(int count)
{
    Story story(1, 50);
    QList<Event> events;
    while (events.size() < count) {
        auto event = story.next();
        if (event.stream == "p0"_L1)
            events.append(event);
    }
    return events;
}

QList<QByteArray> framesOf(const QList<Event> &events)
{
    QList<QByteArray> frames;
    std::vector<RawEvent> page;
    for (const auto &event : events) {
        page.push_back({event.prev, event.seq, event.at, typeName(event.data), event.group,
                        event.topic, encodeEventData(event.data)});
        if (page.size() == frameEvents || event.seq == events.constLast().seq)
            frames.append(encodeEventsFrame(u"p0", u"e", std::exchange(page, {})));
    }
    return frames;
}

QList<EventsFrame> decode(const QList<QByteArray> &frames, qint64 count)
{
    QList<EventsFrame> decoded;
    QElapsedTimer timer;
    timer.start();
    FrameReader reader;
    for (const auto &frame : frames) {
        if (reader.read(frame))
            decoded.append(reader.events().value_or(EventsFrame{}));
    }
    report("decode", count, timer);
    return decoded;
}

QList<FeedNews> fold(const QList<EventsFrame> &frames, qint64 count)
{
    QList<FeedNews> all;
    FeedFold feed;
    feed.restore({}, {{u"p0"_s, {u"e"_s, 0}}});
    QElapsedTimer timer;
    timer.start();
    for (const auto &frame : frames) {
        feed.take(frame);
        all.append(feed.takeNews());
    }
    report("fold", count, timer);
    return all;
}

void store(const QList<FeedNews> &news, qint64 count)
{
    const QTemporaryDir folder;
    SessionStores stores(folder.path() + u"/account"_s);
    auto left = news.size();
    QElapsedTimer timer;
    timer.start();
    for (const auto &one : news)
        stores.take(one, [&](const Result<> &result) {
            if (!result)
                std::printf("%s\n", qPrintable(result.error().message));
            if (--left == 0)
                QCoreApplication::quit();
        });
    QCoreApplication::exec();
    report("store", count, timer);
}

void show(const QList<Event> &events)
{
    ScriptedSession session;
    QueueModel queue(&session);
    WallModel groups(&session);
    TimelineModel timeline(&session);
    timeline.setGroup({u"wecom/g0"_s});
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    for (qsizetype at = 0; at < events.size(); at += shownEvents) {
        QElapsedTimer frame;
        frame.start();
        session.feed(events.mid(at, shownEvents));
        longest = std::max(longest, frame.nsecsElapsed() / 1000);
    }
    report("models", events.size(), timer);
    std::printf("longest frame of %d events: %lld us\n", shownEvents, qlonglong(longest));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto count = argc > 1 ? QByteArray(argv[1]).toInt() : 20'000;
    const auto events = flood(count);
    const auto frames = decode(framesOf(events), count);
    store(fold(frames, count), count);
    show(events);
    return 0;
}
