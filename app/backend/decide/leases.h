// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

// DESIGN §6: times of a lease.
inline constexpr qint64 leaseSeconds = 60;
inline constexpr qint64 graceSeconds = 180;
inline constexpr qint64 idleSeconds = 30 * 60;
inline constexpr qint64 offerSeconds = 20;

/** Somebody has the right to speak: the lease is there and its grace has not run out. */
bool isHeld(const Topic &topic, Instant now);
/** A person has the topic, or is being fetched: the bot keeps silent in it. */
bool isWithPeople(const Topic &topic);
/** Refuses unless this user holds the topic with this fencing number. */
Result<> checkHolder(const Topic &topic, const User &user, qint64 fence, Instant now);
/** Refuses when somebody else holds the topic. */
Result<> checkNotHeldByOther(const Topic &topic, const User &user, Instant now);
/** The refusal that names who holds the topic. */
Error notHolder(const Topic &topic);

/** When a person who is asked for now should have answered; counts working hours. */
Instant firstAnswerDue(const Scene &scene, const GroupId &group);
/** The topic goes into the queue for a reason a person gave, when it is not there already. */
void askForPerson(Scene &scene, const Topic &topic, Reason reason, const QString &detail);
/** A person acted: the lease lives on and its idle clock starts anew. */
void noteHumanTurn(Scene &scene, const Topic &topic);
/** What the bot had in the pipe for a topic is taken back: drafts for review, texts not sent. */
void silenceBot(Scene &scene, const Topic &topic, const UserId &by, const QString &why);
/** All drafts of a topic, by id, so that what is made of them comes in one order everywhere. */
QList<Draft> draftsOf(const State &state, const TopicId &topic);
/** Drafts of the bot that wait in Review, oldest id first. */
QList<Draft> reviewDrafts(const State &state, const TopicId &topic);

} // namespace quntai
