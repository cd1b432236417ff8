// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

// Who waits for an answer in a topic. Topic::waitingSince follows from Topic::waiting; only these
// functions change either. Pure; any thread.

/** A member asked: waits from now on, or goes on waiting since before. Beyond Topic::waitingLimit
 * rows the last one, with no member, stands for everybody else. */
void noteWaiting(Topic &topic, const Message &question);

/** These members were answered; nobody named: everybody was. */
void settle(Topic &topic, const QList<MemberId> &answered);

/** This message asks nothing of us, or is no longer in the topic: its author waits since the next
 * question of theirs in the group's window, if there is one. */
void settleQuestion(Topic &topic, const GroupState &group, const Message &question);

/** Who waits once these members were answered, oldest first; nobody named: nobody. */
QList<Waiting> stillWaiting(const Topic &topic, const QList<MemberId> &answered);

/** Whom a text answers: the members it mentions and the authors of what it quotes; of a text of the
 * bot those of the questions it answers too. Empty: it names nobody. Names members who do not wait
 * as well. */
QList<MemberId> addressedBy(const GroupState &group, const Message &text);

} // namespace quntai
