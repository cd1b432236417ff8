// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/decider.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

bool hasReason(const QList<ReasonPart> &parts, Reason reason)
{
    return std::ranges::any_of(parts, [&](const auto &part) { return part.reason == reason; });
}

} // namespace

/** What the bot makes of messages: one table or story per concern. */
class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAKnownQuestion();
    void foldsChatter_data();
    void foldsChatter();
    void addressing_data();
    void addressing();
    void aReportThatAllIsWellAsksNothing();
    void followsQuotes();
    void keepsParallelTopicsApart();
    void joinsTheSameQuestion();
    void opensATopicForAnotherMatter();
    void reopensWithin72Hours();
    void fillsOrderOfTheAsker();
    void asksForTheOrder();
    void asksBackAndUnderstandsTheChoice();
    void escalatesOnRequest();
    void escalatesOnAnger();
    void doesNotRepeatItself();
    void waitsTooLong();
    void reviewModeDrafts();
    void highRiskIsReviewed();
    void aRiskIsSuspectedEarly();
    void whoSpeaksForTheBotDoesNotCallIt();
    void stopSwitchDrafts();
    void sensitiveWordsAreReviewed();
    void silentGroupStaysSilent();
    void silentInLeasedTopicOnly();
    void staffReplySilencesTheBot();
    void keepsTheBudget();
    void failedSendAsksForAPerson();
    void acknowledgementOwesNothing();
};

void TestConversation::answersAKnownQuestion()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账？"_s);
    const auto verdict = rig.verdictOf(asked);
    QCOMPARE(verdict.action, Action::Answer);
    QCOMPARE(verdict.addressee, Addressee::Bot);
    QVERIFY(verdict.confidence >= 900);
    QCOMPARE(verdict.candidates.first().entry.value, u"k-001"_s);
    QCOMPARE(verdict.core, rig.decider.coreVersion());
    const auto answers = rig.answersTo(asked);
    QCOMPARE(answers.size(), 1);
    QVERIFY(answers[0]->text.startsWith(u"【AI】王阿姨您好"_s));
    QVERIFY(answers[0]->ai);
    QCOMPARE(answers[0]->mentions, QList{rig.wang});
    QCOMPARE(answers[0]->replyHandle, u"h-"_s + asked.value);
    QCOMPARE(answers[0]->entryVersion, 1);
    QCOMPARE(rig.topicOf(asked).state, TopicState::WaitingCustomer);
    QVERIFY(!rig.topicOf(asked).waitingSince.isSet());
}

void TestConversation::foldsChatter_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {u"收到", u"哈哈哈哈哈", u"[红包] 恭喜发财", u"[玫瑰]", u"早上好各位", u"666",
                             u"群里好热闹", u"抢到两毛四哈哈", u"今天高架堵得一塌糊涂", u"👍👍"})
        QTest::newRow(qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void TestConversation::foldsChatter()
{
    QFETCH(QString, text);
    Rig rig;
    const auto said = rig.say(rig.leo, text);
    QCOMPARE(rig.verdictOf(said).action, Action::Fold);
    QVERIFY(!rig.verdictOf(said).addressingWhy.isEmpty());
    QVERIFY(rig.message(said)->folded);
    QVERIFY(rig.message(said)->topic.isEmpty());
    QVERIFY(!rig.lastSent());
}

void TestConversation::addressing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mention");
    QTest::addColumn<Addressee>("addressee");
    QTest::addColumn<QString>("why");
    QTest::newRow("at bot") << u"在吗"_s << u"bot"_s << Addressee::Bot << u"at_bot"_s;
    QTest::newRow("at staff") << u"我的货到了吗"_s << u"ch/staff"_s << Addressee::Staff << u"at_staff"_s;
    QTest::newRow("at member") << u"你家荔枝坏了吗"_s << u"ch/leo"_s << Addressee::Member
                               << u"at_member"_s;
    QTest::newRow("named staff") << u"@清禾客服-小林 帮我看一下"_s << QString() << Addressee::Staff
                                 << u"names_staff"_s;
    QTest::newRow("named bot") << u"@小禾 发票"_s << QString() << Addressee::Bot << u"names_bot"_s;
    QTest::newRow("question") << u"今天的货几点到"_s << QString() << Addressee::Bot << u"question"_s;
    QTest::newRow("person") << u"转人工"_s << QString() << Addressee::Bot << u"human_request"_s;
    QTest::newRow("one or the other") << u"退款是给打回微信还是放在平台账上的"_s << QString()
                                      << Addressee::Bot << u"question"_s;
    QTest::newRow("asks in passing") << u"坏掉的荔枝你们收走不，还是我自己扔掉"_s << QString()
                                     << Addressee::Bot << u"question"_s;
    QTest::newRow("in short") << u"退款多久到账"_s << QString() << Addressee::Bot << u"question"_s;
    QTest::newRow("talk") << u"我家孩子今天考试"_s << QString() << Addressee::Nobody
                          << u"no_question"_s;
}

