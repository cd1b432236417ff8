// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/sqliteledgerreader.h"

#include "app/backend/ledger/epoch.h"
#include "app/backend/ledger/ledgerfiles.h"

namespace quntai {

SqliteLedgerReader::SqliteLedgerReader(std::unique_ptr<Database> database, EventTable events,
                                       SigningKey key, Upcasters upcasters, QString epoch)
    : m_database(std::move(database))
    , m_events(std::move(events))
    , m_key(std::move(key))
    , m_upcasters(std::move(upcasters))
    , m_epoch(std::move(epoch))
{
}

Result<std::unique_ptr<SqliteLedgerReader>> SqliteLedgerReader::open(const QString &folder,
                                                                     const Upcasters &upcasters)
{
    const LedgerFiles files{folder};
    DatabaseOptions options;
    options.path = files.database();
    options.access = DatabaseOptions::Access::ReadOnly;
    options.adviceWhenDamaged = adviceWhenDamaged(files);
    auto database = Database::open(options);
    if (!database)
        return std::unexpected(database.error());
    auto events = EventTable::open(**database);
    if (!events)
        return std::unexpected(events.error());
    auto key = SigningKey::load(files.key());
    if (!key)
        return std::unexpected(key.error());
    auto epoch = storedEpoch(**database);
    if (!epoch)
        return std::unexpected(epoch.error());
    return std::unique_ptr<SqliteLedgerReader>(new SqliteLedgerReader(
        std::move(*database), std::move(*events), std::move(*key), upcasters, *epoch));
}

Result<QList<StoredEvent>> SqliteLedgerReader::read(const QString &stream, qint64 after,
                                                    int maxEvents, qint64 maxBytes)
{
    return m_events.read(stream, after, maxEvents, maxBytes, m_upcasters);
}

Result<qint64> SqliteLedgerReader::head(const QString &stream)
{
    return m_events.head(stream);
}

Result<QByteArray> SqliteLedgerReader::signedHead(const QString &stream)
{
    return m_events.tail(stream).transform([&](const Tail &tail) {
        return m_key.sign({m_epoch, stream, tail.seq, tail.hash});
    });
}

} // namespace quntai
