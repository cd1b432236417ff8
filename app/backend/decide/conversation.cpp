// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/conversation.h"

#include "app/backend/decide/budget.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/linking.h"
#include "app/backend/decide/verdict.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleLength = 24;

QString titleOf(const Message &message)
{
    auto words = wordsOf(message).simplified();
    // "@小禾 …" says whom the message is for, not what it is about.
    if (words.startsWith(u'@') && words.contains(u' '))
        words = words.section(u' ', 1);
    if (words.isEmpty())
        return message.kind == MessageKind::Text ? u"…"_s : u"[图片或文件]"_s;
    return words.size() <= titleLength ? words : words.left(titleLength) + u'…';
}

/** What the bot does with one member's message. */
class Turn
{
public:
    Turn(Scene &scene, const Message &message) : m_scene(scene), m_message(message) {}

    void take()
    {
        auto read = readAlone(m_scene, m_message);
        const auto link = linkOf(m_scene, m_message, read.found, read.emotion);
        const auto *linked = m_scene.topic(link.topic);
        const bool takesPart = linked && !hasEnded(*linked)
            && (isAsker(*linked) || link.rule == LinkRule::Similar);
        const auto *open = takesPart
            ? linked
            : openTopicOf(m_scene, m_message.group, {m_message.author.id});
        auto addressing = addressingOf(m_scene, m_message, {open, link.followsBot}, read.found,
                                       read.emotion);
        if (linked && picksChoice(m_scene, m_message, *linked)) {
            addressing.addressee = Addressee::Bot;
            addressing.certainty = 950;
            addressing.why = {u"choice"_s};
        }
        const auto *into = addressing.isChatter() && link.rule != LinkRule::Quote ? nullptr : linked;
        if (into)
            readInTopic(m_scene, m_message, *into, read);
        const auto decision = decisionFor(m_scene, m_message, into, addressing, read);
        const auto topic = place(link, into, addressing, decision.verdict.action);
        m_scene.add(m_message.group, topic.id, VerdictReached{m_message.id, decision.verdict});
        if (!topic.id.isEmpty())
            act(topic, decision);
    }

    /** Decides again in the topic the message already belongs to. */
    void again(const Topic &topic)
    {
        auto read = readAlone(m_scene, m_message);
        const auto addressing
            = addressingOf(m_scene, m_message, {&topic, 0}, read.found, read.emotion);
        readInTopic(m_scene, m_message, topic, read);
        const auto decision = decisionFor(m_scene, m_message, &topic, addressing, read);
        m_scene.add(topic, VerdictReached{m_message.id, decision.verdict});
        act(topic, decision);
    }

private:
    bool isAsker(const Topic &topic) const
    {
        return topic.askers.contains(MemberId{m_message.author.id});
    }

    /** Puts the message into its topic and gives that back; an empty one for talk. */
    Topic place(const Link &link, const Topic *linked, const Addressing &addressing, Action action)
    {
        if (!linked) {
            if (action == Action::Fold || addressing.addressee == Addressee::Nobody
                || addressing.addressee == Addressee::Member)
                return {};
            return open(link);
        }
        if (link.reopens && !addressing.acknowledgement
            && addressing.addressee != Addressee::Member)
            m_scene.add(*linked, TopicStateChanged{TopicState::Bot, u"reopened"_s, {}, {}});
        m_scene.add(*linked, TopicLinked{{m_message.id}, link.rule, link.confidence, link.second,
                                         link.secondConfidence, {}});
        return *linked;
    }

    Topic open(const Link &link)
    {
        Topic topic;
        topic.id = m_scene.mint.topic();
        topic.group = m_message.group;
        topic.asker = {m_message.author.id};
        topic.askerName = m_message.author.name;
        m_scene.add(topic, TopicOpened{titleOf(m_message), topic.asker, topic.askerName,
                                       m_message.id, {}});
        m_scene.add(topic, TopicLinked{{m_message.id}, LinkRule::New, link.confidence, link.second,
                                       link.secondConfidence, {}});
        return topic;
    }

    void act(const Topic &topic, const Decision &decision)
    {
        switch (decision.verdict.action) {
        case Action::Answer:
        case Action::Clarify:
            say(topic, decision);
            break;
        case Action::Review:
            draft(topic, decision);
            break;
        case Action::Escalate:
            fetchPerson(topic, decision.verdict);
            break;
        case Action::Silent:
        case Action::Fold:
            break;
        }
    }

