// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QJsonArray>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** What people ask for, and what is refused, family by family. */
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimAndFence();
    void claimSilencesTheBot();
    void graceAndExpiry();
    void idleHandsBack();
    void transferIsOffered();
    void missedOfferReturnsToTheQueue();
    void reassignAndForce();
    void sendNeedsTheLease();
    void sendChecksTheText();
    void staleSendNamesWhatIsNew();
    void sendKeepsTheBudget();
    void recall();
    void retry();
    void ownDraft();
    void review();
    void reviewRefusals();
    void theStopSwitch();
    void relinkSplitMerge();
    void resolveAndReopen();
    void notesAndWhispers();
    void handBackAndSummary();
    void handBackAnswersWhatWaits();
};

void TestCommands::claimAndFence()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    REFUSED(rig.run(rig.lin, ClaimTopic{{u"none"_s}, 0}), NotFound);
    QCOMPARE(rig.claim(rig.lin, topic), 1);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Leased);
    const auto refused = rig.run(rig.zhou, ClaimTopic{topic, rig.basis()});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotHolder);
    QCOMPARE(refused.error().data.value(u"holder"_s).toString(), u"u-lin"_s);
    // The same agent at another console: the old console's number is void.
    QCOMPARE(rig.claim(rig.lin, topic), 2);
    REFUSED(rig.run(rig.lin, RenewLease{topic, 1, true}), NotHolder);
    QVERIFY(rig.run(rig.lin, RenewLease{topic, 2, true}));
    QVERIFY(rig.run(rig.lin, ReleaseTopic{topic, 2}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Escalated);
    QCOMPARE(rig.claim(rig.zhou, topic), 3);
}

void TestCommands::claimSilencesTheBot()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 1; });
    rig.say(rig.leo, u"怎么开发票"_s);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto waiting = rig.answersTo(asked).value(0);
    QVERIFY(waiting && waiting->notBefore > rig.now);
    QVERIFY(rig.claim(rig.lin, rig.topicOf(asked).id) > 0);
    QCOMPARE(rig.message(waiting->id)->delivery, Delivery::Recalled);
}

void TestCommands::graceAndExpiry()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    rig.pass(200);  // the console is gone, its grace is not
    REFUSED(rig.run(rig.zhou, ClaimTopic{topic, 0}), NotHolder);
    QVERIFY(rig.run(rig.lin, RenewLease{topic, fence, false}));
    rig.pass(241);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Escalated);
    QCOMPARE(rig.last<LeaseEnded>().why, LeaseEnd::Expired);
    QVERIFY(rig.state.topics.value(topic).escalation);
    REFUSED(rig.run(rig.lin, RenewLease{topic, fence, true}), NotHolder);
}

void TestCommands::idleHandsBack()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    for (int minute = 0; minute < 29; ++minute) {
        rig.pass(60);
        QVERIFY(rig.run(rig.lin, RenewLease{topic, fence, false}));
    }
    QVERIFY(rig.state.topics.value(topic).lease);
    rig.pass(61);
    QCOMPARE(rig.last<LeaseEnded>().why, LeaseEnd::Idle);
    QVERIFY(!rig.state.topics.value(topic).lease);
}

void TestCommands::transferIsOffered()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    REFUSED(rig.run(rig.lin, TransferTopic{topic, fence, rig.zhou.id, u" "_s}), InvalidParams);
    REFUSED(rig.run(rig.lin, TransferTopic{topic, fence, rig.lin.id, u"x"_s}), InvalidParams);
    REFUSED(rig.run(rig.lin, TransferTopic{topic, fence, {u"nobody"_s}, u"x"_s}), NotFound);
    QVERIFY(rig.run(rig.lin, TransferTopic{topic, fence, rig.zhou.id, u"已查银行，等回执"_s}));
    const auto offered = rig.state.topics.value(topic);
    QCOMPARE(offered.state, TopicState::Offered);
    QCOMPARE(offered.offer->note, u"已查银行，等回执"_s);
    QCOMPARE(offered.offer->until, rig.now.plusSeconds(20));
    REFUSED(rig.run(rig.boss, ClaimTopic{topic, 0}), NotHolder);
    QCOMPARE(rig.claim(rig.zhou, topic), fence + 1);
}

