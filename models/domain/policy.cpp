// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/policy.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
/** A year of weeks: enough for any service level, and an end for hours that never come. */
constexpr int daysAhead = 366;

bool appliesTo(const GroupPolicy &rule, const Group &group)
{
    return rule.groups.contains(group.id)
        || std::ranges::any_of(rule.tags,
                               [&](const QString &tag) { return group.tags.contains(tag); });
}

template <class T>
void overlay(T &value, const std::optional<T> &other)
{
    if (other)
        value = *other;
}

/** Milliseconds since the epoch began, by the company's clock. */
qint64 localOf(const WorkingHours &hours, Instant at)
{
    return at.ms + hours.offset * minuteMs;
}

qint64 dayOf(qint64 local)
{
    return local / dayMs - (local % dayMs < 0 ? 1 : 0);
}

bool isWorkday(const WorkingHours &hours, qint64 day)
{
    // Day 0 was a Thursday.
    const int weekday = int(((day + 3) % 7 + 7) % 7) + 1;
    return hours.from < hours.to && (hours.days.isEmpty() || hours.days.contains(weekday));
}

} // namespace

Policy policyFor(const Policy &policy, const Group &group)
{
    Policy own = policy;
    for (const auto &rule : policy.groups) {
        if (!appliesTo(rule, group))
            continue;
        overlay(own.answerThreshold, rule.answerThreshold);
        overlay(own.clarifyThreshold, rule.clarifyThreshold);
        overlay(own.emotionAlert, rule.emotionAlert);
        overlay(own.repeatsAlert, rule.repeatsAlert);
        overlay(own.escalationThreshold, rule.escalationThreshold);
        overlay(own.secondReviewer, rule.secondReviewer);
        overlay(own.waitingSeconds, rule.waitingSeconds);
        overlay(own.firstResponseSeconds, rule.firstResponseSeconds);
        overlay(own.budgetPerMinute, rule.budgetPerMinute);
        overlay(own.budgetPerHour, rule.budgetPerHour);
        overlay(own.hours, rule.hours);
    }
    // A rule that only raises one of the two must not turn them round.
    own.clarifyThreshold = std::min(own.clarifyThreshold, own.answerThreshold);
    return own;
}

BotMode modeFor(const Policy &policy, const Group &group)
{
    auto mode = BotMode::Auto;
    for (const auto &rule : policy.groups) {
        if (appliesTo(rule, group))
            overlay(mode, rule.mode);
    }
    return std::max(mode, group.mode);
}

bool isOpen(const WorkingHours &hours, Instant at)
{
    const auto local = localOf(hours, at);
    const auto day = dayOf(local);
    const auto minute = (local - day * dayMs) / minuteMs;
    return isWorkday(hours, day) && minute >= hours.from && minute < hours.to;
}

Instant nextOpen(const WorkingHours &hours, Instant at)
{
    if (isOpen(hours, at))
        return at;
    const auto local = localOf(hours, at);
    for (auto day = dayOf(local); day < dayOf(local) + daysAhead; ++day) {
        const auto opens = day * dayMs + hours.from * minuteMs;
        if (isWorkday(hours, day) && opens > local)
            return {opens - hours.offset * minuteMs};
    }
    return at;
}

Instant afterWorking(const WorkingHours &hours, Instant from, qint64 seconds)
{
    auto left = seconds * 1000;
    auto at = from;
    for (int i = 0; i < daysAhead; ++i) {
        at = nextOpen(hours, at);
        const auto local = localOf(hours, at);
        const auto closes = dayOf(local) * dayMs + hours.to * minuteMs;
        if (!isOpen(hours, at) || left <= closes - local)
            break;
        left -= closes - local;
        at.ms += closes - local;
    }
    return {at.ms + left};
}

} // namespace quntai