void TestConversation::addressing()
{
    QFETCH(QString, text);
    QFETCH(QString, mention);
    QFETCH(Addressee, addressee);
    QFETCH(QString, why);
    Rig rig;
    test::Said said;
    said.atBot = mention == u"bot";
    if (!mention.isEmpty() && !said.atBot)
        said.mentions = {MemberId{mention}};
    const auto verdict = rig.verdictOf(rig.say(rig.wang, text, said));
    QCOMPARE(verdict.addressee, addressee);
    QVERIFY2(verdict.addressingWhy.contains(why), qPrintable(verdict.addressingWhy.join(u' ')));
}

/** It has the words of an entry, and neither asks nor tells of a trouble. */
void TestConversation::aReportThatAllIsWellAsksNothing()
{
    Rig rig;
    const auto well = rig.say(rig.wang, u"晨检完毕，鸡蛋抽了10个都好的"_s);
    QCOMPARE(rig.verdictOf(well).action, Action::Fold);
    QVERIFY(rig.answersTo(well).isEmpty());
    const auto broken = rig.say(rig.leo, u"鸡蛋碎了4个"_s);
    QCOMPARE(rig.verdictOf(broken).addressee, Addressee::Bot);
}

void TestConversation::followsQuotes()
{
    Rig rig;
    const auto first = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    const auto second = rig.say(rig.haiyan, u"退款多久能到账"_s);
    QVERIFY(rig.topicOf(first).id != rig.topicOf(second).id);
    const auto quoting = rig.say(rig.leo, u"那坏的需要寄回去吗"_s, {first, {}, false});
    QCOMPARE(rig.topicOf(quoting).id, rig.topicOf(first).id);
    QCOMPARE(rig.message(quoting)->link, LinkRule::Quote);
    QVERIFY(rig.message(quoting)->linkConfidence >= 900);
    QVERIFY(rig.topicOf(first).askers.contains(rig.leo));
}

void TestConversation::keepsParallelTopicsApart()
{
    Rig rig;
    const auto a = rig.say(rig.haiyan, u"@小禾 退款怎么还没到啊，7731那单牛奶的"_s, {{}, {}, true});
    const auto b = rig.say(rig.wang, u"今天到的荔枝一半都黑了，这个能赔吗？"_s);
    const auto c = rig.say(rig.leo, u"会员日满99减20，能跟新人券一起用不"_s);
    const auto again = rig.say(rig.haiyan, u"银行我刚查过了，没有"_s);
    QCOMPARE(rig.topicOf(again).id, rig.topicOf(a).id);
    QCOMPARE(rig.message(again)->link, LinkRule::SameAsker);
    QVERIFY(rig.topicOf(a).id != rig.topicOf(b).id);
    QVERIFY(rig.topicOf(b).id != rig.topicOf(c).id);
    QCOMPARE(rig.topicOf(a).lane, 0);
    QCOMPARE(rig.topicOf(b).lane, 1);
    QCOMPARE(rig.topicOf(c).lane, 2);
}

void TestConversation::joinsTheSameQuestion()
{
    Rig rig;
    const auto first = rig.say(rig.leo, u"会员日满减能和优惠券一起用吗"_s);
    const auto same = rig.say(rig.wang, u"同问"_s);
    QCOMPARE(rig.topicOf(same).id, rig.topicOf(first).id);
    QCOMPARE(rig.message(same)->link, LinkRule::Similar);
}

void TestConversation::opensATopicForAnotherMatter()
{
    Rig rig;
    const auto first = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    rig.pass(120);
    const auto other = rig.say(rig.wang, u"怎么开发票"_s);
    QVERIFY(rig.topicOf(first).id != rig.topicOf(other).id);
    const auto more = rig.say(rig.wang, u"发票抬头填错了怎么改"_s);
    QCOMPARE(rig.topicOf(more).id, rig.topicOf(other).id);
    QVERIFY(!rig.message(more)->second.isEmpty());
}

