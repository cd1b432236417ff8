// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a topic remembers of the talk in it, however many messages the group has had since.
#include "models/domain/folder.h"

#include "models/domain/outcomes.h"

#include <algorithm>

namespace quntai {

namespace {

template <class T>
void keepNewest(QList<T> &list, qsizetype limit)
{
    if (list.size() > limit)
        list.remove(0, list.size() - limit);
}

bool knows(const Topic &topic, const MessageId &message)
{
    return topic.clarifications.contains(message)
        || std::ranges::contains(topic.answered, message, &Answered::message);
}

void put(Topic &topic, SlotValue value)
{
    topic.slots_.removeIf([&](const SlotValue &old) {
        return old.name == value.name && old.by == value.by;
    });
    topic.slots_.append(std::move(value));
    keepNewest(topic.slots_, Topic::slotLimit);
}

bool isTold(const Topic &topic, const SlotValue &value)
{
    return std::ranges::any_of(topic.slots_, [&](const SlotValue &known) {
        return known.name == value.name && known.by == value.by;
    });
}

} // namespace

/** Of the bot's texts that answer a question: a question back, or an entry's answer. */
void Folder::noteSaid(Topic &topic, const Message &message)
{
    if (message.author.kind != AuthorKind::Bot || message.answers.isEmpty()
        || message.delivery == Delivery::Recalled || knows(topic, message.id))
        return;
    if (message.entry.isEmpty()) {
        topic.clarifications.append(message.id);
        keepNewest(topic.clarifications, Topic::saidLimit);
        return;
    }
    topic.answered.append(
        {message.id, message.entry, message.entryVersion, message.mentions, message.at});
    keepNewest(topic.answered, Topic::saidLimit);
}

void Folder::forgetSaid(const TopicId &id, const MessageId &message)
{
    const auto topic = state.topics.find(id);
    if (topic == state.topics.end())
        return;
    forgetOutcome(*topic, message);
    changes.topics.insert(id);
    topic->clarifications.removeAll(message);
    topic->answered.removeIf([&](const Answered &one) { return one.message == message; });
}

void Folder::noteTold(Topic &topic, const VerdictReached &data)
{
    const auto message = findMessage(state, event.group, data.message);
    if (!message)
        return;
    const MemberId by{message->author.id};
    for (const auto &[name, value] : data.verdict.slots_.asKeyValueRange())
        put(topic, {name, value.left(Slot::longestValue), by, message->id});
    const bool isForUs = data.verdict.addressee == Addressee::Bot;
    if (topic.asked && topic.asked->asker == by && isForUs)
        topic.asked.reset();
    if (!data.verdict.asksFor.isEmpty() && !data.verdict.candidates.isEmpty())
        topic.asked = SlotAsked{data.verdict.candidates.first().entry, data.verdict.asksFor, by};
}

/** What was said in a topic that goes on in another one was said in that one. */
void Folder::inheritTalk(Topic &into, const Topic &from)
{
    for (const auto &id : from.clarifications) {
        if (!knows(into, id))
            into.clarifications.append(id);
    }
    for (const auto &one : from.answered) {
        if (!knows(into, one.message))
            into.answered.append(one);
    }
    for (const auto &value : from.slots_) {
        if (!isTold(into, value))
            put(into, value);
    }
    for (const auto &lookup : from.lookups) {
        if (!std::ranges::contains(into.lookups, lookup.message, &Lookup::message))
            into.lookups.append(lookup);
    }
    keepNewest(into.lookups, Topic::lookupLimit);
    keepNewest(into.clarifications, Topic::saidLimit);
    keepNewest(into.answered, Topic::saidLimit);
    inheritOutcomes(into, from);
    changes.topics.insert(into.id);
}

void Folder::eraseTold(const MemberId &member)
{
    for (auto &topic : state.topics) {
        auto gone = topic.slots_.removeIf(
            [&](const SlotValue &value) { return value.by == member; });
        gone += topic.lookups.removeIf(
            [&](const Lookup &lookup) { return lookup.asker == member; });
        gone += topic.outcomes.removeIf(
            [&](const AskerOutcome &outcome) { return outcome.member == member; });
        gone += topic.moods.removeIf([&](const MemberMood &mood) { return mood.member == member; });
        gone += topic.askers.removeAll(member);
        if (gone > 0)
            changes.topics.insert(topic.id);
    }
}

void Folder::fold(const StepTicked &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    topic->ticks.removeIf([&](const StepTick &tick) {
        return tick.entry == data.entry && tick.step == data.step;
    });
    if (data.done)
        topic->ticks.append({data.entry, data.step, data.by, data.name, event.at});
    keepNewest(topic->ticks, Topic::tickLimit);
}

} // namespace quntai
