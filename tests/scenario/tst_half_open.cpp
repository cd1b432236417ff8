// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/livesession.h"
#include "tests/models/session/sleepyclock.h"
#include "tests/scenario/backendprocess.h"
#include "tests/scenario/cuttingproxy.h"
#include "tests/scenario/onebotplatform.h"

#include <QElapsedTimer>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::BackendProcess;
using tests::CuttingProxy;
using tests::OneBotPlatform;
using tests::SleepyClock;

namespace {

const GroupId group{OneBotPlatform::groupId(1)};
constexpr qint64 customer = 7;
/** Three pings of five seconds, and one more. */
constexpr int noticedMs = 16'000;
constexpr int patienceMs = 60'000;

} // namespace

/** A link that stands and leads nowhere, as behind a router that forgot it or a lid that was shut:
 * the console's session and the real backend, with a road between them that goes silent. */
class TestHalfOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void silentRoadIsToldAndNothingIsLost();
    void staysOfflineWhileTheRoadIsSilent();
    void replyWrittenBeforeASleepIsNotBlind();

private:
    bool isLive() const { return m_session->link().state == LinkState::Live; }
    int said(const QString &text) const;
    int reached(const QString &text) const;
    Topic topic() const { return m_session->state().topics.value(m_topic); }
    /** The customer asks for a person, and this one takes the topic over. */
    void takeOver();
    CommandId reply(const QString &text);
    std::optional<OutboxItem> item(const CommandId &id) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OneBotPlatform> m_platform;
    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<CuttingProxy> m_road;
    std::unique_ptr<SleepyClock> m_clock;
    std::unique_ptr<LiveSession> m_session;
    TopicId m_topic;
};

void TestHalfOpen::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_platform = std::make_unique<OneBotPlatform>();
    m_backend = std::make_unique<BackendProcess>();
    m_backend->configure(m_platform->config());
    QCOMPARE(m_backend->addUser(u"lin"_s, u"agent"_s).code, 0);
    QVERIFY(m_backend->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->isConnected(), patienceMs);
    m_road = std::make_unique<CuttingProxy>();
    m_road->leadTo(m_backend->url());
    m_clock = std::make_unique<SleepyClock>(machineClocks());
    m_session = std::make_unique<LiveSession>(m_dir->path(), nullptr, m_clock->clocks());
    m_session->signIn({m_road->url(), u"lin"_s, BackendProcess::password(), {}});
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), patienceMs);
    takeOver();
}

void TestHalfOpen::cleanup()
{
    m_session.reset();
    m_road.reset();
    m_backend.reset();
}

int TestHalfOpen::said(const QString &text) const
{
    const auto recent = m_session->state().groups.value(group).recent;
    return int(std::ranges::count_if(recent, [&](const MessagePtr &one) { return one->text == text; }));
}

int TestHalfOpen::reached(const QString &text) const
{
    return int(std::ranges::count_if(m_platform->sent(), [&](const OneBotPlatform::Sent &one) {
        return one.text.contains(text);
    }));
}

void TestHalfOpen::takeOver()
{
    QVERIFY(m_platform->say(1, customer, u"转人工"_s, true));
    const auto waits = [this] {
        for (const auto &one : m_session->state().topics) {
            if (one.state == TopicState::Escalated || one.state == TopicState::Offered)
                m_topic = one.id;
        }
        return !m_topic.isEmpty();
    };
    m_topic = {};
    QTRY_VERIFY_WITH_TIMEOUT(waits(), patienceMs);
    m_session->submit(ClaimTopic{m_topic, topic().version}, this, {});
    QTRY_VERIFY_WITH_TIMEOUT(topic().lease && topic().lease->user == m_session->me(), patienceMs);
}

/** To what this console knows of the topic. */
CommandId TestHalfOpen::reply(const QString &text)
{
    bool kept = false;
    const auto id = m_session->submit(
        SendMessage{m_topic, topic().lease->fence, topic().version, text, {}, {}}, this,
        [&](const Result<> &result) { kept = result.has_value(); });
    return QTest::qWaitFor([&] { return kept; }) ? id : CommandId{};
}

