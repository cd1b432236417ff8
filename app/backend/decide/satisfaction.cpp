// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/satisfaction.h"

#include "app/backend/decide/budget.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/peeranswers.h"
#include "app/backend/language/satisfaction.h"
#include "models/domain/outcomes.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 wordWithinMs = 24LL * 3600 * 1000;
/** After so long nobody knows any more what is meant. */
constexpr qint64 lateMs = 2LL * 3600 * 1000;
/** Who is due so soon is asked in the same text. */
constexpr qint64 togetherSeconds = 120;

QString defaultAsk()
{
    return u"请问您的问题解决了吗？还没有的话回复“没有”，我请同事来看。"_s;
}

bool isAskedNow(const AskerOutcome &outcome, Instant now)
{
    return outcome.askedAt.isSet() && !outcome.asked.isEmpty()
        && outcome.stage == AskerStage::Answered && now.ms - outcome.askedAt.ms <= wordWithinMs;
}

/** It is said to another customer. */
bool isToNeighbour(const Scene &scene, const Message &message)
{
    const auto &group = scene.group(message.group);
    const auto isNeighbour = [&](const MemberId &id) {
        return !isBotMember(group, id) && !isStaffMember(group, id);
    };
    if (std::ranges::any_of(message.mentions, isNeighbour))
        return true;
    const auto quoted = findMessage(scene.state, message.group, message.quote);
    return quoted && isFromMember(*quoted) && quoted->author.id != message.author.id
        && isNeighbour({quoted->author.id});
}

/** The outcome of the author in a topic, while a word on it can still be meant. */
const AskerOutcome *recentOutcome(const Scene &scene, const Topic *topic, const MemberId &author)
{
    if (!topic || topic->state == TopicState::Merged)
        return nullptr;
    const auto *outcome = outcomeOf(*topic, author);
    const bool recent = outcome
        && scene.now.ms - std::max(outcome->at, outcome->askedAt).ms <= wordWithinMs;
    return recent ? outcome : nullptr;
}

TopicId quotedTopic(const Scene &scene, const Message &message)
{
    const auto quoted = findMessage(scene.state, message.group, message.quote);
    return quoted && !isFromMember(*quoted) ? quoted->topic : TopicId{};
}

const Topic *newestAnswered(const Scene &scene, const Message &message)
{
    const auto &group = scene.group(message.group);
    const MemberId author{message.author.id};
    const Topic *newest = nullptr;
    Instant at;
    for (const auto *list : {&group.open, &group.ended}) {
        for (const auto &id : *list) {
            const auto *topic = scene.topic(id);
            const auto *outcome = recentOutcome(scene, topic, author);
            if (!outcome || std::max(outcome->at, outcome->askedAt) <= at)
                continue;
            newest = topic;
            at = std::max(outcome->at, outcome->askedAt);
        }
    }
    return newest;
}

/** Their own topic, where they still wait: the words are about that question. */
bool goesOnAsking(const Topic *linked, const MemberId &author)
{
    return linked && !hasEnded(*linked)
        && std::ranges::contains(linked->waiting, author, &Waiting::member);
}

const Topic *topicMeant(const Scene &scene, const Message &message, const TopicId &linked)
{
    const MemberId author{message.author.id};
    for (const auto &id : {quotedTopic(scene, message), linked}) {
        if (recentOutcome(scene, scene.topic(id), author))
            return scene.topic(id);
    }
    return goesOnAsking(scene.topic(linked), author) ? nullptr : newestAnswered(scene, message);
}

bool isSettledForAll(const Topic &topic, const MemberId &now)
{
    return std::ranges::all_of(askersOf(topic), [&](const MemberId &member) {
        return member == now || stageOf(topic, member) == AskerStage::Solved;
    });
}

/** A person is asked for in this very decision. */
bool isAskedFor(const Scene &scene, const TopicId &topic)
{
    return std::ranges::any_of(scene.events, [&](const NewEvent &made) {
        return made.topic == topic && std::holds_alternative<EscalationRaised>(made.data);
    });
}

bool isAnybodyAsked(const Policy &policy)
{
    return policy.solvedAsk.minutes > 0
        || std::ranges::any_of(policy.groups,
                               [](const GroupPolicy &rule) { return rule.solvedAsk.has_value(); });
}

bool isDue(const AskerOutcome &outcome, Instant by, int minutes)
{
    return outcome.stage == AskerStage::Answered && !outcome.askedAt.isSet()
        && outcome.at.plusSeconds(60LL * minutes) <= by;
}

