// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/servicetally.h"
#include "models/items/walltiles.h"

namespace quntai {

/** The figures over the wall. */
struct WallFigures
{
    int open = 0;              //!< topics that have not ended
    int held = 0;              //!< of those, a person holds
    int needPerson = 0;        //!< wait for a person
    int toLookAt = 0;          //!< wait in review, or somebody should look
    Instant firstDue;          //!< of those who wait for a person; unset: none
    Instant oldestSince;       //!< oldest unanswered question; unset: none
    GroupId oldestGroup;
    QString oldestName;        //!< untrusted
    ServiceTally::Ended ended; //!< today
    qint64 responseMs = -1;    //!< median; -1: none was seen
    int responses = 0;
    Instant responsesSince;
    int upset = 0;             //!< topics above their alert line
    int rising = 0;            //!< of those, still rising

    bool operator==(const WallFigures &) const = default;
};

WallFigures wallFigures(const WallTiles &tiles, const ServiceTally &tally, Instant dayBegan);

/** How much an account sends now: budgets are per chat, so the fullest one counts. */
struct AccountLoad
{
    QString connector;
    QString account;
    ConnectorState link = ConnectorState::Connected;
    int groups = 0;
    int sent = 0;             //!< texts in the last minute, all groups
    QString fullest;          //!< group, untrusted; empty: nothing was sent
    int fullestSent = 0;      //!< there, in the last minute
    int fullestLimit = 0;

    int permille() const { return fullestLimit > 0 ? fullestSent * 1000 / fullestLimit : 0; }
    bool operator==(const AccountLoad &) const = default;
};

/** One for each connector that reaches groups, the fullest first. */
QList<AccountLoad> accountLoads(const State &state, const WallTiles &tiles, Instant now);

} // namespace quntai
