// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace quntai {

/** Looks for transactions in a database's write-ahead log that SQLite would silently leave out.
 *
 * SQLite reads the log up to the first frame whose checksum is wrong, as after a cut of power. But
 * a commit is begun only when the one before is on disk; so frames of a commit after the broken one
 * mean that the log was damaged. The broken newest transaction alone cannot be told from a cut.
 *
 * Reads the log only. To be called before the database is opened for writing, by its only user.
 * Unavailable names the log's file and ends with the advice.
 */
Result<> checkLog(const QString &database, const QString &advice);

} // namespace quntai
