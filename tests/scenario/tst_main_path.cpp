// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/servicerig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::RawConsole;
using tests::ServiceRig;

/** One day of a group, over the real sockets of every side: WeCom platform, backend, consoles. */
class TestMainPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void botAnswers();
    void customerWantsAPerson();
    void agentTakesOver();
    void nobodyRepliesBlind();
    void agentAnswers();
    void agentCorrectsTheBot();
    void agentHandsBack();
    void nextCustomerGetsTheCorrectedAnswer();
    void everythingIsOnTheRecord();

private:
    Topic topic() const { return m_agent.state().topics.value(m_topic); }

    ServiceRig m_rig;
    RawConsole m_agent;
    TopicId m_topic;
    MessageId m_wrong;
    qint64 m_fence = 0;
};

void TestMainPath::initTestCase()
{
    const auto why = m_rig.startPlatform();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_rig.start());
    QVERIFY(m_agent.join(m_rig.backend.url(), u"lin"_s, BackendProcess::password()));
    QTRY_COMPARE(m_agent.state().entries.size(), ServiceRig::entryCount());
}

void TestMainPath::botAnswers()
{
    m_rig.say(u"haiyan"_s, u"退款多久能到账？"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.sent().size(), 1, 15'000);
    QVERIFY2(m_rig.sent()[0].contains(u"7 到 15 个工作日"_s), qPrintable(m_rig.sent()[0]));
    QTRY_COMPARE(m_agent.state().topics.size(), 1);
    m_topic = m_agent.state().topics.constBegin().key();
    const auto &recent = m_agent.state().groups.value(topic().group).recent;
    QTRY_COMPARE(recent.last()->delivery, Delivery::Sent);
    QVERIFY(m_agent.state().groups.value(topic().group).recent.last()->ai);
    m_wrong = m_agent.state().groups.value(topic().group).recent.last()->id;
    QCOMPARE(topic().state, TopicState::WaitingCustomer);
}

void TestMainPath::customerWantsAPerson()
{
    m_rig.say(u"haiyan"_s, u"你这个不对吧，上次两天就到了，转人工！"_s);
    QTRY_COMPARE_WITH_TIMEOUT(topic().state, TopicState::Escalated, 15'000);
    QVERIFY(topic().escalation->score >= topic().escalation->threshold);
    QCOMPARE(deskListOf(topic(), {u"lin"_s}), DeskList::Queue);
    QTRY_VERIFY(m_agent.state().groups.value(topic().group).recent.last()->delivery
                == Delivery::Sent);
}

void TestMainPath::agentTakesOver()
{
    const auto claimed = m_agent.run(ClaimTopic{m_topic, topic().version});
    QVERIFY2(claimed, qPrintable(claimed.error_or(Error{}).message));
    QTRY_COMPARE(topic().state, TopicState::Leased);
    QCOMPARE(topic().lease->user.value, u"lin"_s);
    m_fence = topic().lease->fence;
    // An editor may look, not speak.
    QCOMPARE(m_rig.editor.run(ClaimTopic{m_topic, topic().version}).error_or(Error{}).kind,
             ErrorKind::Forbidden);
}

void TestMainPath::nobodyRepliesBlind()
{
    const auto before = topic().version;
    const auto count = m_rig.sent().size();
    m_rig.say(u"haiyan"_s, u"退款到底多久能到账？我的单号是 2206"_s);
    QTRY_VERIFY(topic().version > before);
    const auto blind = m_agent.run(SendMessage{m_topic, m_fence, before, u"您好"_s, {}, {}});
    QVERIFY(!blind);
    QCOMPARE(blind.error().kind, ErrorKind::Stale);
    QVERIFY(blind.error().data.contains(u"since"_s));
    const auto unheld = m_agent.run(SendMessage{m_topic, m_fence - 1, topic().version, u"您好"_s, {}, {}});
    QCOMPARE(unheld.error_or(Error{}).kind, ErrorKind::NotHolder);
    // Neither the refused texts nor the bot: a person has this topic.
    QCOMPARE(m_rig.sent().size(), count);
}

void TestMainPath::agentAnswers()
{
    const auto count = m_rig.sent().size();
    const auto text = u"海燕您好，我是小林。2206 单银行已受理，明天到账。"_s;
    const auto done = m_agent.run(SendMessage{m_topic, m_fence, topic().version, text, {}, {}});
    QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.sent().size(), count + 1, 15'000);
    QVERIFY2(m_rig.sent().last().contains(text), qPrintable(m_rig.sent().last()));
    QTRY_VERIFY(m_agent.state().groups.value(topic().group).recent.last()->delivery
                == Delivery::Sent);
}

void TestMainPath::agentCorrectsTheBot()
{
    CorrectAnswer correct;
    correct.topic = m_topic;
    correct.message = m_wrong;
    correct.answer = u"退款原路退回，1 到 3 个工作日到账，节假日顺延。"_s;
    correct.entry = ServiceRig::refundEntry();
    correct.version = m_agent.state().entries.value(ServiceRig::refundEntry()).version;
    correct.faults = {u"时限错误"_s};
    const auto done = m_agent.run(correct);
    QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
    QTRY_COMPARE(m_rig.editor.state().entries.value(ServiceRig::refundEntry()).answer, correct.answer);
    // Somebody who still sees the old version does not overwrite it.
    correct.answer = u"不知道"_s;
    QCOMPARE(m_agent.run(correct).error_or(Error{}).kind, ErrorKind::Conflict);
}

void TestMainPath::agentHandsBack()
{
    const auto summary = u"已核实 2206 单，答应明天到账"_s;
    const auto done = m_agent.run(HandBackTopic{m_topic, m_fence, summary});
    QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
    QTRY_VERIFY(!topic().lease);
    QCOMPARE(topic().handover, summary);
    QCOMPARE(deskListOf(topic(), {u"lin"_s}), DeskList::Bot);
    const auto late = m_agent.run(SendMessage{m_topic, m_fence, topic().version, u"补一句"_s, {}, {}});
    QCOMPARE(late.error_or(Error{}).kind, ErrorKind::NotHolder);
}

void TestMainPath::nextCustomerGetsTheCorrectedAnswer()
{
    const auto count = m_rig.sent().size();
    m_rig.say(u"wang"_s, u"请问退的钱几天能到账呀"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.sent().size(), count + 1, 15'000);
    QVERIFY2(m_rig.sent().last().contains(u"1 到 3 个工作日"_s), qPrintable(m_rig.sent().last()));
}

void TestMainPath::everythingIsOnTheRecord()
{
    QCOMPARE(m_agent.faults(), QStringList());
    QCOMPARE(m_rig.editor.faults(), QStringList());
    QCOMPARE(m_rig.backend.terminate().code, 0);
    const auto verified = m_rig.backend.run({u"verify"_s, u"--data"_s, m_rig.backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
    QStringList types;
    for (const auto &event : m_rig.backend.log(u"p0"_s))
        types.append(event.type);
    for (const auto *type : {"message.received", "verdict.reached", "message.sent",
                             "escalation.raised", "lease.granted", "lease.ended"})
        QVERIFY2(types.contains(QString::fromLatin1(type)), type);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestMainPath)
#include "tst_main_path.moc"
