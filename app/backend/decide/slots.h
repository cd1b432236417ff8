// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

// What an answer needs to be told: read from what customers write, asked for, remembered.

/** {{订单号}}, the one slot every entry has. */
QString orderSlot();

/** What the author of the message told of slots in the topic before, by name. */
QMap<QString, QString> slotsBefore(const Topic *topic, const MemberId &by);

/** What the message tells of the entry's slots, by name, and of orders. asked: the slot it answers;
 * a free text, a bare number and a bare name count for that one only. */
QMap<QString, QString> slotsIn(const Scene &scene, const Message &message, const Entry &entry,
                              const QString &asked);

/** Both: what an answer of the entry to the message can be filled with. */
QMap<QString, QString> slotsFor(const Scene &scene, const Message &message, const Entry &entry,
                               const Topic *topic);

/** The slot the bot has asked the author of the message for and waits to hear of. */
const SlotAsked *awaitedFrom(const Topic *topic, const Message &message);

/** The entry a message in the topic tells of when it asks nothing itself: the one the bot asked its
 * author about, else the last one it answered them with. */
Entry entryInTalk(const Scene &scene, const Topic &topic, const Message &message);

/** The message is what the bot asked its author for. */
bool answersSlot(const Scene &scene, const Message &message, const Topic &topic);

/** The first of the entry's slots nobody has told, or null. An order needs no telling where the
 * asker has only one. */
const Slot *missingSlot(const Scene &scene, const Message &asked, const Entry &entry,
                        const QMap<QString, QString> &told);

/** The bot's question for it. */
QString askFor(const Slot &slot);

} // namespace quntai
