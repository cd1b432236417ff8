// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/temper.h"

#include "app/backend/decide/addressing.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 patientMinutes = 3;  // an answer may take so long without annoying anybody
constexpr int mostOfWaiting = 15;     // a point for each minute more
constexpr int ofPersonWanted = 10;

int ofWaiting(const Message &message, const Topic &topic)
{
    if (!topic.waitingSince.isSet() || topic.waitingSince >= message.at)
        return 0;
    const auto minutes = (message.at.ms - topic.waitingSince.ms) / minuteMs;
    return int(std::clamp<qint64>(minutes - patientMinutes, 0, mostOfWaiting));
}

} // namespace

int raisedEmotion(const Scene &scene, const Message &message, const Topic &topic, int emotion)
{
    int raised = emotion + ofWaiting(message, topic);
    if (asksForPerson(scene, wordsOf(message)))
        raised += ofPersonWanted;
    const int bound = scene.policyOf(message.group).emotionAlert - 1;
    return std::max(emotion, std::min(raised, bound));
}

} // namespace quntai
