// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/walltiles.h"
#include "models/session/happening.h"

namespace quntai {

/** Something a supervisor should act on, with what it takes to say it and to act. */
struct WallAlert
{
    enum class Kind {
        FirstResponse,   //!< a person is asked for and the time is nearly up, or over
        ConnectorDown,   //!< groups cannot be reached
        Spread,          //!< anger goes from one member of a group to others
        Emotion,         //!< above the alert line, and rising
        BotStopped,      //!< the stop switch is on
        Budget,          //!< a group's send budget is nearly used
        ConnectorGap,    //!< messages of a span may be missing
        SameQuestion,    //!< waits for an answer in several groups
    };

    Kind kind = Kind::FirstResponse;
    bool isSevere = false;
    GroupId group;
    QString groupName;       //!< untrusted
    TopicId topic;
    QString title;           //!< of the topic or the question; spread: of the topics; untrusted
    QString person;          //!< who asked; spread: who was angry first; untrusted
    CustomerLevel level = CustomerLevel::Normal;
    UserId holder;           //!< of the topic
    QString connector;       //!< id
    QString account;
    QString detail;          //!< of the connector, in English
    EntryId entry;
    int value = 0;           //!< emotion; texts sent; groups that ask, or that are cut off; angry members
    int change = 0;          //!< of the emotion, over the last three turns
    int limit = 0;           //!< of texts
    bool hourly = false;     //!< the limit is of the hour, not the minute
    int queued = 0;          //!< texts that wait
    Instant at;              //!< since when; unset: not known
    Instant due;
    Instant from;            //!< of a gap
    Instant to;

    QString key() const;
    bool operator==(const WallAlert &) const = default;
};

/** Groups that must wait for the same answer before it is said. */
inline constexpr int sameQuestionFrom = 3;
/** How long a gap is worth telling. */
inline constexpr qint64 gapToldMs = 30 * 60 * 1000;

/** Everything that is wrong now, the most severe first, then what is due or began earlier. gaps:
 * of any age. Pure. */
QList<WallAlert> wallAlerts(const State &state, const WallTiles &tiles,
                            const QList<HappeningPtr> &gaps, Instant now);

} // namespace quntai
