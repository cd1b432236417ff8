// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/boxed.h"
#include "models/session/session.h"

#include <QDate>

namespace quntai {

/** One row of a group's timeline. */
struct TimelineRow
{
    enum class Kind {
        Message,
        Note,          //!< a note or whisper: can never be shown as something said in the group
        DayBreak,
        NewBreak,      //!< what follows came while nobody looked
        Happening,     //!< taken over, handed back, escalated, gap, …
        FoldedChatter, //!< a run of messages that were addressed to nobody
        FoldedOthers,  //!< with a focused topic: a run of messages of other topics
        Pending,       //!< a text of ours that the backend has not taken yet
    };

    Kind kind = Kind::Message;
    qint64 seq = 0;           //!< of the message or happening; of the first one folded or new
    Instant at;               //!< of the message, happening, or the last one folded
    MessagePtr message;       //!< Message, Note; folded: the last of the run
    HappeningPtr happening;
    Boxed<OutboxItem> pending;  //!< Pending; apart, for most rows have none and all are compared
    TopicId topic;            //!< Message, Note, Happening, Pending
    QDate day;                //!< DayBreak, local time
    int count = 0;            //!< folded messages
    QList<TopicId> topics;    //!< FoldedOthers: whose, in order of appearance
    QList<int> counts;        //!< of the messages of each of topics
    bool groupedBefore = false;  //!< same person, topic and kind as the row above, within 5 min
    bool groupedAfter = false;   //!< the row below is groupedBefore

    /** Kind, sequence, and for pending rows the command. */
    std::pair<std::pair<int, qint64>, QString> key() const
    {
        return {{static_cast<int>(kind), seq}, pending ? pending->command.id.value : QString()};
    }
    bool operator==(const TimelineRow &) const = default;
};

/** What the rows are made of. */
struct TimelineParts
{
    QList<MessagePtr> messages;      //!< by seq
    QList<HappeningPtr> happenings;  //!< by seq
    QList<OutboxItem> pending;       //!< oldest first
    TopicId focus;                   //!< empty: all topics
    QSet<MessageId> unfolded;        //!< messages a person wants to see though they were folded
    qint64 newFrom = 0;              //!< seq of the first message nobody has looked at; 0: none
};

/** Lays the parts out as rows. Pure; depends on the local time zone for day breaks only. */
QList<TimelineRow> timelineRows(const TimelineParts &parts);

} // namespace quntai
