// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/eventtable.h"
#include "app/backend/ledger/ledgerreader.h"
#include "app/backend/ledger/signingkey.h"
#include "app/backend/ledger/upcasters.h"

namespace quntai {

/** Reads DATA/ledger.db while the SqliteLedger of this process writes it. */
class SqliteLedgerReader : public LedgerReader
{
public:
    /** After the ledger was opened. */
    static Result<std::unique_ptr<SqliteLedgerReader>> open(const QString &folder,
                                                            const Upcasters &upcasters = {});

    Result<QList<StoredEvent>> read(const QString &stream, qint64 after, int maxEvents,
                                    qint64 maxBytes) override;
    Result<qint64> head(const QString &stream) override;
    QString epoch() const override { return m_epoch; }
    Result<QByteArray> signedHead(const QString &stream) override;

private:
    SqliteLedgerReader(std::unique_ptr<Database> database, EventTable events, SigningKey key,
                       Upcasters upcasters, QString epoch);

    std::unique_ptr<Database> m_database;
    EventTable m_events;
    SigningKey m_key;
    Upcasters m_upcasters;
    QString m_epoch;
};

} // namespace quntai
