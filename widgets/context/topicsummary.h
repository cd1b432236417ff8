// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/message.h"
#include "models/domain/promise.h"
#include "models/domain/topic.h"

#include <QList>
#include <QString>

namespace quntai {

/** A message a line of the summary stands on; number counts the topic's messages from 1. */
struct MessageRef
{
    MessageId id;
    int number = 0;
    QString hint;   //!< author and words; untrusted

    bool operator==(const MessageRef &) const = default;
};

/** One statement and the messages that show it. */
struct SummaryLine
{
    QString text;   //!< may quote customers: untrusted
    QList<MessageRef> refs;

    bool operator==(const SummaryLine &) const = default;
};

/** What a colleague who has just opened the topic must know, taken from its messages by rule:
 * every word of it can be looked up. Empty lines are unknown. */
struct TopicSummary
{
    SummaryLine ask;        //!< the first question, and whether they asked for a person
    SummaryLine facts;      //!< intent, order numbers, amounts, what they told of the entry's slots
    SummaryLine tried;      //!< what the bot answered, from which entry; steps done; whether it helped
    SummaryLine promised;   //!< what people of ours promised, and until when
    SummaryLine open;       //!< what we owe: answers, what did not help, promises that are open

    bool operator==(const TopicSummary &) const = default;
};

/** messages: of this topic, oldest first. promises: of it, whatever became of them; where there is
 * none, sentences of ours that name a time stand for them. Pure; texts in the language of the
 * console. */
TopicSummary summarize(const Topic &topic, const QList<MessagePtr> &messages,
                       const QList<Promise> &promises = {});

/** Order numbers in a text: after "订单" or "单号", or a lone run of 12 to 24 digits. No phone
 * numbers. At most 4. */
QStringList orderNumbersIn(const QString &text);

/** Amounts of money in a text, as they stand there: "¥68.90", "20 元". At most 4. */
QStringList amountsIn(const QString &text);

/** The sentences that name a time: "今天 18:00 前给您准信". At most 4. */
QStringList promisesIn(const QString &text);

} // namespace quntai
