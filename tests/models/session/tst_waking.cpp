// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/livesession.h"
#include "tests/models/session/sleepyclock.h"
#include "tests/models/session/testbackend.h"

#include <QTemporaryDir>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const GroupId g0{u"wecom/g0"_s};
const TopicId t1{u"t-1"_s};
constexpr qint64 hourMs = 3'600'000;

} // namespace

/** What a session does when its computer wakes from sleep: over real sockets, with clocks of its
 * own. */
class TestWaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksAtOnceAndGoesOn();
    void silenceIsToldWithinSeconds();
    void betweenTwoTriesTriesAtOnce();
    void timeIsRightWithoutALink();
    void whoIsNotSignedInStaysSo();

private:
    using Seen = std::pair<LinkState, LinkProblem>;

    /** A session with the backend, live; seen is what its link went through since. */
    bool start();
    bool wasWoke() const { return m_seen.contains(Seen{LinkState::Connecting, LinkProblem::Woke}); }
    bool hasText(const QString &text) const;

    QList<Seen> m_seen;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestBackend> m_backend;
    std::unique_ptr<SleepyClock> m_clock;
    std::unique_ptr<LiveSession> m_session;
};

void TestWaking::init()
{
    m_session.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_backend = std::make_unique<TestBackend>();
    m_backend->openTopic(t1);
    m_clock = std::make_unique<SleepyClock>(machineClocks());
    m_session = std::make_unique<LiveSession>(m_dir->path(), nullptr, m_clock->clocks());
}

bool TestWaking::start()
{
    m_session->signIn(m_backend->signIn());
    if (!QTest::qWaitFor([&] { return m_session->link().state == LinkState::Live; }, 10'000))
        return false;
    m_seen.clear();
    connect(m_session.get(), &Session::linkChanged, this, [this] {
        const Seen now{m_session->link().state, m_session->link().problem};
        if (m_seen.isEmpty() || m_seen.constLast() != now)
            m_seen.append(now);
    });
    return true;
}

bool TestWaking::hasText(const QString &text) const
{
    const auto recent = m_session->state().groups.value(g0).recent;
    return std::ranges::any_of(recent, [&](const MessagePtr &one) { return one->text == text; });
}

void TestWaking::asksAtOnceAndGoesOn()
{
    QVERIFY(start());
    const auto before = m_session->now();
    m_clock->sleep(hourMs);
    QTRY_VERIFY_WITH_TIMEOUT(wasWoke(), WakeWatch::everyMs * 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Live, 2000);
    // The same connection: it leads somewhere still.
    QCOMPARE(m_backend->resumes, 0);
    QCOMPARE(m_backend->seen.count("session.hello"), 1);
    QVERIFY(!m_seen.contains(Seen(LinkState::Offline, LinkProblem::Silent)));
    // The backend, which was asked, knows that no hour has passed: somebody set the clock.
    QVERIFY2(m_session->now().ms - before.ms < 60'000, "the backend's time counts");
    m_backend->say(u"早上好"_s, t1);
    QTRY_VERIFY(hasText(u"早上好"_s));
}

void TestWaking::silenceIsToldWithinSeconds()
{
    QVERIFY(start());
    m_backend->silent = true;
    const auto before = m_session->now();
    QElapsedTimer timer;
    timer.start();
    m_clock->sleep(hourMs);
    QTRY_VERIFY_WITH_TIMEOUT(wasWoke(), WakeWatch::everyMs * 2);
    const auto since = m_session->link().since;
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Offline, 6000);
    QVERIFY2(timer.elapsed() < 7000, "by pings it takes fifteen seconds at the usual five");
    QCOMPARE(m_session->link().problem, LinkProblem::Silent);
    // What is on screen is as old as the sleep, and the time is that after it.
    QCOMPARE(m_session->link().since, since);
    QVERIFY(since.ms - before.ms < 10'000);
    QVERIFY(m_session->now().ms - before.ms >= hourMs);
    m_backend->silent = false;
    m_backend->say(u"还在吗"_s, t1);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Live, 30'000);
    QTRY_VERIFY(hasText(u"还在吗"_s));
    QCOMPARE(m_backend->snapshots, 2); // it went on where it was
}

void TestWaking::betweenTwoTriesTriesAtOnce()
{
    QVERIFY(start());
    m_backend->setListening(false);
    m_backend->drop();
    // After a few tries the next is a long time away.
    const auto isFarAway = [this] {
        const auto link = m_session->link();
        return link.state == LinkState::Offline
            && link.nextAttempt.ms - m_session->now().ms > 6000;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFarAway(), 60'000);
    m_backend->setListening(true);
    m_clock->sleep(hourMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->link().state, LinkState::Live, 5000);
    QVERIFY2(!wasWoke(), "no connection was there to ask about");
}

void TestWaking::timeIsRightWithoutALink()
{
    QVERIFY(start());
    m_backend->setListening(false);
    m_backend->drop();
    QTRY_COMPARE(m_session->link().state, LinkState::Offline);
    const auto before = m_session->now();
    m_clock->sleep(hourMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->now().ms - before.ms >= hourMs, WakeWatch::everyMs * 2);
    QVERIFY(m_session->now().ms - before.ms < hourMs + 10'000);
}

void TestWaking::whoIsNotSignedInStaysSo()
{
    QVERIFY(start());
    m_session->signOut();
    m_seen.clear();
    m_clock->sleep(hourMs);
    QTest::qWait(WakeWatch::everyMs + 1000);
    QCOMPARE(m_session->link().state, LinkState::SignedOut);
    QVERIFY(m_seen.isEmpty());
}

QTEST_GUILESS_MAIN(TestWaking)
#include "tst_waking.moc"
