// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** When a text of ours may go to its group: unset for at once.
 *
 * Sliding windows, not buckets that refill: what platforms count is every minute and every hour,
 * and a full bucket with a refill lets nearly twice its size through in one. WeCom takes 30 texts
 * a minute and 1,000 an hour per chat from an AI bot, replies and pushes together (its error 846607
 * and the documentation of the long connection); it and OneBot name no limit for a whole account.
 * A policy that allows more of a WeCom chat than that is held to it.
 *
 * Counted is what was sent and what waits to be. What answers nobody uses no more than noticeShare
 * of each limit and does not go before what does; texts of people and answers keep their order. The
 * bot's quiet hours come on top; the limit per member holds for the bot's texts within one group. */
Instant earliestSend(const Scene &scene, const GroupId &group, const MessageQueued &text);

/** The same for a text that waits and whose time has come: what was planned while its platform was
 * away went at other times than planned, if at all. Counted is what was sent, what is under way, and
 * of what waits only what goes before it. Unset: it may go now. */
Instant earliestAgain(const State &state, Instant now, const Message &waiting,
                      const QSet<MessageId> &underWay);

/** The first moment from at on at which one more send leaves no window with more than limit sends;
 * at itself when limit is not positive. times in any order. Pure. */
Instant freeFrom(QList<Instant> times, Instant at, int limit, qint64 windowSeconds);

} // namespace quntai