void TestConversation::reopensWithin72Hours()
{
    Rig rig;
    const auto first = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto topic = rig.topicOf(first).id;
    QVERIFY(rig.run(rig.lin, ResolveTopic{topic, 0}));
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Resolved);
    rig.pass(24 * 3600);
    const auto back = rig.say(rig.wang, u"我的退款怎么还没到账啊"_s);
    QCOMPARE(rig.topicOf(back).id, topic);
    QVERIFY(!hasEnded(rig.topicOf(back)));
    QVERIFY(rig.run(rig.lin, ResolveTopic{topic, 0}));
    rig.pass(73 * 3600);
    const auto late = rig.say(rig.wang, u"退款多久能到账"_s);
    QVERIFY(rig.topicOf(late).id != topic);
}

void TestConversation::fillsOrderOfTheAsker()
{
    Rig rig;
    const auto asked = rig.say(rig.haiyan, u"我的退款进度到哪一步了"_s);
    const auto answers = rig.answersTo(asked);
    QCOMPARE(answers.size(), 1);
    QVERIFY2(answers[0]->text.contains(u"订单 7731 的退款金额是 68.90 元，目前银行处理中"_s),
             qPrintable(answers[0]->text));
}

void TestConversation::asksForTheOrder()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"帮我查一下退款进度"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Clarify);
    QVERIFY(rig.lastSent()->text.contains(u"订单号"_s));
    const auto given = rig.say(rig.wang, u"2206"_s);
    QCOMPARE(rig.topicOf(given).id, rig.topicOf(asked).id);
    // Not an order of hers that we know: a person must look.
    QCOMPARE(rig.verdictOf(given).action, Action::Escalate);
}

void TestConversation::asksBackAndUnderstandsTheChoice()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.answerThreshold = 980; policy.clarifyThreshold = 200; });
    const auto asked = rig.say(rig.wang, u"退款到账要几天呀"_s, {{}, {}, true});
    QCOMPARE(rig.verdictOf(asked).action, Action::Clarify);
    QVERIFY2(rig.lastSent()->text.contains(u"您是不是想问"_s), qPrintable(rig.lastSent()->text));
    const auto wanted = rig.verdictOf(asked).candidates.first();
    const auto chosen = rig.say(rig.wang, u"1"_s);
    QCOMPARE(rig.topicOf(chosen).id, rig.topicOf(asked).id);
    QCOMPARE(rig.verdictOf(chosen).action, Action::Answer);
    QCOMPARE(rig.verdictOf(chosen).candidates.first().entry, wanted.entry);
}

void TestConversation::escalatesOnRequest()
{
    Rig rig;
    const auto asked = rig.say(rig.haiyan, u"找个人来，别让机器人回我"_s);
    const auto verdict = rig.verdictOf(asked);
    QCOMPARE(verdict.action, Action::Escalate);
    QVERIFY(hasReason(verdict.reasons, Reason::HumanRequest));
    const auto topic = rig.topicOf(asked);
    QCOMPARE(topic.state, TopicState::Escalated);
    QCOMPARE(topic.escalation->dueAt, rig.message(asked)->at.plusSeconds(300));
    QVERIFY(topic.escalation->score >= topic.escalation->threshold);
    QVERIFY(rig.lastSent()->text.contains(u"人工客服"_s));
    QVERIFY(topic.waitingSince.isSet());
    // Once is enough.
    const auto count = rig.all<MessageQueued>().size();
    rig.say(rig.haiyan, u"人呢？？转人工！"_s);
    rig.say(rig.haiyan, u"都三天了"_s);
    QCOMPARE(rig.all<MessageQueued>().size(), count);
}

void TestConversation::escalatesOnAnger()
{
    Rig rig;
    const auto asked = rig.say(rig.haiyan, u"@小禾 我的退款怎么还没到"_s, {{}, {}, true});
    const auto angry = rig.say(rig.haiyan, u"又是复制粘贴！骗子！你们太过分了！我要投诉！！"_s);
    QCOMPARE(rig.topicOf(angry).id, rig.topicOf(asked).id);
    const auto verdict = rig.verdictOf(angry);
    QVERIFY2(verdict.emotion >= 70, qPrintable(QString::number(verdict.emotion)));
    QVERIFY(verdict.emotionTrend > 40);
    QVERIFY(!verdict.emotionSpans.isEmpty());
    QVERIFY(hasReason(verdict.reasons, Reason::Emotion));
    QCOMPARE(verdict.action, Action::Escalate);
}

