// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** What a message means and how its author feels, before anything is decided. */
struct Understanding
{
    Retrieval found;
    int emotion = 0;       //!< 0–100
    QList<Span> emotionSpans;
    int emotionTrend = 0;  //!< change over the speaker's last three turns in the topic
    int repeats = 0;       //!< how often this asker asked the same in this topic before
    bool isElliptic = false;  //!< leans on what was said before
    QString context;       //!< how the topic completed the question; empty: it stood alone
};

/** What the words alone say; topic-independent. */
Understanding readAlone(const Scene &scene, const Message &message);
/** Completes a follow-up from its topic: a choice among what was offered, a slot that was asked for
 * or is told anew, an order number, an elliptical question. */
void readInTopic(const Scene &scene, const Message &message, const Topic &topic,
                 Understanding &understanding);

/** Reads what was asked and what was told after a question back as one. */
void readMore(const Scene &scene, const Message &message, const Topic &topic,
              Understanding &understanding);

/** The words without the names they are addressed to: a nickname is no part of a question. */
QString withoutNames(const Scene &scene, const Message &message);

/** The message picks one of the choices the bot has just offered in the topic. */
bool picksChoice(const Scene &scene, const Message &message, const Topic &topic);
/** The last text of the bot in the topic, or null. */
MessagePtr lastOfBot(const GroupState &group, const TopicId &topic);

} // namespace quntai
