// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/state.h"

namespace quntai {

/** How it stands with looking up who asks in the outside system, beside what is known of them. */
struct CustomerLookup
{
    enum class Standing {
        Off,       //!< no such system: what is known comes from elsewhere
        Loading,   //!< nothing is known yet; the answer is on its way
        NotFound,  //!< the system does not know them
        Known,
        Trouble,   //!< nothing is known, for the system gave nothing
    };
    Standing standing = Standing::Off;
    QString system;   //!< its name
    Instant at;       //!< when it last said what stands here; unset: it never did
    SystemProblem problem = SystemProblem::None;  //!< why there is nothing, or nothing newer
    Instant since;    //!< the system is down since then; unset: it is not
    QString detail;   //!< what it did, in English
    QList<Ticket> tickets;

    // What this console adds.
    bool mayAsk = false;  //!< the person may have it asked anew
    bool asking = false;  //!< and just did
    QString answer;       //!< what came of the last wish, in words; empty: what was wished

    bool operator==(const CustomerLookup &) const = default;
};

/** For a member of a group; mayAsk, asking and answer are left to the caller. */
CustomerLookup lookupOf(const State &state, const GroupId &group, const MemberId &member);

} // namespace quntai