void TestCommands::missedOfferReturnsToTheQueue()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    QVERIFY(rig.run(rig.lin, TransferTopic{topic, rig.claim(rig.lin, topic), rig.zhou.id, u"x"_s}));
    rig.pass(21);
    const auto missed = rig.state.topics.value(topic);
    QCOMPARE(missed.state, TopicState::Escalated);
    QVERIFY(!missed.offer);
    QVERIFY(missed.escalation);
    QVERIFY(rig.claim(rig.boss, topic) > 0);
}

void TestCommands::reassignAndForce()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"退款多久能到账"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(rig.run(rig.boss, ReassignTopic{topic, rig.zhou.id, u"请周敏处理"_s}));
    QCOMPARE(rig.state.topics.value(topic).offer->user, rig.zhou.id);
    REFUSED(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"好"_s, {}, {}}), NotHolder);
    REFUSED(rig.run(rig.boss, ForceState{topic, TopicState::Leased, u"x"_s}), InvalidParams);
    QVERIFY(rig.run(rig.boss, ForceState{topic, TopicState::Bot, u"机器人能答"_s}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Bot);
    QVERIFY(!rig.state.topics.value(topic).escalation);
    QVERIFY(!rig.state.topics.value(topic).offer);
    QVERIFY(rig.claim(rig.lin, topic) > 0);
    QVERIFY(rig.run(rig.boss, ForceState{topic, TopicState::Escalated, u"需要复核"_s}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Escalated);
    QVERIFY(rig.run(rig.boss, ForceState{topic, TopicState::Resolved, u"已线下处理"_s}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Resolved);
}

void TestCommands::sendNeedsTheLease()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"转人工"_s);
    const auto topic = rig.topicOf(asked).id;
    REFUSED(rig.run(rig.lin, SendMessage{topic, 1, rig.basis(), u"您好"_s, {}, {}}), NotHolder);
    const auto fence = rig.claim(rig.lin, topic);
    REFUSED(rig.run(rig.zhou, SendMessage{topic, fence, rig.basis(), u"您好"_s, {}, {}}), NotHolder);
    REFUSED(rig.run(rig.lin, SendMessage{topic, fence - 1, rig.basis(), u"您好"_s, {}, {}}), NotHolder);
    rig.pass(50);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"您好"_s, asked, {rig.wang}}));
    const auto sent = rig.lastSent();
    QCOMPARE(sent->author.kind, AuthorKind::Agent);
    QCOMPARE(sent->text, u"您好"_s);
    QCOMPARE(sent->answers, asked);
    QCOMPARE(sent->replyHandle, u"h-"_s + asked.value);
    QVERIFY(!sent->ai);
    QVERIFY(!rig.topicOf(asked).waitingSince.isSet());
    QCOMPARE(rig.topicOf(asked).lease->idleAt, rig.now.plusSeconds(1800));
}

void TestCommands::sendChecksTheText()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto send = [&](const QString &text) {
        return rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), text, {}, {}});
    };
    REFUSED(send(u"  \n"_s), InvalidParams);
    REFUSED(send(QString(2000, u'长')), TooLarge);
    const auto blocked = send(u"您加 我 私聊吧"_s);
    QVERIFY(!blocked);
    QCOMPARE(blocked.error().kind, ErrorKind::Policy);
    QCOMPARE(blocked.error().data.value(u"rule"_s).toString(), u"sensitive_word"_s);
    const auto span = blocked.error().data.value(u"spans"_s).toArray().at(0).toObject();
    QCOMPARE(span.value(u"start"_s).toInt(), 1);
    QCOMPARE(span.value(u"length"_s).toInt(), 6);
}

void TestCommands::staleSendNamesWhatIsNew()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto basis = rig.basis();
    const auto fresh = rig.message(rig.say(rig.wang, u"算了，我只要退款"_s))->seq;
    const auto refused = rig.run(rig.lin, SendMessage{topic, fence, basis, u"马上为您换货"_s, {}, {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Stale);
    QCOMPARE(refused.error().data.value(u"since"_s).toArray(), QJsonArray{fresh});
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, fresh, u"好，退款"_s, {}, {}}));
    // One's own newer text is no news; a message of another topic neither.
    rig.say(rig.leo, u"怎么开发票"_s);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, fresh, u"已提交"_s, {}, {}}));
}

void TestCommands::sendKeepsTheBudget()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 1; });
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"一"_s, {}, {}}));
    const auto first = rig.lastSent();
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"二"_s, {}, {}}));
    QVERIFY(rig.lastSent()->notBefore >= std::max(first->at, first->notBefore).plusSeconds(60));
    // Taken back before it left, it gives its place back.
    const auto second = rig.lastSent();
    QVERIFY(rig.run(rig.lin, RecallMessage{second->id, rig.group}));
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"三"_s, {}, {}}));
    QCOMPARE(rig.lastSent()->notBefore, second->notBefore);
}

