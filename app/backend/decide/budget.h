// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** When the next text of ours may go to this group under the policy's send budget: unset for at
 * once. Counts what was sent and what waits to be, within the last minute and hour; keeps order. */
Instant earliestSend(const Scene &scene, const GroupId &group);

} // namespace quntai
