// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/peerprocess.h"
#include "tests/scenario/rawconsole.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::PeerProcess;
using tests::RawConsole;

namespace {

const QString chat = u"wrGroup1"_s;
const EntryId refund{u"k-refund"_s};

QList<Entry> knowledge()
{
    const auto entry = [](const QString &id, const QString &category, const QString &question,
                          const QStringList &similar, const QString &answer) {
        return Entry{{id}, 0, EntryState::Live, category, question, similar, answer,
                     Risk::Low, {}, {}, {}};
    };
    return {
        entry(refund.value, u"售后"_s, u"退款多久能到账"_s, {u"退款几天到账"_s, u"钱什么时候退回来"_s},
              u"退款原路退回，一般 7 到 15 个工作日到账。"_s),
        entry(u"k-invoice"_s, u"发票"_s, u"怎么开发票"_s, {u"能开发票吗"_s}, u"订单详情页可申请电子发票。"_s),
        entry(u"k-fruit"_s, u"售后"_s, u"水果坏了怎么赔"_s, {u"收到的水果烂了"_s},
              u"签收 24 小时内拍照发群里，按坏果比例赔付。"_s),
        entry(u"k-delivery"_s, u"配送"_s, u"今天的货几点到"_s, {u"什么时候送货"_s}, u"每天 16 点到 19 点配送。"_s),
        entry(u"k-coupon"_s, u"优惠"_s, u"优惠券怎么用"_s, {u"新人券在哪里"_s}, u"结算时自动抵扣。"_s)};
}

} // namespace

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
    void say(const QString &user, const QString &text);
    /** Texts that reached the group, oldest first; the parts of a stream count once. */
    QStringList sent() const;
    Topic topic() const { return m_agent.state().topics.value(m_topic); }

    PeerProcess m_platform;
    BackendProcess m_backend;
    RawConsole m_agent;
    RawConsole m_editor;
    TopicId m_topic;
    MessageId m_wrong;
    qint64 m_fence = 0;
};

void TestMainPath::say(const QString &user, const QString &text)
{
    m_platform.order({{u"do"_s, u"text"_s}, {u"chat"_s, chat}, {u"user"_s, user},
                      {u"text"_s, u"@小禾 "_s + text}});
}

QStringList TestMainPath::sent() const
{
    QStringList texts;
    for (const auto &report : m_platform.reports()) {
        const auto said = report[u"sent"].toObject();
        if (said[u"chat"].toString() == chat
            && (!said.contains(u"finish"_s) || said[u"finish"].toBool()))
            texts.append(said[u"text"].toString());
    }
    return texts;
}

void TestMainPath::initTestCase()
{
    const auto why = m_platform.start(u"wecom"_s, u"platform-sim.mjs"_s,
                                      {u"0"_s, u"bot-1"_s, u"a-secret"_s});
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    m_backend.configure("connectors:\n  - {id: wx, kind: wecom, botId: bot-1, secret: a-secret, "
                        "name: 小禾, url: \"" + m_platform.url().toEncoded() + "\"}\n");
    QCOMPARE(m_backend.addUser(u"lin"_s, u"agent"_s).code, 0);
    QCOMPARE(m_backend.addUser(u"he"_s, u"editor"_s).code, 0);
    QVERIFY(m_backend.start());
    QVERIFY(m_agent.join(m_backend.url(), u"lin"_s, BackendProcess::password()));
    QVERIFY(m_editor.join(m_backend.url(), u"he"_s, BackendProcess::password()));
    for (const auto &entry : knowledge())
        QVERIFY(m_editor.run(PutEntry{entry}));
    QTRY_COMPARE(m_agent.state().connectors.value(u"wx"_s).state, ConnectorState::Connected);
    QTRY_COMPARE(m_agent.state().entries.size(), knowledge().size());
}

void TestMainPath::botAnswers()
{
    say(u"haiyan"_s, u"退款多久能到账？"_s);
    QTRY_COMPARE_WITH_TIMEOUT(sent().size(), 1, 15'000);
    QVERIFY2(sent()[0].contains(u"7 到 15 个工作日"_s), qPrintable(sent()[0]));
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
    say(u"haiyan"_s, u"你这个不对吧，上次两天就到了，转人工！"_s);
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
    QCOMPARE(m_editor.run(ClaimTopic{m_topic, topic().version}).error_or(Error{}).kind,
             ErrorKind::Forbidden);
}

void TestMainPath::nobodyRepliesBlind()
{
    const auto before = topic().version;
    const auto count = sent().size();
    say(u"haiyan"_s, u"退款到底多久能到账？我的单号是 2206"_s);
    QTRY_VERIFY(topic().version > before);
    const auto blind = m_agent.run(SendMessage{m_topic, m_fence, before, u"您好"_s, {}, {}});
    QVERIFY(!blind);
    QCOMPARE(blind.error().kind, ErrorKind::Stale);
    QVERIFY(blind.error().data.contains(u"since"_s));
    const auto unheld = m_agent.run(SendMessage{m_topic, m_fence - 1, topic().version, u"您好"_s, {}, {}});
    QCOMPARE(unheld.error_or(Error{}).kind, ErrorKind::NotHolder);
    // Neither the refused texts nor the bot: a person has this topic.
    QCOMPARE(sent().size(), count);
}

void TestMainPath::agentAnswers()
{
    const auto count = sent().size();
    const auto text = u"海燕您好，我是小林。2206 单银行已受理，明天到账。"_s;
    const auto done = m_agent.run(SendMessage{m_topic, m_fence, topic().version, text, {}, {}});
    QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
    QTRY_COMPARE_WITH_TIMEOUT(sent().size(), count + 1, 15'000);
    QVERIFY2(sent().last().contains(text), qPrintable(sent().last()));
    QTRY_VERIFY(m_agent.state().groups.value(topic().group).recent.last()->delivery
                == Delivery::Sent);
}

void TestMainPath::agentCorrectsTheBot()
{
    CorrectAnswer correct;
    correct.topic = m_topic;
    correct.message = m_wrong;
    correct.answer = u"退款原路退回，1 到 3 个工作日到账，节假日顺延。"_s;
    correct.entry = refund;
    correct.version = m_agent.state().entries.value(refund).version;
    correct.faults = {u"时限错误"_s};
    const auto done = m_agent.run(correct);
    QVERIFY2(done, qPrintable(done.error_or(Error{}).message));
    QTRY_COMPARE(m_editor.state().entries.value(refund).answer, correct.answer);
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
    const auto count = sent().size();
    say(u"wang"_s, u"请问退的钱几天能到账呀"_s);
    QTRY_COMPARE_WITH_TIMEOUT(sent().size(), count + 1, 15'000);
    QVERIFY2(sent().last().contains(u"1 到 3 个工作日"_s), qPrintable(sent().last()));
}

void TestMainPath::everythingIsOnTheRecord()
{
    QCOMPARE(m_agent.faults(), QStringList());
    QCOMPARE(m_editor.faults(), QStringList());
    QCOMPARE(m_backend.terminate().code, 0);
    const auto verified = m_backend.run({u"verify"_s, u"--data"_s, m_backend.data()});
    QVERIFY2(verified.code == 0, qPrintable(verified.err));
    QStringList types;
    for (const auto &event : m_backend.log(u"p0"_s))
        types.append(event.type);
    for (const auto *type : {"message.received", "verdict.reached", "message.sent",
                             "escalation.raised", "lease.granted", "lease.ended"})
        QVERIFY2(types.contains(QString::fromLatin1(type)), type);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestMainPath)
#include "tst_main_path.moc"
