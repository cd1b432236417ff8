// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/imports/samplecompany.h"

namespace quntai {

/** Reads every script of a folder, in the order of the file names. */
Result<QList<SampleScript>> readSampleScripts(const QString &directory);

} // namespace quntai
