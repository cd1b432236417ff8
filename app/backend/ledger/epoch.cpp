// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/epoch.h"

#include "app/backend/ledger/ledgerfiles.h"
#include "models/storage/database.h"

#include <QDateTime>

#include <sodium.h>

namespace quntai {

using namespace Qt::StringLiterals;

Result<QString> storedEpoch(Database &database)
{
    auto statement = database.prepare("SELECT value FROM meta WHERE key='epoch'");
    if (!statement)
        return std::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->text(0) : QString();
}

Result<QString> writeNewEpoch(Database &database)
{
    QByteArray random(8, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(random.size()));
    const QString epoch
        = u"%1-%2"_s.arg(QDateTime::currentMSecsSinceEpoch(), 12, 16, QChar(u'0'))
              .arg(QString::fromLatin1(random.toHex()));
    auto statement = database.prepare("INSERT INTO meta(key,value) VALUES('epoch',?)"
                                      " ON CONFLICT DO UPDATE SET value=excluded.value");
    if (!statement)
        return std::unexpected(statement.error());
    if (auto written = statement->with(epoch).run(); !written)
        return std::unexpected(written.error());
    return epoch;
}

QString adviceWhenDamaged(const LedgerFiles &files)
{
    return u"Restore it from a backup: quntai-backend restore FILE --data %1"_s.arg(files.folder);
}

} // namespace quntai