/** The answer says only that somebody cares, never reached the group, or was long ago. */
bool isPassedOver(const Scene &scene, const Topic &topic, const AskerOutcome &outcome,
                  const Policy &policy)
{
    const auto due = outcome.at.plusSeconds(60LL * policy.solvedAsk.minutes);
    if (scene.now.ms - quietUntil(policy.quiet, due).ms > lateMs)
        return true;
    const auto answer = findMessage(scene.state, topic.group, outcome.message);
    if (!answer)
        return false;
    const bool isThere = answer->delivery == Delivery::Received
        || answer->delivery == Delivery::Sent || answer->delivery == Delivery::Sending;
    return !isThere || putsOff(scene, *answer);
}

MessageQueued textFor(Scene &scene, const Topic &topic, const QList<MemberId> &members)
{
    const auto policy = scene.policyOf(topic.group);
    MessageQueued queued;
    queued.message = scene.mint.message();
    queued.author = {AuthorKind::Bot, {}, botName(scene, topic.group)};
    queued.text = labelled(policy, policy.solvedAsk.text.isEmpty() ? defaultAsk()
                                                                   : policy.solvedAsk.text);
    queued.mentions = members;
    queued.ai = true;
    queued.notBefore = earliestSend(scene, topic.group, queued);
    return queued;
}

} // namespace

std::optional<SolvedWord> solvedWordOf(const Scene &scene, const Message &message,
                                       const TopicId &linked)
{
    if (message.kind != MessageKind::Text || isToNeighbour(scene, message))
        return std::nullopt;
    const auto *topic = topicMeant(scene, message, linked);
    if (!topic)
        return std::nullopt;
    const auto &outcome = *outcomeOf(*topic, {message.author.id});
    const bool asked = isAskedNow(outcome, scene.now);
    const auto said = solvedIn(message.text, asked, scene.lexicon());
    if (!said)
        return std::nullopt;
    return SolvedWord{topic->id, *said, asked ? SolvedHow::Asked : SolvedHow::Said};
}

void takeSolvedWord(Scene &scene, const Message &message, const SolvedWord &word)
{
    const auto *topic = scene.topic(word.topic);
    if (!topic)
        return;
    const MemberId author{message.author.id};
    const bool isOurs = !isWithPeople(*topic);
    if (!word.solved && isOurs && !isAskedFor(scene, topic->id))
        askForPerson(scene, *topic, Reason::Unsolved, wordsOf(message).simplified().left(80));
    scene.add(*topic, SatisfactionGiven{author, word.solved, word.how, message.id, {}});
    if (word.solved && isOurs && !hasEnded(*topic) && reviewDrafts(scene.state, topic->id).isEmpty()
        && isSettledForAll(*topic, author))
        scene.add(*topic, TopicStateChanged{TopicState::Resolved, u"solved"_s, {}, {}});
}

Instant solvedAskAt(const State &state, const Topic &topic)
{
    if (topic.outcomes.isEmpty() || !isAnybodyAsked(state.policy) || isWithPeople(topic) || isLater(topic)
        || topic.state == TopicState::Resolved || topic.state == TopicState::Merged
        || topic.state == TopicState::Review)
        return {};
    const auto group = state.groups.value(topic.group).info;
    const auto policy = policyFor(state.policy, group);
    if (policy.solvedAsk.minutes <= 0 || policy.stopped
        || modeFor(state.policy, group) != BotMode::Auto)
        return {};
    Instant first;
    for (const auto &outcome : topic.outcomes) {
        const auto at = outcome.at.plusSeconds(60LL * policy.solvedAsk.minutes);
        if (outcome.stage == AskerStage::Answered && !outcome.askedAt.isSet()
            && stageOf(topic, outcome.member) == AskerStage::Answered
            && (!first.isSet() || at < first))
            first = at;
    }
    return first.isSet() ? quietUntil(policy.quiet, first) : first;
}

void askSolved(Scene &scene, const Topic &topic)
{
    const auto policy = scene.policyOf(topic.group);
    QList<MemberId> asked, passed;
    for (const auto &outcome : topic.outcomes) {
        if (!isDue(outcome, scene.now.plusSeconds(togetherSeconds), policy.solvedAsk.minutes)
            || stageOf(topic, outcome.member) != AskerStage::Answered)
            continue;
        const bool passes = isPassedOver(scene, topic, outcome, policy);
        (passes ? passed : asked).append(outcome.member);
    }
    if (!passed.isEmpty())
        scene.add(topic, SatisfactionAsked{{}, passed});
    if (asked.isEmpty())
        return;
    const auto text = textFor(scene, topic, asked);
    scene.add(topic, text);
    scene.add(topic, SatisfactionAsked{text.message, asked});
}

bool asksSolved(const Topic &topic, const MessageId &message)
{
    return !message.isEmpty()
        && std::ranges::contains(topic.outcomes, message, &AskerOutcome::asked);
}

} // namespace quntai
