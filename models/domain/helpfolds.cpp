// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include <algorithm>

namespace quntai {

namespace {

bool isSame(const JudgedSuggestion &a, const SuggestionJudged &b)
{
    return a.question == b.question && a.entry == b.entry && a.by == b.by;
}

void add(int &counter, int by)
{
    counter = std::max(0, counter + by);
}

int &counterOf(SuggestionTally &tally, SuggestionOutcome outcome)
{
    switch (outcome) {
    case SuggestionOutcome::Shown: break;
    case SuggestionOutcome::Inserted: return tally.inserted;
    case SuggestionOutcome::Edited: return tally.edited;
    case SuggestionOutcome::Rejected: return tally.rejected;
    }
    return tally.shown;
}

int *counterOf(SuggestionTally &tally, Correctness correctness)
{
    switch (correctness) {
    case Correctness::Unsaid: break;
    case Correctness::Right: return &tally.right;
    case Correctness::Partly: return &tally.partly;
    case Correctness::Wrong: return &tally.wrong;
    }
    return nullptr;
}

void count(SuggestionTally &tally, SuggestionOutcome outcome, Correctness correctness, int by)
{
    add(counterOf(tally, outcome), by);
    if (auto *counter = counterOf(tally, correctness))
        add(*counter, by);
}

/** Takes out what the event replaces. */
void takeBack(SuggestionTally &tally, QList<JudgedSuggestion> &judged, const SuggestionJudged &data)
{
    const auto before
        = std::ranges::find_if(judged, [&](const auto &one) { return isSame(one, data); });
    if (before == judged.end())
        return;
    count(tally, before->outcome, before->correctness, -1);
    tally.remarks.removeIf([&](const SuggestionRemark &one) { return one.seq == before->seq; });
    judged.erase(before);
}

void uncount(QList<SuggestionTally> &tallies, const GroupId &group, const JudgedSuggestion &judged)
{
    for (auto &one : tallies) {
        if (one.group == group && one.entry == judged.entry)
            count(one, judged.outcome, judged.correctness, -1);
    }
}

void remark(SuggestionTally &tally, const SuggestionJudged &data, const Event &event)
{
    if (data.detail.isEmpty())
        return;
    tally.remarks.append({data.name, data.detail.left(SuggestionMark::longestDetail),
                          data.correctness, event.at, event.seq});
    if (tally.remarks.size() > SuggestionTally::remarksKept)
        tally.remarks.removeFirst();
}

} // namespace

void Folder::fold(const HelpAsked &data)
{
    auto *topic = this->topic();
    if (topic && topic->lease)
        topic->help = HelpRequest{data.by, data.name, data.to, data.toName,
                                  data.question.left(HelpRequest::longest), event.at};
}

void Folder::fold(const HelpEnded &)
{
    if (auto *topic = this->topic())
        topic->help.reset();
}

void Folder::fold(const GuestChanged &data)
{
    auto *topic = this->topic();
    if (!topic || !topic->lease)
        return;
    auto &guests = topic->guests;
    const auto known = std::ranges::find(guests, data.user, &Guest::user);
    if (data.state == GuestState::Declined || data.state == GuestState::Left) {
        guests.removeIf([&](const Guest &one) { return one.user == data.user; });
    } else if (known != guests.end()) {
        known->state = data.state;
        known->at = event.at;
    } else if (guests.size() < Guest::most) {
        guests.append({data.user, data.name, data.by, data.byName,
                       data.note.left(HelpRequest::longest), data.state, event.at});
    }
}

/** Help is for whoever holds the topic: what they asked and who came goes with their lease. */
void Folder::endHelp(Topic &topic)
{
    topic.help.reset();
    topic.guests.clear();
}

SuggestionTally &Folder::tally(const EntryId &entry)
{
    auto &all = state.suggestions;
    const auto known = std::ranges::find_if(all, [&](const SuggestionTally &one) {
        return one.entry == entry && one.group == event.group;
    });
    if (known != all.end())
        return *known;
    if (all.size() >= SuggestionTally::most)
        all.erase(std::ranges::min_element(all, {}, &SuggestionTally::lastAt));
    SuggestionTally fresh;
    fresh.group = event.group;
    fresh.entry = entry;
    all.append(fresh);
    return all.last();
}

void Folder::fold(const SuggestionJudged &data)
{
    auto &into = tally(data.entry);
    into.lastAt = event.at;
    if (auto *topic = this->topic()) {
        takeBack(into, topic->judged, data);
        topic->judged.append({data.question, data.entry, data.by, data.outcome, data.correctness,
                              event.seq});
        if (topic->judged.size() > JudgedSuggestion::kept)
            topic->judged.removeFirst();
    }
    count(into, data.outcome, data.correctness, 1);
    remark(into, data, event);
    changes.suggestions = true;
}

/** Whose judgement is gone did not judge; a topic that is gone goes with all that was judged in it. When a
 * group's tallies last grew cannot be told any more. */
void Folder::forgetRemarks(const QSet<qint64> &erased)
{
    auto &all = state.suggestions;
    const auto *data = std::get_if<DataErased>(&event.data);
    for (auto &topic : state.topics) {
        const bool isTheirs = data && topic.asker.value == data->subject;
        topic.judged.removeIf([&](const JudgedSuggestion &one) {
            const bool goes = isTheirs || (topic.group == event.group && erased.contains(one.seq));
            if (goes)
                uncount(all, topic.group, one);
            return goes;
        });
    }
    for (auto &one : all) {
        if (one.group != event.group)
            continue;
        one.remarks.removeIf(
            [&](const SuggestionRemark &remark) { return erased.contains(remark.seq); });
        one.lastAt = event.at;
        changes.suggestions = true;
    }
    const auto gone = all.removeIf(
        [](const SuggestionTally &one) { return timesSuggested(one) == 0; });
    changes.suggestions = changes.suggestions || gone > 0;
}

} // namespace quntai
