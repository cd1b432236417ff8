// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include "models/domain/attachments.h"
#include "models/domain/waiting.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int emotionsKept = 12;
constexpr int lookFrom = 100;  // a lighter part of a decision is no reason to look
constexpr qint64 sendsKeptMs = 3600 * 1000;
constexpr qint64 lateMs = 1000;

/** What a supervisor would want to see of a decision the bot carries out itself. */
QList<ReasonPart> reasonsToLook(const Verdict &verdict)
{
    if (verdict.action == Action::Escalate)
        return {};
    QList<ReasonPart> parts;
    for (const auto &part : verdict.reasons) {
        if (part.weight >= lookFrom && part.reason != Reason::Vip
            && part.reason != Reason::CustomerValue)
            parts.append(part);
    }
    return parts;
}

void trimWindow(GroupState &group)
{
    while (group.recent.size() > GroupState::recentLimit) {
        const auto &oldest = group.recent.first();
        group.traces.append({oldest->id, oldest->platformId, oldest->topic});
        group.recent.removeFirst();
    }
    while (group.traces.size() > GroupState::traceLimit)
        group.traces.removeFirst();
}

} // namespace

GroupState &Folder::group()
{
    auto &group = state.groups[event.group];
    if (group.info.id.isEmpty()) {
        group.info.id = event.group;
        group.info.name = event.group.value;
        group.info.channel = event.group.value.section(u'/', 0, 0);
        changes.groups.insert(event.group);
    }
    if (group.stream.isEmpty())
        group.stream = event.stream;
    return group;
}

void Folder::addMessage(Message message)
{
    message.seq = event.seq;
    message.at = event.at;
    message.group = event.group;
    auto shared = std::make_shared<const Message>(std::move(message));
    auto &into = group();
    into.recent.append(shared);
    into.lastAt = event.at;
    trimWindow(into);
    changes.added.append(std::move(shared));
}

void Folder::changeMessage(const MessageId &id, const std::function<void(Message &)> &change)
{
    auto &recent = group().recent;
    const auto at = std::find_if(recent.rbegin(), recent.rend(),
                                 [&](const MessagePtr &m) { return m->id == id; });
    if (at == recent.rend())
        return;
    auto copy = **at;
    change(copy);
    auto shared = std::make_shared<const Message>(std::move(copy));
    *at = shared;
    changes.changed.insert(id, std::move(shared));
}

void Folder::noteSend(Instant at)
{
    auto &sends = group().sends;
    while (!sends.isEmpty() && sends.constFirst().ms < event.at.ms - sendsKeptMs)
        sends.removeFirst();
    sends.append(at);
}

/** A platform that could not be reached sends what has been due for a while: the budget counts from
 * when it went. */
void Folder::noteLate(const Message &message)
{
    const auto due = std::max(message.at, message.notBefore);
    if (event.at.ms - due.ms < lateMs)
        return;
    auto &sends = group().sends;
    if (const auto at = sends.indexOf(due); at >= 0)
        sends.removeAt(at);
    sends.append(event.at);
}

void Folder::fold(const MessageReceived &data)
{
    Message message;
    message.id = data.message;
    message.author = data.author;
    message.kind = data.kind;
    message.text = data.text;
    message.mentions = data.mentions;
    message.mentionsBot = data.mentionsBot;
    message.quote = data.quote;
    message.quoteText = data.quoteText;
    message.attachments = data.attachments;
    message.platformId = data.platformId;
    message.replyHandle = data.replyHandle;
    addMessage(std::move(message));
}

void Folder::fold(const MessageAttached &data)
{
    changeMessage(data.message, [&](Message &message) {
        if (data.index >= 0 && data.index < message.attachments.size())
            message.attachments[data.index] = data.attachment;
    });
}

void Folder::fold(const MessageRead &data)
{
    changeMessage(data.message, [&](Message &message) {
        if (data.index < 0 || data.index >= message.attachments.size())
            return;
        auto &picture = message.attachments[data.index];
        picture.read = true;
        picture.text = data.text;
    });
}

void Folder::fold(const MessageQueued &data)
{
    Message message;
    message.id = data.message;
    message.topic = event.topic;
    message.author = data.author;
    message.kind = kindOf(data.text, data.attachments);
    message.text = data.text;
    message.mentions = data.mentions;
    message.quote = data.quote;
    message.attachments = data.attachments;
    message.replyHandle = data.replyHandle;
    message.delivery = Delivery::Queued;
    message.notBefore = data.notBefore;
    message.ai = data.ai;
    message.entry = data.entry;
    message.entryVersion = data.entryVersion;
    message.answers = data.answers;
    message.command = data.command;
    message.warnings = data.warnings;
    message.privateTo = data.privateTo;
    message.flow = data.flow;
    message.alsoAnswers = data.alsoAnswers;
    message.link = LinkRule::Answer;
    message.linkConfidence = 1000;
    addMessage(std::move(message));
    noteSend(std::max(event.at, data.notBefore));
    if (!data.retries.isEmpty()) {
        changeMessage(data.retries, [&](Message &old) { old.retriedBy = data.message; });
        forgetSaid(event.topic, data.retries);
    }
    if (auto *topic = this->topic())
        countIn(*topic, *group().recent.constLast());
}

