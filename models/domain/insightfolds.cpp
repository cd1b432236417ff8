// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include <algorithm>
#include <numeric>

namespace quntai {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qsizetype moodsKept = 16;  // members of a topic

template <class T>
void name(QList<T> &list, const T &one)
{
    if (!one.isEmpty() && !list.contains(one) && list.size() < Alert::mostNamed)
        list.append(one);
}

void count(Gap &gap, const GroupId &group)
{
    const auto known = std::ranges::find(gap.groups, group, &GapGroup::group);
    if (known != gap.groups.end())
        ++known->count;
    else if (gap.groups.size() < Gap::mostGroups)
        gap.groups.append({group, 1});
}

/** The first question says what opened the gap, the newest what is asked now. */
void keepSample(Gap &gap, const GapQuestion &question)
{
    const auto same = [&](const GapQuestion &one) { return one.text == question.text; };
    if (std::ranges::any_of(gap.samples, same))
        return;
    if (gap.samples.size() >= Gap::mostSamples)
        gap.samples.removeAt(1);
    gap.samples.append(question);
}

/** Whose words are gone did not ask. Tells whether there were any. */
bool forgetQuestions(Gap &gap, const GroupId &group, const QSet<qint64> &erased)
{
    const auto gone = gap.samples.removeIf([&](const GapQuestion &one) {
        return one.group == group && erased.contains(one.seq);
    });
    if (gone == 0)
        return false;
    const auto counted = std::ranges::find(gap.groups, group, &GapGroup::group);
    if (counted != gap.groups.end() && (counted->count -= int(gone)) <= 0)
        gap.groups.erase(counted);
    if (!gap.samples.isEmpty()) {
        gap.firstAt = gap.samples.constFirst().at;
        gap.lastAt = gap.samples.constLast().at;
    }
    return true;
}

} // namespace

int countOf(const Gap &gap)
{
    return std::accumulate(gap.groups.cbegin(), gap.groups.cend(), 0,
                           [](int sum, const GapGroup &one) { return sum + one.count; });
}

void Folder::forgetOldSamples(Instant day)
{
    const auto from = day.ms - FoldSample::keptDays * dayMs;
    auto &samples = state.foldSamples;
    samples.removeIf([&](const FoldSample &one) {
        if (one.day.ms >= from)
            return false;
        changes.foldSamples.insert(one.message);
        return true;
    });
    while (samples.size() > FoldSample::kept)
        changes.foldSamples.insert(samples.takeFirst().message);
}

void Folder::fold(const FoldSampled &data)
{
    auto &samples = state.foldSamples;
    samples.removeIf([&](const FoldSample &one) {
        return one.message == data.message
            || (!data.instead.isEmpty() && one.message == data.instead);
    });
    if (!data.instead.isEmpty())
        changes.foldSamples.insert(data.instead);
    samples.append(FoldSample{data.message, event.group, data.author, data.text, data.why,
                              data.addressee, event.at, data.day, event.seq, FoldCheck::Open, {}});
    changes.foldSamples.insert(data.message);
    forgetOldSamples(data.day);
}

void Folder::fold(const FoldJudged &data)
{
    const auto found = std::ranges::find(state.foldSamples, data.message, &FoldSample::message);
    if (found == state.foldSamples.end())
        return;
    found->check = data.check;
    found->by = data.check == FoldCheck::Open ? UserId{} : data.by;
    changes.foldSamples.insert(data.message);
}

void Folder::fold(const AlertRaised &data)
{
    auto &alerts = group().alerts;
    alerts.removeIf([&](const Alert &one) { return one.kind == data.kind; });
    alerts.append(Alert{data.kind, data.startedBy, data.startedByName, data.members, data.topics,
                        data.level, event.at, event.at});
    changes.groups.insert(event.group);
}

void Folder::fold(const AlertCleared &data)
{
    group().alerts.removeIf([&](const Alert &one) { return one.kind == data.kind; });
    changes.groups.insert(event.group);
}

/** While a mood spreads, whoever joins in is named, and it is not over. */
void Folder::noteSpread(const Message &message, int emotion)
{
    for (auto &alert : group().alerts) {
        if (alert.kind != AlertKind::Spread || emotion < alert.level)
            continue;
        alert.lastAt = event.at;
        name(alert.members, MemberId{message.author.id});
        name(alert.topics, event.topic);
        changes.groups.insert(event.group);
    }
}

/** Each speaker has a mood of their own in a topic. */
void Folder::noteMood(Topic &topic, const Message &message, int emotion)
{
    const MemberId member{message.author.id};
    auto &moods = topic.moods;
    const auto known = std::ranges::find(moods, member, &MemberMood::member);
    auto mood = known == moods.end() ? MemberMood{member, {}} : *known;
    if (known != moods.end())
        moods.erase(known);
    mood.levels.append(emotion);
    if (mood.levels.size() > MemberMood::levelsKept)
        mood.levels.removeFirst();
    moods.append(mood);
    if (moods.size() > moodsKept)
        moods.removeFirst();
}

void Folder::forgetRarestGap(const GapId &except)
{
    if (state.gaps.size() <= Gap::kept)
        return;
    const auto rank = [](const Gap &gap) { return std::tuple(countOf(gap), gap.lastAt, gap.id); };
    auto rarest = state.gaps.cend();
    for (auto at = state.gaps.cbegin(); at != state.gaps.cend(); ++at) {
        if (at.key() != except && (rarest == state.gaps.cend() || rank(*at) < rank(*rarest)))
            rarest = at;
    }
    changes.gaps.insert(rarest.key());
    state.gaps.erase(rarest);
}

void Folder::fold(const GapChanged &data)
{
    changes.gaps.insert(data.gap);
    if (data.state == GapState::Answered) {
        state.gaps.remove(data.gap);
        return;
    }
    if (!data.asked) {
        if (const auto known = state.gaps.find(data.gap); known != state.gaps.end()) {
            known->state = data.state;
            known->by = data.state == GapState::Open ? UserId{} : data.by;
        }
        return;
    }
    auto question = *data.asked;
    question.seq = event.seq;
    auto &gap = state.gaps[data.gap];
    if (gap.id.isEmpty()) {
        gap.id = data.gap;
        gap.firstAt = question.at;
    }
    gap.lastAt = question.at;
    gap.nearest = data.nearest;
    gap.nearestTitle = data.nearestTitle;
    gap.confidence = data.confidence;
    count(gap, question.group);
    keepSample(gap, question);
    forgetRarestGap(data.gap);
}

void Folder::forgetInsight(const DataErased &data)
{
    const QSet<qint64> erased(data.events.cbegin(), data.events.cend());
    state.foldSamples.removeIf([&](const FoldSample &one) {
        const bool goes = one.group == event.group && erased.contains(one.seq);
        if (goes)
            changes.foldSamples.insert(one.message);
        return goes;
    });
    forgetRemarks(erased);
    state.gaps.removeIf([&](const auto &gap) {
        if (!forgetQuestions(*gap, event.group, erased))
            return false;
        changes.gaps.insert(gap->id);
        return gap->groups.isEmpty();
    });
}

} // namespace quntai
