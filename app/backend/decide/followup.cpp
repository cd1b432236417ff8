// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/followup.h"

#include "app/backend/decide/calling.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/slots.h"
#include "app/backend/decide/understanding.h"
#include "app/backend/language/normalise.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int sure = 950;  // permille
constexpr qint64 repliesWithinMs = 5 * 60 * 1000;
constexpr qint64 activeMs = 30 * 60 * 1000;
constexpr qint64 showsWithinMs = 90 * 1000;

/** The newest message of the group before this one. */
MessagePtr before(const Scene &scene, const Message &message)
{
    const auto &recent = scene.group(message.group).recent;
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        const auto &other = **at;
        if (other.id != message.id && !other.internal && other.seq <= message.seq
            && other.delivery != Delivery::Recalled)
            return *at;
    }
    return nullptr;
}

/** A text of the bot that asks its addressee what they mean, not for a slot. */
bool asksBack(const Scene &scene, const Message &text)
{
    if (text.author.kind != AuthorKind::Bot || !text.entry.isEmpty() || text.answers.isEmpty())
        return false;
    const auto asked = findMessage(scene.state, text.group, text.answers);
    return asked && asked->verdict && asked->verdict->action == Action::Clarify
        && asked->verdict->asksFor.isEmpty();
}

bool isPicture(const Scene &scene, const Message &message)
{
    return !message.attachments.isEmpty()
        && message.attachments.first().kind == MessageKind::Image
        && lettersOf(normalise(wordsOf(message), scene.lexicon()).text).isEmpty();
}

bool tellsFault(const Scene &scene, const Message &told)
{
    return scene.lexicon().faults.occursIn(normalise(wordsOf(told), scene.lexicon()).text);
}

/** It is said to a member, or is talk. */
bool isTalk(const QStringList &why)
{
    static const QStringList cues{u"laughs"_s, u"calls_person"_s, u"talks_to_you"_s, u"chatter"_s};
    return std::ranges::any_of(cues, [&](const QString &cue) { return why.contains(cue); });
}

/** It was said to no member, and taken for talk. */
bool wasFolded(const Message &told)
{
    return told.kind == MessageKind::Text && told.topic.isEmpty() && told.mentions.isEmpty()
        && told.quote.isEmpty() && told.verdict && told.verdict->action == Action::Fold
        && !isTalk(told.verdict->addressingWhy);
}

/** Where its author has just spoken to the asker. */
const Topic *topicSpokenIn(const Scene &scene, const Message &message)
{
    const auto &recent = scene.group(message.group).recent;
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        const auto &other = **at;
        if (other.id == message.id || other.author.id != message.author.id)
            continue;
        const auto *topic = other.link == LinkRule::Mention ? scene.topic(other.topic) : nullptr;
        const bool isRecent = scene.now.ms - other.at.ms <= repliesWithinMs;
        return topic && !hasEnded(*topic) && isRecent ? topic : nullptr;
    }
    return nullptr;
}

/** The bot has just asked its author what they mean, and nobody else has spoken since. */
bool tellsMore(const Scene &scene, const Message &message, const Topic &topic)
{
    if (message.kind != MessageKind::Text || !message.mentions.isEmpty() || isWithPeople(topic))
        return false;
    const auto last = before(scene, message);
    if (!last || (!message.quote.isEmpty() && message.quote != last->id))
        return false;
    return last->topic == topic.id && last->delivery != Delivery::Queued && asksBack(scene, *last)
        && last->mentions.contains(MemberId{message.author.id})
        && scene.now.ms - last->at.ms <= repliesWithinMs;
}

} // namespace

QString replyIn(const Scene &scene, const Message &message, const Topic &topic,
                const Addressing &addressing)
{
    if (picksChoice(scene, message, topic))
        return u"choice"_s;
    if (addressing.acknowledgement)
        return {};
    if (answersSlot(scene, message, topic))
        return u"slot"_s;
    if (!tellsMore(scene, message, topic))
        return {};
    // Advice is for others, but "你说的这笔" speaks of what the bot said.
    static const QRegularExpression advice(u"(?:^|,)(?:千万|可)?别(?!的|人|家)"_s);
    if (advice.match(normalise(message.text, scene.lexicon()).text).hasMatch())
        return {};
    auto why = addressing.why;
    why.removeAll(u"talks_to_you"_s);
    return isTalk(why) ? QString() : QString(moreTold);
}

void addressReply(const QString &reply, Addressing &addressing)
{
    if (reply.isEmpty())
        return;
    addressing.addressee = Addressee::Bot;
    addressing.certainty = sure;
    addressing.why = {reply};
}

const Topic *topicCalled(const Scene &scene, const Message &message)
{
    const MemberId author{message.author.id};
    const auto normal = normalise(message.text, scene.lexicon()).text;
    for (const auto *topic : scene.openTopics(scene.group(message.group))) {
        if (topic->asker != author && scene.now.ms - topic->lastAt.ms <= activeMs
            && beginsWithPerson(scene.lexicon(), normal, topic->askerName))
            return topic;
    }
    return speaksToOne(scene.lexicon(), normal) ? topicSpokenIn(scene, message) : nullptr;
}

MessagePtr troubleShown(const Scene &scene, const Message &message)
{
    if (!isPicture(scene, message) || message.mentionsBot || !message.mentions.isEmpty())
        return nullptr;
    const auto told = before(scene, message);
    const auto &members = scene.group(message.group).members;
    const bool isTheirs = told && isFromMember(*told) && told->author.id == message.author.id
        && members.value({message.author.id}).role == MemberRole::Customer;
    const bool shows = isTheirs && message.at.ms - told->at.ms <= showsWithinMs
        && wasFolded(*told) && tellsFault(scene, *told);
    return shows ? told : nullptr;
}

} // namespace quntai
