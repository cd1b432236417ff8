// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/rig.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int offset = 480;

Flow welcome(int batchSeconds = 20)
{
    Flow flow;
    flow.id = {u"welcome"_s};
    flow.version = 1;
    flow.name = u"新人欢迎"_s;
    flow.text = u"欢迎来到{{群名}}！"_s;
    flow.batchSeconds = batchSeconds;
    return flow;
}

Flow scheduled(int minute)
{
    auto flow = welcome();
    flow.id = {u"notice"_s};
    flow.name = u"活动预告"_s;
    flow.trigger = FlowTrigger::Schedule;
    flow.schedule.minute = minute;
    flow.text = u"会员日全场满 99 减 20。"_s;
    return flow;
}

Flow checkIn()
{
    auto flow = welcome();
    flow.id = {u"check-in"_s};
    flow.name = u"打卡有礼"_s;
    flow.trigger = FlowTrigger::Keyword;
    flow.keywords = {u"打卡"_s, u"簽到"_s};
    flow.perMember = FlowRepeat::Daily;
    flow.text = u"打卡满 7 天送一张券。"_s;
    return flow;
}

Flow onMoment(FlowMoment moment)
{
    auto flow = welcome();
    flow.id = {u"moment"_s};
    flow.trigger = FlowTrigger::Event;
    flow.moment = moment;
    flow.text = u"{{姓名}}，谢谢您。"_s;
    return flow;
}

int minuteOf(Instant at)
{
    return int((at.ms / 60000 + offset) % 1440);
}

/** A group on a platform that is there, and flows. */
class FlowRig : public Rig
{
public:
    explicit FlowRig(const QList<Flow> &flows, BotMode mode = BotMode::Auto) : Rig(mode)
    {
        connect(ConnectorState::Connected);
        for (const auto &flow : flows)
            put(flow);
    }

    void put(const Flow &flow) { record({{}, {}, FlowChanged{flow, false, {}, {}}}); }
    void connect(ConnectorState to)
    {
        record({{}, {}, ConnectorChanged{{u"ch"_s, u"onebot11"_s, u"小禾"_s, to, {}, {}, {}}}});
    }
    void join(const MemberId &id, const QString &name, MemberRole role = MemberRole::Customer)
    {
        Member member{id, name, role, {}, {}};
        happen({group, {}, MemberChanged{member, false, true}});
    }
    void leave(const MemberId &id)
    {
        happen({group, {}, MemberChanged{state.groups[group].members.value(id), true, false}});
    }
    QList<MessageQueued> texts() const
    {
        auto found = all<MessageQueued>();
        found.removeIf([](const MessageQueued &queued) { return queued.flow.isEmpty(); });
        return found;
    }
    FlowSkip lastSkip() const { return last<FlowFired>().skipped; }
    /** As after the backend was started anew. */
    void restart()
    {
        auto read = decodeState(encodeState(state));
        QVERIFY(read);
        state = std::move(*read);
        decider.reset(state);
    }
};

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
    void anErasedMemberIsForgotten();
    void randomLives();
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

namespace {

/** Half an hour to a day in a group, by chance, and what must hold of it. */
class RandomLife
{
public:
    explicit RandomLife(quint32 seed)
        : m_dice(seed), m_rig({welcome(int(m_dice.bounded(40U))), checkIn(),
                               scheduled(minuteOf({1'700'000'000'000}) + 7)})
    {
        m_rig.setPolicy([&](Policy &policy) {
            policy.budgetPerMinute = 2 + int(m_dice.bounded(4U));
            policy.noticeShare = 500;
        });
    }

    void live(int steps)
    {
        for (int i = 0; i < steps; ++i)
            step();
        m_rig.pass(600);
    }