void Folder::fold(const MessageDelayed &data)
{
    changeMessage(data.message, [&](Message &message) {
        auto &sends = group().sends;
        sends.removeOne(std::max(message.at, message.notBefore));
        sends.append(data.notBefore);
        message.notBefore = data.notBefore;
    });
}

void Folder::fold(const MessageSent &data)
{
    changeMessage(data.message, [&](Message &message) {
        noteLate(message);
        message.delivery = Delivery::Sent;
        message.platformId = data.platformId;
        message.problem.clear();
    });
}

void Folder::fold(const MessageFailed &data)
{
    changeMessage(data.message, [&](Message &message) {
        message.delivery = Delivery::Failed;
        message.problem = data.reason;
    });
}

void Folder::fold(const MessageUnknown &data)
{
    changeMessage(data.message, [&](Message &message) {
        message.delivery = Delivery::Unknown;
        message.problem = data.reason;
    });
}

void Folder::oweAgain(const Message &text)
{
    const auto topic = state.topics.find(text.topic);
    if (topic == state.topics.end() || hasEnded(*topic))
        return;
    for (const auto &id : QList<MessageId>{text.answers} + *text.alsoAnswers) {
        const auto question = findMessage(state, event.group, id);
        if (question && question->topic == topic->id && isFromMember(*question))
            noteWaiting(*topic, *question);
    }
    changes.topics.insert(topic->id);
}

void Folder::fold(const MessageRecalled &data)
{
    forgetSaid(event.topic, data.message);
    changeMessage(data.message, [this](Message &message) {
        // What never left gives its place in the send budget back, and answers nobody.
        if (message.delivery == Delivery::Queued) {
            group().sends.removeOne(std::max(message.at, message.notBefore));
            oweAgain(message);
        }
        message.delivery = Delivery::Recalled;
    });
}

void Folder::fold(const VerdictReached &data)
{
    const auto &verdict = data.verdict;
    changeMessage(data.message, [&](Message &message) {
        message.verdict = verdict;
        message.folded = verdict.action == Action::Fold;
    });
    const auto judged = findMessage(state, event.group, data.message);
    if (judged)
        noteSpread(*judged, verdict.emotion);
    auto *topic = this->topic();
    if (!topic)
        return;
    if (judged)
        noteMood(*topic, *judged, verdict.emotion);
    topic->emotion = verdict.emotion;
    topic->emotionTrend = verdict.emotionTrend;
    topic->emotions.append(verdict.emotion);
    if (topic->emotions.size() > emotionsKept)
        topic->emotions.removeFirst();
    topic->confidence = verdict.confidence;
    topic->repeats = verdict.repeats;
    if (!verdict.candidates.isEmpty()) {
        topic->intent = verdict.candidates.first().entry;
        topic->intentTitle = verdict.candidates.first().title;
    }
    noteTold(*topic, data);
    topic->look = reasonsToLook(verdict);
    // Nothing is owed for a message that asks nothing of us.
    const bool isOwed = verdict.addressee == Addressee::Bot || verdict.addressee == Addressee::Staff;
    const auto message = findMessage(state, event.group, data.message);
    if (!isOwed && message)
        settleQuestion(*topic, group(), *message);
}

void Folder::fold(const DraftMade &data)
{
    state.drafts.insert(data.draft,
                        Draft{data.draft, event.topic, data.author, data.text, data.answers,
                              data.entry, data.entryVersion, data.mentions, data.reason,
                              data.review, event.at, data.before, data.privateTo,
                              data.warnings, data.alsoAnswers});
    changes.drafts.insert(data.draft);
    auto *topic = this->topic();
    if (!topic || !data.review)
        return;
    if (hasEnded(*topic))
        reopen(*topic);
    if (!topic->lease)
        topic->state = TopicState::Review;
}

void Folder::fold(const DraftWithdrawn &data)
{
    const auto draft = state.drafts.take(data.draft);
    changes.drafts.insert(data.draft);
    auto *topic = this->topic();
    const auto waits = [&](const Draft &other) { return other.review && other.topic == draft.topic; };
    if (topic && draft.review && topic->state == TopicState::Review
        && std::none_of(state.drafts.cbegin(), state.drafts.cend(), waits))
        topic->state = TopicState::Bot;
}

void Folder::fold(const NoteAdded &data)
{
    Message message;
    message.id = data.note;
    message.topic = event.topic;
    message.author = data.author;
    message.text = data.text;
    message.internal = true;
    message.whisperTo = data.whisperTo;
    addMessage(std::move(message));
    auto *topic = this->topic();
    if (topic && topic->lease && topic->lease->user.value == data.author.id)
        topic->lease->touchBy = {};
}

} // namespace quntai
