// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/ledger/ledger.h"
#include "models/domain/state.h"

#include <QSet>

namespace quntai {

/** Sequences by stream. */
using EventsOf = QMap<QString, QList<qint64>>;

/** What a stream holds of a person in one group, or in none; in one topic of it, or in those that are
 * no longer known. */
struct Trace
{
    QString stream;
    GroupId group;
    TopicId topic;
    QList<qint64> events;  //!< may be none: the topic is other than it would be without the person
};

/** Everything that is of a person. */
struct Traces
{
    QList<Trace> events;
    QSet<MemberId> members;  //!< who they are or were in groups, the subject itself among them
};

/** Members of groups that a data subject is: the subject is a member's id, or a customer's. */
QSet<MemberId> membersOf(const State &state, const QString &subject);

/** Everything in the ledger that is of a person; reads all of it.
 *
 * Their messages, names and outside data; what the bot made of their messages and answered; what
 * quotes them; the topics they opened; what colleagues wrote for each other in topics they took part
 * in (notes, summaries, reasons for an escalation), from then on. What colleagues put into the
 * knowledge base stays, and so does what holds no words.
 */
Result<Traces> tracesOf(const Ledger &ledger, const State &state, const QString &subject);

/** Of the events' pictures and files those that no other message has. */
Result<QSet<QString>> blobsOf(const Ledger &ledger, const EventsOf &events);

/** Whether a payload of these is still there. */
Result<bool> isAnyLeft(const Ledger &ledger, const EventsOf &events);

} // namespace quntai
