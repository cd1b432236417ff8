// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "models/session/happening.h"
#include "widgets/timeline/rowcontent.h"

namespace quntai {

/// What happened in a topic or to a connection, as one line.
RowContent happeningRow(const Happening &happening, const State &state, const UserId &me);

} // namespace quntai
