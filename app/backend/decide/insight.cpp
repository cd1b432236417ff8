// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/insight.h"

#include "app/backend/decide/foldsampling.h"
#include "app/backend/decide/spread.h"

namespace quntai {

void noteInsight(Scene &scene, const Message &message, const Verdict &verdict, const TopicId &topic)
{
    sampleFolded(scene, message, verdict);
    watchSpread(scene, message, verdict, topic);
    noteGap(scene, message, verdict);
}

} // namespace quntai
