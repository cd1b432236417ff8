// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai::test {

/** The knowledge of the sample company, as live entries of version 1. */
QList<Entry> sampleKnowledge();
/** Whole messages that ask nothing, from the built-in chatter list. */
QStringList chatter();

} // namespace quntai::test
