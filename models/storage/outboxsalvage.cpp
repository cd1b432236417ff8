// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/storage/outboxsalvage.h"

#include "models/storage/database.h"
#include "models/storage/sealedrecord.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRows = 10'000;

struct Rows
{
    QMap<qint64, QByteArray> whole;
    QSet<qint64> wrong;

    void take(Statement &statement)
    {
        for (auto row = statement.step(); row && *row; row = statement.step()) {
            const auto record = statement.bytes(1);
            if (unseal(record))
                whole.insert(statement.number(0), record);
            else
                wrong.insert(statement.number(0));
        }
    }
};

/** A broken page ends a walk, so it is walked from both ends, then row by row. */
Rows readTable(Database &database, const QByteArray &table)
{
    Rows rows;
    const auto select = "SELECT rowid, record FROM " + table;
    for (const auto *order : {" ORDER BY rowid", " ORDER BY rowid DESC"}) {
        if (auto walk = database.prepare(select + order))
            rows.take(*walk);
    }
    const auto last = database.number("SELECT max(rowid) FROM " + table).value_or(0);
    if (auto one = database.prepare(select + " WHERE rowid = ?")) {
        for (auto key = std::max<qint64>(1, last - mostRows); key <= last; ++key) {
            if (!rows.whole.contains(key))
                rows.take(one->with(key));
        }
    }
    rows.wrong.removeIf([&](qint64 key) { return rows.whole.contains(key); });
    return rows;
}

} // namespace

OutboxRemains readRemains(const QString &path)
{
    OutboxRemains remains;
    for (const auto &name : {path, QString(path + "-wal"_L1)}) {
        QFile file(name);
        if (file.open(QFile::ReadOnly))
            remains.raw += findSealed(file.readAll());
    }
    const QTemporaryDir scratch;
    const auto copy = scratch.filePath(u"copy.db"_s);
    QFile::copy(path, copy);
    QFile::copy(path + "-wal"_L1, copy + "-wal"_L1);
    DatabaseOptions options;
    options.path = copy;
    options.access = DatabaseOptions::Access::ReadWrite;
    const auto database = Database::open(options);
    if (!database)
        return remains;
    const auto rows = readTable(**database, "outbox");
    const auto drafts = readTable(**database, "drafts");
    remains.rows = rows.whole.values();
    remains.drafts = drafts.whole.values();
    remains.unreadable = static_cast<int>(rows.wrong.size() + drafts.wrong.size());
    return remains;
}

} // namespace quntai
