// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

namespace quntai {

class Database;

/** Brings a file's schema up to date with the numbered files of a resource folder.
 *
 * The folder (":/sql/ledger") holds 001_name.sql, 002_name.sql, … without holes. The file's
 * user_version says how many of them it has; each missing one runs in a transaction of its own, so
 * the file is always at one of the versions, never between. Before an existing file is changed it
 * is copied to PATH.schema-N.backup (N is its old version), which is kept.
 *
 * Unavailable: the file was made by a newer version; it is left as it is. Also the errors of
 * Database.
 */
Result<> migrate(Database &database, const QString &resourceDir);

/** The newest version this program knows of that schema. */
int newestSchema(const QString &resourceDir);

} // namespace quntai
