// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What a verdict means beyond its message: for the sample of folded messages, for moods that
 * spread, for the gaps of the knowledge base. topic: the message is put into; empty for talk. */
void noteInsight(Scene &scene, const Message &message, const Verdict &verdict,
                 const TopicId &topic);

} // namespace quntai
