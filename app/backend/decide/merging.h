// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"
#include "app/backend/decide/verdict.h"

namespace quntai {

// The same question of several members of a group: one text for all of them.

/** The whole message asks for the answer to what somebody else asked: 同问, +1. */
bool isMeToo(const Scene &scene, const Message &message);

/** Reads such a message as the question it joins: the one it quotes, else the newest in the topic
 * that is surely understood. One whose answer was given within half a minute and is on its way stands
 * right above: the message is then left as it is. */
void readMeToo(const Scene &scene, const Message &message, const Topic &topic,
               Understanding &understanding);

/** A topic the bot serves in the group, where the same answer waits for its time: another one who
 * asks it belongs there. Null: there is none. */
const Topic *topicAnswering(const Scene &scene, const Message &asked, const Decision &decision);

/** Puts the author of a question to the same answer that waits in the topic for its time, or was
 * made in this scene: that one is taken back, and one for all is queued in its place. False: none
 * waits, it would read differently for each, has enough addressees, or the author's send budget
 * lets nothing out by then. One whose time has come is left alone: it may be on its way. */
bool joinAnswer(Scene &scene, const Topic &topic, const Message &asked, const Decision &decision);

/** The same with the bot's draft that waits in Review. */
bool joinDraft(Scene &scene, const Topic &topic, const Message &asked, const Decision &decision);

/** When an answer goes: at once, or, when another member was given the same within the last
 * minute, after Policy::mergeSeconds, so that more can join. Never before `earliest`. */
Instant timeToJoin(const Scene &scene, const GroupId &group, const MessageQueued &answer,
                   Instant earliest);

/** These members need no answer of the bot any more; nobody named: nobody does. Drafts in Review and
 * texts not sent are taken back; what is for others too goes on for those, where its time has not
 * come. */
void withdrawFor(Scene &scene, const Topic &topic, const QList<MemberId> &members,
                 const QString &why);

/** The bot's answers in a group that wait for their time, so that they are surely not on their
 * way; oldest first. */
QList<MessagePtr> waitingAnswers(const Scene &scene, const GroupId &group);

} // namespace quntai
