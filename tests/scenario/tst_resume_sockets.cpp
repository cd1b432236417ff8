// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/feedfold.h"
#include "models/session/link.h"
#include "tests/backend/gateway/feedrights.h"
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/models/common/seed.h"
#include "tests/scenario/cuttingproxy.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using tests::CuttingProxy;
using tests::FeedRights;

namespace {

const QStringList streams{u"p0"_s, u"c0"_s};

/** A console's link and fold over a road of its own, and the list of what it took. */
class Follower : public QObject
{
public:
    Follower(FeedRights who, const QUrl &server, const QString &token)
        : rights(std::move(who))
    {
        road.leadTo(server);
        restart();
        m_link->start({road.url(), rights.user, {}, token});
    }

    /** Killed and started again: all that is left is state and positions of one instant, which are
     * of now or of when they were last saved. */
    void kill(bool saved, const QString &token)
    {
        if (saved)
            save();
        taken = m_taken;
        from = m_from;
        restart();
        m_fold.restore(m_state, m_positions);
        m_link->start({road.url(), rights.user, {}, token});
    }
    void save()
    {
        m_taken = taken;
        m_from = from;
        m_state = m_fold.state();
        m_positions = m_fold.resume().positions();
    }

    FeedRights rights;
    CuttingProxy road;
    QMap<QString, QList<qint64>> taken;   //!< sequences, since the newest snapshot
    QMap<QString, qint64> from;           //!< sequence of the newest snapshot
    QStringList troubles;
    int snapshots = 0;

private:
    void restart()
    {
        m_link = std::make_unique<Link>();
        m_connected = false;
        connect(m_link.get(), &Link::news, this, [this](const LinkNews &news) {
            std::visit([this](const auto &one) { take(one); }, news);
        });
    }

    template <class Other>
    void take(const Other &)
    {
    }
    void take(const LinkUp &)
    {
        m_connected = true;
        m_fold.resume().lost();
        fed();
    }
    void take(const LinkDown &down)
    {
        m_connected = false;
        m_fold.resume().lost();
        if (down.refused)
            troubles.append(down.why);
        m_link->tryNow();
    }
    void take(const FeedAnswer &answer)
    {
        if (!answer.result) {
            troubles.append(answer.result.error().message);
            return;
        }
        for (const auto &one : answer.result->streams)
            m_fold.resume().opened(one.stream, {one.epoch, one.seq}, one.resumed);
        fed();
    }
    void take(const EventsFrame &frame)
    {
        for (const auto &event : frame.events) {
            m_fold.take(EventsFrame{frame.stream, frame.epoch, {event}, {}});
            if (m_fold.takeNews().events == 1)
                taken[frame.stream].append(event.seq);
        }
        for (const auto &bad : frame.bad)
            troubles.append(bad.error.message);
        fed();
        if (m_connected && m_fold.resume().isOpen())
            m_link->acknowledge(frame.stream, m_fold.resume().position(frame.stream).seq);
    }
    void take(const FeedTick &tick)
    {
        m_fold.take(tick);
        fed();
    }
    void take(const SnapshotPart &part)
    {
        if (!m_fold.take(part)) {
            troubles.append(u"a snapshot that does not fit"_s);
            return;
        }
        m_link->acknowledgePart(part.stream, part.part);
        if (m_fold.takeNews().reset) {
            taken[part.stream].clear();
            from[part.stream] = m_fold.resume().position(part.stream).seq;
            ++snapshots;
        }
        fed();
    }
    void fed()
    {
        if (m_connected && m_fold.resume().mustOpen())
            m_link->openFeed(m_fold.resume().open());
    }

    FeedFold m_fold;
    std::unique_ptr<Link> m_link;
    bool m_connected = false;
    State m_state;
    QMap<QString, Position> m_positions;
    QMap<QString, QList<qint64>> m_taken;
    QMap<QString, qint64> m_from;
};

} // namespace

/** Consoles of different rights, cut off and killed in seeded schedules over real sockets: what
 * each took is, event by event, what the ledger has for it. */
class TestResumeSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyConsoleGetsExactlyItsOwn();

private:
    void seat(Role role, const QStringList &groups);
    void runSchedule();
    void evil(Follower &follower);
    void writeEvents(int count);
    void compare(Follower &follower, const QString &stream);

    std::unique_ptr<GatewayRig> m_rig;
    std::unique_ptr<RandomValues> m_random;
    std::vector<std::unique_ptr<Follower>> m_followers;
    QMap<QString, QList<StoredEvent>> m_log;
    int m_cuts = 0;
    int m_kills = 0;
    qint64 m_compared = 0;
};

void TestResumeSockets::seat(Role role, const QStringList &groups)
{
    const auto user = u"u%1"_s.arg(m_followers.size());
    QList<GroupId> ids;
    for (const auto &group : groups)
        ids.append({group});
    QVERIFY(m_rig->addUser(user, role, ids));
    const QUrl server(u"ws://127.0.0.1:%1"_s.arg(m_rig->gateway->port()));
    m_followers.push_back(std::make_unique<Follower>(FeedRights{user, role, groups}, server,
                                                     m_rig->token(user)));
}

