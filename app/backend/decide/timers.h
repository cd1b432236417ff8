// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What follows from a timer. One that came too late, because the topic moved on, does nothing. */
void takeTimer(Scene &scene, const Topic &topic, const TimerFired &timer);

} // namespace quntai
