// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/protocol/jsonreader.h"

namespace quntai {

/** As decodeEventData(), from JSON already parsed. */
Result<EventData> readEventData(std::string_view type, const JsonValue &data);

} // namespace quntai
