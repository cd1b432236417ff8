// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was promised, and whether it helped.
#include "models/domain/folder.h"

#include "models/domain/outcomes.h"
#include "models/domain/waiting.h"

#include <algorithm>
#include <tuple>

namespace quntai {

namespace {

/** What goes first when there is no more room: what is settled, what is overdue and was told to its
 * keeper, what has no time to be told at; at last what is due last. */
std::pair<int, qint64> worthOf(const Promise &promise)
{
    if (promise.state != PromiseState::Open)
        return {0, promise.settledAt.ms};
    if (promise.overdueAt.isSet())
        return {1, promise.due.ms};
    return promise.due.isSet() ? std::pair{3, -promise.due.ms} : std::pair{2, promise.at.ms};
}

/** The same one wherever it is asked. */
bool goesFirst(const Promise &a, const Promise &b)
{
    return std::tuple{worthOf(a), a.seq, a.id.value} < std::tuple{worthOf(b), b.seq, b.id.value};
}

} // namespace

void Folder::fold(const SatisfactionAsked &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    for (auto &outcome : topic->outcomes) {
        if (!data.members.contains(outcome.member))
            continue;
        outcome.askedAt = event.at;
        outcome.asked = data.message;
    }
}

void Folder::fold(const SatisfactionGiven &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    noteSatisfaction(*topic, data, event.at);
    if (data.solved)
        return settle(*topic, {data.member});
    const auto word = findMessage(state, event.group, data.message);
    if (word && word->topic == topic->id && !hasEnded(*topic))
        noteWaiting(*topic, *word);
}

/** The promise, if it is known; it and its topic are noted as changed. */
Promise *Folder::promise(const PromiseId &id)
{
    const auto found = state.promises.find(id);
    if (found == state.promises.end())
        return nullptr;
    changes.promises.insert(id);
    changes.topics.insert(found->topic);
    return &*found;
}

void Folder::dropOldPromises()
{
    state.promises.removeIf([&](const auto &one) {
        const bool goes = one->state != PromiseState::Open
            && event.at.ms - one->settledAt.ms > Promise::settledKeptMs;
        if (goes)
            changes.promises.insert(one->id);
        return goes;
    });
    while (state.promises.size() > Promise::most) {
        const auto first = std::ranges::min_element(state.promises, goesFirst);
        changes.promises.insert(first->id);
        state.promises.erase(first);
    }
}

void Folder::fold(const PromiseMade &data)
{
    Promise made;
    made.id = data.promise;
    made.group = event.group;
    made.topic = event.topic;
    made.message = data.message;
    made.messageSeq = data.messageSeq;
    made.member = data.member;
    made.by = data.by;
    made.name = data.name;
    made.text = data.text.left(Promise::textLimit);
    made.at = event.at;
    made.due = data.due;
    made.byHand = data.byHand;
    made.seq = event.seq;
    group();
    state.promises.insert(made.id, made);
    promise(made.id);
    dropOldPromises();
}

void Folder::fold(const PromiseChanged &data)
{
    auto *known = promise(data.promise);
    if (!known)
        return;
    const auto text = data.text.left(Promise::textLimit);
    known->byHand = known->byHand || known->text != text;
    known->text = text;
    if (known->due != data.due)
        known->overdueAt = {};
    known->due = data.due;
}

void Folder::fold(const PromiseSettled &data)
{
    auto *known = promise(data.promise);
    if (!known)
        return;
    const bool open = data.state == PromiseState::Open;
    known->state = data.state;
    known->settledAt = open ? Instant{} : event.at;
    known->settledBy = open ? UserId{} : data.by;
    known->note = data.note.left(Promise::noteLimit);
    dropOldPromises();
}

void Folder::fold(const PromiseOverdue &data)
{
    auto *known = promise(data.promise);
    if (known && known->due == data.due)
        known->overdueAt = event.at;
}

/** A promise goes where the message goes in which it was made. */
void Folder::movePromises(const MessageId &message, const TopicId &into)
{
    for (auto &one : state.promises) {
        if (one.group != event.group || one.message != message)
            continue;
        promise(one.id);
        one.topic = into;
    }
}

void Folder::mergePromises(const TopicId &from, const TopicId &into)
{
    for (auto &one : state.promises) {
        if (one.topic != from)
            continue;
        promise(one.id);
        one.topic = into;
    }
}

/** What was promised to somebody tells what they asked. */
void Folder::erasePromises(const DataErased &data)
{
    const QSet<qint64> erased(data.events.cbegin(), data.events.cend());
    const MemberId subject{data.subject};
    state.promises.removeIf([&](const auto &one) {
        const bool goes = one->member == subject
            || (one->group == event.group && erased.contains(one->seq));
        if (goes)
            promise(one->id);
        return goes;
    });
}

} // namespace quntai
