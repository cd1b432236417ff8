// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

#include <QHash>

namespace quntai {

/** Topics people have that take their capacity: held and not on hold, or offered to them. */
using Loads = QHash<UserId, int>;
Loads loadsOf(const State &state);

/** Whom a topic that waits is offered to; nothing while nobody fits.
 *
 * Online, sees the group, has room, did not let this topic go since it waits, has the skill it was
 * given to. Of those: who held it last, who is best at its category, who has the most room. Equal
 * ones by their id. Pure.
 */
const User *pickFor(const State &state, const Topic &topic, const Loads &loads);

/** Offers what waits for a person, when the policy says so: the topics this event and its
 * consequences in the scene put into the queue; and when somebody has room again, what presses
 * most. */
void route(Scene &scene, const Event &event);

} // namespace quntai
