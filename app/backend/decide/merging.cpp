// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/merging.h"

#include "app/backend/decide/addressing.h"
#include "app/backend/decide/budget.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/discretion.h"
#include "app/backend/decide/leases.h"
#include "app/backend/language/normalise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAddressed = 8; // a longer row of names hides the answer
constexpr qint64 recentMs = 60 * 1000;
constexpr qint64 memberWindow = 60;
constexpr qint64 justAboveMs = 30 * 1000;

/** What a me-too joins; null when nothing in the topic says. */
MessagePtr joinedQuestion(const Scene &scene, const Message &message, const Topic &topic)
{
    const auto messages = messagesOf(scene.group(topic.group), topic.id);
    const auto isQuestion = [&](const MessagePtr &other) {
        return isFromMember(*other) && other->id != message.id && other->verdict
            && !other->verdict->candidates.isEmpty() && !isMeToo(scene, *other)
            && other->author.id != message.author.id;
    };
    const auto quoted = std::ranges::find(messages, *message.quote, &Message::id);
    if (quoted != messages.end() && isQuestion(*quoted))
        return *quoted;
    const auto newest = std::find_if(messages.crbegin(), messages.crend(), isQuestion);
    return newest == messages.crend() ? nullptr : *newest;
}

/** The group can read the answer right above; one that waits for its time can still be joined. */
bool standsAbove(const Scene &scene, const Topic &topic, const EntryId &entry)
{
    const auto messages = messagesOf(scene.group(topic.group), topic.id);
    const bool canJoin = std::ranges::any_of(messages, [&](const MessagePtr &text) {
        return text->delivery == Delivery::Queued && text->entry == entry
            && text->notBefore > scene.now;
    });
    return !canJoin && std::ranges::any_of(messages, [&](const MessagePtr &text) {
        const auto goes = std::max(text->at, text->notBefore);
        return text->author.kind == AuthorKind::Bot && text->entry == entry
            && text->delivery != Delivery::Recalled && goes <= scene.now
            && scene.now.ms - goes.ms < justAboveMs;
    });
}

bool isSameAnswer(const EntryId &entry, int version, const Decision &decision)
{
    return !decision.entry.isEmpty() && entry == decision.entry && version == decision.entryVersion;
}

/** The answer as it reads when it is for several; empty when it cannot be filled. */
QString textForAll(const Scene &scene, const Decision &decision, Message asked, const Topic *topic)
{
    asked.author.name = u"各位"_s;
    const auto filled = fill(scene, scene.state.entries.value(decision.entry), asked, topic);
    return filled.missing.isEmpty() ? filled.text : QString();
}

/** One text that is right for the askers of both questions, or none. */
QString sharedText(const Scene &scene, const Topic &topic, const MessageId &first,
                   const Message &asked, const Decision &decision)
{
    const auto other = findMessage(scene.state, topic.group, first);
    if (!other || !decision.aside.isEmpty())
        return {};
    const auto text = textForAll(scene, decision, asked, &topic);
    const QList<MemberId> told{{asked.author.id}, {other->author.id}};
    const bool mayGo = !text.isEmpty() && text == textForAll(scene, decision, *other, &topic)
        && checkGroupText(scene, topic.group, told, text);
    return mayGo ? text : QString();
}

/** The member may get one more text of the bot by then. */
bool mayHave(const Scene &scene, const GroupId &group, const MemberId &member, Instant at)
{
    const int limit = scene.policyOf(group).memberPerMinute;
    QList<Instant> sends;
    for (const auto &message : scene.group(group).recent) {
        if (message->author.kind == AuthorKind::Bot && message->mentions.contains(member)
            && message->delivery != Delivery::Recalled)
            sends.append(std::max(message->at, message->notBefore));
    }
    return freeFrom(sends, at, limit, memberWindow) <= at;
}

template <class Text>
bool hasRoomFor(const Text &text, const MemberId &member)
{
    return text.mentions.size() < mostAddressed && !text.mentions.contains(member);
}

/** Who asks again stays in a draft for several: a new one would leave the others without. */
bool mayJoin(const Draft &draft, const MemberId &member)
{
    const bool isOneOfSeveral = draft.mentions.size() > 1 && draft.mentions.contains(member);
    return isOneOfSeveral || hasRoomFor(draft, member);
}

