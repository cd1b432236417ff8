// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/rights.h"
#include "app/backend/ledger/ledgerreader.h"
#include "models/protocol/wire.h"

namespace quntai {

/** history.page: folds a stretch of the ledger before a sequence and picks the group's messages as
 * they are at the end of it. Reads at most a bounded stretch; next says where to go on. */
Result<HistoryResult> readHistory(LedgerReader &reader, const Viewer &viewer,
                                  const HistoryParams &params);

} // namespace quntai
