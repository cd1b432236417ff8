// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

#include <optional>

namespace quntai {

/** What a customer's message says of an answer they were given before. */
struct SolvedWord
{
    TopicId topic;
    bool solved = false;
    SolvedHow how = SolvedHow::Said;
};

/** That the message tells whether a matter of its author is settled, and which: the topic it quotes
 * or goes on in, else the newest one in which they were answered within a day. Nothing for who was
 * not answered, and for what is said to a neighbour. linked: where it was linked; empty: nowhere. */
std::optional<SolvedWord> solvedWordOf(const Scene &scene, const Message &message,
                                       const TopicId &linked);

/** Notes the word. Once it is settled for everybody who asked, a topic the bot serves ends; one for
 * whom it is not goes to a person, also when it had ended. */
void takeSolvedWord(Scene &scene, const Message &message, const SolvedWord &word);

/** When the bot may ask somebody in the topic whether it is settled: SolvedAsk::minutes after the
 * answer, later while quiet hours hold. Unset: nobody is to be asked, or not by the bot: people have
 * the topic or have ended it, the stop switch is on, the group is not for the bot alone. Pure. */
Instant solvedAskAt(const State &state, const Topic &topic);

/** That time has come: one text for all it holds for, in the send budget. Who cannot sensibly be
 * asked any more is passed over for good. */
void askSolved(Scene &scene, const Topic &topic);

/** The bot's text asks "solved?". */
bool asksSolved(const Topic &topic, const MessageId &message);

} // namespace quntai
