// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/conversation.h"

#include "app/backend/decide/budget.h"
#include "app/backend/decide/composing.h"
#include "app/backend/decide/discretion.h"
#include "app/backend/decide/followup.h"
#include "app/backend/decide/insight.h"
#include "app/backend/decide/leases.h"
#include "app/backend/decide/linking.h"
#include "app/backend/decide/merging.h"
#include "app/backend/decide/peeranswers.h"
#include "app/backend/decide/promises.h"
#include "app/backend/decide/readpictures.h"
#include "app/backend/decide/satisfaction.h"
#include "app/backend/decide/slots.h"
#include "app/backend/decide/verdict.h"
#include "models/domain/waiting.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype titleLength = 24;
constexpr int sureWord = 950;  // permille, of a word on an answer
constexpr int calledByName = 750;

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

/** Members who wait in a topic, and those whose answer waits for its time. */
QList<MemberId> unanswered(const Scene &scene, const Topic &topic)
{
    QList<MemberId> members;
    for (const auto &row : topic.waiting)
        members.append(row.member);
    for (const auto &text : waitingAnswers(scene, topic.group)) {
        if (text->topic == topic.id)
            members += text->mentions;
    }
    return members;
}

/** Somebody is left when these were answered; nobody named: everybody was. */
bool leavesSomebody(const QList<MemberId> &unanswered, const QList<MemberId> &answered)
{
    return !answered.isEmpty() && std::ranges::any_of(unanswered, [&](const MemberId &member) {
        return !answered.contains(member);
    });
}

/** What the bot does with one member's message. */
class Turn
{
public:
    Turn(Scene &scene, const Message &message) : m_scene(scene), m_message(message) {}

    void take()
    {
        if (const auto told = troubleShown(m_scene, m_message))
            return takeShown(*told);
        auto read = readAlone(m_scene, m_message);
        if (const auto peer = peerAnswerOf(m_scene, m_message, read.emotion))
            return takePeerAnswer(*peer, read);
        auto link = linkOf(m_scene, m_message, read.found, read.emotion);
        auto word = solvedWordOf(m_scene, m_message, link.topic);
        if (word && asksOn(*word, link, read))
            word.reset();
        if (word)
            followWord(*word, link);
        const auto *linked = m_scene.topic(link.topic);
        const bool takesPart = linked && !hasEnded(*linked)
            && (isAsker(*linked) || link.rule == LinkRule::Similar);
        const auto *open = takesPart
            ? linked
            : openTopicOf(m_scene, m_message.group, {m_message.author.id});
        auto addressing = addressingOf(m_scene, m_message, {open, link.followsBot}, read.found,
                                       read.emotion);
        const auto reply = word || !linked ? QString()
                                           : replyIn(m_scene, m_message, *linked, addressing);
        if (word)
            addressByWord(*word, addressing);
        else
            addressReply(reply, addressing);
        const bool meToo = linked && joinsIn(addressing);
        const bool isTalk = addressing.isChatter() && link.rule != LinkRule::Quote;
        const auto *into = isTalk ? topicCalled(m_scene, m_message) : linked;
        if (isTalk && into) {
            link = {into->id, LinkRule::Mention, calledByName, {}, 0, false, 0};
            addressing.addressee = Addressee::Member;
        }
        if (into)
            readInTopic(m_scene, m_message, *into, read);
        if (into && reply == moreTold)
            readMore(m_scene, m_message, *into, read);
        if (into && meToo)
            readMeToo(m_scene, m_message, *into, read);
        auto decision = decisionFor(m_scene, m_message, into, addressing, read);
        if (into && meToo)
            waitToo(*into, decision.verdict);
        if (const auto *same = into ? nullptr : topicAnswering(m_scene, m_message, decision)) {
            into = same;
            link = {same->id, LinkRule::Similar, decision.verdict.confidence, {}, 0, false, 0};
        }
        const auto topic = place(link, into, addressing, decision.verdict.action);
        m_scene.add(m_message.group, topic.id, VerdictReached{m_message.id, decision.verdict});
        noteInsight(m_scene, m_message, decision.verdict, topic.id);
        if (!topic.id.isEmpty())
            act(topic, decision);
        if (word)
            takeSolvedWord(m_scene, m_message, *word);
    }

    /** "好了谢谢，发票怎么开？": what is asked beside a word that all is well counts more than the word,
     * which will be asked for or said again. */
    bool asksOn(const SolvedWord &word, const Link &link, const Understanding &read) const
    {
        if (!word.solved)
            return false;
        const auto *open = openTopicOf(m_scene, m_message.group, {m_message.author.id});
        const auto addressing = addressingOf(m_scene, m_message, {open, link.followsBot}, read.found,
                                             read.emotion);
        // "麻烦您了" is a request by its words; one the knowledge base knows nothing of is courtesy here.
        const bool isKnown = read.found.confidence
            >= m_scene.policyOf(m_message.group).clarifyThreshold;
        return addressing.question || addressing.humanRequest || (addressing.request && isKnown);
    }

