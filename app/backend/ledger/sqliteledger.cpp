// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/sqliteledger.h"

#include "app/backend/ledger/chaincheck.h"
#include "app/backend/ledger/epoch.h"
#include "app/backend/ledger/restore.h"
#include "app/backend/ledger/startcheck.h"
#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"
#include "models/storage/files.h"
#include "models/storage/migrations.h"
#include "models/storage/transaction.h"

#include <QDateTime>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anchorEveryEvents = 1000;
constexpr qint64 anchorEveryMs = 5 * 60 * 1000;
constexpr qint64 commandsKeptSeconds = 30 * 24 * 3600;
constexpr qint64 forgetEverySeconds = 3600;

} // namespace

Result<std::unique_ptr<SqliteLedger>> SqliteLedger::open(const SqliteLedgerOptions &options)
{
    const LedgerFiles files{options.folder};
    if (auto made = makePrivateFolder(options.folder); !made)
        return std::unexpected(made.error());
    auto lock = FolderLock::take(files.lock());
    if (!lock)
        return std::unexpected(lock.error());
    if (auto finished = finishRestore(files); !finished)
        return std::unexpected(finished.error());
    if (options.vfs.isEmpty()) {
        if (auto checked = checkBeforeUse(files, options.checkedWhole); !checked)
            return std::unexpected(checked.error());
    }
    auto key = SigningKey::loadOrMake(files.key());
    if (!key)
        return std::unexpected(key.error());
    std::unique_ptr<SqliteLedger> ledger(
        new SqliteLedger(options, std::move(*lock), std::move(*key)));
    auto ready = ledger->openDatabase()
                     .and_then([&] { return ledger->prepareStatements(); })
                     .and_then([&] { return ledger->readEpoch(); })
                     .and_then([&] { return ledger->readTails(); })
                     .and_then([&] { return ledger->compareWithAnchors(); });
    if (!ready)
        return std::unexpected(ready.error());
    return ledger;
}

SqliteLedger::SqliteLedger(SqliteLedgerOptions options, FolderLock lock, SigningKey key)
    : m_options(std::move(options))
    , m_files{m_options.folder}
    , m_lock(std::move(lock))
    , m_key(std::move(key))
    , m_anchors(m_files.anchors())
    , m_newest(m_files.newest())
    , m_snapshots(m_files.snapshots())
{
    m_sinceAnchor.start();
}

SqliteLedger::~SqliteLedger()
{
    if (m_unanchored > 0 && m_tailsKnown)
        anchor();
}

Result<> SqliteLedger::openDatabase()
{
    DatabaseOptions options;
    options.path = m_files.database();
    options.synchronous = m_options.synchronous;
    options.vfs = m_options.vfs;
    options.exclusive = !m_options.vfs.isEmpty();
    options.walAutocheckpoint = m_options.walAutocheckpoint;
    options.adviceWhenDamaged = adviceWhenDamaged(m_files);
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    return migrate(*m_database, u":/sql/ledger"_s);
}

Result<> SqliteLedger::prepareStatements()
{
    auto events = EventTable::open(*m_database);
    if (!events)
        return std::unexpected(events.error());
    m_events = std::make_unique<EventTable>(std::move(*events));
    auto marks = MarkTables::open(*m_database);
    if (!marks)
        return std::unexpected(marks.error());
    m_marks = std::make_unique<MarkTables>(std::move(*marks));
    return {};
}

Result<> SqliteLedger::readEpoch()
{
    auto epoch = storedEpoch(*m_database);
    if (epoch && epoch->isEmpty()) {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return std::unexpected(transaction.error());
        epoch = writeNewEpoch(*m_database);
        if (auto done = epoch ? transaction->commit() : Result<>{}; !done)
            return done;
        // Schema and epoch go into the file itself: a damaged log then is a ledger with records
        // missing, and not an empty file.
        if (auto done = m_database->checkpoint(true); !done)
            return done;
    }
    if (!epoch)
        return std::unexpected(epoch.error());
    m_epoch = *epoch;
    return {};
}

Result<> SqliteLedger::readTails()
{
    auto tails = m_events->tails();
    if (!tails)
        return std::unexpected(tails.error());
    m_tails = std::move(*tails);
    m_tailsKnown = true;
    return {};
}

/** Refuses a file that does not reach its anchors: events people were told of are missing. */
Result<> SqliteLedger::compareWithAnchors()
{
    const auto anchors = m_anchors.read();
    if (!anchors)
        return {};  // verify names what is wrong with them; they are no reason not to serve
    QMap<QString, Head> newest;
    for (const auto &anchor : *anchors) {
        if (anchor.head.epoch == m_epoch)
            newest.insert(anchor.head.stream, anchor.head);
    }
    if (!anchors->isEmpty() && anchors->last().head.epoch != m_epoch) {
        return failure(ErrorKind::Unavailable,
                       u"%1 is not the ledger that was anchored (epoch %2): it is new or was "
                       "exchanged. %3"_s.arg(m_files.database(), anchors->last().head.epoch,
                                             adviceWhenDamaged(m_files)));
    }
    for (const Head &head : newest.values() + signedNewest(m_files, m_key, m_epoch)) {
        if (auto reached = checkReached(head); !reached)
            return reached;
    }
    const auto now = heads();
    if (std::ranges::any_of(now, [&](const Head &head) { return newest.value(head.stream) != head; }))
        anchor();
    return {};
}

