// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledgerreader.h"
#include "models/protocol/wire.h"

namespace quntai {

/** Versions of an entry, newest first, from the control stream. One call reads a bounded part of
 * the ledger: with more, the next one goes on from next, also when nothing was found yet. */
Result<EntryHistoryResult> readEntryHistory(LedgerReader &reader,
                                            const EntryHistoryParams &params);

} // namespace quntai
