// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What follows from a message that came from a group. */
void takeMessage(Scene &scene, const Message &message);
/** The topic is the bot's again while its newest question waits: it is decided once more. */
void takeUpAgain(Scene &scene, const Topic &topic);
/** Decides on a question once more, in the topic it belongs to. */
void takeAgain(Scene &scene, const Topic &topic, const Message &question);
/** One of the bot's texts did not reach the group, or nobody knows: a person must look. */
void takeFailure(Scene &scene, const Message &message, const QString &problem);

} // namespace quntai