/** topic: only there; empty: in any. */
MessagePtr waitingAnswer(const Scene &scene, const TopicId &topic, const Message &asked,
                         const Decision &decision)
{
    for (const auto &text : waitingAnswers(scene, asked.group)) {
        if ((topic.isEmpty() || text->topic == topic)
            && isSameAnswer(text->entry, text->entryVersion, decision)
            && hasRoomFor(*text, MemberId{asked.author.id}))
            return text;
    }
    return nullptr;
}

/** What was queued in this scene is not in the state yet. */
MessageQueued *madeAnswer(Scene &scene, const Topic &topic, const Message &asked,
                          const Decision &decision)
{
    for (auto &made : scene.events) {
        auto *queued = std::get_if<MessageQueued>(&made.data);
        if (queued && made.topic == topic.id && !queued->answers.isEmpty()
            && isSameAnswer(queued->entry, queued->entryVersion, decision)
            && hasRoomFor(*queued, MemberId{asked.author.id}))
            return queued;
    }
    return nullptr;
}

template <class Text>
void address(Text &text, const Message &asked, const QString &words)
{
    text.text = words;
    if (const MemberId member{asked.author.id}; !text.mentions.contains(member))
        text.mentions.append(member);
    text.alsoAnswers.append(asked.id);
}

bool joinMade(Scene &scene, const Topic &topic, const Message &asked, const Decision &decision)
{
    auto *made = madeAnswer(scene, topic, asked, decision);
    if (!made)
        return false;
    const auto words = sharedText(scene, topic, made->answers, asked, decision);
    if (words.isEmpty())
        return false;
    address(*made, asked, labelled(scene.policyOf(topic.group), words));
    return true;
}

MemberId authorOf(const Scene &scene, const GroupId &group, const MessageId &id)
{
    const auto message = findMessage(scene.state, group, id);
    return message ? MemberId{message->author.id} : MemberId{};
}

/** Takes members out of a text; false when nobody is left. */
template <class Text>
bool leaveOut(const Scene &scene, const GroupId &group, Text &text, const QList<MemberId> &members)
{
    const auto isOut = [&](const MessageId &id) {
        return members.contains(authorOf(scene, group, id));
    };
    text.mentions.removeIf([&](const MemberId &member) { return members.contains(member); });
    text.alsoAnswers.removeIf(isOut);
    if (isOut(text.answers))
        text.answers = text.alsoAnswers.isEmpty() ? MessageId{} : text.alsoAnswers.takeFirst();
    return !text.mentions.isEmpty() && !text.answers.isEmpty();
}

bool concerns(const QList<MemberId> &mentions, const QList<MemberId> &members)
{
    return members.isEmpty() || std::ranges::any_of(mentions, [&](const MemberId &member) {
        return members.contains(member);
    });
}

bool areAll(const QList<MemberId> &mentions, const QList<MemberId> &members)
{
    return std::ranges::all_of(mentions, [&](const MemberId &member) {
        return members.contains(member);
    });
}

DraftMade draftAgain(Scene &scene, const Draft &old)
{
    DraftMade made{scene.mint.draft(), old.author, old.text, old.answers, old.entry,
                   old.entryVersion, old.mentions, old.reason, old.review};
    made.before = old.before;
    made.warnings = old.warnings;
    made.privateTo = old.privateTo;
    made.alsoAnswers = old.alsoAnswers;
    return made;
}

void withdrawDraft(Scene &scene, const Topic &topic, const Draft &draft,
                   const QList<MemberId> &members, const QString &why)
{
    scene.add(topic, DraftWithdrawn{draft.id, why, {}});
    auto made = draftAgain(scene, draft);
    if (!members.isEmpty() && leaveOut(scene, topic.group, made, members))
        scene.add(topic, made);
}

void withdrawText(Scene &scene, const Topic &topic, const Message &text,
                  const QList<MemberId> &members)
{
    scene.add(topic, MessageRecalled{text.id, {}});
    auto queued = queuedAgain(scene, text);
    if (!members.isEmpty() && leaveOut(scene, topic.group, queued, members))
        scene.add(topic, queued);
}

} // namespace

bool isMeToo(const Scene &scene, const Message &message)
{
    return isMeToo(scene.lexicon(), normalise(wordsOf(message), scene.lexicon()).text);
}

