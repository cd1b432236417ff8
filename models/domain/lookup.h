// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

/** Something the bot looks up in the customers' system to answer one question. Part of its topic. */
struct Lookup
{
    MessageId message;  //!< the question
    EntryId entry;      //!< it shall be answered with
    LookupKind kind = LookupKind::Order;
    MemberId asker;     //!< of whose things alone it is
    QString order;      //!< the number they gave, or its end; empty: the newest
    Instant at = {};    //!< when it was asked for
    LookupOutcome outcome = LookupOutcome::Pending;
    SystemProblem problem = SystemProblem::None;  //!< with Down

    static constexpr int perMinute = 3;  //!< of one asker in a group; more are not asked for

    bool operator==(const Lookup &) const = default;
    static constexpr auto fields()
    {
        using L = Lookup;
        return FieldList{required("message", &L::message), required("entry", &L::entry),
                          required("kind", &L::kind), required("asker", &L::asker),
                          optional("order", &L::order), optional("at", &L::at),
                          optional("outcome", &L::outcome), optional("problem", &L::problem)};
    }
};

/** The bot wants to know something of the customers' system; whoever keeps the connection to it asks
 * after the commit and answers with lookup.done. */
struct LookupAsked
{
    static constexpr std::string_view type = "lookup.asked";
    Lookup lookup;  //!< without a time, pending

    bool operator==(const LookupAsked &) const = default;
    static constexpr auto fields() { return FieldList{required("lookup", &LookupAsked::lookup)}; }
};

/** What became of it. What the system said of the customer is in customer.changed and
 * ticket.changed before. */
struct LookupDone
{
    static constexpr std::string_view type = "lookup.done";
    MessageId message;  //!< the question it was for
    LookupOutcome outcome = LookupOutcome::Found;
    SystemProblem problem = SystemProblem::None;

    bool operator==(const LookupDone &) const = default;
    static constexpr auto fields()
    {
        using E = LookupDone;
        return FieldList{required("message", &E::message), required("outcome", &E::outcome),
                          optional("problem", &E::problem)};
    }
};

} // namespace quntai
