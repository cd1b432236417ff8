// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

// How far each asker of a topic has come: Topic::waiting says who is owed an answer,
// Topic::outcomes what became of those who got one. Pure; any thread.

/** How far a member has come; nothing for one who asked nothing. Who asks again is Asking, unless
 * their last word was that it did not help. */
std::optional<AskerStage> stageOf(const Topic &topic, const MemberId &member);

/** Everybody who waits or was answered, by when they first spoke in the topic; at most
 * Topic::waitingLimit + Topic::outcomeLimit. */
QList<MemberId> askersOf(const Topic &topic);

/** What became of a member after an answer, or null. */
const AskerOutcome *outcomeOf(const Topic &topic, const MemberId &member);

/** A text answers these members; nobody named: everybody who waits. Only who asked has an outcome.
 * Call before they stop waiting. */
void noteAnswered(Topic &topic, const QList<MemberId> &members, const Message &answer);

/** A member says that it is settled for them, or that it is not. */
void noteSatisfaction(Topic &topic, const SatisfactionGiven &data, Instant at);

/** A message is no longer in the topic, or never was said: what it answered is not answered, and
 * what it said about that is not known. */
void forgetOutcome(Topic &topic, const MessageId &message);

/** The outcomes of a topic that goes on in another one. */
void inheritOutcomes(Topic &into, const Topic &from);

} // namespace quntai