std::optional<OutboxItem> TestHalfOpen::item(const CommandId &id) const
{
    for (const auto &one : m_session->outbox()) {
        if (one.command.id == id)
            return one;
    }
    return std::nullopt;
}

void TestHalfOpen::silentRoadIsToldAndNothingIsLost()
{
    QElapsedTimer timer;
    timer.start();
    m_road->hold();
    const auto first = reply(u"马上为您查"_s);
    QVERIFY(!first.isEmpty());
    QVERIFY(m_platform->say(2, 8, u"别的群里问一句"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Offline, noticedMs);
    QVERIFY2(timer.elapsed() <= noticedMs, qPrintable(QString::number(timer.elapsed())));
    qInfo("told after %lld ms", timer.elapsed());
    QCOMPARE(m_session->link().problem, LinkProblem::Silent);
    QVERIFY(m_session->link().nextAttempt.isSet());
    QCOMPARE(m_road->cuts(), 0); // nobody closed anything
    const auto second = reply(u"查到了，明天发出"_s);
    QVERIFY(item(first) && item(second));
    QCOMPARE(item(first)->state, OutboxItem::State::Waiting);
    QCOMPARE(item(second)->state, OutboxItem::State::Waiting);

    m_road->release();
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), patienceMs);
    QTRY_COMPARE(int(m_session->state().groups.size()), 2);
    const GroupId other{OneBotPlatform::groupId(2)};
    QTRY_COMPARE(m_session->state().groups.value(other).recent.size(), 1);
    // Each has its one effect, however often it was sent; nobody else has spoken in the topic.
    QTRY_COMPARE_WITH_TIMEOUT(reached(u"查到了，明天发出"_s), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->outbox().isEmpty(), patienceMs);
    QCOMPARE(reached(u"马上为您查"_s), 1);
    QCOMPARE(said(u"马上为您查"_s), 1);
    QCOMPARE(said(u"查到了，明天发出"_s), 1);
}

void TestHalfOpen::staysOfflineWhileTheRoadIsSilent()
{
    m_road->hold();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Offline, noticedMs);
    // A new connection is made, for the road takes it; it is no link until the backend has spoken.
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Connecting, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Offline, patienceMs);
    QCOMPARE(m_session->link().problem, LinkProblem::Silent);
    QVERIFY(m_platform->say(1, customer, u"人呢"_s));
    m_road->release();
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), patienceMs);
    QTRY_COMPARE(said(u"人呢"_s), 1);
}

void TestHalfOpen::replyWrittenBeforeASleepIsNotBlind()
{
    m_road->hold(); // the network goes with the lid
    QVERIFY(m_platform->say(1, customer, u"不用了，我要退款"_s));
    QList<LinkProblem> problems;
    connect(m_session.get(), &Session::linkChanged, this,
            [&] { problems.append(m_session->link().problem); });
    QElapsedTimer timer;
    timer.start();
    m_clock->sleep(600'000);
    QTRY_VERIFY_WITH_TIMEOUT(problems.contains(LinkProblem::Woke), WakeWatch::everyMs * 2);
    // It is answered before anybody knows how much is missing.
    const auto id = reply(u"今天给您寄出"_s);
    QVERIFY(!id.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Offline, 8000);
    qInfo("told %lld ms after waking", timer.elapsed());
    QVERIFY2(timer.elapsed() < 8000, "at once, not after three pings");
    m_road->release();
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(item(id) && item(id)->state == OutboxItem::State::Refused, patienceMs);
    QCOMPARE(item(id)->problem.kind, ErrorKind::Stale);
    QTRY_COMPARE(said(u"不用了，我要退款"_s), 1); // what it would have been blind to is there to read
    QCOMPARE(reached(u"今天给您寄出"_s), 0);
    // Who has read it and still means it, sends it.
    m_session->retry(id);
    QTRY_COMPARE_WITH_TIMEOUT(reached(u"今天给您寄出"_s), 1, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->outbox().isEmpty(), patienceMs);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestHalfOpen)
#include "tst_half_open.moc"