void TestCommands::recall()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"转人工"_s);
    const auto topic = rig.topicOf(asked).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"稍等"_s, {}, {}}));
    const auto mine = rig.lastSent()->id;
    rig.deliver();
    REFUSED(rig.run(rig.lin, RecallMessage{asked, rig.group}), InvalidParams);
    REFUSED(rig.run(rig.zhou, RecallMessage{mine, rig.group}), Forbidden);
    QVERIFY(rig.run(rig.boss, RecallMessage{mine, rig.group}));
    QCOMPARE(rig.message(mine)->delivery, Delivery::Recalled);
    REFUSED(rig.run(rig.lin, RecallMessage{mine, rig.group}), Conflict);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"稍等哈"_s, {}, {}}));
    rig.deliver();
    rig.pass(121);
    REFUSED(rig.run(rig.lin, RecallMessage{rig.lastSent()->id, rig.group}), Policy);
    rig.record({{}, {}, ConnectorChanged{{u"ch"_s, u"wecom"_s, {}, ConnectorState::Connected, {}}}});
    QVERIFY(rig.run(rig.lin, RenewLease{topic, fence, true}));
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"在查"_s, {}, {}}));
    rig.deliver();
    const auto refused = rig.run(rig.lin, RecallMessage{rig.lastSent()->id, rig.group});
    QVERIFY(!refused);
    QCOMPARE(refused.error().data.value(u"rule"_s).toString(), u"recall_unsupported"_s);
}

void TestCommands::retry()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"稍等"_s, {}, {}}));
    const auto first = rig.lastSent()->id;
    REFUSED(rig.run(rig.lin, RetryMessage{first, rig.group, false}), Conflict);
    rig.happen({rig.group, topic, MessageUnknown{first, u"timeout"_s}});
    REFUSED(rig.run(rig.zhou, RetryMessage{first, rig.group, false}), NotHolder);
    QVERIFY(rig.run(rig.lin, RetryMessage{first, rig.group, false}));
    const auto second = rig.last<MessageQueued>();
    QCOMPARE(second.retries, first);
    QCOMPARE(second.text, u"稍等"_s);
    // Nobody sends it a third time through the first.
    REFUSED(rig.run(rig.lin, RetryMessage{first, rig.group, false}), Conflict);
    rig.happen({rig.group, topic, MessageUnknown{second.message, u"timeout"_s}});
    QVERIFY(rig.run(rig.lin, RetryMessage{second.message, rig.group, true}));
    QCOMPARE(rig.message(second.message)->delivery, Delivery::Sent);
}

void TestCommands::ownDraft()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    QCOMPARE(rig.run(rig.lin, PutDraft{topic, {}}).value_or(-1), 0);
    QVERIFY(rig.run(rig.lin, PutDraft{topic, u"您好，"_s}));
    QVERIFY(rig.run(rig.lin, PutDraft{topic, u"您好，已查"_s}));
    QVERIFY(rig.run(rig.zhou, PutDraft{topic, u"我来"_s}));
    QCOMPARE(rig.drafts().size(), 2);
    QVERIFY(rig.run(rig.lin, PutDraft{topic, {}}));
    QCOMPARE(rig.drafts().size(), 1);
    QCOMPARE(rig.drafts()[0].text, u"我来"_s);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Escalated);
}

void TestCommands::review()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto topic = rig.topicOf(asked).id;
    const auto draft = rig.drafts().value(0);
    QVERIFY(rig.run(rig.lin, ApproveDraft{draft.id, topic, rig.basis()}));
    QVERIFY(rig.drafts().isEmpty());
    QVERIFY(rig.lastSent()->text.startsWith(u"【AI】"_s));
    QVERIFY(rig.lastSent()->ai);
    QCOMPARE(rig.lastSent()->answers, asked);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::WaitingCustomer);

    rig.pass(60);
    const auto more = rig.say(rig.leo, u"怎么开发票"_s);
    const auto second = rig.drafts().value(0);
    QVERIFY(rig.run(rig.lin, EditDraft{second.id, rig.topicOf(more).id, rig.basis(), u"在小程序里开"_s}));
    QCOMPARE(rig.lastSent()->text, u"【AI】在小程序里开"_s);

    const auto third = rig.say(rig.vip, u"怎么当团长"_s);
    QVERIFY(rig.run(rig.lin, RejectDraft{rig.drafts().value(0).id, rig.topicOf(third).id, u"不用答"_s}));
    QVERIFY(rig.drafts().isEmpty());
    // Nobody answered yet: a person is fetched, and told why.
    const auto after = rig.topicOf(third);
    QCOMPARE(after.state, TopicState::Escalated);
    QCOMPARE(after.escalation->reasons.value(0).reason, Reason::Rejected);
    QCOMPARE(after.escalation->reasons.value(0).detail, u"不用答"_s);
    QVERIFY(rig.answersTo(third).isEmpty());
}

