// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

/** When a flow with the trigger "schedule" speaks, by the company's clock. */
struct FlowSchedule
{
    int minute = 0;            //!< of the day, 0–1439
    QList<int> weekdays;       //!< 1 Monday – 7 Sunday; empty: every day
    QList<int> dates;          //!< 20261111; when there are any, only on these
    int spreadMinutes = 0;     //!< groups take turns over so many minutes, at most 120
    int offset = 480;          //!< minutes east of UTC

    bool operator==(const FlowSchedule &) const = default;
    static constexpr auto fields()
    {
        using S = FlowSchedule;
        return FieldList{required("minute", &S::minute), optional("weekdays", &S::weekdays),
                          optional("dates", &S::dates),
                          optional("spreadMinutes", &S::spreadMinutes),
                          optional("offset", &S::offset)};
    }
};

/** A text a supervisor has the bot send by itself: a welcome, a coupon, an activity notice.
 *
 * It answers nobody, so it counts as a notice: it keeps the quiet hours and the notice share of the
 * send budget, and what may not go at its moment is skipped, not queued. Written as YAML by people,
 * kept in the ledger as flow.changed.
 */
struct Flow
{
    FlowId id;
    int version = 0;               //!< rises by one with every change
    QString name;
    bool enabled = true;
    FlowTrigger trigger = FlowTrigger::Joined;
    FlowSchedule schedule;         //!< with schedule
    QStringList keywords;          //!< with keyword: a member's text that holds one of them
    FlowMoment moment = FlowMoment::TopicResolved;  //!< with event
    QList<GroupId> groups;         //!< only in these; with no groups and no tags everywhere
    QStringList tags;              //!< and in those with one of these tags
    QList<CustomerLevel> levels;   //!< only for these; empty: for everybody
    QString text;                  //!< template, filled as an answer is
    int batchSeconds = 0;          //!< with joined: who joins within this is greeted in one text
    FlowRepeat perMember = FlowRepeat::Once;
    Instant since;                 //!< enabled with this trigger since; the fold sets it
    // The fold sets these, too.
    UserId changedBy;              //!< empty: a file
    Instant changedAt;
    QString source;                //!< file it stands in, without folder; empty: in none
    QString imported;              //!< digestOf() it when that file was last taken in

    static constexpr qsizetype nameLimit = 40;
    static constexpr qsizetype textLimit = 2000;   //!< characters, as of an answer
    static constexpr qsizetype keywordLimit = 50;  //!< of them
    static constexpr int batchLimit = 3600;        //!< seconds
    static constexpr qsizetype mostFlows = 100;

    bool operator==(const Flow &) const = default;
    static constexpr auto fields()
    {
        using F = Flow;
        return FieldList{required("id", &F::id), required("version", &F::version),
                          required("name", &F::name), optional("enabled", &F::enabled),
                          required("trigger", &F::trigger), optional("schedule", &F::schedule),
                          optional("keywords", &F::keywords), optional("moment", &F::moment),
                          optional("groups", &F::groups), optional("tags", &F::tags),
                          optional("levels", &F::levels), required("text", &F::text),
                          optional("batchSeconds", &F::batchSeconds),
                          optional("perMember", &F::perMember), optional("since", &F::since),
                          optional("changedBy", &F::changedBy),
                          optional("changedAt", &F::changedAt), optional("source", &F::source),
                          optional("imported", &F::imported)};
    }
};

/** The flow as people write it: without version and what the fold sets. */
Flow asWritten(Flow flow);

/** The same for two flows that people would write alike, on every machine and in every run. */
QString digestOf(const Flow &flow);

/** It stands in a file and was changed at a console since that was taken in. */
bool differsFromFile(const Flow &flow);

/** A member who has just come; remembered until every flow had its moment. */
struct FlowJoin
{
    MemberId member;
    Instant at;
    qint64 seq = 0;            //!< of the event

    bool operator==(const FlowJoin &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("member", &FlowJoin::member), required("at", &FlowJoin::at),
                          required("seq", &FlowJoin::seq)};
    }
};

/** Who got the text of a flow, and when last. */
struct FlowReceipt
{
    MemberId member;
    Instant at;

    bool operator==(const FlowReceipt &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("member", &FlowReceipt::member),
                          required("at", &FlowReceipt::at)};
    }
};

/** What became of a flow in one group. */
struct FlowMark
{
    FlowId flow;
    qint64 upTo = 0;           //!< sequence of its last flow.fired: joins before are dealt with
    Instant at;                //!< time of that
    QList<FlowReceipt> receipts;  //!< one per member, oldest first, at most receiptLimit
    int spoke = 0;
    int skipped = 0;
    Instant spokeAt = {};      //!< last; unset: it never spoke here
    FlowSkip why = FlowSkip::None;  //!< the last time it had its moment

    static constexpr qsizetype receiptLimit = 500;

    bool operator==(const FlowMark &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("flow", &FlowMark::flow), required("upTo", &FlowMark::upTo),
                          required("at", &FlowMark::at),
                          optional("receipts", &FlowMark::receipts),
                          optional("spoke", &FlowMark::spoke),
                          optional("skipped", &FlowMark::skipped),
                          optional("spokeAt", &FlowMark::spokeAt),
                          optional("why", &FlowMark::why)};
    }
};

/** Whether the flow is for that group at all. */
bool isFor(const Flow &flow, const Group &group);

/** The first moment after that one at which a scheduled flow speaks in the group; unset when none
 * comes within a year. */
Instant nextMoment(const FlowSchedule &schedule, const GroupId &group, Instant after);

/** Whether both moments are on one day of the company's clock. */
bool isSameDay(int offset, Instant a, Instant b);

} // namespace quntai
