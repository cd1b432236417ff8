// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledgerfiles.h"
#include "app/backend/ledger/signingkey.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QList>

namespace quntai {

/** What a ledger holds whose every record was checked. */
struct LedgerReport
{
    struct Stream
    {
        QString name;
        qint64 events = 0;  //!< also its head
        qint64 erased = 0;  //!< of these
        QByteArray hash;    //!< of the newest record
    };

    QString epoch;
    QList<Stream> streams;
    qint64 anchors = 0;  //!< of this epoch; all of them hold
};

/** Checks every record's chain, the file's structure and all anchors. A backend may be running.
 *
 * Unavailable names the first bad record, the anchor that does not hold, or the file.
 */
Result<LedgerReport> verifyLedger(const LedgerFiles &files);

/** The newest heads that were committed under this epoch, as far as they are known: what a log that
 * was cut short misses although no anchor tells. Not signed or not readable: none. */
QList<Head> signedNewest(const LedgerFiles &files, const SigningKey &key, const QString &epoch);

/** The same for a single file, such as a backup: without anchors. */
Result<LedgerReport> verifyLedgerFile(const QString &file);

} // namespace quntai
