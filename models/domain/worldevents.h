// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

// Events about groups, people, knowledge, connections and the ledger itself.

/** A group as it is now; replaces what was known. */
struct GroupChanged
{
    static constexpr std::string_view type = "group.changed";
    Group group;

    bool operator==(const GroupChanged &) const = default;
    static constexpr auto fields()
    {
        using E = GroupChanged;
        return FieldList{required("group", &E::group)};
    }
};

/** A member of the event's group as it is now, or gone. */
struct MemberChanged
{
    static constexpr std::string_view type = "member.changed";
    Member member;
    bool left = false;  //!< the member left the group
    bool joined = false;  //!< the member has just joined

    bool operator==(const MemberChanged &) const = default;
    static constexpr auto fields()
    {
        using E = MemberChanged;
        return FieldList{required("member", &E::member),
                          optional("left", &E::left),
                          optional("joined", &E::joined)};
    }
};

/** What an outside system knows of a customer. */
struct CustomerChanged
{
    static constexpr std::string_view type = "customer.changed";
    Customer customer;

    bool operator==(const CustomerChanged &) const = default;
    static constexpr auto fields()
    {
        using E = CustomerChanged;
        return FieldList{required("customer", &E::customer)};
    }
};

/** The outside system was asked about a customer; nothing else changed. */
struct CustomerChecked
{
    static constexpr std::string_view type = "customer.checked";
    CustomerId customer;
    Instant at;    //!< when it last said what is known of them; unset: not this time
    SystemProblem problem = SystemProblem::None;
    UserId by;     //!< who wished it; empty: nobody did

    bool operator==(const CustomerChecked &) const = default;
    static constexpr auto fields()
    {
        using E = CustomerChecked;
        return FieldList{required("customer", &E::customer),
                          optional("at", &E::at),
                          optional("problem", &E::problem),
                          optional("by", &E::by)};
    }
};

/** A case of a customer as the outside system has it now, or that it has no more. */
struct TicketChanged
{
    static constexpr std::string_view type = "ticket.changed";
    Ticket ticket;
    bool gone = false;

    bool operator==(const TicketChanged &) const = default;
    static constexpr auto fields()
    {
        using E = TicketChanged;
        return FieldList{required("ticket", &E::ticket),
                          optional("gone", &E::gone)};
    }
};

/** A colleague as they are now. */
struct PresenceChanged
{
    static constexpr std::string_view type = "presence.changed";
    Presence presence;

    bool operator==(const PresenceChanged &) const = default;
    static constexpr auto fields()
    {
        using E = PresenceChanged;
        return FieldList{required("presence", &E::presence)};
    }
};

/** An entry as it is now, and what changed it. */
struct KnowledgeChanged
{
    static constexpr std::string_view type = "knowledge.changed";
    Entry entry;
    EntryChange change = EntryChange::Put;
    UserId by;
    QString question;  //!< corrected: the customer's words, now an exact match for the entry
    MessageId corrects;  //!< corrected: the wrong answer
    QStringList faults;  //!< corrected: what was wrong with it

    bool operator==(const KnowledgeChanged &) const = default;
    static constexpr auto fields()
    {
        using E = KnowledgeChanged;
        return FieldList{required("entry", &E::entry),
                          required("change", &E::change),
                          optional("by", &E::by),
                          optional("question", &E::question),
                          optional("corrects", &E::corrects),
                          optional("faults", &E::faults)};
    }
};

/** The policy as it is now. */
struct PolicyChanged
{
    static constexpr std::string_view type = "policy.changed";
    Policy policy;
    UserId by;
    QString source;  //!< file it was imported from

    bool operator==(const PolicyChanged &) const = default;
    static constexpr auto fields()
    {
        using E = PolicyChanged;
        return FieldList{required("policy", &E::policy),
                          optional("by", &E::by),
                          optional("source", &E::source)};
    }
};

/** An account as it is now; secrets are not part of it. */
struct UserChanged
{
    static constexpr std::string_view type = "user.changed";
    User user;
    UserId by;

    bool operator==(const UserChanged &) const = default;
    static constexpr auto fields()
    {
        using E = UserChanged;
        return FieldList{required("user", &E::user),
                          optional("by", &E::by)};
    }
};

/** A platform connection as it is now. */
struct ConnectorChanged
{
    static constexpr std::string_view type = "connector.changed";
    Connector connector;

    bool operator==(const ConnectorChanged &) const = default;
    static constexpr auto fields()
    {
        using E = ConnectorChanged;
        return FieldList{required("connector", &E::connector)};
    }
};

/** Messages between these times may be missing: the platform did not deliver them. */
struct ConnectorGap
{
    static constexpr std::string_view type = "connector.gap";
    QString connector;
    Instant from;
    Instant to;
    QString detail;

    bool operator==(const ConnectorGap &) const = default;
    static constexpr auto fields()
    {
        using E = ConnectorGap;
        return FieldList{required("connector", &E::connector),
                          required("from", &E::from),
                          required("to", &E::to),
                          optional("detail", &E::detail)};
    }
};

/** A deadline passed; decide acts on it as on any event. */
struct TimerFired
{
    static constexpr std::string_view type = "timer.fired";
    TimerKind timer = TimerKind::LeaseExpiry;
    qint64 fence = 0;  //!< of the lease it was set for
    MessageId message;  //!< of the question or send it was set for
    UserId user;  //!< of the offer it was set for
    FlowId flow = {};  //!< it was set for, in the group of the event
    PromiseId promise = {};  //!< it was set for

    bool operator==(const TimerFired &) const = default;
    static constexpr auto fields()
    {
        using E = TimerFired;
        return FieldList{required("timer", &E::timer),
                          optional("fence", &E::fence),
                          optional("message", &E::message),
                          optional("user", &E::user),
                          optional("flow", &E::flow),
                          optional("promise", &E::promise)};
    }
};

/** The wall clock jumped; times of events never run backwards. */
struct ClockStepped
{
    static constexpr std::string_view type = "clock.stepped";
    Instant from;
    Instant to;

    bool operator==(const ClockStepped &) const = default;
    static constexpr auto fields()
    {
        using E = ClockStepped;
        return FieldList{required("from", &E::from),
                          required("to", &E::to)};
    }
};

/** From here on this stream uses the control state up to that sequence. */
struct ControlApplied
{
    static constexpr std::string_view type = "control.applied";
    qint64 upTo = 0;

    bool operator==(const ControlApplied &) const = default;
    static constexpr auto fields()
    {
        using E = ControlApplied;
        return FieldList{required("upTo", &E::upTo)};
    }
};

/** Payloads of a data subject were erased; the chain of hashes still holds. */
struct DataErased
{
    static constexpr std::string_view type = "data.erased";
    QString subject;
    QList<qint64> events;  //!< sequences of this stream whose payload is gone
    UserId by;

    bool operator==(const DataErased &) const = default;
    static constexpr auto fields()
    {
        using E = DataErased;
        return FieldList{required("subject", &E::subject),
                          optional("events", &E::events),
                          optional("by", &E::by)};
    }
};

} // namespace quntai