    /** A word on an answer belongs where the answer was given. */
    void followWord(const SolvedWord &word, Link &link) const
    {
        const auto *topic = m_scene.topic(word.topic);
        if (link.topic != word.topic)
            link = {word.topic, LinkRule::SameAsker, sureWord, {}, 0, false, 0};
        link.reopens = topic && hasEnded(*topic) && !word.solved;
    }

    static void addressByWord(const SolvedWord &word, Addressing &addressing)
    {
        addressing.addressee = word.solved ? Addressee::Nobody : Addressee::Bot;
        addressing.certainty = sureWord;
        addressing.acknowledgement = word.solved;
        addressing.unsolved = !word.solved;
        addressing.why = {word.solved ? u"solved"_s : u"unsolved"_s};
    }

    /** "同问" to a neighbour's question asks whom that one asks. */
    bool joinsIn(Addressing &addressing) const
    {
        if (!isMeToo(m_scene, m_message))
            return false;
        if (addressing.addressee == Addressee::Member && m_message.mentions.isEmpty()) {
            addressing.addressee = Addressee::Bot;
            addressing.why = {u"me_too"_s};
        }
        return true;
    }

    /** Who joins a question that waits waits as well, though nothing follows from the words. */
    static void waitToo(const Topic &topic, Verdict &verdict)
    {
        if (topic.waiting.isEmpty() || verdict.action != Action::Silent)
            return;
        verdict.addressee = Addressee::Bot;
        if (!verdict.addressingWhy.contains(u"me_too"_s))
            verdict.addressingWhy.append(u"me_too"_s);
    }

    /** Decides again in the topic the message already belongs to; as: why it is for the bot, where the
     * words do not tell. */
    void again(const Topic &topic, const QString &as = {})
    {
        auto read = readAlone(m_scene, m_message);
        auto addressing = addressingOf(m_scene, m_message, {&topic, 0}, read.found, read.emotion);
        addressReply(as, addressing);
        readInTopic(m_scene, m_message, topic, read);
        if (!as.isEmpty())
            read.context = as;
        const bool meToo = joinsIn(addressing);
        if (meToo)
            readMeToo(m_scene, m_message, topic, read);
        auto decision = decisionFor(m_scene, m_message, &topic, addressing, read);
        if (meToo)
            waitToo(topic, decision.verdict);
        m_scene.add(topic, VerdictReached{m_message.id, decision.verdict});
        act(topic, decision);
    }

private:
    /** What was taken for talk until its picture came. */
    void takeShown(const Message &told)
    {
        Turn before(m_scene, told);
        const auto topic = before.open({});
        m_scene.add(topic, TopicLinked{{m_message.id}, LinkRule::SameAsker, sureWord, {}, 0, {}});
        const auto read = readAlone(m_scene, m_message);
        const auto addressing = addressingOf(m_scene, m_message, {&topic, 0}, read.found, read.emotion);
        const auto decision = decisionFor(m_scene, m_message, &topic, addressing, read);
        m_scene.add(topic, VerdictReached{m_message.id, decision.verdict});
        before.again(topic, u"shown"_s);
    }

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
        case Action::Act:
            if (decision.lookup)
                m_scene.add(topic, LookupAsked{*decision.lookup});
            break;
        case Action::Silent:
        case Action::Fold:
            break;
        }
        tellAside(topic, decision);
    }

    void tellAside(const Topic &topic, const Decision &decision)
    {
        MessageQueued shown;
        shown.answers = m_message.id;
        shown.entry = decision.entry;
        shown.entryVersion = decision.entryVersion;
        draftAside(m_scene, topic, {AuthorKind::Bot, {}, botName(m_scene, topic.group)},
                   decision.aside, {m_message.author.id}, shown);
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

    /** Who waits in the topic once this message's author was answered. */
    bool othersWait(const Topic &topic) const
    {
        return !stillWaiting(topic, {MemberId{m_message.author.id}}).isEmpty();
    }

    void say(const Topic &topic, const Decision &decision)
    {
        if (!joinAnswer(m_scene, topic, m_message, decision))
            sayAlone(topic, decision);
        if (topic.state != TopicState::WaitingCustomer && !othersWait(topic))
            m_scene.add(topic, TopicStateChanged{TopicState::WaitingCustomer, u"answered"_s, {}, {}});
    }

    void sayAlone(const Topic &topic, const Decision &decision)
    {
        auto queued = text(topic, decision.text);
        queued.answers = m_message.id;
        queued.entry = decision.entry;
        queued.entryVersion = decision.entryVersion;
        queued.notBefore = timeToJoin(m_scene, topic.group, queued,
                                      earliestSend(m_scene, topic.group, queued));
        if (decision.verdict.action == Action::Clarify && waitsForWords(m_scene, m_message))
            queued.notBefore = std::max(queued.notBefore, m_scene.now.plusSeconds(readSeconds));
        m_scene.add(topic, queued);
    }

    /** Another member was quicker: nothing of the bot is needed, unless a live entry says otherwise;
     * then a person looks and what the bot has in the pipe stays. */
    void takePeerAnswer(const PeerAnswer &peer, Understanding &read)
    {
        const auto &topic = *m_scene.topic(peer.topic);
        const bool isRight = peer.against.isEmpty();
        readInTopic(m_scene, m_message, topic, read);
        Addressing addressing;
        addressing.addressee = Addressee::Member;
        addressing.certainty = peer.confidence;
        addressing.why = {u"peer_answer"_s, peer.why};
        const auto decision = decisionFor(m_scene, m_message, &topic, addressing, read);
        if (isRight)
            withdrawFor(m_scene, topic, peer.to, u"answered by a member"_s);
        m_scene.add(topic, TopicLinked{{m_message.id}, isRight ? LinkRule::Answer : peer.rule,
                                       peer.confidence, {}, 0, {}});
        m_scene.add(topic, VerdictReached{m_message.id, decision.verdict});
        noteInsight(m_scene, m_message, decision.verdict, topic.id);
        if (!isRight)
            askForPerson(m_scene, topic, Reason::Contradiction, peer.against);
        else if (!leavesSomebody(unanswered(m_scene, topic), peer.to))
            m_scene.add(topic, TopicStateChanged{TopicState::AnsweredByPeer,
                                                 u"answered by a member"_s, {}, {}});
    }

    void draft(const Topic &topic, const Decision &decision)
    {
        if (joinDraft(m_scene, topic, m_message, decision))
            return;
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
        return std::ranges::any_of(messages, [&](const MessagePtr &other) {
            return other->author.kind == AuthorKind::Bot && other->answers.isEmpty()
                && !asksSolved(topic, other->id);
        });
    }

    Scene &m_scene;
    const Message &m_message;
};