void TestConversation::doesNotRepeatItself()
{
    Rig rig;
    const auto first = rig.say(rig.wang, u"退款多久能到账"_s);
    QCOMPARE(rig.verdictOf(first).action, Action::Answer);
    // In the same breath it is no second question.
    const auto sameBreath = rig.say(rig.wang, u"退款多久能到账啊"_s);
    QCOMPARE(rig.verdictOf(sameBreath).action, Action::Silent);
    QVERIFY(!rig.topicOf(first).waitingSince.isSet());
    rig.pass(60);
    const auto again = rig.say(rig.wang, u"退款多久能到账？？"_s);
    QCOMPARE(rig.verdictOf(again).action, Action::Escalate);
    QCOMPARE(rig.verdictOf(again).repeats, 2);
    QVERIFY(hasReason(rig.verdictOf(again).reasons, Reason::Repeats));
    QCOMPARE(rig.verdictOf(again).escalation, rig.state.policy.escalationThreshold);
}

void TestConversation::waitsTooLong()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"我的货到了吗"_s, {{}, {rig.staff}, false});
    QCOMPARE(rig.verdictOf(asked).action, Action::Silent);
    rig.pass(299);
    QVERIFY(!rig.topicOf(asked).escalation);
    rig.pass(2);
    const auto topic = rig.topicOf(asked);
    QVERIFY(topic.escalation);
    QVERIFY(hasReason(topic.escalation->reasons, Reason::Waiting));
    // Only the promise that breaks is told of after that.
    const auto raised = rig.all<EscalationRaised>().size();
    const auto events = rig.log.size();
    rig.pass(3600);
    QCOMPARE(rig.all<EscalationRaised>().size(), raised);
    QCOMPARE(rig.all<SlaWarning>().size(), 1);
    QCOMPARE(rig.all<SlaBreached>().size(), 1);
    QCOMPARE(rig.log.size(), events + 4); // each with its timer
}

void TestConversation::reviewModeDrafts()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Review);
    QVERIFY(!rig.lastSent());
    const auto drafts = rig.drafts();
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(drafts[0].reason, Reason::ReviewMode);
    QCOMPARE(drafts[0].answers, asked);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Review);
}

void TestConversation::highRiskIsReviewed()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.weights.highRisk = 450; });
    const auto asked = rig.say(rig.wang, u"这个含不含坚果，会不会过敏"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Review);
    QCOMPARE(rig.drafts().value(0).reason, Reason::HighRisk);
    // With a weight that meets the threshold a person is fetched at once.
    Rig strict;
    QCOMPARE(strict.verdictOf(strict.say(strict.wang, u"这个含不含坚果，会不会过敏"_s)).action,
             Action::Escalate);
}

/** Somebody may come to harm: less likeness than for an answer will do. */
void TestConversation::aRiskIsSuspectedEarly()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.answerThreshold = 720;
        policy.clarifyThreshold = 500;
    });
    const auto asked = rig.say(rig.wang, u"闺蜜怀孕四个月，你家的即食燕窝她能吃吗"_s);
    const auto verdict = rig.verdictOf(asked);
    QVERIFY(verdict.confidence < rig.state.policy.clarifyThreshold);
    QCOMPARE(verdict.action, Action::Escalate);
    QVERIFY(std::ranges::contains(verdict.reasons, Reason::HighRisk, &ReasonPart::reason));
}

/** "小禾，…" calls the bot; "小禾：…" puts words into its mouth. */
void TestConversation::whoSpeaksForTheBotDoesNotCallIt()
{
    Rig rig;
    QCOMPARE(rig.verdictOf(rig.say(rig.wang, u"小禾，瑟瑟发抖"_s)).addressee, Addressee::Bot);
    QCOMPARE(rig.verdictOf(rig.say(rig.leo, u"小禾：瑟瑟发抖"_s)).addressee, Addressee::Nobody);
    QCOMPARE(rig.verdictOf(rig.say(rig.haiyan, u"小禾：退款多久到账？"_s)).addressee,
             Addressee::Bot);
}

