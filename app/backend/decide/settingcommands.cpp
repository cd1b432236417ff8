// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/policycheck.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nameLimit = 64;
constexpr qsizetype listLimit = 50;
constexpr int mostCapacity = 99;

void turn(Policy &policy, bool stopped, const User &by, Instant now)
{
    policy.stopped = stopped;
    policy.stoppedBy = by.name;
    policy.stoppedAt = now;
}

/** Bounds of what an account lists. */
Result<> checkAccount(const User &account)
{
    const auto isLong = [](const QString &word) {
        return word.trimmed().isEmpty() || word.size() > nameLimit;
    };
    if (account.skills.size() > listLimit || std::ranges::any_of(account.skills, isLong))
        return badField(u"user.skills"_s, u"at most %1 skills of 1 to %2 characters"_s
                                              .arg(listLimit).arg(nameLimit));
    if (account.teams.size() > listLimit || std::ranges::any_of(account.teams, isLong))
        return badField(u"user.teams"_s, u"at most %1 teams of 1 to %2 characters"_s
                                             .arg(listLimit).arg(nameLimit));
    if (account.capacity < 0 || account.capacity > mostCapacity)
        return badField(u"user.capacity"_s, u"a capacity is 0 to %1"_s.arg(mostCapacity));
    return {};
}

bool keepsAccounts(const User &account)
{
    return account.role == Role::Admin && !account.disabled;
}

/** Somebody must be able to keep the accounts, and nobody locks themselves out by mistake. */
Result<> checkAdmins(const State &state, const User &account, const UserId &by)
{
    const auto was = state.users.constFind(account.id);
    if (was == state.users.cend() || !keepsAccounts(*was) || keepsAccounts(account))
        return {};
    if (account.id == by)
        return failure(ErrorKind::Conflict, u"you cannot take your own account's rights away"_s,
                       {{u"field"_s, u"user.role"_s}});
    const auto admins = std::ranges::count_if(state.users, keepsAccounts);
    if (admins > 1)
        return {};
    return failure(ErrorKind::Conflict, u"this is the last account that can keep accounts"_s,
                   {{u"field"_s, u"user.role"_s}});
}

} // namespace

Result<> Commander::run(const PutPolicy &put)
{
    const auto &current = scene.state.policy;
    if (put.policy.version != current.version)
        return failure(ErrorKind::Conflict,
                       u"the policy was changed meanwhile (version %1)"_s.arg(current.version),
                       {{u"current"_s, current.version}});
    if (const auto fits = checkPolicy(put.policy); !fits)
        return fits;
    auto policy = put.policy;
    policy.stoppedBy = current.stoppedBy;
    policy.stoppedAt = current.stoppedAt;
    if (policy.stopped != current.stopped)
        turn(policy, policy.stopped, user, scene.now);
    ++policy.version;
    scene.add(GroupId{}, TopicId{}, PolicyChanged{policy, user.id, {}});
    return {};
}

Result<> Commander::run(const StopBot &stop)
{
    auto policy = scene.state.policy;
    if (policy.stopped == stop.stopped)
        return {};
    turn(policy, stop.stopped, user, scene.now);
    ++policy.version;
    scene.add(GroupId{}, TopicId{}, PolicyChanged{policy, user.id, {}});
    return {};
}

Result<> Commander::run(const SetStatus &set)
{
    if (set.reason.size() > nameLimit)
        return badField(u"reason"_s, u"a reason has at most %1 characters"_s.arg(nameLimit));
    scene.add(GroupId{}, TopicId{},
              PresenceChanged{{user.id, user.name, set.status, set.viewing, set.editing, set.reason,
                                set.until}});
    return {};
}

Result<> Commander::run(const PutGroup &put)
{
    const auto found = scene.state.groups.constFind(put.group);
    if (found == scene.state.groups.cend())
        return failure(ErrorKind::NotFound, u"there is no such group"_s,
                       {{u"group"_s, put.group.value}});
    auto group = found->info;
    group.mode = put.mode;
    scene.add(put.group, TopicId{}, GroupChanged{group});
    return {};
}

/** Needs the whole ledger, not the state: the engine does it. */
Result<> Commander::run(const EraseData &)
{
    return failure(ErrorKind::Internal, u"the engine erases"_s);
}

Result<> Commander::run(const PutUser &put)
{
    if (put.user.id.isEmpty() || put.user.id.value.size() > nameLimit)
        return badField(u"user.id"_s, u"an account name has 1 to %1 characters"_s.arg(nameLimit));
    if (put.user.name.trimmed().isEmpty() || put.user.name.size() > nameLimit)
        return badField(u"user.name"_s, u"a name has 1 to %1 characters"_s.arg(nameLimit));
    if (const auto fits = checkAccount(put.user); !fits)
        return fits;
    if (const auto kept = checkAdmins(scene.state, put.user, user.id); !kept)
        return kept;
    scene.add(GroupId{}, TopicId{}, UserChanged{put.user, user.id});
    return {};
}

} // namespace quntai
