// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flow.h"
#include "models/domain/result.h"

namespace quntai {

/** Reads the flows people write (resources/schemas/flow.schema.json), in the order of the file. An
 * error names file, line, column and what is wrong; an empty file has no flows. */
Result<QList<Flow>> readFlowFile(const QString &path);

} // namespace quntai
