// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/waiting.h"

#include <algorithm>

namespace quntai {

namespace {

/** A topic of a snapshot from before members were told apart. */
void tellApart(Topic &topic)
{
    if (topic.waiting.isEmpty() && topic.waitingSince.isSet())
        topic.waiting.append({topic.asker, {}, topic.waitingSince});
}

void derive(Topic &topic)
{
    topic.waitingSince = topic.waiting.isEmpty() ? Instant{} : topic.waiting.constFirst().since;
}

void insertByTime(QList<Waiting> &rows, const Waiting &row)
{
    const auto at = std::ranges::upper_bound(rows, row.since, {}, &Waiting::since);
    rows.insert(at, row);
}

/** The bot's own judgement of a question may say that nothing is owed for it. */
bool isOwed(const Message &message)
{
    return !message.verdict || message.verdict->addressee == Addressee::Bot
        || message.verdict->addressee == Addressee::Staff;
}

const Message *withId(const GroupState &group, const MessageId &id)
{
    const auto at = std::find_if(group.recent.crbegin(), group.recent.crend(),
                                 [&](const MessagePtr &message) { return message->id == id; });
    return id.isEmpty() || at == group.recent.crend() ? nullptr : at->get();
}

void addAuthor(QList<MemberId> &members, const GroupState &group, const MessageId &id)
{
    const auto *message = withId(group, id);
    if (message && isFromMember(*message) && !members.contains(MemberId{message->author.id}))
        members.append(MemberId{message->author.id});
}

} // namespace

void noteWaiting(Topic &topic, const Message &question)
{
    tellApart(topic);
    MemberId member{question.author.id};
    const auto isKnown = std::ranges::contains(topic.waiting, member, &Waiting::member);
    if (!isKnown && topic.waiting.size() + 1 >= Topic::waitingLimit)
        member = {};
    Waiting row{member, question.id, question.at};
    const auto known = std::ranges::find(topic.waiting, member, &Waiting::member);
    if (known != topic.waiting.end()) {
        if (known->since <= row.since)
            return;
        topic.waiting.erase(known);
    }
    insertByTime(topic.waiting, row);
    derive(topic);
}

QList<Waiting> stillWaiting(const Topic &topic, const QList<MemberId> &answered)
{
    auto rows = topic.waiting;
    rows.removeIf([&](const Waiting &row) {
        return answered.isEmpty() || answered.contains(row.member);
    });
    return rows;
}

void settle(Topic &topic, const QList<MemberId> &answered)
{
    tellApart(topic);
    topic.waiting = stillWaiting(topic, answered);
    derive(topic);
}

void settleQuestion(Topic &topic, const GroupState &group, const Message &question)
{
    tellApart(topic);
    const auto row = std::ranges::find(topic.waiting, question.id, &Waiting::message);
    if (row == topic.waiting.end())
        return;
    const auto member = row->member;
    topic.waiting.erase(row);
    const auto next = std::ranges::find_if(group.recent, [&](const MessagePtr &message) {
        return message->topic == topic.id && message->seq > question.seq && isFromMember(*message)
            && message->author.id == member.value && isOwed(*message);
    });
    if (next != group.recent.end())
        insertByTime(topic.waiting, {member, (*next)->id, (*next)->at});
    derive(topic);
}

QList<MemberId> addressedBy(const GroupState &group, const Message &text)
{
    auto members = text.mentions;
    addAuthor(members, group, text.quote);
    if (text.author.kind != AuthorKind::Bot)
        return members;
    addAuthor(members, group, text.answers);
    for (const auto &id : *text.alsoAnswers)
        addAuthor(members, group, id);
    return members;
}

} // namespace quntai
