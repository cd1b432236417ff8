// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** Draws the day's random sample of folded messages: the Policy::foldSample messages whose hashes
 * with the day are lowest, which is a simple random sample of all that are folded that day, however
 * many there will be. A message that comes into it may send another one out; so people check it
 * when the day is over. */
void sampleFolded(Scene &scene, const Message &message, const Verdict &verdict);

} // namespace quntai
