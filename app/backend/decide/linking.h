// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** To which topic a message belongs, and how sure that is. */
struct Link
{
    TopicId topic; //!< empty: a topic of its own
    LinkRule rule = LinkRule::New;
    int confidence = 0; //!< permille
    TopicId second;
    int secondConfidence = 0;
    bool reopens = false; //!< the topic had ended
    int followsBot = 0;   //!< permille: how likely it answers what the bot said
};

/** Quote before mention before same asker before similar words near in time; the learned ranker
 * (LinkRanking) tips what the last two leave open. found is what the knowledge base makes of the
 * message alone, emotion how its author feels. Merged topics are followed to where they went on. */
Link linkOf(const Scene &scene, const Message &message, const Retrieval &found, int emotion);

/** The open topic a staff member's message speaks in: quote, mention, the lease they hold, the
 * one question that waits, or of several the one the ranker is sure of. */
Link linkOfStaff(const Scene &scene, const Message &message);

/** The newest open topic in which this member asked within the last half hour, or null. */
const Topic *openTopicOf(const Scene &scene, const GroupId &group, const MemberId &member);

} // namespace quntai
