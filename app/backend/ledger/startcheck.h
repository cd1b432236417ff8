// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledgerfiles.h"
#include "models/domain/result.h"

namespace quntai {

/** Looks at the ledger's files before any of them is opened for writing, and changes none: what is
 * damaged is refused as it is. The caller holds the folder.
 *
 * A file of up to checkedWhole bytes is verified record by record, with its anchors; of a larger
 * one only that it is there, and its log.
 * Unavailable names the file, what is wrong, and what to do.
 */
Result<> checkBeforeUse(const LedgerFiles &files, qint64 checkedWhole);

} // namespace quntai
