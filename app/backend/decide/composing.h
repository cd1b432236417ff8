// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"
#include "models/domain/answertext.h"

namespace quntai {

/** The entry's answer for the asker of a message, with the order the asker named in the topic, in
 * the tone of the group. */
FilledAnswer fill(const Scene &scene, const Entry &entry, const Message &asked,
                  const Topic *topic);

/** Numbers that name orders, from what the asker wrote in the topic and in this message. */
QStringList ordersNamed(const Scene &scene, const Message &asked, const Topic *topic);

/** A member's name as it can be said in a group; empty for one that may not be sent to it, or is no
 * name. */
QString nameToSay(const Scene &scene, const QString &shown);

/** policy: as it is in the group. With the label it puts before every text of the bot; never twice. */
QString labelled(const Policy &policy, const QString &text);

/** A text of ours as the event that queues it again under a new id, for the same people and at the
 * same time. */
MessageQueued queuedAgain(Scene &scene, const Message &old);

/** Our account in the group, as the platform shows it. */
QString botName(const Scene &scene, const GroupId &group);

/** "您是不是想问：…", with at most three choices. */
QString didYouMean(const QList<Candidate> &candidates);
QString askForOrder();
QString askForMore();
/** A colleague comes, or comes when the desk opens. */
QString holdingText(const WorkingHours &hours, Instant now);

inline constexpr int choicesShown = 3;

} // namespace quntai
