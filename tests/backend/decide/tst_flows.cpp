// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/flowrig.h"

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

const MemberId chen{u"ch/chen"_s};
const MemberId zhao{u"ch/zhao"_s};

} // namespace

class TestFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoJoinsTogetherIsGreetedInOneText();
    void aTextThatNamesThemMentionsNobody();
    void namesThatMayNotBeSaidAreNot();
    void nobodyIsGreetedTwice();
    void oneTextADay();
    void onlyCustomersOfTheLevelAreMeant();
    void onlyGroupsItIsForHaveIt();
    void whatMayNotGoIsSkippedAndNotQueued_data();
    void whatMayNotGoIsSkippedAndNotQueued();
    void aNoticeShareThatIsUsedUpSkips();
    void aScheduleSpeaksOnceADay();
    void groupsTakeTurns();
    void aMomentLongPastIsLeftOut();
    void aScheduleByLevelMentionsThoseWhoDidNotHaveIt();
    void aKeywordWithoutAnAnswer();
    void theConversationComesFirst();
    void whatHappensInATopic();
    void aChangedTextKeepsWhoWaits();
    void aFlowThatIsGoneIsForgotten();
    void aRetriedTextStaysOfItsFlow();
    void anErasedMemberIsForgotten();
};

void TestFlows::whoJoinsTogetherIsGreetedInOneText()
{
    FlowRig rig({welcome(20)});
    rig.join(chen, u"陈晨"_s);
    rig.pass(15);
    rig.join(zhao, u"赵姐"_s);
    QVERIFY(rig.texts().isEmpty());
    rig.pass(5);
    const auto texts = rig.texts();
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts[0].text, u"【AI】欢迎来到滨江花园3群！"_s);
    QCOMPARE(texts[0].mentions, (QList<MemberId>{chen, zhao}));
    QVERIFY(texts[0].answers.isEmpty() && !texts[0].notBefore.isSet());
    QCOMPARE(rig.last<FlowFired>().message, texts[0].message);
    QCOMPARE(rig.message(texts[0].message)->flow.get(), FlowId{u"welcome"_s});
    rig.pass(7200);
    QCOMPARE(rig.texts().size(), 1);
    QVERIFY(!rig.decider.nextDeadline(rig.state).isSet());
}

void TestFlows::aRetriedTextStaysOfItsFlow()
{
    FlowRig rig({welcome(0)});
    rig.join(chen, u"陈晨"_s);
    rig.pass(1);
    const auto first = rig.last<FlowFired>().message;
    rig.happen({rig.group, {}, MessageFailed{first, u"timeout"_s, 0, true}});
    QVERIFY(rig.run(rig.lin, RetryMessage{first, rig.group, false}));
    QCOMPARE(rig.last<MessageQueued>().retries, first);
    QCOMPARE(rig.last<MessageQueued>().flow, FlowId{u"welcome"_s});
}

void TestFlows::aTextThatNamesThemMentionsNobody()
{
    auto flow = welcome(0);
    flow.text = u"欢迎{{姓名}}，共 {{人数}} 位"_s;
    FlowRig rig({flow});
    for (int i = 0; i < 7; ++i)
        rig.join({u"ch/n%1"_s.arg(i)}, u"邻居%1"_s.arg(QChar(u'甲' + i)));
    rig.pass(1);
    QCOMPARE(rig.texts().size(), 1);
    QVERIFY(rig.texts()[0].text.contains(u"等 7 位，共 7 位"_s));
    QVERIFY(rig.texts()[0].mentions.isEmpty());
    QCOMPARE(rig.last<FlowFired>().members.size(), 7);
}

void TestFlows::namesThatMayNotBeSaidAreNot()
{
    auto flow = welcome(0);
    flow.text = u"欢迎{{姓名}}"_s;
    FlowRig rig({flow});
    rig.join(chen, u"加我私聊领红包"_s);
    rig.pass(1);
    QCOMPARE(rig.texts().value(0).text, u"【AI】欢迎您"_s);
    rig.join(zhao, u"13812345678"_s);
    rig.pass(1);
    QCOMPARE(rig.texts().value(1).text, u"【AI】欢迎您"_s);
}