    /** What is wrong; empty when all is well. */
    QString complaint() const
    {
        QMap<FlowId, QMap<MemberId, qint64>> got;
        QList<Instant> sent;
        Policy policy;
        QSet<MessageId> texts;
        for (const auto &event : m_rig.log) {
            if (const auto *changed = std::get_if<PolicyChanged>(&event.data))
                policy = changed->policy;
            if (const auto *queued = std::get_if<MessageQueued>(&event.data)) {
                if (!queued->flow.isEmpty()) {
                    texts.insert(queued->message);
                    if (const auto why = wrongSend(policy, event.at, sent, *queued); !why.isEmpty())
                        return why;
                }
                sent.append(std::max(event.at, queued->notBefore));
            }
            const auto *fired = std::get_if<FlowFired>(&event.data);
            if (!fired || fired->skipped != FlowSkip::None)
                continue;
            if (!texts.contains(fired->message))
                return u"a flow fired without a text"_s;
            for (const auto &member : fired->members) {
                const auto day = (event.at.ms / 60000 + offset) / 1440;
                const auto before = got[fired->flow].value(member, -1);
                const bool daily = fired->flow == checkIn().id;
                if (before >= 0 && (!daily || before == day))
                    return u"%1 had %2 twice"_s.arg(member.value, fired->flow.value);
                got[fired->flow].insert(member, day);
            }
        }
        return {};
    }

    int fired() const { return int(m_rig.texts().size()); }
    bool indexHolds()
    {
        const auto before = m_rig.decider.nextDeadline(m_rig.state);
        m_rig.restart();
        return before == m_rig.decider.nextDeadline(m_rig.state);
    }

private:
    static QString wrongSend(const Policy &policy, Instant at, const QList<Instant> &sent,
                             const MessageQueued &queued)
    {
        if (policy.stopped)
            return u"sent while stopped"_s;
        if (quietUntil(policy.quiet, at) != at)
            return u"sent in quiet hours"_s;
        if (queued.notBefore.isSet())
            return u"queued for later"_s;
        const auto inMinute = std::ranges::count_if(sent, [&](Instant other) {
            return other.ms > at.ms - 60000 && other <= at;
        });
        const auto share = (policy.budgetPerMinute * policy.noticeShare + 999) / 1000;
        return inMinute < share ? QString() : u"%1 in a minute, %2 allowed"_s.arg(inMinute + 1).arg(share);
    }

    MemberId somebody() { return {u"ch/n%1"_s.arg(m_dice.bounded(8U))}; }

    void step()
    {
        switch (m_dice.bounded(9U)) {
        case 0:
        case 1:
            m_rig.join(somebody(), u"邻居"_s);
            break;
        case 2:
            m_rig.leave(somebody());
            break;
        case 3:
            m_rig.say(m_dice.bounded(2U) ? m_rig.leo : m_rig.wang, u"打卡啦"_s);
            break;
        case 4:
            m_rig.say(m_rig.haiyan, u"退款多久到账"_s, {{}, {}, true});
            break;
        case 5:
            turnPolicy();
            break;
        case 6:
            m_rig.connect(m_dice.bounded(3U) ? ConnectorState::Connected : ConnectorState::Down);
            break;
        case 7:
            m_rig.restart();
            break;
        default:
            m_rig.pass(m_dice.bounded(20U) ? m_dice.bounded(90U) : m_dice.bounded(86400U));
        }
        m_rig.pass(m_dice.bounded(4U));
    }

    void turnPolicy()
    {
        const auto minute = minuteOf(m_rig.now);
        const auto dice = m_dice.bounded(4U);
        m_rig.setPolicy([&](Policy &policy) {
            policy.stopped = dice == 0;
            policy.quiet = dice == 1 ? QuietHours{minute, (minute + 3) % 1440, offset, false}
                                     : QuietHours{};
        });
    }

    QRandomGenerator m_dice;
    FlowRig m_rig;
};

quint32 startSeed()
{
    const auto given = qEnvironmentVariableIntValue("QUNTAI_SEED");
    return given != 0 ? quint32(given) : QRandomGenerator::global()->generate() % 1'000'000 + 1;
}

} // namespace

void TestFlows::randomLives()
{
    const auto seed = startSeed();
    qInfo("QUNTAI_SEED=%u", seed);
    int fired = 0;
    for (quint32 i = 0; i < 30; ++i) {
        RandomLife life(seed + i);
        life.live(60);
        const auto why = life.complaint();
        QVERIFY2(why.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed + i).arg(why)));
        QVERIFY2(life.indexHolds(), qPrintable(u"seed %1: deadlines differ"_s.arg(seed + i)));
        fired += life.fired();
    }
    QVERIFY2(fired > 30, qPrintable(QString::number(fired)));
}

QTEST_GUILESS_MAIN(TestFlows)
#include "tst_flows.moc"
