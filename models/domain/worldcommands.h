// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

// What a person asks about policy, groups and people.

/** Set the policy; version is the one seen. */
struct PutPolicy
{
    static constexpr std::string_view method = "policy.put";
    Policy policy;

    bool operator==(const PutPolicy &) const = default;
    static constexpr auto fields()
    {
        using C = PutPolicy;
        return FieldList{required("policy", &C::policy)};
    }
};

/** The stop switch: no text of the bot leaves, or it may speak again. */
struct StopBot
{
    static constexpr std::string_view method = "bot.stop";
    bool stopped = true;

    bool operator==(const StopBot &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("stopped", &StopBot::stopped)};
    }
};

/** I am at work, away, or looking at this topic. */
struct SetStatus
{
    static constexpr std::string_view method = "agent.status";
    AgentStatus status = AgentStatus::Online;
    TopicId viewing;
    bool editing = false;
    QString reason = {};  //!< why away, at most 64 characters
    Instant until = {};  //!< when I mean to be back

    bool operator==(const SetStatus &) const = default;
    static constexpr auto fields()
    {
        using C = SetStatus;
        return FieldList{required("status", &C::status),
                          optional("viewing", &C::viewing),
                          optional("editing", &C::editing),
                          optional("reason", &C::reason),
                          optional("until", &C::until)};
    }
};

/** How far the bot may act in the group. */
struct PutGroup
{
    static constexpr std::string_view method = "group.put";
    GroupId group;
    BotMode mode = BotMode::Auto;

    bool operator==(const PutGroup &) const = default;
    static constexpr auto fields()
    {
        using C = PutGroup;
        return FieldList{required("group", &C::group),
                          required("mode", &C::mode)};
    }
};

/** Erase what the ledger holds of a person; their topics must have ended. */
struct EraseData
{
    static constexpr std::string_view method = "data.erase";
    QString subject;  //!< the id of a member, or of a customer with all their memberships

    bool operator==(const EraseData &) const = default;
    static constexpr auto fields()
    {
        using C = EraseData;
        return FieldList{required("subject", &C::subject)};
    }
};

/** Create or change an account. */
struct PutUser
{
    static constexpr std::string_view method = "user.put";
    User user;
    QString password;  //!< empty: unchanged; never stored or logged as it is

    bool operator==(const PutUser &) const = default;
    static constexpr auto fields()
    {
        using C = PutUser;
        return FieldList{required("user", &C::user),
                          optional("password", &C::password)};
    }
};

} // namespace quntai