void readMeToo(const Scene &scene, const Message &message, const Topic &topic,
               Understanding &understanding)
{
    const auto question = joinedQuestion(scene, message, topic);
    if (!question)
        return;
    const auto read = readAlone(scene, *question);
    const bool isSure = !read.found.candidates.isEmpty()
        && read.found.confidence >= scene.policyOf(topic.group).answerThreshold;
    if (!isSure || standsAbove(scene, topic, read.found.candidates.constFirst().entry))
        return;
    understanding.found = read.found;
    understanding.context = u"me_too"_s;
}

QList<MessagePtr> waitingAnswers(const Scene &scene, const GroupId &group)
{
    QList<MessagePtr> answers;
    for (const auto &text : scene.group(group).recent) {
        if (text->author.kind == AuthorKind::Bot && text->delivery == Delivery::Queued
            && !text->answers.isEmpty() && text->privateTo.isEmpty() && text->notBefore > scene.now)
            answers.append(text);
    }
    return answers;
}

const Topic *topicAnswering(const Scene &scene, const Message &asked, const Decision &decision)
{
    if (decision.verdict.action != Action::Answer)
        return nullptr;
    const auto text = waitingAnswer(scene, {}, asked, decision);
    const auto *topic = text ? scene.topic(text->topic) : nullptr;
    return topic && !hasEnded(*topic) && !isWithPeople(*topic) ? topic : nullptr;
}

bool joinAnswer(Scene &scene, const Topic &topic, const Message &asked, const Decision &decision)
{
    if (decision.verdict.action != Action::Answer)
        return false;
    if (joinMade(scene, topic, asked, decision))
        return true;
    const auto old = waitingAnswer(scene, topic.id, asked, decision);
    if (!old || !mayHave(scene, topic.group, MemberId{asked.author.id}, old->notBefore))
        return false;
    const auto words = sharedText(scene, topic, old->answers, asked, decision);
    if (words.isEmpty())
        return false;
    auto queued = queuedAgain(scene, *old);
    address(queued, asked, labelled(scene.policyOf(topic.group), words));
    if (!asked.replyHandle.isEmpty())
        queued.replyHandle = asked.replyHandle;
    scene.add(topic, MessageRecalled{old->id, {}});
    scene.add(topic, queued);
    return true;
}

bool joinDraft(Scene &scene, const Topic &topic, const Message &asked, const Decision &decision)
{
    const MemberId member{asked.author.id};
    for (const auto &old : reviewDrafts(scene.state, topic.id)) {
        if (old.author.kind != AuthorKind::Bot || !old.privateTo.isEmpty()
            || old.reason != decision.reviewReason || !mayJoin(old, member)
            || !isSameAnswer(old.entry, old.entryVersion, decision))
            continue;
        const auto words = sharedText(scene, topic, old.answers, asked, decision);
        if (words.isEmpty())
            continue;
        scene.add(topic, DraftWithdrawn{old.id, u"overtaken"_s, {}});
        auto made = draftAgain(scene, old);
        address(made, asked, words);
        scene.add(topic, made);
        return true;
    }
    return false;
}

Instant timeToJoin(const Scene &scene, const GroupId &group, const MessageQueued &answer,
                   Instant earliest)
{
    const int wait = scene.state.policy.mergeSeconds;
    if (wait <= 0 || answer.entry.isEmpty())
        return earliest;
    const auto &recent = scene.group(group).recent;
    const bool wasGiven = std::ranges::any_of(recent, [&](const MessagePtr &text) {
        return text->author.kind == AuthorKind::Bot && text->entry == answer.entry
            && text->entryVersion == answer.entryVersion && text->delivery != Delivery::Recalled
            && scene.now.ms - text->at.ms <= recentMs
            && !text->mentions.contains(answer.mentions.value(0));
    });
    return wasGiven ? std::max(earliest, scene.now.plusSeconds(wait)) : earliest;
}

void withdrawFor(Scene &scene, const Topic &topic, const QList<MemberId> &members,
                 const QString &why)
{
    for (const auto &draft : reviewDrafts(scene.state, topic.id)) {
        if (concerns(draft.mentions, members))
            withdrawDraft(scene, topic, draft, members, why);
    }
    for (const auto &text : messagesOf(scene.group(topic.group), topic.id)) {
        const bool isOurs = text->author.kind == AuthorKind::Bot
            && text->delivery == Delivery::Queued;
        const bool isForOthers = !members.isEmpty() && !areAll(text->mentions, members);
        if (isOurs && concerns(text->mentions, members)
            && (!isForOthers || text->notBefore > scene.now))
            withdrawText(scene, topic, *text, members);
    }
}

} // namespace quntai
