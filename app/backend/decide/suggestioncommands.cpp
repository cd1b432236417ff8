// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/commander.h"
#include "app/backend/decide/teaching.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastRank = 20;

Result<> checkMark(const State &state, const SuggestionMark &mark)
{
    if (!state.entries.contains(mark.entry))
        return failure(ErrorKind::NotFound, u"there is no such entry (any more)"_s,
                       {{u"entry"_s, mark.entry.value}});
    if (mark.rank < 1 || mark.rank > lastRank)
        return badField(u"marks.rank"_s, u"a rank is 1 to %1"_s.arg(lastRank));
    if (mark.detail.size() > SuggestionMark::longestDetail)
        return badField(u"marks.detail"_s, u"a detail has at most %1 characters"_s
                                               .arg(SuggestionMark::longestDetail));
    return {};
}

Result<> checkMarks(const State &state, const QList<SuggestionMark> &marks)
{
    if (marks.isEmpty() || marks.size() > SuggestionMark::most)
        return badField(u"marks"_s, u"name 1 to %1 suggestions"_s.arg(SuggestionMark::most));
    for (const auto &mark : marks) {
        if (const auto fits = checkMark(state, mark); !fits)
            return fits;
    }
    return {};
}

/** What this person said of the entry for the question before. */
JudgedSuggestion before(const Topic &topic, const MessageId &question, const EntryId &entry,
                        const UserId &by)
{
    const auto known = std::ranges::find_if(topic.judged, [&](const JudgedSuggestion &one) {
        return one.question == question && one.entry == entry && one.by == by;
    });
    return known == topic.judged.end() ? JudgedSuggestion{} : *known;
}

/** The words that went with it; empty when they are not kept any more. */
QString detailOf(const State &state, const Topic &topic, const JudgedSuggestion &judged)
{
    const auto tally = std::ranges::find_if(state.suggestions, [&](const SuggestionTally &one) {
        return one.group == topic.group && one.entry == judged.entry;
    });
    if (tally == state.suggestions.end())
        return {};
    const auto remark = std::ranges::find(tally->remarks, judged.seq, &SuggestionRemark::seq);
    return remark == tally->remarks.end() ? QString() : remark->text;
}

/** Words once said stay while something is said of it at all. */
QString wordsFor(const SuggestionMark &mark, const QString &before)
{
    const bool saysNothing = mark.outcome == SuggestionOutcome::Shown
        && mark.correctness == Correctness::Unsaid;
    const auto words = mark.detail.simplified();
    return words.isEmpty() && !saysNothing ? before : words;
}

} // namespace

Result<> Commander::run(const JudgeSuggestions &judge)
{
    const auto found = topic(judge.topic);
    if (!found)
        return std::unexpected(found.error());
    const auto &topic = **found;
    if (const auto fits = checkMarks(scene.state, judge.marks); !fits)
        return fits;
    for (const auto &mark : judge.marks) {
        const auto was = before(topic, judge.question, mark.entry, user.id);
        const auto detail = wordsFor(mark, detailOf(scene.state, topic, was));
        const bool isKnown = !was.entry.isEmpty() && was.outcome == mark.outcome
            && was.correctness == mark.correctness
            && detailOf(scene.state, topic, was) == detail;
        if (isKnown)
            continue;
        scene.add(topic, SuggestionJudged{mark.entry, mark.rank, mark.outcome, mark.correctness,
                                          detail, judge.question, user.id, user.name});
        teachByMark(scene, user, topic, {judge.question, mark.entry}, was.correctness,
                    mark.correctness);
    }
    return {};
}

} // namespace quntai