    MessageQueued text(const Topic &topic, const QString &words)
    {
        MessageQueued queued;
        queued.message = m_scene.mint.message();
        queued.author = {AuthorKind::Bot, {}, botName(m_scene, topic.group)};
        queued.text = labelled(m_scene.policyOf(topic.group), words);
        queued.mentions = {MemberId{m_message.author.id}};
        queued.ai = true;
        queued.replyHandle = m_message.replyHandle;
        return queued;
    }

    void say(const Topic &topic, const Decision &decision)
    {
        auto queued = text(topic, decision.text);
        queued.answers = m_message.id;
        queued.entry = decision.entry;
        queued.entryVersion = decision.entryVersion;
        queued.notBefore = earliestSend(m_scene, topic.group, queued);
        m_scene.add(topic, queued);
        if (topic.state != TopicState::WaitingCustomer)
            m_scene.add(topic, TopicStateChanged{TopicState::WaitingCustomer, u"answered"_s, {}, {}});
    }

    void draft(const Topic &topic, const Decision &decision)
    {
        for (const auto &old : reviewDrafts(m_scene.state, topic.id)) {
            if (old.entry == decision.entry && old.mentions.contains(MemberId{m_message.author.id}))
                m_scene.add(topic, DraftWithdrawn{old.id, u"overtaken"_s, {}});
        }
        m_scene.add(topic, DraftMade{m_scene.mint.draft(),
                                     {AuthorKind::Bot, {}, botName(m_scene, topic.group)},
                                     decision.text,
                                     m_message.id, decision.entry, decision.entryVersion,
                                     {MemberId{m_message.author.id}}, decision.reviewReason, true});
    }

    void fetchPerson(const Topic &topic, const Verdict &verdict)
    {
        const auto policy = m_scene.policyOf(topic.group);
        m_scene.add(topic, EscalationRaised{verdict.reasons, verdict.escalation,
                                            policy.escalationThreshold,
                                            firstAnswerDue(m_scene, topic.group)});
        const auto mode = modeFor(m_scene.state.policy, m_scene.group(topic.group).info);
        const bool mayHold = !policy.stopped && mode == BotMode::Auto && !wasHeld(topic);
        if (mayHold)
            sayComing(topic, policy);
    }

    /** It is read when it goes, which quiet hours may put off. */
    void sayComing(const Topic &topic, const Policy &policy)
    {
        auto queued = text(topic, {});
        queued.notBefore = earliestSend(m_scene, topic.group, queued);
        const auto words = holdingText(policy.hours, std::max(m_scene.now, queued.notBefore));
        queued.text = labelled(policy, words);
        m_scene.add(topic, queued);
    }

    /** "A colleague is coming" was said in this topic before. */
    bool wasHeld(const Topic &topic) const
    {
        const auto messages = messagesOf(m_scene.group(topic.group), topic.id);
        return std::ranges::any_of(messages, [](const MessagePtr &other) {
            return other->author.kind == AuthorKind::Bot && other->answers.isEmpty();
        });
    }

    Scene &m_scene;
    const Message &m_message;
};

/** A colleague spoke in the group: the bot holds its tongue, the holder's clock starts anew. */
void takeStaffMessage(Scene &scene, const Message &message)
{
    const auto link = linkOfStaff(scene, message);
    const auto *topic = scene.topic(link.topic);
    if (!topic)
        return;
    scene.add(*topic, TopicLinked{{message.id}, link.rule, link.confidence, {}, 0, {}});
    silenceBot(scene, *topic, {}, u"a colleague answered"_s);
    if (topic->lease && topic->lease->user.value == message.author.id)
        noteHumanTurn(scene, *topic);
}

} // namespace

void takeMessage(Scene &scene, const Message &message)
{
    const auto &group = scene.group(message.group);
    if (isStaff(group, message))
        takeStaffMessage(scene, message);
    else if (isFromMember(message) && !isBotMember(group, {message.author.id}))
        Turn(scene, message).take();
}

void takeUpAgain(Scene &scene, const Topic &topic)
{
    if (!topic.waitingSince.isSet() || isWithPeople(topic) || hasEnded(topic))
        return;
    const auto &group = scene.group(topic.group);
    const auto messages = messagesOf(group, topic.id);
    for (auto at = messages.crbegin(); at != messages.crend(); ++at) {
        if (isFromMember(**at) && !isStaff(group, **at))
            return Turn(scene, **at).again(topic);
    }
}

void takeFailure(Scene &scene, const Message &message, const QString &problem)
{
    const auto *topic = scene.topic(message.topic);
    if (!topic || message.author.kind != AuthorKind::Bot || message.answers.isEmpty()
        || isWithPeople(*topic) || hasEnded(*topic))
        return;
    askForPerson(scene, *topic, Reason::SendFailed, problem);
}

} // namespace quntai
