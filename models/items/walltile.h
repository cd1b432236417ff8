// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** An open topic, as much as the wall says of it. */
struct WallTopic
{
    TopicId id;
    int lane = 0;
    QString title;           //!< untrusted
    QString askerName;       //!< untrusted
    MemberId asker;
    TopicState state = TopicState::New;
    UserId holder;           //!< empty: nobody holds it
    QString holderName;
    qint64 version = 0;
    Instant waitingSince;    //!< unset: we owe nothing
    Instant escalatedAt;     //!< unset: no person is asked for
    Instant dueAt;           //!< with escalatedAt: first answer of a person
    bool look = false;       //!< waits in review, or somebody should look at what the bot does
    int emotion = -1;        //!< 0–100; -1: nothing was judged yet
    int emotionTrend = 0;
    EntryId intent;
    QString intentTitle;
    QString asks;            //!< what its holder asks supervisors, untrusted; empty: nothing
    QString asksName;        //!< of that person

    bool operator==(const WallTopic &) const = default;
};

/** A span that runs: an answer that is owed, or a person who is asked for. */
struct Deadline
{
    Instant from;
    Instant due;

    bool isSet() const { return due.isSet(); }
    /** Of the whole span, 0–1000; 1000 when there is none. */
    int permilleLeft(Instant now) const;
    bool operator==(const Deadline &) const = default;
};

/** A group as the wall shows it: a value that depends on the state alone, never on the time. */
struct WallTile
{
    Group info;
    BotMode mode = BotMode::Auto;   //!< what the group and the policy both allow
    QString account;                //!< of its connector, as the platform shows it
    ConnectorState link = ConnectorState::Connected;
    QList<WallTopic> topics;        //!< open ones, by lane
    int oldest = -1;                //!< the topic with the oldest unanswered question; -1: none
    int upset = -1;                 //!< the topic with the highest emotion; -1: none
    QList<int> emotions;            //!< of that topic, oldest first
    Deadline deadline;              //!< the one that ends first
    int emotionAlert = 70;          //!< 0–100
    QList<Instant> sends;           //!< as in GroupState
    int queued = 0;                 //!< texts of ours that wait for the send budget
    int budgetPerMinute = 0;
    int budgetPerHour = 0;
    QString lastText;               //!< of a member, untrusted, shortened
    Instant lastTextAt;
    Instant lastAt;                 //!< of any message

    Instant waitingSince() const;
    int emotion() const;            //!< highest of its topics; -1: nothing was judged
    int emotionTrend() const;       //!< of that topic
    bool isServed() const;          //!< a person holds one of its topics
    bool needsPerson() const;       //!< a topic waits for one
    /** Something a supervisor would look at first. */
    bool needsAttention(Instant now) const;
    /** Texts that went out within the minute or the hour before now. */
    int sentInMinute(Instant now) const;
    int sentInHour(Instant now) const;
    /** The budget that is nearer its end, permille of it used. */
    int budgetUsed(Instant now) const;

    bool operator==(const WallTile &) const = default;
};

/** From the near end of the send budget on it is worth a warning; permille. */
inline constexpr int budgetWarning = 800;

WallTile wallTileOf(const State &state, const GroupState &group);

} // namespace quntai
