// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/canned.h"
#include "models/domain/insightevents.h"
#include "models/domain/flowevents.h"
#include "models/domain/help.h"
#include "models/domain/lookup.h"
#include "models/domain/knowledgeevents.h"
#include "models/domain/messageevents.h"
#include "models/domain/promise.h"
#include "models/domain/satisfaction.h"
#include "models/domain/suggestion.h"
#include "models/domain/topicevents.h"
#include "models/domain/worldevents.h"

#include <QByteArray>

#include <variant>

namespace quntai {

/** An event of a type this version does not know: kept as it came, ignored by apply. */
struct UnknownEvent
{
    QString type;
    QByteArray payload;  //!< the JSON of its data

    bool operator==(const UnknownEvent &) const = default;
};

/** The facts there are. */
using EventVariant = std::variant<
    GroupChanged,
    MemberChanged,
    CustomerChanged,
    CustomerChecked,
    TicketChanged,
    MessageReceived,
    MessageAttached,
    MessageRead,
    MessageQueued,
    MessageDelayed,
    MessageSent,
    MessageFailed,
    MessageUnknown,
    MessageRecalled,
    TopicOpened,
    TopicLinked,
    TopicUnlinked,
    TopicStateChanged,
    VerdictReached,
    DraftMade,
    DraftWithdrawn,
    FoldSampled,
    FoldJudged,
    AlertRaised,
    AlertCleared,
    GapChanged,
    EscalationRaised,
    EscalationCleared,
    LeaseOffered,
    LeaseGranted,
    LeaseRenewed,
    LeaseEnded,
    LeaseMissed,
    TopicSnoozed,
    TopicOnHold,
    SlaWarning,
    SlaBreached,
    SatisfactionAsked,
    SatisfactionGiven,
    PromiseMade,
    PromiseChanged,
    PromiseSettled,
    PromiseOverdue,
    NoteAdded,
    StepTicked,
    HelpAsked,
    HelpEnded,
    GuestChanged,
    SuggestionJudged,
    PresenceChanged,
    KnowledgeChanged,
    KnowledgeDrafted,
    KnowledgeAccepted,
    LessonTaught,
    LessonUndone,
    ModelActivated,
    CannedChanged,
    PolicyChanged,
    FlowChanged,
    FlowFired,
    LookupAsked,
    LookupDone,
    UserChanged,
    ConnectorChanged,
    ConnectorGap,
    TimerFired,
    ClockStepped,
    ControlApplied,
    DataErased,
    UnknownEvent>;

/** What an event says. A type of its own with its special members in one place: with a plain
 * variant of so many types every file that copies an event would compile all of them again. */
struct EventData : EventVariant
{
    using EventVariant::EventVariant;
    EventData();
    EventData(const EventData &other);
    EventData(EventData &&other) noexcept;
    EventData &operator=(const EventData &other);
    EventData &operator=(EventData &&other) noexcept;
    ~EventData();

    bool operator==(const EventData &other) const;
};

/** The wire name of an event's type: "message.received". */
QString typeName(const EventData &data);

/** One fact of the ledger, as everybody sees it.
 *
 * seq rises by one per event of its stream. prev is the position of the previous event the reader
 * may see; in the backend it is seq - 1.
 */
struct Event
{
    QString stream;    //!< "p0" groups, "c0" control
    qint64 seq = 0;
    qint64 prev = 0;
    Instant at;        //!< never runs backwards within a stream
    GroupId group;     //!< empty: belongs to no group
    TopicId topic;
    EventData data;

    bool operator==(const Event &) const = default;
};

/** A fact not yet in the ledger: what decide and the commands produce. */
struct NewEvent
{
    GroupId group;
    TopicId topic;
    EventData data;

    bool operator==(const NewEvent &) const = default;
};

/** Control events (knowledge, policy, users, customers) go to stream c0, the rest to p0. */
bool isControl(const EventData &data);

} // namespace quntai