void TestFlows::nobodyIsGreetedTwice()
{
    FlowRig rig({welcome(10)});
    rig.join(chen, u"陈晨"_s);
    rig.pass(30);
    rig.leave(chen);
    rig.restart();
    rig.join(chen, u"陈晨"_s);
    rig.pass(30);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.lastSkip(), FlowSkip::Nobody);
    rig.join(zhao, u"赵姐"_s);
    rig.leave(zhao);
    rig.pass(30);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.lastSkip(), FlowSkip::Nobody);
}

void TestFlows::oneTextADay()
{
    FlowRig rig({checkIn()});
    rig.say(rig.leo, u"打卡"_s);
    QCOMPARE(rig.texts().size(), 1);
    rig.say(rig.leo, u"打卡打卡"_s);
    QCOMPARE(rig.texts().size(), 1);
    rig.say(rig.wang, u"我也打卡"_s);
    QCOMPARE(rig.texts().size(), 2);
    rig.pass(86400);
    rig.say(rig.leo, u"今天打卡"_s);
    QCOMPARE(rig.texts().size(), 3);
}

void TestFlows::onlyCustomersOfTheLevelAreMeant()
{
    auto flow = welcome(10);
    flow.levels = {CustomerLevel::Vip, CustomerLevel::Svip};
    FlowRig rig({flow});
    rig.join(chen, u"陈晨"_s);
    rig.join({u"ch/colleague"_s}, u"小周"_s, MemberRole::Staff);
    Member member{zhao, u"赵姐"_s, MemberRole::Customer, {u"c-9"_s}, {}};
    rig.happen({rig.group, {}, MemberChanged{member, false, true}});
    // The outside system says so a moment later.
    Customer customer;
    customer.id = {u"c-9"_s};
    customer.level = CustomerLevel::Vip;
    rig.record({{}, {}, CustomerChanged{customer}});
    rig.pass(10);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.last<FlowFired>().members, QList<MemberId>{zhao});
}

void TestFlows::onlyGroupsItIsForHaveIt()
{
    auto flow = welcome(0);
    flow.tags = {u"会员"_s};
    FlowRig rig({flow});
    rig.join(chen, u"陈晨"_s);
    rig.pass(5);
    QVERIFY(rig.all<FlowFired>().isEmpty());
    auto info = rig.state.groups[rig.group].info;
    info.tags = {u"会员"_s, u"小区"_s};
    rig.record({rig.group, {}, GroupChanged{info}});
    rig.join(zhao, u"赵姐"_s);
    rig.pass(5);
    QVERIFY(rig.last<FlowFired>().members.contains(zhao));
}

void TestFlows::whatMayNotGoIsSkippedAndNotQueued_data()
{
    QTest::addColumn<FlowSkip>("why");
    QTest::addRow("quiet") << FlowSkip::Quiet;
    QTest::addRow("stopped") << FlowSkip::Stopped;
    QTest::addRow("mode") << FlowSkip::Mode;
    QTest::addRow("away") << FlowSkip::Away;
    QTest::addRow("text") << FlowSkip::Text;
}

void TestFlows::whatMayNotGoIsSkippedAndNotQueued()
{
    QFETCH(FlowSkip, why);
    auto flow = welcome(0);
    if (why == FlowSkip::Text)
        flow.text = u"加我私聊"_s;
    FlowRig rig({flow}, why == FlowSkip::Mode ? BotMode::Review : BotMode::Auto);
    if (why == FlowSkip::Away)
        rig.connect(ConnectorState::Down);
    const auto minute = minuteOf(rig.now);
    rig.setPolicy([&](Policy &policy) {
        policy.stopped = why == FlowSkip::Stopped;
        if (why == FlowSkip::Quiet)
            policy.quiet = {minute, (minute + 30) % 1440, offset, false};
    });
    rig.join(chen, u"陈晨"_s);
    rig.pass(1);
    QVERIFY(rig.texts().isEmpty());
    QCOMPARE(rig.all<FlowFired>().size(), 1);
    QCOMPARE(rig.lastSkip(), why);

    rig.connect(ConnectorState::Connected);
    rig.setPolicy([](Policy &policy) {
        policy.stopped = false;
        policy.quiet = {};
    });
    rig.pass(3600);
    QVERIFY(rig.texts().isEmpty());
    QVERIFY(rig.drafts().isEmpty());
}

