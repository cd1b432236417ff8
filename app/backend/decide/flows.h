// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** A flow has its moment in the group: a batch of joins is complete, or its schedule says so. One
 * whose moment has passed meanwhile does nothing. */
void takeFlowTimer(Scene &scene, const GroupId &group, const FlowId &flow);

/** Flows that answer to what just happened, and to what was decided about it: a keyword, a topic
 * resolved, a person asked for, somebody who wants to buy. Call it last.
 *
 * The conversation comes first: no flow speaks where the bot has answered, or a person has or shall
 * have the topic. event: null after a command. */
void takeFlows(Scene &scene, const Event *event);

} // namespace quntai
