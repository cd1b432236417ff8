// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/addressing.h"

namespace quntai {

// What a message means by what stands right before it.

/** What is told once the bot has asked what was meant: the rest of the question. */
inline constexpr QLatin1StringView moreTold{"tells_more"};

/** What the message is to a question of the bot in the topic: "choice", "slot" or moreTold; empty: no
 * reply. Whoever is asked what they mean and speaks next, before anybody else, tells more. */
QString replyIn(const Scene &scene, const Message &message, const Topic &topic,
                const Addressing &addressing);

/** A reply is for the bot, and why it is says which; nothing for an empty one. */
void addressReply(const QString &reply, Addressing &addressing);

/** The open topic whose asker a neighbour calls by name, without asking there: "吴姐先别急"; or goes on
 * to speak to, within five minutes. Null: none. */
const Topic *topicCalled(const Scene &scene, const Message &message);

/** What its author has just said in no topic and shows now: "底下全压成酱了" and a picture of it is a
 * complaint, whatever it was taken for alone. Null for anything but a picture without words. */
MessagePtr troubleShown(const Scene &scene, const Message &message);

} // namespace quntai