void TestCommands::reviewRefusals()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto topic = rig.topicOf(asked).id;
    const auto draft = rig.drafts().value(0).id;
    const auto basis = rig.basis();
    rig.say(rig.wang, u"算了不退了，怎么还没到"_s, {asked, {}, false});
    REFUSED(rig.run(rig.lin, ApproveDraft{draft, topic, basis}), Stale);
    REFUSED(rig.run(rig.lin, EditDraft{draft, topic, rig.basis(), u"根治"_s}), Policy);
    REFUSED(rig.run(rig.lin, ApproveDraft{{u"none"_s}, topic, rig.basis()}), NotFound);
    rig.setPolicy([](Policy &policy) { policy.stopped = true; });
    REFUSED(rig.run(rig.lin, ApproveDraft{draft, topic, rig.basis()}), Policy);
    rig.setPolicy([](Policy &policy) { policy.stopped = false; });
    QVERIFY(rig.claim(rig.zhou, topic) > 0);
    REFUSED(rig.run(rig.lin, ApproveDraft{draft, topic, rig.basis()}), NotFound);
}

void TestCommands::theStopSwitch()
{
    Rig rig;
    const auto version = rig.state.policy.version;
    QVERIFY(rig.run(rig.boss, StopBot{true}));
    QVERIFY(rig.state.policy.stopped);
    QCOMPARE(rig.state.policy.version, version + 1);
    QCOMPARE(rig.state.policy.stoppedBy, rig.boss.name);
    QCOMPARE(rig.state.policy.stoppedAt, rig.now);
    QCOMPARE(rig.run(rig.boss, StopBot{true}).value_or(-1), 0);  // it stands so already
    rig.say(rig.wang, u"退款多久能到账"_s, {{}, {}, true});
    QVERIFY(rig.all<MessageQueued>().isEmpty());
    // A policy that is put keeps who stopped the bot, and does not claim to be somebody else.
    auto policy = rig.state.policy;
    policy.stoppedBy = u"别人"_s;
    policy.answerThreshold = 800;
    QVERIFY(rig.run(rig.zhou, PutPolicy{policy}));
    QCOMPARE(rig.state.policy.stoppedBy, rig.boss.name);
    QVERIFY(rig.run(rig.zhou, StopBot{false}));
    QVERIFY(!rig.state.policy.stopped);
    QCOMPARE(rig.state.policy.answerThreshold, 800);
    QCOMPARE(rig.state.policy.stoppedBy, rig.zhou.name);
}

void TestCommands::relinkSplitMerge()
{
    Rig rig;
    const auto a = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    const auto b = rig.say(rig.leo, u"怎么开发票"_s);
    const auto a2 = rig.say(rig.wang, u"一半都黑了怎么赔"_s);
    const auto topicA = rig.topicOf(a).id;
    const auto topicB = rig.topicOf(b).id;
    QCOMPARE(rig.topicOf(a2).id, topicA);
    REFUSED(rig.run(rig.lin, RelinkMessages{topicB, {}}), InvalidParams);
    REFUSED(rig.run(rig.lin, RelinkMessages{topicB, {{u"none"_s}}}), NotFound);
    QVERIFY(rig.run(rig.lin, RelinkMessages{topicB, {a2}}));
    QCOMPARE(rig.topicOf(a2).id, topicB);
    QCOMPARE(rig.message(a2)->link, LinkRule::Human);

    QVERIFY(rig.run(rig.lin, SplitTopic{topicB, a2, u"王阿姨的荔枝"_s}));
    const auto split = rig.topicOf(a2);
    QVERIFY(split.id != topicB);
    QCOMPARE(split.title, u"王阿姨的荔枝"_s);
    QCOMPARE(split.asker, rig.wang);
    REFUSED(rig.run(rig.lin, SplitTopic{split.id, a2, {}}), InvalidParams);

    REFUSED(rig.run(rig.lin, MergeTopics{topicA, topicA}), InvalidParams);
    const auto fence = rig.claim(rig.zhou, topicA);
    QVERIFY(fence > 0);
    REFUSED(rig.run(rig.lin, MergeTopics{split.id, topicA}), NotHolder);
    QVERIFY(rig.run(rig.zhou, MergeTopics{split.id, topicA}));
    QCOMPARE(rig.topicOf(a2).id, topicA);
    QCOMPARE(rig.state.topics.value(split.id).state, TopicState::Merged);
    QCOMPARE(rig.state.topics.value(split.id).into, topicA);
    // A quote of what has moved follows it.
    const auto quoting = rig.say(rig.leo, u"我家的也坏了怎么办"_s, {a2, {}, false});
    QCOMPARE(rig.topicOf(quoting).id, topicA);
}

