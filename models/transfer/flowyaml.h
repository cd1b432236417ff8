// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/flowcheck.h"
#include "models/domain/result.h"

namespace quntai {

/** Reads the flows people write (resources/schemas/flow.schema.json), in the order of the file. An
 * error names file, line, column and what is wrong; an empty file has no flows. */
Result<QList<Flow>> readFlowFile(const QString &path);

/** Reads one flow as it stands under "flows" of such a file, by the same rules, without the dash.
 * The text is untrusted: at most flowTextLimit characters are read, and nothing is repeated. Pure,
 * any thread, below a millisecond. */
FlowReading readFlowText(const QString &text);
inline constexpr qsizetype flowTextLimit = 16 * 1024;

/** A flow as people write it; readFlowText() gives it back, without what the fold sets. */
QString textOfFlow(const Flow &flow);

} // namespace quntai
