// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace quntai::bench {

/** What to measure on. */
struct TaskFiles
{
    QString file;
    QString train;  //!< empty: the core as it is shipped
};

// Each reads its file and prints one prediction per scored line, in the file's order.
Result<> emotion(const TaskFiles &files);
Result<> intents(const TaskFiles &files);
/** Times only, of a base made of the phrasings of a file of intents. */
Result<> changes(const TaskFiles &files);
/** Figures only: how well questions are read after so many corrections, and after so many decisions
 * on answers, beside the base nobody taught; "sample" for the sample company's knowledge. */
Result<> curve(const TaskFiles &files);
Result<> disentangle(const TaskFiles &files);
Result<> merge(const TaskFiles &files);
Result<> paraphrase(const TaskFiles &files);

} // namespace quntai::bench
