// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/onebotplatform.h"
#include "tests/scenario/rawconsole.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::OneBotPlatform;
using tests::RawConsole;

namespace {

constexpr qint64 group = 700;
constexpr int patience = 20'000;

QByteArray flowFile(const QByteArray &text)
{
    return "flows:\n"
           "  - id: welcome\n"
           "    name: 新人欢迎\n"
           "    trigger: joined\n"
           "    batchSeconds: 2\n"
           "    text: " + text + "\n"
           "  - id: check-in\n"
           "    name: 打卡有礼\n"
           "    trigger: keyword\n"
           "    keywords: [打卡]\n"
           "    text: 满 7 天送券。\n";
}

} // namespace

/** Flows in the real program: a file, a platform where people come and go, a supervisor's console. */
class TestFlowProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whoComesTogetherIsGreetedOnce();
    void aKeywordIsAnswered();
    void aKillForgetsNobody();
    void aChangedFileCounts();
    void aBadFileChangesNothing();
    void theStopSwitchStopsThem();

private:
    QList<FlowFired> fired() const;
    bool join(RawConsole &console)
    {
        return console.join(m_backend.url(), u"boss"_s, BackendProcess::password());
    }

    OneBotPlatform m_platform;
    BackendProcess m_backend;
    RawConsole m_console;
};

QList<FlowFired> TestFlowProgram::fired() const
{
    QList<FlowFired> all;
    for (const auto &event : m_console.events()) {
        if (const auto *data = std::get_if<FlowFired>(&event.data))
            all.append(*data);
    }
    return all;
}

void TestFlowProgram::initTestCase()
{
    QCOMPARE(m_backend.addUser(u"boss"_s, u"supervisor"_s).code, 0);
    m_backend.write(u"flows.yaml"_s, flowFile("欢迎来到{{群名}}！"));
    m_backend.configure(m_platform.config() + "flows: flows.yaml\n");
    QVERIFY(m_backend.start());
    QVERIFY(join(m_console));
    QTRY_VERIFY_WITH_TIMEOUT(m_platform.isConnected(), patience);
    QTRY_COMPARE(m_console.state().flows.size(), 2);
}

void TestFlowProgram::whoComesTogetherIsGreetedOnce()
{
    QVERIFY(m_platform.join(group, 11));
    QVERIFY(m_platform.join(group, 12));
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.sent().size(), 1, patience);
    const auto &sent = m_platform.sent().first();
    QCOMPARE(sent.group, group);
    QVERIFY2(sent.text.contains(u"欢迎来到清禾优选群！"_s), qPrintable(sent.text));
    QCOMPARE(sent.mentions, (QStringList{u"11"_s, u"12"_s}));
    QTRY_COMPARE(fired().size(), 1);
    QCOMPARE(fired()[0].members.size(), 2);
}

void TestFlowProgram::aKeywordIsAnswered()
{
    QVERIFY(m_platform.say(group, 11, u"打卡"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.sent().size(), 2, patience);
    QVERIFY(m_platform.sent().last().text.contains(u"满 7 天送券"_s));
}

void TestFlowProgram::aKillForgetsNobody()
{
    m_backend.kill();
    QVERIFY(m_backend.start());
    QVERIFY(join(m_console));
    QTRY_VERIFY_WITH_TIMEOUT(m_platform.isConnected(), patience);
    const auto before = fired().size();
    QVERIFY(m_platform.leave(group, 11));
    QVERIFY(m_platform.join(group, 11));
    QTRY_COMPARE_WITH_TIMEOUT(fired().size(), before + 1, patience);
    QCOMPARE(fired().last().skipped, FlowSkip::Nobody);
    QVERIFY(m_platform.join(group, 13));
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.sent().size(), 3, patience);
    QCOMPARE(m_platform.sent().last().mentions, QStringList{u"13"_s});
}

void TestFlowProgram::aChangedFileCounts()
{
    m_backend.write(u"flows.yaml"_s, flowFile("新邻居好！"));
    QTRY_COMPARE_WITH_TIMEOUT(m_console.state().flows.value({u"welcome"_s}).version, 2, patience);
    QCOMPARE(m_console.state().flows.value({u"check-in"_s}).version, 1);
    QVERIFY(m_platform.join(group, 14));
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.sent().size(), 4, patience);
    QVERIFY(m_platform.sent().last().text.contains(u"新邻居好！"_s));
}

void TestFlowProgram::aBadFileChangesNothing()
{
    auto bad = flowFile("你好");
    bad.replace("batchSeconds: 2", "batchSeconds: soon");
    m_backend.write(u"flows.yaml"_s, bad);
    QTRY_VERIFY_WITH_TIMEOUT(m_backend.err().contains(u"flows.yaml:5:19:"_s), patience);
    QCOMPARE(m_console.state().flows.value({u"welcome"_s}).version, 2);
    m_backend.write(u"flows.yaml"_s, flowFile("新邻居好！"));
}

void TestFlowProgram::theStopSwitchStopsThem()
{
    QVERIFY(m_console.run(StopBot{true}));
    QTRY_VERIFY(m_console.state().policy.stopped);
    QCOMPARE(m_console.state().policy.stoppedBy, u"boss"_s);
    const auto before = fired().size();
    QVERIFY(m_platform.join(group, 15));
    QTRY_COMPARE_WITH_TIMEOUT(fired().size(), before + 1, patience);
    QCOMPARE(fired().last().skipped, FlowSkip::Stopped);
    QCOMPARE(m_platform.sent().size(), 4);
    QVERIFY(m_console.run(StopBot{false}));
    QVERIFY(m_platform.join(group, 16));
    QTRY_COMPARE_WITH_TIMEOUT(m_platform.sent().size(), 5, patience);
    QCOMPARE(m_platform.sent().last().mentions, QStringList{u"16"_s});
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestFlowProgram)
#include "tst_flow_program.moc"