Result<> SqliteLedger::checkReached(const Head &head)
{
    const auto place = m_events->place(head.stream, head.seq);
    if (!place)
        return std::unexpected(place.error());
    if (head.seq == 0 || (*place && (*place)->hash == head.hash))
        return {};
    return failure(ErrorKind::Unavailable,
                   u"%1 does not hold record %2 #%3 as it was anchored: newer records are missing "
                   "or were changed. %4"_s.arg(m_files.database(), head.stream)
                       .arg(head.seq)
                       .arg(adviceWhenDamaged(m_files)));
}

Result<> SqliteLedger::append(const Batch &batch)
{
    if (!m_tailsKnown) {
        if (auto known = readTails(); !known)
            return known;
    }
    auto tails = m_tails;
    if (auto written = write(batch, tails); !written) {
        m_tailsKnown = false;
        return written;
    }
    m_tails = std::move(tails);
    m_unanchored += batch.events.size();
    if (m_options.vfs.isEmpty() && !batch.events.isEmpty())
        m_newest.overwrite(heads(), m_key, batch.events.last().at);
    anchorIfDue();
    return {};
}

Result<> SqliteLedger::write(const Batch &batch, QMap<QString, Tail> &tails)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    return insertEvents(batch.events, tails)
        .and_then([&] { return insertMarks(batch); })
        .and_then([&] { return transaction->commit(); });
}

Result<Record> SqliteLedger::recordOf(const Event &event, const Tail &before) const
{
    if (event.seq != before.seq + 1) {
        return failure(ErrorKind::Conflict,
                       u"Event %1 #%2 does not follow #%3; nothing was written."_s.arg(event.stream)
                           .arg(event.seq)
                           .arg(before.seq));
    }
    if (event.at < before.at) {
        return failure(ErrorKind::Conflict,
                       u"Event %1 #%2 is from before the event before it; nothing was written."_s
                           .arg(event.stream)
                           .arg(event.seq));
    }
    Record record;
    record.stream = event.stream;
    record.seq = event.seq;
    record.partition = partitionOf(event.group);
    record.at = event.at;
    record.type = typeName(event.data);
    record.version = m_options.upcasters.currentVersion(record.type);
    record.group = event.group;
    record.topic = event.topic;
    record.salt = makeSalt();
    record.payload = encodeEventData(event.data);
    record.payloadHash = payloadHashOf(record.salt, record.payload);
    record.hash = recordHashOf(before.hash, record);
    return record;
}

Result<> SqliteLedger::insertEvents(const QList<Event> &events, QMap<QString, Tail> &tails)
{
    for (const Event &event : events) {
        Tail &tail = tails[event.stream];
        const auto record = recordOf(event, tail);
        if (!record)
            return std::unexpected(record.error());
        if (auto inserted = m_events->insert(*record); !inserted)
            return inserted;
        tail = {record->seq, record->hash, record->at};
    }
    return {};
}

Result<> SqliteLedger::insertMarks(const Batch &batch)
{
    Result<> done;
    for (const auto &mark : batch.inbound) {
        if (done = m_marks->add(mark); !done)
            return done;
    }
    for (const auto &mark : batch.cursors) {
        if (done = m_marks->put(mark); !done)
            return done;
    }
    for (const auto &command : batch.commands) {
        if (done = m_marks->add(command); !done)
            return done;
    }
    for (const auto &send : batch.sends) {
        if (done = m_marks->put(send); !done)
            return done;
    }
    return batch.commands.isEmpty() ? done : forgetOldCommands(batch.commands.last().at);
}

Result<> SqliteLedger::forgetOldCommands(Instant now)
{
    if (now < m_commandsForgotten.plusSeconds(forgetEverySeconds))
        return {};
    m_commandsForgotten = now;
    return m_marks->forgetCommands(now.plusSeconds(-commandsKeptSeconds));
}

Result<QList<StoredEvent>> SqliteLedger::read(const QString &stream, qint64 after, int maxEvents,
                                              qint64 maxBytes) const
{
    return m_events->read(stream, after, maxEvents, maxBytes, m_options.upcasters);
}

Result<qint64> SqliteLedger::head(const QString &stream) const
{
    return m_events->head(stream);
}

QString SqliteLedger::epoch() const
{
    return m_epoch;
}

Result<bool> SqliteLedger::wasTakenIn(const InboundMark &mark) const
{
    return m_marks->wasTakenIn(mark);
}

Result<QString> SqliteLedger::cursor(const QString &connector) const
{
    return m_marks->cursor(connector);
}

Result<std::optional<CommandRecord>> SqliteLedger::command(const CommandId &id) const
{
    return m_marks->command(id);
}

Result<QList<SendMark>> SqliteLedger::openSends() const
{
    return m_marks->openSends();
}

