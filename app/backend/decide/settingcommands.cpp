// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"

#include <algorithm>
#include <cstdlib>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSeconds = 24 * 3600;
constexpr qsizetype nameLimit = 64;

Result<> checkRange(const QString &field, int value, int least, int most)
{
    if (value >= least && value <= most)
        return {};
    return badField(field, u"%1 must be between %2 and %3"_s.arg(field).arg(least).arg(most));
}

Result<> checkHours(const QString &field, const WorkingHours &hours)
{
    const bool days = std::ranges::all_of(hours.days, [](int day) { return day >= 1 && day <= 7; });
    if (days && hours.from >= 0 && hours.from < hours.to && hours.to <= 1440
        && std::abs(hours.offset) <= 14 * 60)
        return {};
    return badField(field, u"%1 must be from 0 to 1440 minutes, from before to, on days 1 to 7"_s
                               .arg(field));
}

Result<> checkPolicy(const Policy &policy)
{
    const std::tuple<QString, int, int, int> ranges[] = {
        {u"answerThreshold"_s, policy.answerThreshold, 0, 1000},
        {u"clarifyThreshold"_s, policy.clarifyThreshold, 0, policy.answerThreshold},
        {u"linkDoubt"_s, policy.linkDoubt, 0, 1000},
        {u"emotionAlert"_s, policy.emotionAlert, 1, 100},
        {u"repeatsAlert"_s, policy.repeatsAlert, 1, 100},
        {u"escalationThreshold"_s, policy.escalationThreshold, 1, 1000},
        {u"waitingSeconds"_s, policy.waitingSeconds, 1, mostSeconds},
        {u"firstResponseSeconds"_s, policy.firstResponseSeconds, 1, mostSeconds},
        {u"budgetPerMinute"_s, policy.budgetPerMinute, 1, 1000},
        {u"budgetPerHour"_s, policy.budgetPerHour, 1, 1000},
        {u"weights.emotion"_s, policy.weights.emotion, 0, 1000},
        {u"weights.humanRequest"_s, policy.weights.humanRequest, 0, 1000},
        {u"weights.repeats"_s, policy.weights.repeats, 0, 1000},
        {u"weights.lowConfidence"_s, policy.weights.lowConfidence, 0, 1000},
        {u"weights.vip"_s, policy.weights.vip, 0, 1000},
        {u"weights.highRisk"_s, policy.weights.highRisk, 0, 1000},
        {u"weights.waiting"_s, policy.weights.waiting, 0, 1000},
    };
    for (const auto &[field, value, least, most] : ranges) {
        if (const auto fits = checkRange(field, value, least, most); !fits)
            return fits;
    }
    return checkHours(u"hours"_s, policy.hours);
}

/** Each rule, laid over the policy, must make a policy. */
Result<> checkGroups(const Policy &policy)
{
    for (qsizetype i = 0; i < policy.groups.size(); ++i) {
        const auto &rule = policy.groups.at(i);
        const auto field = u"groups[%1]"_s.arg(i);
        if (rule.groups.isEmpty() && rule.tags.isEmpty())
            return badField(field, u"%1 names neither groups nor tags"_s.arg(field));
        auto alone = policy;
        alone.groups = {rule};
        Group any;
        any.id = rule.groups.value(0);
        any.tags = rule.tags;
        if (const auto fits = checkPolicy(policyFor(alone, any)); !fits)
            return badField(field + u'.' + fits.error().data.value(u"field"_s).toString(),
                            u"%1: %2"_s.arg(field, fits.error().message));
    }
    return {};
}

} // namespace

Result<> Commander::run(const PutPolicy &put)
{
    const auto &current = scene.state.policy;
    if (put.policy.version != current.version)
        return failure(ErrorKind::Conflict,
                       u"the policy was changed meanwhile (version %1)"_s.arg(current.version),
                       {{u"current"_s, current.version}});
    const auto fits = checkPolicy(put.policy).and_then([&] { return checkGroups(put.policy); });
    if (!fits)
        return fits;
    auto policy = put.policy;
    ++policy.version;
    scene.add(GroupId{}, TopicId{}, PolicyChanged{policy, user.id, {}});
    return {};
}

Result<> Commander::run(const SetStatus &set)
{
    scene.add(GroupId{}, TopicId{},
              PresenceChanged{{user.id, user.name, set.status, set.viewing, set.editing}});
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
    scene.add(GroupId{}, TopicId{}, UserChanged{put.user, user.id});
    return {};
}

} // namespace quntai
