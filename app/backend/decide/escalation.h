// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/addressing.h"

namespace quntai {

/** The weighted decision whether a person is needed. */
struct Need
{
    QList<ReasonPart> parts;  //!< heaviest first
    int score = 0;            //!< sum of the parts, at most 1000
    bool isReached = false;   //!< the policy's threshold is met
};

/** What the decision weighs besides the policy. */
struct NeedInput
{
    Addressing addressing;
    Retrieval found;
    int emotion = 0;
    int emotionTrend = 0;
    int repeats = 0;
    bool highRisk = false;
    CategoryStance stance;   //!< thresholds of what the message is about
    bool owesAnswer = true;  //!< the message asks something of us
};

Need needOf(const Scene &scene, const Message &message, const Topic *topic,
            const NeedInput &input);

} // namespace quntai
