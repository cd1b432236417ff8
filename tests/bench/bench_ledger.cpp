// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_ledger [FOLDER [EVENTS]]: what the ledger costs, each figure beside its baseline in the
// same run on the same disk. FOLDER (default: the temporary folder) decides the disk.
#include "app/backend/ledger/chain.h"
#include "app/backend/ledger/sqliteledger.h"
#include "app/backend/ledger/verify.h"
#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

#include <sqlite3.h>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 snapshotEvery = 20000;

Event messageAt(qint64 seq)
{
    MessageReceived data;
    data.message = {u"m-p0-%1"_s.arg(seq)};
    data.platformId = u"7305%1"_s.arg(seq);
    data.author = {AuthorKind::Member, u"onebot/10001"_s, u"小林"_s};
    data.text = u"你好，我上周买的那个保温杯到现在还没有发货，麻烦帮我查一下订单什么时候能到？"_s;
    return {u"p0"_s, seq, seq - 1, {1'764'000'000'000 + seq}, {u"onebot/%1"_s.arg(seq % 200)}, {},
            data};
}

Batch batchAt(qint64 after, int count)
{
    Batch batch;
    for (qint64 seq = after + 1; seq <= after + count; ++seq)
        batch.events << messageAt(seq);
    return batch;
}

void fail(const char *what, const QString &why)
{
    std::fprintf(stderr, "%s: %s\n", what, qPrintable(why));
    std::exit(1);
}

template <class T>
T need(Result<T> result, const char *what)
{
    if (!result)
        fail(what, result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::unique_ptr<SqliteLedger> openLedger(const QString &folder)
{
    SqliteLedgerOptions options;
    options.folder = folder;
    return need(SqliteLedger::open(options), "open");
}

/** The baseline: the same rows into the same schema by SQLite's C API, hashes and JSON ready. */
class RawLoop
{
public:
    explicit RawLoop(const QString &path)
    {
        QFile schema(u":/sql/ledger/001_ledger.sql"_s);
        std::ignore = schema.open(QFile::ReadOnly);
        sqlite3_open(path.toUtf8().constData(), &m_handle);
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
        run(schema.readAll());
        sqlite3_prepare_v2(m_handle,
                           "INSERT INTO event(stream,seq,partition,at,type,version,group_id,"
                           "topic_id,hash,payload_hash,salt,payload)"
                           " VALUES('p0',?,?,?,'message.received',1,?,'',?,?,?,?)",
                           -1, &m_insert, nullptr);
    }
    ~RawLoop()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_handle);
    }
    void append(qint64 after, int count)
    {
        run("BEGIN IMMEDIATE");
        for (qint64 seq = after + 1; seq <= after + count; ++seq)
            insert(seq);
        run("COMMIT");
    }

private:
    void run(const QByteArray &sql) { sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr); }
    void insert(qint64 seq)
    {
        sqlite3_bind_int64(m_insert, 1, seq);
        sqlite3_bind_int64(m_insert, 2, seq % 1024);
        sqlite3_bind_int64(m_insert, 3, seq);
        sqlite3_bind_text(m_insert, 4, "onebot/100", -1, SQLITE_STATIC);
        sqlite3_bind_blob(m_insert, 5, m_hash.constData(), hashSize, SQLITE_STATIC);
        sqlite3_bind_blob(m_insert, 6, m_hash.constData(), hashSize, SQLITE_STATIC);
        sqlite3_bind_blob(m_insert, 7, m_hash.constData(), saltSize, SQLITE_STATIC);
        sqlite3_bind_text(m_insert, 8, m_payload.constData(), static_cast<int>(m_payload.size()),
                          SQLITE_STATIC);
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            fail("raw insert", QString::fromUtf8(sqlite3_errmsg(m_handle)));
        sqlite3_reset(m_insert);
    }

    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    QByteArray m_hash = chainStart();
    QByteArray m_payload = encodeEventData(messageAt(1).data);
};

