// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/rights.h"
#include "app/backend/ledger/ledgerreader.h"
#include "models/protocol/wire.h"

namespace quntai {

/** What was said that contains the text, newest first, as far as the viewer may see it.
 *
 * Case does not matter. One call reads a bounded part of the ledger: with more, the next one goes
 * on from next, also when nothing was found yet. InvalidParams: nothing to look for.
 * Of a long text a hit brings the part around the words. */
Result<SearchResult> searchLedger(LedgerReader &reader, const Viewer &viewer,
                                  const SearchParams &params);

} // namespace quntai
