// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** The words of a member's picture are known: it is decided on as if they had been written with it,
 * unless something came of the message already, or it was said longer than readLateMs ago. */
void takeRead(Scene &scene, const Message &message, const MessageRead &read);

/** A picture without a word, whose words may still come: what the bot asks back waits for them. */
bool waitsForWords(const Scene &scene, const Message &message);

/** So long a question back waits; reading takes well under a second. */
constexpr qint64 readSeconds = 5;
constexpr qint64 readLateMs = 10 * 60 * 1000;

} // namespace quntai
