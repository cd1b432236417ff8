// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/topic.h"
#include "widgets/timeline/rowcontent.h"

namespace quntai {

/// The bot's verdict on a question in words; nothing when there is none to show: the message is
/// ours, folded, or was to nobody. `topic` may be null; `doubtful`: its link to the message is.
std::optional<VerdictBox> verdictBox(const Message &message, const Topic *topic, bool doubtful);

} // namespace quntai
