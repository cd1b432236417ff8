// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"
#include "app/backend/decide/schedule.h"

namespace quntai {

/** Another promise makes none go that somebody is still to be reminded of. */
bool hasRoomForPromise(const State &state);

/** Notes what a person of ours promises in a message of a topic (Policy::promises), unless the same
 * is noted already. Nothing for the bot, for notes, and for a text sent again. */
void notePromises(Scene &scene, const Message &message, const TopicId &topic);

/** A message is taken back, or never left: so is what it promised. */
void dropPromises(Scene &scene, const GroupId &group, const MessageId &message);

/** A promise has its time: it is overdue, and whoever has its topic is told; where nobody has, a
 * person is asked for. One that was settled or put off meanwhile does nothing. */
void takePromiseTimer(Scene &scene, const PromiseId &promise);

/** The first open promise to the author of a message, in its group, whose standing the message asks
 * for: in few words, or in words like it. Null: there is none. */
const Promise *promiseAskedFor(const Scene &scene, const Message &message);

/** An answer to a message says otherwise than what its author was promised in the group; null: it
 * does not. */
const Promise *promiseAgainst(const Scene &scene, const Message &message, const QString &answer);

/** What the bot may say of a promise: that it was made, and by when; in its own words only when they
 * were said to the customer, not when a colleague wrote them for colleagues. */
QString promiseText(const Scene &scene, const Promise &promise);

/** When promises have their time. A function of the state, kept from event to event. */
class PromiseTimes
{
public:
    void reset(const State &state);
    void observe(const State &state, const Event &event);

    /** Unset: there is none. */
    Instant next() const { return m_schedule.next(); }
    QList<NewEvent> due(const State &state, Instant now) const;

private:
    void put(const State &state, const PromiseId &promise);
    void putMade(const State &state, const PromiseId &promise);
    void forgetGone(const State &state);

    Schedule<PromiseId> m_schedule;
};

} // namespace quntai