Result<State> SqliteLedger::load()
{
    State state;
    m_erasures.clear();
    qint64 after = 0;
    ChainCheck check;
    if (auto snapshot = newestSnapshot()) {
        state = std::move(snapshot->state);
        after = snapshot->mark.id;
        for (const Head &head : snapshot->mark.heads)
            check.startAt(head.stream, head.seq, head.hash);
    }
    auto folded = m_events->each(
        after, [&](const Record &record) { return foldInto(state, record, check); });
    if (!folded)
        return std::unexpected(folded.error());
    return state;
}

Result<> SqliteLedger::foldInto(State &state, const Record &record, ChainCheck &check)
{
    if (auto good = check.add(record); !good) {
        Error error = good.error();
        error.message = u"%1 is damaged. %2 %3"_s.arg(m_files.database(), error.message,
                                                     adviceWhenDamaged(m_files));
        return std::unexpected(error);
    }
    Event event{record.stream, record.seq, record.seq - 1, record.at, record.group, record.topic,
                UnknownEvent{record.type, {}}};
    if (!record.isErased()) {
        auto data = m_options.upcasters.upcast(record.type, record.version, record.payload)
                        .and_then([&](const QByteArray &json) {
                            return decodeEventData(record.type, json);
                        });
        if (!data) {
            return failure(ErrorKind::Unavailable,
                           u"%1: event %2 #%3 (%4) cannot be read: %5"_s.arg(
                               m_files.database(), record.stream, QString::number(record.seq),
                               record.type, data.error().message));
        }
        event.data = std::move(*data);
    }
    if (const auto *erased = std::get_if<DataErased>(&event.data))
        m_erasures[event.stream] += erased->events;
    apply(state, event);
    return {};
}

std::optional<Snapshot> SqliteLedger::newestSnapshot()
{
    for (const QString &file : m_snapshots.files()) {
        auto snapshot = m_snapshots.read(file);
        if (snapshot && isOfThisLedger(snapshot->mark))
            return std::move(*snapshot);
    }
    return std::nullopt;
}

bool SqliteLedger::isOfThisLedger(const SnapshotMark &mark)
{
    qint64 newest = 0;
    for (const Head &head : mark.heads) {
        const auto place = m_events->place(head.stream, head.seq);
        if (!place || !*place || (*place)->hash != head.hash)
            return false;
        newest = std::max(newest, (*place)->id);
    }
    return mark.epoch == m_epoch && newest == mark.id;
}

Result<SnapshotMark> SqliteLedger::markOf(const State &state)
{
    SnapshotMark mark{m_epoch, 0, {}};
    const Error mixed{ErrorKind::Conflict, u"The state is not of one moment of this ledger."_s};
    for (const auto &[stream, seq] : state.positions.asKeyValueRange()) {
        const auto place = m_events->place(stream, seq);
        if (!place)
            return std::unexpected(place.error());
        if (!*place)
            return std::unexpected(mixed);
        mark.heads << Head{m_epoch, stream, seq, (*place)->hash};
        mark.id = std::max(mark.id, (*place)->id);
    }
    const auto tails = m_events->tails();
    if (!tails)
        return std::unexpected(tails.error());
    for (const QString &stream : tails->keys()) {
        const auto next = m_events->place(stream, state.positions.value(stream) + 1);
        if (!next)
            return std::unexpected(next.error());
        if (*next && (*next)->id < mark.id)
            return std::unexpected(mixed);
    }
    return mark;
}

Result<> SqliteLedger::keepSnapshot(const State &state)
{
    const auto mark = markOf(state);
    if (!mark)
        return std::unexpected(mark.error());
    return m_snapshots.keep(*mark, state);
}

Result<> SqliteLedger::erase(const QString &stream, const QList<qint64> &events)
{
    auto transaction = Transaction::begin(*m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    for (const qint64 seq : events) {
        if (auto erased = m_events->erase(stream, seq); !erased)
            return erased;
    }
    // Before the commit: a crash in between must not leave the payloads in a snapshot.
    return m_snapshots.drop()
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return m_database->checkpoint(true); });
}

QList<Head> SqliteLedger::heads() const
{
    QList<Head> heads;
    for (const auto &[stream, tail] : m_tails.asKeyValueRange())
        heads << Head{m_epoch, stream, tail.seq, tail.hash};
    return heads;
}

Result<QByteArray> SqliteLedger::signedHead(const QString &stream) const
{
    return m_events->tail(stream).transform([&](const Tail &tail) {
        return m_key.sign({m_epoch, stream, tail.seq, tail.hash});
    });
}

void SqliteLedger::anchorIfDue()
{
    if (m_unanchored >= anchorEveryEvents
        || (m_unanchored > 0 && m_sinceAnchor.hasExpired(anchorEveryMs)))
        anchor();
}

void SqliteLedger::anchor()
{
    // The events are on disk already. Without room for an anchor the next append tries again.
    if (m_anchors.append(heads(), m_key, {QDateTime::currentMSecsSinceEpoch()})) {
        m_unanchored = 0;
        m_sinceAnchor.restart();
    }
}

} // namespace quntai
