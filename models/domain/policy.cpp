// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/policy.h"

#include <algorithm>

namespace quntai {

namespace {

template <class Rule>
bool isNamed(const Rule &rule, const Group &group)
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

/** A group with hours of its own keeps the holidays everybody has, unless it has its own too. */
void overlayHours(WorkingHours &hours, const std::optional<WorkingHours> &other)
{
    if (!other)
        return;
    const auto calendar = hours.calendar;
    hours = *other;
    if (hours.calendar.isEmpty())
        hours.calendar = calendar;
}

bool appliesTo(const CategoryPolicy &rule, const Group &group, const QString &category)
{
    if (!rule.categories.contains(category))
        return false;
    return (rule.groups.isEmpty() && rule.tags.isEmpty()) || isNamed(rule, group);
}

} // namespace

QString synonymsProblem(const QStringList &words)
{
    using namespace Qt::StringLiterals;
    const auto fits = [](const QString &word) {
        return !word.trimmed().isEmpty() && word.size() <= Policy::longestSynonym;
    };
    if (words.size() < 2)
        return u"a list has two words or more"_s;
    return std::ranges::all_of(words, fits)
        ? QString()
        : u"a word has 1 to %1 characters"_s.arg(Policy::longestSynonym);
}

Policy policyFor(const Policy &policy, const Group &group)
{
    Policy own = policy;
    for (const auto &rule : policy.groups) {
        if (!isNamed(rule, group))
            continue;
        overlay(own.answerThreshold, rule.answerThreshold);
        overlay(own.clarifyThreshold, rule.clarifyThreshold);
        overlay(own.emotionAlert, rule.emotionAlert);
        overlay(own.repeatsAlert, rule.repeatsAlert);
        overlay(own.escalationThreshold, rule.escalationThreshold);
        overlay(own.secondReviewer, rule.secondReviewer);
        overlay(own.readPictures, rule.readPictures);
        overlay(own.waitingSeconds, rule.waitingSeconds);
        overlay(own.firstResponseSeconds, rule.firstResponseSeconds);
        overlay(own.nextResponseSeconds, rule.nextResponseSeconds);
        overlay(own.resolutionSeconds, rule.resolutionSeconds);
        overlay(own.budgetPerMinute, rule.budgetPerMinute);
        overlay(own.budgetPerHour, rule.budgetPerHour);
        overlayHours(own.hours, rule.hours);
        overlay(own.quiet, rule.quiet);
        overlay(own.tone, rule.tone);
        overlay(own.solvedAsk, rule.solvedAsk);
        overlay(own.aiLabel, rule.aiLabel);
    }
    // A rule that only raises one of the two must not turn them round.
    own.clarifyThreshold = std::min(own.clarifyThreshold, own.answerThreshold);
    return own;
}

BotMode modeFor(const Policy &policy, const Group &group)
{
    auto mode = BotMode::Auto;
    for (const auto &rule : policy.groups) {
        if (isNamed(rule, group))
            overlay(mode, rule.mode);
    }
    return std::max(mode, group.mode);
}

CategoryStance stanceOn(const Policy &inGroup, const Group &group, const QString &category)
{
    CategoryStance stance{CategoryMode::Answer, inGroup.answerThreshold, inGroup.clarifyThreshold,
                          inGroup.highRiskCategories.contains(category)};
    for (const auto &rule : inGroup.categories) {
        if (!appliesTo(rule, group, category))
            continue;
        overlay(stance.mode, rule.mode);
        overlay(stance.answerThreshold, rule.answerThreshold);
        overlay(stance.clarifyThreshold, rule.clarifyThreshold);
        overlay(stance.highRisk, rule.highRisk);
    }
    stance.clarifyThreshold = std::min(stance.clarifyThreshold, stance.answerThreshold);
    return stance;
}

} // namespace quntai
