// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledgerfiles.h"
#include "app/backend/ledger/verify.h"

namespace quntai {

/** Writes a consistent copy of the ledger, checked record by record, while a backend may run.
 * Conflict when the file exists already. */
Result<LedgerReport> backupLedger(const LedgerFiles &files, const QString &file);

/** Puts a backup in the ledger's place, under a new epoch.
 *
 * The backup is checked first. What was there is kept beside, as ledger.db.replaced-TIME.
 * Unavailable: a backend holds the folder, or the backup is bad; nothing was changed.
 */
Result<LedgerReport> restoreLedger(const LedgerFiles &files, const QString &file);

/** Finishes a restore that was cut off after the backup was copied. The caller holds the folder. */
Result<> finishRestore(const LedgerFiles &files);

} // namespace quntai