void TestResumeSockets::writeEvents(int count)
{
    QList<NewEvent> events;
    while (count-- > 0)
        events.append(tests::randomEvent(*m_random));
    m_rig->record(events);
}

void TestResumeSockets::evil(Follower &follower)
{
    if (m_random->chance(15)) {
        ++m_kills;
        return follower.kill(m_random->chance(70), m_rig->token(follower.rights.user));
    }
    ++m_cuts;
    if (m_random->chance(40))
        follower.road.cut();
    else
        follower.road.cutAfter(m_random->chance(20) ? CuttingProxy::Way::Up : CuttingProxy::Way::Down,
                               m_random->below(4000));
}

void TestResumeSockets::runSchedule()
{
    for (int left = 1 + m_random->below(3); left > 0; --left) {
        writeEvents(1 + m_random->below(m_random->chance(3) ? 600 : 6));
        if (m_random->chance(50))
            QTest::qWait(m_random->below(12));
        evil(*m_followers[std::size_t(m_random->below(int(m_followers.size())))]);
        writeEvents(m_random->below(4));
    }
    // Everybody sees the end of it.
    QList<NewEvent> last;
    for (const auto &group : {u"w/a"_s, u"w/b"_s, u"w/c"_s})
        last.append({{group}, {}, MessageSent{{u"none"_s}, u"end"_s}});
    Presence presence;
    presence.user = {u"u9"_s};
    last.append({{}, {}, PresenceChanged{presence}});
    m_rig->record(last);
    std::optional<State> now;
    m_rig->engine->state(this, [&](const StatePtr &state) { now = *state; });
    QTRY_VERIFY_WITH_TIMEOUT(now, 30'000);
    for (const auto &stream : streams)
        m_log[stream] += m_rig->stored(stream, m_log[stream].isEmpty() ? 0 : m_log[stream].constLast().seq);
    for (auto &follower : m_followers) {
        for (const auto &stream : streams) {
            compare(*follower, stream);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

/** Both from the newest snapshot, or from where they were compared last. */
void TestResumeSockets::compare(Follower &follower, const QString &stream)
{
    QList<qint64> expected;
    const auto expect = [&] {
        expected.clear();
        for (const auto &event : std::as_const(m_log[stream])) {
            if (event.seq > follower.from.value(stream) && follower.rights.sees(event))
                expected.append(event.seq);
        }
    };
    const auto reached = [&] {
        expect();
        const auto &taken = follower.taken[stream];
        const auto at = std::max(follower.from.value(stream),
                                 taken.isEmpty() ? 0 : taken.constLast());
        return follower.from.contains(stream) && (expected.isEmpty() || at >= expected.constLast());
    };
    const bool arrived = QTest::qWaitFor(reached, 60'000);
    QVERIFY2(follower.troubles.isEmpty(), qPrintable(follower.troubles.join(u'\n')));
    QVERIFY2(arrived, qPrintable(u"%1 of %2 stands still"_s.arg(stream, follower.rights.user)));
    auto taken = follower.taken[stream];
    const auto end = m_log[stream].constLast().seq;
    taken.removeIf([&](qint64 seq) { return seq > end; }); // of others, since the log was read
    QCOMPARE(taken, expected);
    m_compared += expected.size();
}

void TestResumeSockets::everyConsoleGetsExactlyItsOwn()
{
    QElapsedTimer timer;
    timer.start();
    m_random = std::make_unique<RandomValues>(tests::seed());
    const int schedules = tests::rounds(2000, 10'000);
    constexpr int perRig = 50;
    int snapshots = 0;
    for (int i = 0; i < schedules; ++i) {
        if (i % 100 == 99)
            qInfo("%d schedules after %lld s", i + 1, timer.elapsed() / 1000);
        if (i % perRig == 0) {
            for (const auto &follower : m_followers)
                snapshots += follower->snapshots;
            m_followers.clear();
            m_log.clear();
            m_rig = std::make_unique<GatewayRig>();
            for (const auto &group : {u"w/a"_s, u"w/b"_s, u"w/c"_s})
                QVERIFY(m_rig->addGroup(group));
            seat(Role::Supervisor, {});
            seat(Role::Agent, {u"w/a"_s});
            seat(Role::Agent, {u"w/b"_s, u"w/c"_s});
            seat(Role::Editor, {});
        }
        runSchedule();
        if (QTest::currentTestFailed()) {
            qWarning("in schedule %d", i);
            break;
        }
    }
    m_followers.clear();
    m_rig.reset();
    qInfo("%d schedules: %d cuts, %d kills, %d snapshots, %lld events compared", schedules, m_cuts,
          m_kills, snapshots, qlonglong(m_compared));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestResumeSockets)
#include "tst_resume_sockets.moc"
