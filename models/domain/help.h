// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

// Help for the agent who holds a topic: a supervisor is asked, a colleague is invited as a guest.

/** Why an asking ended. */
enum class HelpEnd { Answered, Withdrawn };
template <>
inline constexpr std::array<std::string_view, 2> enumWords<HelpEnd>{"answered", "withdrawn"};

/** How a colleague stands to a topic. Declined and Left: not any more. */
enum class GuestState { Invited, Joined, Declined, Left };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<GuestState>{
    "invited", "joined", "declined", "left"};

/** What the holder of a topic asked supervisors and has no answer to yet. */
struct HelpRequest
{
    UserId by;
    QString name;      //!< of that person, as it was
    UserId to;         //!< empty: every supervisor who sees the group
    QString toName;
    QString question;  //!< at most longest UTF-16 units
    Instant at;

    static constexpr qsizetype longest = 200;

    bool operator==(const HelpRequest &) const = default;
    static constexpr auto fields()
    {
        using H = HelpRequest;
        return FieldList{required("by", &H::by), optional("name", &H::name),
                          optional("to", &H::to), optional("toName", &H::toName),
                          required("question", &H::question), required("at", &H::at)};
    }
};

/** A colleague who is invited to a topic, or takes part in it without holding it. */
struct Guest
{
    UserId user;
    QString name;
    UserId by;         //!< who invited them; themselves: a supervisor who joined
    QString byName;
    QString note;      //!< what the invitation says; at most HelpRequest::longest
    GuestState state = GuestState::Invited;  //!< invited or joined
    Instant at;        //!< since when

    static constexpr qsizetype most = 8;     //!< of a topic

    bool operator==(const Guest &) const = default;
    static constexpr auto fields()
    {
        using G = Guest;
        return FieldList{required("user", &G::user), optional("name", &G::name),
                          required("by", &G::by), optional("byName", &G::byName),
                          optional("note", &G::note), required("state", &G::state),
                          required("at", &G::at)};
    }
};

/** The holder of the event's topic asks supervisors; what was asked before is replaced. */
struct HelpAsked
{
    static constexpr std::string_view type = "help.asked";
    UserId by;
    QString name;
    UserId to;         //!< empty: every supervisor who sees the group
    QString toName;
    QString question;

    bool operator==(const HelpAsked &) const = default;
    static constexpr auto fields()
    {
        using E = HelpAsked;
        return FieldList{required("by", &E::by), optional("name", &E::name),
                          optional("to", &E::to), optional("toName", &E::toName),
                          required("question", &E::question)};
    }
};

/** Nobody needs to answer any more. An asking also ends with the lease of who asked, unsaid. */
struct HelpEnded
{
    static constexpr std::string_view type = "help.ended";
    HelpEnd why = HelpEnd::Answered;
    UserId by;
    QString name;

    bool operator==(const HelpEnded &) const = default;
    static constexpr auto fields()
    {
        using E = HelpEnded;
        return FieldList{required("why", &E::why), required("by", &E::by),
                          optional("name", &E::name)};
    }
};

/** A colleague is invited to the event's topic, comes, says no or goes. All go with the lease. */
struct GuestChanged
{
    static constexpr std::string_view type = "guest.changed";
    UserId user;
    QString name;
    GuestState state = GuestState::Invited;
    UserId by;         //!< who did it
    QString byName;
    QString note;      //!< with invited

    bool operator==(const GuestChanged &) const = default;
    static constexpr auto fields()
    {
        using E = GuestChanged;
        return FieldList{required("user", &E::user), optional("name", &E::name),
                          required("state", &E::state), required("by", &E::by),
                          optional("byName", &E::byName), optional("note", &E::note)};
    }
};

/** Ask supervisors about a topic I hold; again: another question in place of the first. */
struct AskSupervisor
{
    static constexpr std::string_view method = "topic.ask";
    TopicId topic;
    qint64 lease = 0;
    QString question;  //!< 1 to HelpRequest::longest UTF-16 units
    UserId to = {};    //!< one supervisor; empty: all of them

    bool operator==(const AskSupervisor &) const = default;
    static constexpr auto fields()
    {
        using C = AskSupervisor;
        return FieldList{required("topic", &C::topic), required("lease", &C::lease),
                          required("question", &C::question), optional("to", &C::to)};
    }
};

/** End an asking: the asker takes it back, a supervisor has answered elsewhere. */
struct EndAsking
{
    static constexpr std::string_view method = "topic.unask";
    TopicId topic;

    bool operator==(const EndAsking &) const = default;
    static constexpr auto fields() { return FieldList{required("topic", &EndAsking::topic)}; }
};

/** Invite a colleague to a topic I hold. */
struct InviteColleague
{
    static constexpr std::string_view method = "topic.invite";
    TopicId topic;
    qint64 lease = 0;
    UserId user;
    QString note = {};  //!< at most HelpRequest::longest

    bool operator==(const InviteColleague &) const = default;
    static constexpr auto fields()
    {
        using C = InviteColleague;
        return FieldList{required("topic", &C::topic), required("lease", &C::lease),
                          required("user", &C::user), optional("note", &C::note)};
    }
};

/** Come to a topic (joined), say no (declined) or go (left); a supervisor comes uninvited. With a
 * user the holder lets that guest go. */
struct AttendTopic
{
    static constexpr std::string_view method = "topic.attend";
    TopicId topic;
    GuestState state = GuestState::Joined;
    UserId user = {};   //!< empty: myself

    bool operator==(const AttendTopic &) const = default;
    static constexpr auto fields()
    {
        using C = AttendTopic;
        return FieldList{required("topic", &C::topic), required("state", &C::state),
                          optional("user", &C::user)};
    }
};

/** As a guest: say something to the agent who holds the topic. */
struct GuestWhisper
{
    static constexpr std::string_view method = "guest.whisper";
    TopicId topic;
    QString text;

    bool operator==(const GuestWhisper &) const = default;
    static constexpr auto fields()
    {
        using C = GuestWhisper;
        return FieldList{required("topic", &C::topic), required("text", &C::text)};
    }
};

} // namespace quntai
