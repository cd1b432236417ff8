// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** Where the learned ranker would put a message, by what was said in the group lately.
 *
 * Shares are permille and sum to about 1000. Without weights or history all of it is fresh.
 */
struct LinkRanking
{
    struct Share
    {
        TopicId topic;
        int permille = 0;
    };

    QList<Share> topics; //!< each once, in order of the newest message in the window
    int fresh = 1000;    //!< it continues nothing
    int talk = 0;        //!< it continues what belongs to no topic
    int bot = 0;         //!< it continues what the bot said, of whichever topic

    int of(const TopicId &topic) const;
};

/** Scores every message of the group's window as what this one continues, and adds up by topic.
 * Merged topics count as where they went on. Pure. */
LinkRanking linkRankingOf(const Scene &scene, const Message &message);

} // namespace quntai
