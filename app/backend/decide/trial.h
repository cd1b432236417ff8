// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What the bot would make of a question somebody asks it by name, in no topic: read, addressed
 * and decided as a message is, and forgotten. With a draft, as if that were live. InvalidParams:
 * no question, no such group, or a draft that could not be kept. */
Result<Trial> tryQuestion(const State &state, const Core &core, Instant now,
                          const TrialQuestion &asked);

} // namespace quntai
