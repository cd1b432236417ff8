// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/engine/engine.h"
#include "app/backend/engine/round.h"

#include <QMap>
#include <QSet>

namespace quntai {

/** Our messages on their way to the platforms: the send outbox of the ledger, in memory.
 *
 * One message of a group is under way at a time, in order; what waits for its time, and a text of
 * the bot while it is stopped, lets the others pass. Sending is on disk before the order is
 * given; what was Sending when the backend died is unknown, and is never sent again by itself.
 */
class SendQueue
{
public:
    /** Takes over the outbox found in the ledger. What is Sending there but not under way in this
     * process was cut off by the last end: it becomes unknown. */
    void restore(const QList<SendMark> &open, Round &round);
    /** Adds marks for messages this round queued or recalled. */
    void note(Round &round, qsizetype firstEvent);
    /** Starts what is due: marks it Sending in the batch, gives the order afterwards. What the send
     * budget does not let out after all gets a new time. */
    void startDue(Round &round, const std::function<void(const SendOrder &)> &order);
    /** Records what became of a send. */
    void settle(Round &round, const SendOutcome &outcome);
    /** When the next waiting message is due; unset when none waits for time alone. */
    Instant nextDue(const State &state) const;

private:
    struct Item
    {
        MessageId message;
        Instant notBefore;
        bool sending = false;
    };

    MessagePtr start(Round &round, const GroupId &group, QList<Item> &items);
    QSet<MessageId> underWay() const;
    /** The first that may go at that moment; null when none may, or one is under way. */
    static Item *ready(QList<Item> &items, const GroupId &group, const State &state, Instant now);
    /** What is due and has left its group's window will not go any more. */
    void dropLost(Round &round);
    bool isUnderWay(const GroupId &group, const MessageId &message) const;
    void remove(Round &round, const GroupId &group, const MessageId &message);

    QMap<GroupId, QList<Item>> m_groups;  //!< by id: what they do at once has one order
};

/** The orders to take messages back that this round's events ask for. */
QList<RecallOrder> recallOrders(const State &before, const QList<NewEvent> &events);

} // namespace quntai
