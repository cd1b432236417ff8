// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QString>

namespace quntai {

/** Moves a damaged database with its log out of the way: PATH.damaged-20261122T101500Z (-wal beside
 * it), never over another one. Returns the new name. */
Result<QString> moveAside(const QString &path, Instant now);

} // namespace quntai
