// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What somebody in a group who is not the bot answered, and to whom. */
struct PeerAnswer
{
    TopicId topic;
    QList<MemberId> to;   //!< who was answered; empty: everybody who waits there
    LinkRule rule = LinkRule::Similar;  //!< how it was found
    int confidence = 0;   //!< permille, that it belongs there
    QString why;          //!< what it was known by: quote, mention, likeness
    QString against;      //!< both sentences, bounded, when it contradicts the live entry
};

/** Another member's answer to a question somebody waits with: a quote or an @ of the asker, or a
 * place the ranker is sure of, and a text that tells what was asked: near to the entry's answer,
 * advice, or the number asked for. Nothing for questions, talk, complaints, and topics people have. */
std::optional<PeerAnswer> peerAnswerOf(const Scene &scene, const Message &message, int emotion);

/** A colleague's message in a topic tells what was asked; "one moment" does not. */
bool isColleagueAnswer(const Scene &scene, const Message &message, const Topic &topic);

/** A message says only that somebody cares, or knows nothing: 稍等, 我看看, 不清楚. */
bool putsOff(const Scene &scene, const Message &message);

/** Both sentences, bounded, when a message in the topic contradicts the live entry it is about. */
QString contradictionWith(const Scene &scene, const Message &message, const Topic &topic);

} // namespace quntai
