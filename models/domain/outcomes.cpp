// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outcomes.h"

#include <algorithm>

namespace quntai {

namespace {

bool waits(const Topic &topic, const MemberId &member)
{
    return std::ranges::contains(topic.waiting, member, &Waiting::member);
}

bool hasAsked(const Topic &topic, const MemberId &member)
{
    return waits(topic, member) || outcomeOf(topic, member) || topic.askers.contains(member);
}

/** The outcome to write into; a full list loses its oldest. */
AskerOutcome &outcomeFor(Topic &topic, const MemberId &member)
{
    auto &all = topic.outcomes;
    const auto known = std::ranges::find(all, member, &AskerOutcome::member);
    if (known != all.end())
        return *known;
    if (all.size() >= Topic::outcomeLimit)
        all.removeFirst();
    all.append({member, AskerStage::Answered, {}, {}, AuthorKind::Member, {}, {}});
    return all.last();
}

QList<MemberId> waitingMembers(const Topic &topic)
{
    QList<MemberId> members;
    for (const auto &row : topic.waiting)
        members.append(row.member);
    return members;
}

} // namespace

const AskerOutcome *outcomeOf(const Topic &topic, const MemberId &member)
{
    const auto found = std::ranges::find(topic.outcomes, member, &AskerOutcome::member);
    return found == topic.outcomes.end() ? nullptr : &*found;
}

std::optional<AskerStage> stageOf(const Topic &topic, const MemberId &member)
{
    const auto *outcome = outcomeOf(topic, member);
    if (outcome && outcome->stage == AskerStage::Unsolved)
        return AskerStage::Unsolved;
    if (waits(topic, member))
        return AskerStage::Asking;
    return outcome ? std::optional(outcome->stage) : std::nullopt;
}

QList<MemberId> askersOf(const Topic &topic)
{
    auto known = waitingMembers(topic);
    for (const auto &outcome : topic.outcomes)
        known.append(outcome.member);
    QList<MemberId> inOrder;
    const auto add = [&](const MemberId &member) {
        if (!member.isEmpty() && known.contains(member) && !inOrder.contains(member))
            inOrder.append(member);
    };
    std::ranges::for_each(topic.askers, add);
    std::ranges::for_each(known, add);
    return inOrder;
}

void noteAnswered(Topic &topic, const QList<MemberId> &members, const Message &answer)
{
    for (const auto &member : members.isEmpty() ? waitingMembers(topic) : members) {
        if (member.isEmpty() || member.value == answer.author.id || !hasAsked(topic, member))
            continue;
        auto &outcome = outcomeFor(topic, member);
        outcome.stage = AskerStage::Answered;
        outcome.at = answer.at;
        outcome.message = answer.id;
        outcome.by = answer.author.kind;
    }
}

void noteSatisfaction(Topic &topic, const SatisfactionGiven &data, Instant at)
{
    auto &outcome = outcomeFor(topic, data.member);
    outcome.stage = data.solved ? AskerStage::Solved : AskerStage::Unsolved;
    outcome.at = at;
    outcome.message = data.message;
}

void forgetOutcome(Topic &topic, const MessageId &message)
{
    if (message.isEmpty())
        return;
    topic.outcomes.removeIf([&](const AskerOutcome &outcome) {
        return outcome.message == message && outcome.stage == AskerStage::Answered;
    });
    for (auto &outcome : topic.outcomes) {
        if (outcome.message == message)
            outcome.stage = AskerStage::Answered;
    }
}

void inheritOutcomes(Topic &into, const Topic &from)
{
    for (const auto &outcome : from.outcomes) {
        if (!outcomeOf(into, outcome.member))
            outcomeFor(into, outcome.member) = outcome;
    }
}

} // namespace quntai
