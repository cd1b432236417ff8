// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/policycheck.h"

#include "app/backend/decide/commander.h"
#include "models/domain/wordpattern.h"

#include <algorithm>
#include <cstdlib>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSeconds = 24 * 3600;
constexpr int mostResolution = 30 * 24 * 3600;
constexpr int mostMerge = 60;
constexpr int mostTopics = 100;
constexpr qsizetype mostWordSets = 64;
constexpr qsizetype mostPatterns = 16;
constexpr int mostSends = 1'000'000;
constexpr int mostPieces = 1'000'000;
constexpr int mostCents = 1'000'000'000;

struct Range
{
    QString field;
    int value;
    int least;
    int most;
};

Result<> checkRanges(const QList<Range> &ranges)
{
    for (const auto &[field, value, least, most] : ranges) {
        if (value < least || value > most)
            return badField(field,
                            u"%1 must be between %2 and %3"_s.arg(field).arg(least).arg(most));
    }
    return {};
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

Result<> checkWeights(const EscalationWeights &weights)
{
    return checkRanges({{u"weights.emotion"_s, weights.emotion, 0, 1000},
                        {u"weights.humanRequest"_s, weights.humanRequest, 0, 1000},
                        {u"weights.repeats"_s, weights.repeats, 0, 1000},
                        {u"weights.lowConfidence"_s, weights.lowConfidence, 0, 1000},
                        {u"weights.vip"_s, weights.vip, 0, 1000},
                        {u"weights.highRisk"_s, weights.highRisk, 0, 1000},
                        {u"weights.waiting"_s, weights.waiting, 0, 1000},
                        {u"weights.trend"_s, weights.trend, 0, 1000},
                        {u"weights.complexity"_s, weights.complexity, 0, 1000},
                        {u"weights.customerValue"_s, weights.customerValue, 0, 1000},
                        {u"weights.purchase"_s, weights.purchase, 0, 1000},
                        {u"weights.largeOrder"_s, weights.largeOrder, 0, 1000}});
}

/** A rule's own problem, named by its place in the policy. */
Result<> within(const QString &place, const Result<> &fits)
{
    if (fits)
        return {};
    return badField(place + u'.' + fits.error().data.value(u"field"_s).toString(),
                    u"%1: %2"_s.arg(place, fits.error().message));
}

Result<> checkWordSets(const Policy &policy)
{
    if (policy.wordSets.size() > mostWordSets)
        return badField(u"wordSets"_s, u"there are at most %1 word sets"_s.arg(mostWordSets));
    for (qsizetype i = 0; i < policy.wordSets.size(); ++i) {
        const auto &patterns = policy.wordSets.at(i).patterns;
        if (patterns.size() > mostPatterns)
            return badField(u"wordSets[%1].patterns"_s.arg(i),
                            u"a word set has at most %1 patterns"_s.arg(mostPatterns));
        for (qsizetype k = 0; k < patterns.size(); ++k) {
            const auto field = u"wordSets[%1].patterns[%2]"_s.arg(i).arg(k);
            if (const auto problem = wordPatternProblem(patterns.at(k)); !problem.isEmpty())
                return badField(field, u"%1: %2"_s.arg(field, problem));
        }
    }
    return {};
}

Result<> checkQuiet(const QString &field, const QuietHours &quiet)
{
    return checkRanges({{field + u".from"_s, quiet.from, 0, 1439},
                        {field + u".to"_s, quiet.to, 0, 1439},
                        {field + u".offset"_s, quiet.offset, -14 * 60, 14 * 60}});
}

Result<> checkSynonyms(const Policy &policy)
{
    qsizetype words = 0;
    for (qsizetype i = 0; i < policy.synonyms.size(); ++i) {
        const auto field = u"synonyms[%1]"_s.arg(i);
        if (const auto problem = synonymsProblem(policy.synonyms.at(i)); !problem.isEmpty())
            return badField(field, u"%1: %2"_s.arg(field, problem));
        words += policy.synonyms.at(i).size();
    }
    return checkRanges({{u"synonyms"_s, int(words), 0, int(Policy::mostSynonyms)}});
}

/** What is the same in all groups. */
Result<> checkCommon(const Policy &policy)
{
    for (qsizetype i = 0; i < policy.keywords.size(); ++i) {
        const auto fits = checkRanges({{u"weight"_s, policy.keywords.at(i).weight, 0, 1000}});
        if (!fits)
            return within(u"keywords[%1]"_s.arg(i), fits);
    }
    return checkRanges({{u"largeOrder"_s, policy.largeOrder, 0, mostPieces},
                        {u"highValueCents"_s, policy.highValueCents, 1, mostCents},
                        {u"accountPerMinute"_s, policy.accountPerMinute, 0, mostSends},
                        {u"accountPerHour"_s, policy.accountPerHour, 0, mostSends},
                        {u"memberPerMinute"_s, policy.memberPerMinute, 0, mostSends},
                        {u"mergeSeconds"_s, policy.mergeSeconds, 0, mostMerge},
                        {u"noticeShare"_s, policy.noticeShare, 1, 1000},
                        {u"foldSample"_s, policy.foldSample, 0, Policy::mostFoldSample},
                        {u"spread.emotion"_s, policy.spread.emotion, 1, 100},
                        {u"spread.members"_s, policy.spread.members, 0, Alert::mostNamed - 1},
                        {u"spread.minutes"_s, policy.spread.minutes, 1, 24 * 60},
                        {u"spread.calmMinutes"_s, policy.spread.calmMinutes, 1, 24 * 60},
                        {u"slaWarnPermille"_s, policy.slaWarnPermille, 0, 1000},
                        {u"routing.capacity"_s, policy.routing.capacity, 1, mostTopics},
                        {u"routing.touchSeconds"_s, policy.routing.touchSeconds, 0, mostSeconds}})
        .and_then([&] { return checkWordSets(policy); })
        .and_then([&] { return checkSynonyms(policy); });
}

/** What single groups may have otherwise. */
Result<> checkNumbers(const Policy &policy)
{
    return checkRanges({{u"answerThreshold"_s, policy.answerThreshold, 0, 1000},
                        {u"clarifyThreshold"_s, policy.clarifyThreshold, 0, policy.answerThreshold},
                        {u"linkDoubt"_s, policy.linkDoubt, 0, 1000},
                        {u"emotionAlert"_s, policy.emotionAlert, 1, 100},
                        {u"repeatsAlert"_s, policy.repeatsAlert, 1, 100},
                        {u"escalationThreshold"_s, policy.escalationThreshold, 1, 1000},
                        {u"waitingSeconds"_s, policy.waitingSeconds, 1, mostSeconds},
                        {u"firstResponseSeconds"_s, policy.firstResponseSeconds, 1, mostSeconds},
                        {u"nextResponseSeconds"_s, policy.nextResponseSeconds, 0, mostSeconds},
                        {u"resolutionSeconds"_s, policy.resolutionSeconds, 0, mostResolution},
                        {u"budgetPerMinute"_s, policy.budgetPerMinute, 1, 1000},
                        {u"budgetPerHour"_s, policy.budgetPerHour, 1, 1000},
                        {u"solvedAsk.minutes"_s, policy.solvedAsk.minutes, 0,
                         SolvedAsk::mostMinutes},
                        {u"solvedAsk.text"_s, int(policy.solvedAsk.text.size()), 0,
                         int(SolvedAsk::textLimit)}})
        .and_then([&] { return checkHours(u"hours"_s, policy.hours); })
        .and_then([&] { return checkQuiet(u"quiet"_s, policy.quiet); });
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
        if (const auto fits = within(field, checkNumbers(policyFor(alone, any))); !fits)
            return fits;
    }
    return {};
}

Result<> checkCategories(const Policy &policy)
{
    for (qsizetype i = 0; i < policy.categories.size(); ++i) {
        const auto &rule = policy.categories.at(i);
        const auto field = u"categories[%1]"_s.arg(i);
        if (rule.categories.isEmpty())
            return badField(field, u"%1 names no categories"_s.arg(field));
        const auto answer = rule.answerThreshold.value_or(policy.answerThreshold);
        const auto fits = checkRanges(
            {{u"answerThreshold"_s, answer, 0, 1000},
             {u"clarifyThreshold"_s, rule.clarifyThreshold.value_or(0), 0, answer}});
        if (!fits)
            return within(field, fits);
    }
    return {};
}

} // namespace

Result<> checkPolicy(const Policy &policy)
{
    return checkNumbers(policy)
        .and_then([&] { return checkWeights(policy.weights); })
        .and_then([&] { return checkCommon(policy); })
        .and_then([&] { return checkGroups(policy); })
        .and_then([&] { return checkCategories(policy); });
}

} // namespace quntai
