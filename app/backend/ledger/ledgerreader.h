// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledger.h"

namespace quntai {

/** Reads the ledger beside its writer: for one other thread, through a connection of its own.
 * Errors: Unavailable. */
class LedgerReader
{
public:
    virtual ~LedgerReader() = default;

    /** As Ledger::read(). */
    virtual Result<QList<StoredEvent>> read(const QString &stream, qint64 after, int maxEvents,
                                            qint64 maxBytes) = 0;
    /** 0 for a stream without events. */
    virtual Result<qint64> head(const QString &stream) = 0;
    virtual QString epoch() const = 0;
    /** As Ledger::signedHead(); of the newest record on disk. */
    virtual Result<QByteArray> signedHead(const QString &stream) = 0;
};

} // namespace quntai
