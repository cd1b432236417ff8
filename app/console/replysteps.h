// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"
#include "widgets/composer/suggestionbar.h"

namespace quntai {

/** The entry whose steps guide the agent in a topic: the one steps were ticked of last, else the one
 * the topic is about, else the first suggestion that has any. Without steps when there is none. */
Entry entryWithSteps(const State &state, const Topic &topic, const QList<Suggestion> &suggestions);

} // namespace quntai
