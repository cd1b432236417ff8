// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** For whom a message is, how sure that is (permille), and what spoke for it. */
struct Addressing
{
    Addressee addressee = Addressee::Nobody;
    int certainty = 0;
    QStringList why;
    AddresseeShares shares;        //!< what it was chosen from
    bool acknowledgement = false;  //!< closes a matter or says "seen": nothing is owed
    bool humanRequest = false;     //!< asks for a person
    bool request = false;          //!< tells what is wrong or wanted, in whatever form
    bool question = false;         //!< has the form of a question
    bool explicitly = false;       //!< the bot was named, not only meant
    bool belongs = false;          //!< said in its author's open topic, for the bot or not
    bool unsolved = false;         //!< says that an answer did not help

    /** Talk that belongs to no topic. */
    bool isChatter() const { return addressee == Addressee::Nobody && !acknowledgement && !belongs; }
};

/** How a message stands to what was said before. */
struct Standing
{
    const Topic *open = nullptr;  //!< the topic its author asks in or joins; null: none
    int followsBot = 0;           //!< permille, see Link
};

/** From mentions, quote, form, names, what the knowledge base knows, and what was said before. */
Addressing addressingOf(const Scene &scene, const Message &message, const Standing &standing,
                        const Retrieval &found, int emotion);

/** The message, normalised, has the form of a question. */
bool isQuestion(const Lexicon &lexicon, const QString &normal);

/** The whole message, normalised, asks for the answer to what somebody else asked: 同问, +1. */
bool isMeToo(const Lexicon &lexicon, const QString &normal);

/** The message asks for a person, by the policy's words or the lexicon's. */
bool asksForPerson(const Scene &scene, QStringView text);

} // namespace quntai
