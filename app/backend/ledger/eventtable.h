// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/chain.h"
#include "app/backend/ledger/ledger.h"
#include "app/backend/ledger/upcasters.h"
#include "models/storage/database.h"

#include <QMap>

#include <functional>

namespace quntai {

/** The newest record of a stream. */
struct Tail
{
    qint64 seq = 0;
    QByteArray hash = chainStart();
    Instant at;
};

/** The statements over the table event and the ledger's epoch. Lives beside its Database. */
class EventTable
{
public:
    using Visit = std::function<Result<>(const Record &)>;

    static Result<EventTable> open(Database &database);

    Result<> insert(const Record &record);
    /** Clears payload and salt. NotFound for a record that is not there. */
    Result<> erase(const QString &stream, qint64 seq);

    Result<QList<StoredEvent>> read(const QString &stream, qint64 after, int maxEvents,
                                    qint64 maxBytes, const Upcasters &upcasters);
    /** 0 for a stream without events. */
    Result<qint64> head(const QString &stream);
    /** The newest record of each stream. */
    Result<QMap<QString, Tail>> tails();
    Result<Tail> tail(const QString &stream);
    /** Where a record stands in the order over all streams, and its hash; none if it is not there. */
    struct Place
    {
        qint64 id = 0;
        QByteArray hash;
    };
    Result<std::optional<Place>> place(const QString &stream, qint64 seq);
    /** All records after one, in the order they were written; stops at the visitor's error. */
    Result<> each(qint64 afterId, const Visit &visit);

private:
    explicit EventTable(Database &database);

    Database *m_database;
    Statement m_insert;
    Statement m_erase;
    Statement m_read;
    Statement m_tail;
    Statement m_place;
};

} // namespace quntai