/** Events a second: the best of three alternating runs each. */
void benchAppend(const QString &folder, int size, int batches)
{
    double ours = 0;
    double raw = 0;
    for (int round = 0; round < 3; ++round) {
        const QString here = folder + u"/append-%1-%2"_s.arg(size).arg(round);
        QDir().mkpath(here);
        QElapsedTimer timer;
        {
            RawLoop loop(here + u"/raw.db"_s);
            timer.start();
            for (int i = 0; i < batches; ++i)
                loop.append(qint64(i) * size, size);
            raw = std::max(raw, 1e9 * batches * size / double(timer.nsecsElapsed()));
        }
        auto ledger = openLedger(here + u"/data"_s);
        timer.start();
        for (int i = 0; i < batches; ++i)
            need(ledger->append(batchAt(qint64(i) * size, size)), "append");
        ours = std::max(ours, 1e9 * batches * size / double(timer.nsecsElapsed()));
    }
    std::printf("append, batches of %d: %.0f events/s; raw SQLite %.0f; ratio %.2f\n", size, ours,
                raw, ours / raw);
}

void fill(SqliteLedger &ledger, qint64 events)
{
    State state;
    for (qint64 head = 0; head < events;) {
        const int count = static_cast<int>(std::min<qint64>(1000, events - head));
        const Batch batch = batchAt(head, count);
        need(ledger.append(batch), "append");
        for (const Event &event : batch.events)
            apply(state, event);
        head += count;
        if (head % snapshotEvery == 0)
            need(ledger.keepSnapshot(state), "snapshot");
    }
}

double loadMs(const QString &folder, qint64 events)
{
    QElapsedTimer timer;
    timer.start();
    const auto ledger = openLedger(folder);
    if (need(ledger->load(), "load").positions.value(u"p0"_s) != events)
        fail("load", u"not all events"_s);
    return double(timer.nsecsElapsed()) / 1e6;
}

double scanMs(const QString &database)
{
    sqlite3 *handle = nullptr;
    sqlite3_open(database.toUtf8().constData(), &handle);
    QElapsedTimer timer;
    timer.start();
    sqlite3_exec(handle, "SELECT sum(length(payload)+length(hash)+length(salt)) FROM event",
                 nullptr, nullptr, nullptr);
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    sqlite3_close(handle);
    return ms;
}

void benchMany(const QString &folder, qint64 events)
{
    // One short of a snapshot: as much as there ever is to fold after one.
    const qint64 all = events + std::min(events, snapshotEvery) - 1;
    fill(*openLedger(folder), all);
    const LedgerFiles files{folder};
    const double withSnapshot = loadMs(folder, all);
    QElapsedTimer timer;
    timer.start();
    need(verifyLedger(files), "verify");
    const double verifyMs = double(timer.nsecsElapsed()) / 1e6;
    const double scan = scanMs(files.database());
    need(Snapshots(files.snapshots()).drop(), "drop");
    const double whole = loadMs(folder, all);
    std::printf("open and load %lld events: %.0f ms; without snapshot %.0f ms; ratio %.3f\n", all,
                withSnapshot, whole, withSnapshot / whole);
    std::printf("verify %lld events: %.0f ms; reading them %.0f ms; ratio %.1f\n", all, verifyMs,
                scan, verifyMs / scan);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = app.arguments();
    const QString where = arguments.value(1, QDir::tempPath());
    const qint64 events = arguments.value(2, u"1000000"_s).toLongLong();
    QTemporaryDir folder(where + u"/bench-ledger-XXXXXX"_s);
    const int batches = static_cast<int>(std::clamp<qint64>(events / 2000, 2, 500));
    for (const int size : {1, 16, 256})
        benchAppend(folder.path(), size, size == 256 ? std::max(batches / 5, 2) : batches);
    benchMany(folder.filePath(u"many"_s), events);
    return 0;
}