void TestCommands::resolveAndReopen()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"退款多久能到账"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    REFUSED(rig.run(rig.zhou, ResolveTopic{topic, 0}), NotHolder);
    REFUSED(rig.run(rig.zhou, ReopenTopic{topic}), Conflict);
    QVERIFY(rig.run(rig.lin, ResolveTopic{topic, fence}));
    REFUSED(rig.run(rig.lin, ResolveTopic{topic, fence}), Conflict);
    REFUSED(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"在"_s, {}, {}}), Conflict);
    QVERIFY(rig.run(rig.zhou, ReopenTopic{topic}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Bot);
}

void TestCommands::notesAndWhispers()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"退款多久能到账"_s)).id;
    REFUSED(rig.run(rig.boss, Whisper{topic, u"先安抚"_s}), NotHolder);
    QVERIFY(rig.claim(rig.lin, topic) > 0);
    QVERIFY(rig.run(rig.boss, Whisper{topic, u"先安抚"_s}));
    QCOMPARE(rig.last<NoteAdded>().whisperTo, rig.lin.id);
    const auto basis = rig.basis();
    QVERIFY(rig.run(rig.zhou, AddNote{topic, u"银行侧在查"_s}));
    REFUSED(rig.run(rig.zhou, AddNote{topic, {}}), InvalidParams);
    // Notes are no news to answer to.
    const auto fence = rig.state.topics.value(topic).lease->fence;
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, basis, u"在查"_s, {}, {}}));
}

void TestCommands::handBackAndSummary()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(rig.run(rig.lin, SendMessage{topic, fence, rig.basis(), u"已登记，明天退"_s, {}, {}}));
    QVERIFY(rig.run(rig.lin, HandBackTopic{topic, fence, u"已登记退款，答应明天到账"_s}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Bot);
    QCOMPARE(rig.state.topics.value(topic).handover, u"已登记退款，答应明天到账"_s);
    const auto count = rig.all<MessageQueued>().size();
    const auto thanks = rig.say(rig.wang, u"好的谢谢"_s);
    QCOMPARE(rig.verdictOf(thanks).action, Action::Silent);
    QVERIFY(rig.verdictOf(thanks).addressingWhy.contains(u"after_handback"_s));
    QCOMPARE(rig.all<MessageQueued>().size(), count);
    const auto known = rig.say(rig.wang, u"怎么开发票"_s);
    QCOMPARE(rig.verdictOf(known).action, Action::Answer);
    // What the bot does not know goes back to people, not into a guessing game.
    const auto unclear = rig.say(rig.wang, u"@小禾 那个事情你们是怎么安排的呀"_s, {{}, {}, true});
    QCOMPARE(rig.topicOf(unclear).state == TopicState::Escalated,
             rig.verdictOf(unclear).action == Action::Escalate);
}

void TestCommands::handBackAnswersWhatWaits()
{
    Rig rig;
    const auto topic = rig.topicOf(rig.say(rig.wang, u"转人工"_s)).id;
    const auto fence = rig.claim(rig.lin, topic);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s, {rig.message({u"m1"_s})->id, {}, false});
    QCOMPARE(rig.topicOf(asked).id, topic);
    QCOMPARE(rig.verdictOf(asked).action, Action::Silent);
    QVERIFY(rig.run(rig.lin, HandBackTopic{topic, fence, {}}));
    QCOMPARE(rig.verdictOf(asked).action, Action::Answer);
    QCOMPARE(rig.answersTo(asked).size(), 1);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestCommands)
#include "tst_commands.moc"
