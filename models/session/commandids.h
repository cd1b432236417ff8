// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

namespace quntai {

/** A new command id: UUIDv7, so that ids sort by the time they were made. Any thread. */
CommandId newCommandId(Instant now);

} // namespace quntai
