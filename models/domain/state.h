// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/canned.h"
#include "models/domain/insight.h"
#include "models/domain/flow.h"
#include "models/domain/knowledge.h"
#include "models/domain/lessons.h"
#include "models/domain/message.h"
#include "models/domain/policy.h"
#include "models/domain/promise.h"
#include "models/domain/suggestion.h"
#include "models/domain/topic.h"

#include <QHash>
#include <QMap>

namespace quntai {

/** Where a reader stands in a stream. */
struct Position
{
    QString epoch;  //!< generation of the ledger; only a restore changes it
    qint64 seq = 0;

    bool operator==(const Position &) const = default;
};

/** Which topic a message that has left the window belongs to; enough to resolve a quote. */
struct MessageTrace
{
    MessageId id;
    QString platformId;
    TopicId topic;

    bool operator==(const MessageTrace &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("id", &MessageTrace::id),
                          optional("platformId", &MessageTrace::platformId),
                          optional("topic", &MessageTrace::topic)};
    }
};

struct GroupState
{
    Group info;
    QMap<MemberId, Member> members;
    QList<MessagePtr> recent;     //!< newest last, at most recentLimit
    QList<MessageTrace> traces;   //!< of messages before those, newest last, at most traceLimit
    QList<TopicId> open;          //!< topics that have not ended, by lane
    QList<TopicId> ended;         //!< topics that ended within the last 72 h, oldest first
    Instant lastAt;
    QList<Alert> alerts;          //!< that are not over; one of a kind
    QList<Instant> sends;         //!< of texts of ours: when each went or may go, the last hour
    QString stream;               //!< its events come in; a group never changes it
    QList<FlowJoin> joins;        //!< of the last two hours, oldest first, at most 200
    QMap<FlowId, FlowMark> flows; //!< of flows that had their moment here

    static constexpr int recentLimit = 50;
    static constexpr int traceLimit = 450;
};

/** Everything that is so now, folded from events: the same value in backend and console.
 *
 * Copying is cheap (implicitly shared containers), so a snapshot is a copy. Owned by one thread.
 */
struct State
{
    QMap<QString, qint64> positions;   //!< last applied sequence by stream
    QMap<QString, Instant> times;      //!< time of the last applied event by stream
    QHash<GroupId, GroupState> groups;
    QHash<TopicId, Topic> topics;      //!< open ones, and ended ones of the last 72 h
    QHash<DraftId, Draft> drafts;
    QHash<EntryId, Entry> entries;     //!< what the bot uses, and what it no longer uses
    QHash<EntryId, EntryDraft> entryDrafts;  //!< beside those; the bot knows nothing of them
    QHash<EntryId, Correction> corrections;  //!< that no editor has looked at yet
    QList<PhrasingLesson> lessons;     //!< oldest first, bounded as PhrasingLesson says
    QList<LinkLesson> linkLessons;     //!< oldest first, at most LinkLesson::most; consoles get none
    ActiveModel model;                 //!< empty from a change of the knowledge on
    QHash<CannedId, CannedReply> canned;
    QList<FoldSample> foldSamples;     //!< of the last days, in order of sampling
    QHash<GapId, Gap> gaps;
    QList<SuggestionTally> suggestions;  //!< one of a group and entry, at most SuggestionTally::most
    QHash<PromiseId, Promise> promises;  //!< open ones, and what was settled lately
    QHash<CustomerId, Customer> customers;
    QHash<TicketId, Ticket> tickets;
    QHash<UserId, User> users;
    QHash<UserId, Presence> presence;
    QMap<QString, Connector> connectors;
    QMap<FlowId, Flow> flows;
    Policy policy;
};

/** The message in its group's window, or null. */
MessagePtr findMessage(const State &state, const GroupId &group, const MessageId &message);

/** When somebody should have decided on the drafts of a topic: the first answer's service level,
 * from the question on. Unset while the topic owes nothing. */
Instant reviewDue(const State &state, const Topic &topic);

/** Whether the group's events come in that stream; one of before streams were noted is of any. */
bool isOf(const GroupState &group, const QString &stream);

/** Topics of a group that have not ended, by lane. */
QList<Topic> openTopics(const State &state, const GroupId &group);

/** The customer behind a member of a group, when an outside system knows one. */
const Customer *customerOf(const State &state, const GroupId &group, const MemberId &member);

/** A customer's cases: open ones first, newest first within. */
QList<Ticket> ticketsOf(const State &state, const CustomerId &customer);

} // namespace quntai
