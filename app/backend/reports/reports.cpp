// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/reports.h"

#include "app/backend/reports/customertopics.h"

#include "models/protocol/eventcodec.h"

#include <QDateTime>
#include <QPointer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageEvents = 2000;
constexpr qint64 pageBytes = 8 * 1024 * 1024;
constexpr int mostWaiting = 32;

/** What no fact comes from is not even decoded. */
bool isOfUse(const QString &type)
{
    static const QSet<QString> useless{
        u"message.attached"_s, u"message.read"_s, u"customer.changed"_s, u"lease.renewed"_s,
        u"note.added"_s,       u"step.ticked"_s,      u"timer.fired"_s,
        u"help.asked"_s,       u"help.ended"_s,       u"guest.changed"_s,
        u"suggestion.judged"_s,
        u"satisfaction.asked"_s, u"promise.made"_s,   u"promise.changed"_s,
        u"promise.settled"_s,  u"promise.overdue"_s,
        u"control.applied"_s,  u"clock.stepped"_s,    u"connector.gap"_s,
        u"message.failed"_s,   u"message.unknown"_s};
    return !useless.contains(type);
}

/** Nothing for what is erased, of no use, or of a newer version. */
std::optional<Event> eventOf(const StoredEvent &stored)
{
    if (stored.data.isEmpty() || !isOfUse(stored.type))
        return std::nullopt;
    auto data = decodeEventData(stored.type, stored.data);
    if (!data)
        return std::nullopt;
    return Event{stored.stream, stored.seq,   stored.seq - 1, stored.at,
                 stored.group,  stored.topic, std::move(*data)};
}

} // namespace

Result<> FactStore::catchUp(const std::atomic<bool> &stop)
{
    for (const auto &stream : {u"c0"_s, u"p0"_s}) {
        if (const auto read = readStream(stream, stop); !read)
            return read;
    }
    return {};
}

Result<> FactStore::readStream(const QString &stream, const std::atomic<bool> &stop)
{
    while (!stop) {
        const auto page = m_reader->read(stream, m_positions.value(stream), pageEvents, pageBytes);
        if (!page)
            return std::unexpected(page.error());
        if (page->isEmpty())
            return {};
        for (const auto &stored : *page) {
            const bool erased = m_erased.value(stream).contains(stored.seq);
            if (const auto event = erased ? std::nullopt : eventOf(stored))
                take(*event);
            m_newest = std::max(m_newest, stored.at);
            m_positions[stream] = stored.seq;
            ++m_taken;
        }
    }
    return {};
}

void FactStore::take(const Event &event)
{
    m_facts.take(event);
    m_duty.take(event);
}

void FactStore::begin()
{
    m_facts = {};
    m_duty = {};
    m_positions.clear();
    m_taken = 0;
}

Result<> FactStore::take(const QList<Event> &events, const std::atomic<bool> &stop)
{
    bool erased = false;
    for (const auto &event : events) {
        if (const auto *data = std::get_if<DataErased>(&event.data)) {
            erased = true;
            for (const auto seq : data->events)
                m_erased[event.stream].insert(seq);
        }
    }
    if (erased) {
        begin();
        return catchUp(stop);
    }
    for (const auto &event : events) {
        auto &position = m_positions[event.stream];
        if (event.seq <= position)
            continue;
        if (event.seq != position + 1)
            return catchUp(stop);
        take(event);
        m_newest = std::max(m_newest, event.at);
        position = event.seq;
        ++m_taken;
    }
    return {};
}

Reports::Reports(std::unique_ptr<LedgerReader> reader, std::function<qint64()> now, QObject *parent)
    : QObject(parent),
      m_now(now ? std::move(now) : [] { return QDateTime::currentMSecsSinceEpoch(); }),
      m_store(std::move(reader))
{
    m_worker.setMaxThreadCount(1);
}

Reports::~Reports()
{
    m_stop = true;
    m_worker.clear();
    m_worker.waitForDone();
}

void Reports::post(std::function<void()> work)
{
    m_worker.start(std::move(work));
}

void Reports::start()
{
    post([this] {
        const auto read = m_store.catchUp(m_stop);
        m_trouble = read ? QString() : read.error().message;
    });
}

void Reports::takeIn(const std::shared_ptr<const QList<Event>> &events)
{
    post([this, events] {
        // After trouble everything since is read again.
        const auto taken = m_trouble.isEmpty() ? m_store.take(*events, m_stop)
                                               : m_store.catchUp(m_stop);
        m_trouble = taken ? QString() : taken.error().message;
    });
}

Instant Reports::now() const
{
    return {std::max(m_now(), m_store.newest().ms)};
}

template <class T>
void Reports::ask(std::function<Result<T>(const ReportMaker &)> question,
                  ReportMaker::SeesGroup sees, QObject *context, Done<T> done)
{
    if (m_asked >= mostWaiting)
        return done(failure(ErrorKind::RateLimited, u"Too many reports are being made"_s,
                            {{u"retryAfterMs"_s, 2000}}));
    ++m_asked;
    auto tell = [this, guard = QPointer(context), done = std::move(done)](const Result<T> &answer) {
        --m_asked;
        if (guard)
            done(answer);
    };
    post([this, question = std::move(question), sees = std::move(sees), tell = std::move(tell)] {
        Result<T> answer = m_trouble.isEmpty()
            ? question(ReportMaker(m_store.facts(), m_store.duty(), sees, now()))
            : Result<T>(failure(ErrorKind::Unavailable, m_trouble));
        QMetaObject::invokeMethod(this, [tell, answer] { tell(answer); }, Qt::QueuedConnection);
    });
}

void Reports::query(const ReportParams &params, ReportMaker::SeesGroup sees, QObject *context,
                    Done<Report> done)
{
    ask<Report>([params](const ReportMaker &maker) { return maker.report(params); },
                std::move(sees), context, std::move(done));
}

void Reports::topics(const ReportTopicsParams &params, ReportMaker::SeesGroup sees,
                     QObject *context, Done<ReportTopics> done)
{
    ask<ReportTopics>([params](const ReportMaker &maker) { return maker.topics(params); },
                      std::move(sees), context, std::move(done));
}

void Reports::customerTopics(const CustomerTopicsParams &params, const QSet<MemberId> &members,
                             ReportMaker::SeesGroup sees, QObject *context,
                             Done<CustomerTopicsResult> done)
{
    ask<CustomerTopicsResult>(
        [this, params, members, sees](const ReportMaker &) -> Result<CustomerTopicsResult> {
            return quntai::customerTopics(m_store.facts(), members, params, sees);
        },
        sees, context, std::move(done));
}

} // namespace quntai