/** Nobody has the topic: it ends with a colleague's answer to all who wait, and goes to a person when
 * that is not what the entry says. */
void judgeColleague(Scene &scene, const Message &message, const Topic &topic,
                    const QList<MemberId> &to)
{
    const auto waiting = unanswered(scene, topic);
    if (const auto against = contradictionWith(scene, message, topic); !against.isEmpty())
        askForPerson(scene, topic, Reason::Contradiction, against);
    else if (!waiting.isEmpty() && !leavesSomebody(waiting, to)
             && isColleagueAnswer(scene, message, topic))
        scene.add(topic, TopicStateChanged{TopicState::AnsweredByPeer, u"answered by a colleague"_s,
                                           {}, {}});
}

/** A colleague spoke in the group: the bot holds its tongue, the holder's clock starts anew. */
void takeStaffMessage(Scene &scene, const Message &message)
{
    const auto link = linkOfStaff(scene, message);
    const auto *topic = scene.topic(link.topic);
    if (!topic)
        return;
    const auto to = addressedBy(scene.group(message.group), message);
    // Before the message counts: what is taken back must leave nobody waiting whom it answers.
    withdrawFor(scene, *topic, to, u"a colleague answered"_s);
    scene.add(*topic, TopicLinked{{message.id}, link.rule, link.confidence, {}, 0, {}});
    notePromises(scene, message, topic->id);
    if (!isWithPeople(*topic))
        judgeColleague(scene, message, *topic, to);
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

namespace {

/** A person is asked for already; what else waits in the topic waits for that person. */
bool isEscalatedIn(const Scene &scene, const Topic &topic)
{
    return std::ranges::any_of(scene.events, [&](const NewEvent &made) {
        return made.topic == topic.id && std::holds_alternative<EscalationRaised>(made.data);
    });
}

/** The newest message in the topic of a member, or of any customer when none is named; or null. */
MessagePtr newestOf(const Scene &scene, const Topic &topic, const MemberId &member)
{
    const auto &group = scene.group(topic.group);
    const auto messages = messagesOf(group, topic.id);
    for (auto at = messages.crbegin(); at != messages.crend(); ++at) {
        const bool isTheirs = member.isEmpty() || (*at)->author.id == member.value;
        if (isFromMember(**at) && !isStaff(group, **at) && isTheirs)
            return *at;
    }
    return nullptr;
}

} // namespace

void takeUpAgain(Scene &scene, const Topic &topic)
{
    if (!topic.waitingSince.isSet() || isWithPeople(topic) || hasEnded(topic))
        return;
    auto rows = topic.waiting;
    if (rows.isEmpty())
        rows.append(Waiting{});
    for (const auto &row : std::as_const(rows)) {
        const auto question = newestOf(scene, topic, row.member);
        if (question && !isEscalatedIn(scene, topic))
            Turn(scene, *question).again(topic);
    }
}

void takeAgain(Scene &scene, const Topic &topic, const Message &question)
{
    Turn(scene, question).again(topic);
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
