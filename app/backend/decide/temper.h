// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** The level of a message's words, 0–100, raised by what its words do not say: the topic has waited
 * for an answer, the speaker asks for a person. By 25 at most, and never to Policy::emotionAlert by
 * that alone. */
int raisedEmotion(const Scene &scene, const Message &message, const Topic &topic, int emotion);

} // namespace quntai