void TestFlows::aNoticeShareThatIsUsedUpSkips()
{
    FlowRig rig({welcome(0)});
    rig.setPolicy([](Policy &policy) {
        policy.budgetPerMinute = 5;
        policy.noticeShare = 400;
    });
    for (int i = 0; i < 4; ++i) {
        rig.join({u"ch/n%1"_s.arg(i)}, u"邻居"_s);
        rig.pass(5);
    }
    QCOMPARE(rig.texts().size(), 2);
    QCOMPARE(rig.lastSkip(), FlowSkip::Budget);
    rig.pass(60);
    rig.join(chen, u"陈晨"_s);
    rig.pass(1);
    QCOMPARE(rig.texts().size(), 3);
}

void TestFlows::aScheduleSpeaksOnceADay()
{
    FlowRig rig({});
    rig.put(scheduled((minuteOf(rig.now) + 10) % 1440));
    rig.pass(540);
    QVERIFY(rig.texts().isEmpty());
    rig.pass(120);
    QCOMPARE(rig.texts().size(), 1);
    QVERIFY(rig.texts()[0].mentions.isEmpty());
    rig.restart();
    rig.pass(3 * 86400);
    QCOMPARE(rig.texts().size(), 4);
    rig.put([&] {
        auto flow = scheduled((minuteOf(rig.now) + 10) % 1440);
        flow.schedule.dates = {20231120};
        flow.version = 2;
        return flow;
    }());
    rig.pass(30 * 86400);
    QCOMPARE(rig.texts().size(), 5);  // from 18 November on: once, on the 20th
}

void TestFlows::groupsTakeTurns()
{
    FlowSchedule schedule;
    schedule.minute = 600;
    schedule.spreadMinutes = 10;
    const Instant midnight{1'700'000'000'000 - 1'700'000'000'000 % 86'400'000};
    QSet<qint64> moments;
    for (int i = 0; i < 100; ++i) {
        const auto at = nextMoment(schedule, {u"ch/g%1"_s.arg(i)}, midnight);
        QVERIFY(at.ms >= midnight.ms + 2 * 3600 * 1000);
        QVERIFY(at.ms < midnight.ms + 2 * 3600 * 1000 + 600 * 1000);
        moments.insert(at.ms);
    }
    QVERIFY2(moments.size() > 60, qPrintable(QString::number(moments.size())));
}

void TestFlows::aMomentLongPastIsLeftOut()
{
    FlowRig rig({});
    rig.put(scheduled((minuteOf(rig.now) + 10) % 1440));
    rig.now = rig.now.plusSeconds(4 * 3600);  // nobody was there to fire timers
    rig.pass(1);
    QVERIFY(rig.texts().isEmpty());
    QCOMPARE(rig.lastSkip(), FlowSkip::Late);
    rig.pass(86400);
    QCOMPARE(rig.texts().size(), 1);
}

void TestFlows::aScheduleByLevelMentionsThoseWhoDidNotHaveIt()
{
    FlowRig rig({});
    auto flow = scheduled((minuteOf(rig.now) + 1) % 1440);
    flow.levels = {CustomerLevel::Svip};
    rig.put(flow);
    rig.pass(120);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.texts()[0].mentions, QList<MemberId>{rig.vip});
    rig.pass(86400);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.lastSkip(), FlowSkip::Nobody);
}

