// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/feedrights.h"
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/gateway/testconsole.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** One console of the schedule, and what its user may see. */
struct Seat : FeedRights
{
    std::unique_ptr<TestConsole> console;
};

} // namespace

class TestFeedResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySeatGetsExactlyItsOwn();

private:
    void step(GatewayRig &rig, std::vector<Seat> &seats, RandomValues &random);
    void reconnect(GatewayRig &rig, Seat &seat, bool resume);
    void compare(GatewayRig &rig, const Seat &seat);
};

void TestFeedResume::reconnect(GatewayRig &rig, Seat &seat, bool resume)
{
    seat.console->socket.abort();
    QVERIFY(seat.console->signIn(rig.token(seat.user)));
    const auto opened = seat.console->open(resume);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
}

void TestFeedResume::step(GatewayRig &rig, std::vector<Seat> &seats, RandomValues &random)
{
    auto &seat = seats[std::size_t(random.below(int(seats.size())))];
    switch (random.below(10)) {
    case 0: seat.console->socket.abort(); break;
    case 1: reconnect(rig, seat, !random.chance(10)); break;
    case 2: QTest::qWait(random.below(40)); break;
    default:
        QList<NewEvent> events;
        for (int left = 1 + random.below(random.chance(10) ? 700 : 20); left > 0; --left)
            events.append(randomEvent(random));
        rig.record(events);
        QCoreApplication::processEvents();
    }
}

void TestFeedResume::compare(GatewayRig &rig, const Seat &seat)
{
    for (const auto &stream : {u"p0"_s, u"c0"_s}) {
        const auto all = rig.stored(stream);
        const auto from = seat.console->snapshotAt.value(stream);
        QList<qint64> expected;
        for (const auto &event : all) {
            if (event.seq > from && seat.sees(event))
                expected.append(event.seq);
        }
        QCOMPARE(seat.console->seen.value(stream), expected);
    }
    QCOMPARE(seat.console->gaps, 0);
    QCOMPARE(seat.console->repeats, 0);
    QCOMPARE(seat.console->bad, 0);
    QVERIFY(seat.console->largest <= maxMessageBytes);
}

void TestFeedResume::everySeatGetsExactlyItsOwn()
{
    RandomValues random(testSeed());
    const int rounds = qEnvironmentVariableIsSet("QUNTAI_SOAK") ? 40 : 4;
    for (int round = 0; round < rounds; ++round) {
        GatewayRig rig;
        std::vector<Seat> seats;
        const auto add = [&](Role role, const QStringList &groups) {
            const auto user = u"u%1"_s.arg(seats.size());
            QList<GroupId> ids;
            for (const auto &group : groups)
                ids.append({group});
            QVERIFY(rig.addUser(user, role, ids));
            seats.push_back({{user, role, groups},
                             std::make_unique<TestConsole>(rig.gateway->port())});
            reconnect(rig, seats.back(), false);
        };
        for (const auto &group : {u"w/a"_s, u"w/b"_s, u"w/c"_s})
            QVERIFY(rig.addGroup(group));
        add(Role::Supervisor, {});
        add(Role::Agent, {u"w/a"_s});
        add(Role::Agent, {u"w/a"_s});
        add(Role::Agent, {u"w/b"_s, u"w/c"_s});
        add(Role::Editor, {});
        for (int i = 0; i < 80; ++i)
            step(rig, seats, random);
        for (auto &seat : seats) {
            if (seat.console->socket.state() != QAbstractSocket::ConnectedState)
                reconnect(rig, seat, true);
        }
        std::optional<State> now;
        rig.engine->state(this, [&](const StatePtr &state) { now = *state; });
        QTRY_VERIFY(now);
        for (auto &seat : seats) {
            for (const auto &stream : {u"p0"_s, u"c0"_s})
                QTRY_VERIFY_WITH_TIMEOUT(seat.console->isAt(stream, now->positions.value(stream)),
                                         20000);
            compare(rig, seat);
        }
    }
}

QTEST_GUILESS_MAIN(TestFeedResume)
#include "tst_feedresume.moc"
