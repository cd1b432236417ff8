// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/eventtable.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const char *const selectAll
    = "SELECT id,stream,seq,partition,at,type,version,group_id,topic_id,hash,payload_hash,salt,"
      "payload FROM event ";

Record recordOf(const Statement &row)
{
    Record record;
    record.id = row.number(0);
    record.stream = row.text(1);
    record.seq = row.number(2);
    record.partition = static_cast<int>(row.number(3));
    record.at = row.instant(4);
    record.type = row.text(5);
    record.version = static_cast<int>(row.number(6));
    record.group = {row.text(7)};
    record.topic = {row.text(8)};
    record.hash = row.bytes(9);
    record.payloadHash = row.bytes(10);
    record.salt = row.bytes(11);
    record.payload = row.bytes(12);
    return record;
}

Result<> prepare(Database &database, Statement &statement, QByteArrayView sql)
{
    auto prepared = database.prepare(sql);
    if (!prepared)
        return std::unexpected(prepared.error());
    statement = std::move(*prepared);
    return {};
}

StoredEvent storedOf(const Record &record, const QByteArray &data, int version)
{
    return {record.stream, record.seq, record.at, record.group, record.topic, record.type, version,
            data};
}

} // namespace

EventTable::EventTable(Database &database)
    : m_database(&database)
{
}

Result<EventTable> EventTable::open(Database &database)
{
    EventTable table(database);
    auto ready
        = prepare(database, table.m_insert,
                  "INSERT INTO event(stream,seq,partition,at,type,version,group_id,topic_id,hash,"
                  "payload_hash,salt,payload) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")
              .and_then([&] {
                  return prepare(database, table.m_erase,
                                 "UPDATE event SET payload=NULL, salt=NULL"
                                 " WHERE stream=? AND seq=?");
              })
              .and_then([&] {
                  return prepare(database, table.m_read,
                                 QByteArray(selectAll) + "WHERE stream=? AND seq>? ORDER BY seq LIMIT ?");
              })
              .and_then([&] {
                  return prepare(database, table.m_tail,
                                 "SELECT seq,hash,at FROM event WHERE stream=?"
                                 " ORDER BY seq DESC LIMIT 1");
              })
              .and_then([&] {
                  return prepare(database, table.m_place,
                                 "SELECT id,hash FROM event WHERE stream=? AND seq=?");
              });
    if (!ready)
        return std::unexpected(ready.error());
    return table;
}

Result<> EventTable::insert(const Record &record)
{
    return m_insert
        .with(record.stream, record.seq, record.partition, record.at, record.type, record.version,
              record.group, record.topic, record.hash, record.payloadHash, record.salt,
              Utf8{record.payload})
        .run();
}

Result<> EventTable::erase(const QString &stream, qint64 seq)
{
    if (auto done = m_erase.with(stream, seq).run(); !done)
        return done;
    if (m_database->changes() == 0)
        return failure(ErrorKind::NotFound, u"There is no event %1 #%2."_s.arg(stream).arg(seq));
    return {};
}

Result<QList<StoredEvent>> EventTable::read(const QString &stream, qint64 after, int maxEvents,
                                            qint64 maxBytes, const Upcasters &upcasters)
{
    QList<StoredEvent> events;
    m_read.with(stream, after, maxEvents);
    auto row = m_read.step();
    for (; row && *row; row = m_read.step()) {
        const Record record = recordOf(m_read);
        const auto data = upcasters.upcast(record.type, record.version, record.payload);
        if (!data)
            return std::unexpected(data.error());
        maxBytes -= data->size();
        if (maxBytes < 0 && !events.isEmpty())
            break;
        events << storedOf(record, *data,
                           std::max(record.version, upcasters.currentVersion(record.type)));
    }
    m_read.reset();
    if (!row)
        return std::unexpected(row.error());
    return events;
}

Result<Tail> EventTable::tail(const QString &stream)
{
    const auto row = m_tail.with(stream).step();
    if (!row)
        return std::unexpected(row.error());
    Tail tail;
    if (*row)
        tail = {m_tail.number(0), m_tail.bytes(1), m_tail.instant(2)};
    m_tail.reset();
    return tail;
}

Result<qint64> EventTable::head(const QString &stream)
{
    return tail(stream).transform([](const Tail &newest) { return newest.seq; });
}

Result<QMap<QString, Tail>> EventTable::tails()
{
    // One step per stream through the index, not one per event.
    auto streams = m_database->prepare(
        "WITH RECURSIVE s(name) AS (SELECT min(stream) FROM event UNION ALL"
        " SELECT (SELECT min(stream) FROM event WHERE stream>s.name) FROM s"
        " WHERE s.name IS NOT NULL) SELECT name FROM s WHERE name IS NOT NULL");
    if (!streams)
        return std::unexpected(streams.error());
    QMap<QString, Tail> tails;
    auto row = streams->step();
    for (; row && *row; row = streams->step()) {
        const QString stream = streams->text(0);
        const auto newest = tail(stream);
        if (!newest)
            return std::unexpected(newest.error());
        tails.insert(stream, *newest);
    }
    if (!row)
        return std::unexpected(row.error());
    return tails;
}

Result<std::optional<EventTable::Place>> EventTable::place(const QString &stream, qint64 seq)
{
    const auto row = m_place.with(stream, seq).step();
    if (!row)
        return std::unexpected(row.error());
    std::optional<Place> place;
    if (*row)
        place = Place{m_place.number(0), m_place.bytes(1)};
    m_place.reset();
    return place;
}

Result<> EventTable::each(qint64 afterId, const Visit &visit)
{
    auto all = m_database->prepare(QByteArray(selectAll) + "WHERE id>? ORDER BY id");
    if (!all)
        return std::unexpected(all.error());
    all->with(afterId);
    auto row = all->step();
    for (; row && *row; row = all->step()) {
        if (auto visited = visit(recordOf(*all)); !visited)
            return visited;
    }
    return row.transform([](bool) {});
}

} // namespace quntai