void TestConversation::stopSwitchDrafts()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.stopped = true; });
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    rig.say(rig.leo, u"转人工"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Review);
    QCOMPARE(rig.all<MessageQueued>().size(), 0);
    QCOMPARE(rig.drafts().size(), 1);
}

void TestConversation::sensitiveWordsAreReviewed()
{
    Rig rig;
    auto entry = rig.state.entries.value({u"k-001"_s});
    entry.answer = u"包您 根 治，加我私聊"_s;
    ++entry.version;
    rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Review);
    QCOMPARE(rig.drafts().value(0).reason, Reason::SensitiveWord);
}

void TestConversation::silentGroupStaysSilent()
{
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    QCOMPARE(rig.verdictOf(asked).action, Action::Silent);
    rig.say(rig.leo, u"转人工！"_s);
    QCOMPARE(rig.all<MessageQueued>().size(), 0);
    QCOMPARE(rig.all<EscalationRaised>().size(), 1);
    rig.pass(400);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Escalated);
}

void TestConversation::silentInLeasedTopicOnly()
{
    Rig rig;
    const auto a = rig.say(rig.haiyan, u"退款多久能到账"_s);
    QVERIFY(rig.claim(rig.lin, rig.topicOf(a).id) > 0);
    const auto more = rig.say(rig.haiyan, u"信用卡退款多久能到账"_s);
    QCOMPARE(rig.topicOf(more).id, rig.topicOf(a).id);
    QCOMPARE(rig.verdictOf(more).action, Action::Silent);
    QVERIFY(rig.verdictOf(more).addressingWhy.contains(u"leased"_s));
    QVERIFY(!rig.verdictOf(more).candidates.isEmpty());
    QVERIFY(rig.topicOf(more).waitingSince.isSet());
    const auto other = rig.say(rig.wang, u"水果坏了怎么赔"_s);
    QCOMPARE(rig.verdictOf(other).action, Action::Answer);
}

void TestConversation::staffReplySilencesTheBot()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    QCOMPARE(rig.drafts().size(), 1);
    const auto reply = rig.sayByPhone(rig.lin, u"王阿姨，我帮您看下"_s, {asked, {}, false});
    QCOMPARE(rig.topicOf(reply).id, rig.topicOf(asked).id);
    QVERIFY(rig.drafts().isEmpty());
    QVERIFY(!rig.topicOf(asked).waitingSince.isSet());
    const auto more = rig.say(rig.wang, u"那几天能到啊"_s);
    QCOMPARE(rig.verdictOf(more).action, Action::Silent);
    QVERIFY(rig.verdictOf(more).addressingWhy.contains(u"staff_active"_s));
}

void TestConversation::keepsTheBudget()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 2; policy.budgetPerHour = 5; });
    const QString questions[] = {u"退款多久能到账"_s, u"怎么开发票"_s, u"今天的货几点到"_s,
                                 u"荔枝怎么保存"_s, u"怎么当团长"_s, u"积分怎么用"_s};
    for (int i = 0; i < 6; ++i)
        rig.say({u"ch/x%1"_s.arg(i)}, questions[i]);
    QList<qint64> due;
    for (const auto &queued : rig.all<MessageQueued>())
        due.append((queued.notBefore.isSet() ? queued.notBefore : rig.message(queued.message)->at).ms);
    QCOMPARE(due.size(), 6);
    QVERIFY(std::ranges::is_sorted(due));
    for (qsizetype i = 2; i < due.size(); ++i)
        QVERIFY(due[i] - due[i - 2] >= 60'000);
    QVERIFY(due[5] - due[0] >= 3'600'000);
}

void TestConversation::failedSendAsksForAPerson()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto answer = rig.answersTo(asked)[0]->id;
    rig.happen({rig.group, rig.topicOf(asked).id, MessageFailed{answer, u"blocked"_s, 42, false}});
    QVERIFY(hasReason(rig.topicOf(asked).escalation->reasons, Reason::SendFailed));
}

void TestConversation::acknowledgementOwesNothing()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto thanks = rig.say(rig.wang, u"好的谢谢"_s);
    QCOMPARE(rig.topicOf(thanks).id, rig.topicOf(asked).id);
    QCOMPARE(rig.verdictOf(thanks).action, Action::Silent);
    QVERIFY(!rig.topicOf(asked).waitingSince.isSet());
    rig.pass(3600);
    QVERIFY(!rig.topicOf(asked).escalation);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestConversation)
#include "tst_conversation.moc"
