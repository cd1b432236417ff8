// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace quntai {

class Database;
struct LedgerFiles;

/** The ledger's generation; empty in a file that has none yet. */
Result<QString> storedEpoch(Database &database);

/** Begins a new generation and returns it: the time and a random number, in hex. */
Result<QString> writeNewEpoch(Database &database);

/** "Restore it with …": what every message about a damaged ledger ends with. */
QString adviceWhenDamaged(const LedgerFiles &files);

} // namespace quntai