void TestFlows::aKeywordWithoutAnAnswer()
{
    FlowRig rig({checkIn()});
    rig.say(rig.leo, u"签到啦"_s);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.texts()[0].mentions, QList<MemberId>{rig.leo});
    rig.sayByPhone(rig.lin, u"大家可以打卡啦"_s);
    rig.say(rig.staff, u"打卡的看这里"_s);
    QCOMPARE(rig.texts().size(), 1);
}

void TestFlows::theConversationComesFirst()
{
    auto flow = checkIn();
    flow.keywords = {u"退款"_s};
    FlowRig rig({flow});
    const auto asked = rig.say(rig.haiyan, u"我的退款什么时候到账"_s, {{}, {}, true});
    QVERIFY(!rig.answersTo(asked).isEmpty() || !rig.all<EscalationRaised>().isEmpty());
    QVERIFY(rig.all<FlowFired>().isEmpty());
    const auto topic = rig.topicOf(asked).id;
    QVERIFY(rig.claim(rig.lin, topic) > 0);
    rig.say(rig.haiyan, u"退款还没到"_s, {asked, {}, false});
    QVERIFY(rig.all<FlowFired>().isEmpty());
}

void TestFlows::whatHappensInATopic()
{
    FlowRig rig({onMoment(FlowMoment::TopicResolved)});
    const auto asked = rig.say(rig.haiyan, u"我的订单到哪了"_s, {{}, {}, true});
    const auto topic = rig.topicOf(asked);
    const auto fence = rig.claim(rig.lin, topic.id);
    QVERIFY(rig.run(rig.lin, ResolveTopic{topic.id, fence}));
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.texts()[0].text, u"【AI】海燕，谢谢您。"_s);

    FlowRig other({onMoment(FlowMoment::Escalated)});
    other.say(other.wang, u"转人工"_s, {{}, {}, true});
    QVERIFY(!other.all<EscalationRaised>().isEmpty());
    QCOMPARE(other.texts().size(), 1);
    QCOMPARE(other.last<FlowFired>().members, QList<MemberId>{other.wang});
}

void TestFlows::aChangedTextKeepsWhoWaits()
{
    FlowRig rig({welcome(60)});
    rig.join(chen, u"陈晨"_s);
    rig.pass(10);
    auto flow = welcome(60);
    flow.version = 2;
    flow.text = u"你好，{{群名}}。"_s;
    rig.put(flow);
    rig.pass(60);
    QCOMPARE(rig.texts().size(), 1);
    QCOMPARE(rig.last<FlowFired>().version, 2);

    flow.enabled = false;
    rig.put(flow);
    rig.join(zhao, u"赵姐"_s);
    rig.pass(90);
    flow.enabled = true;
    rig.put(flow);
    rig.pass(90);
    QCOMPARE(rig.texts().size(), 1);  // who came while it was off is not greeted late
}

void TestFlows::aFlowThatIsGoneIsForgotten()
{
    FlowRig rig({welcome(60)});
    rig.join(chen, u"陈晨"_s);
    rig.record({{}, {}, FlowChanged{welcome(60), true, {}, {}}});
    rig.pass(120);
    QVERIFY(rig.texts().isEmpty());
    QVERIFY(rig.state.groups[rig.group].flows.isEmpty());
    QVERIFY(!rig.decider.nextDeadline(rig.state).isSet());
}

void TestFlows::anErasedMemberIsForgotten()
{
    FlowRig rig({welcome(0)});
    rig.join(chen, u"陈晨"_s);
    rig.pass(1);
    rig.join(zhao, u"赵姐"_s);
    rig.record({{}, {}, DataErased{chen.value, {}, {}}});
    rig.record({{}, {}, DataErased{zhao.value, {}, {}}});
    const auto &group = rig.state.groups[rig.group];
    QVERIFY(group.joins.isEmpty());
    QVERIFY(group.flows.value({u"welcome"_s}).receipts.isEmpty());
    QVERIFY(!rig.decider.nextDeadline(rig.state).isSet());
}

QTEST_GUILESS_MAIN(TestFlows)
#include "tst_flows.moc"
