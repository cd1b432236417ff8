// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"

#include <memory>
#include <optional>

namespace quntai {

/** A turn in a topic that people read between the messages: taken over, handed back, …
 *
 * Events that only change the folded state leave no trace there; this is the trace, kept for the
 * timeline. Ordered with the messages of its group by seq.
 */
struct Happening
{
    enum class Kind {
        Opened,       //!< a new topic; text is its title
        Escalated,    //!< reasons say why
        Cleared,      //!< no person is needed any more; text says why
        Offered,      //!< to who
        TakenOver,    //!< by who
        LeaseEnded,   //!< of who; end says how, text is the summary for the bot
        Ended,        //!< resolved, answered by a peer; state says which
        Merged,       //!< into another topic
        Moved,        //!< who moved messages into the topic
        ConnectorGap, //!< of every group of the connector: from … to may be missing
        Reviewed,     //!< who decided on the bot's draft; outcome says how, text is the reason of a
                      //!< rejection, before and text are those of an edited one
        Erased,       //!< data of a person was erased
    };

    Kind kind = Kind::Opened;
    qint64 seq = 0;
    Instant at;
    GroupId group;          //!< empty: concerns every group of the connector
    TopicId topic;
    QString who;            //!< name when the event has one, else the user's id
    UserId user;
    QString text;
    QList<ReasonPart> reasons;
    LeaseEnd end = LeaseEnd::Released;
    DraftEnd outcome = DraftEnd::Withdrawn;
    DraftId draft;
    QString before;
    TopicState state = TopicState::Bot;
    TopicId into;
    QString connector;
    Instant from;
    Instant to;

    bool operator==(const Happening &) const = default;
};

using HappeningPtr = std::shared_ptr<const Happening>;

/** What people should read about the event, or nothing. Pure; any thread. */
std::optional<Happening> happeningOf(const Event &event);

} // namespace quntai
