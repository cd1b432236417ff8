// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/gateway/testconsole.h"
#include "tests/models/protocol/randomvalue.h"

#include "models/protocol/eventcodec.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** One console of the schedule, and what its user may see: said here a second time. */
struct Seat
{
    QString user;
    Role role;
    QStringList groups;
    std::unique_ptr<TestConsole> console;

    bool sees(const StoredEvent &event) const
    {
        static const QStringList internal{u"timer.fired"_s, u"clock.stepped"_s,
                                          u"control.applied"_s};
        if (internal.contains(event.type))
            return false;
        if (event.type == u"customer.changed" && role == Role::Editor)
            return false;
        if (!groups.isEmpty() && !event.group.isEmpty() && !groups.contains(event.group.value))
            return false;
        if (event.type != u"note.added" || role == Role::Supervisor)
            return true;
        const auto data = decodeEventData(event.type, event.data);
        const auto &note = std::get<NoteAdded>(*data);
        return note.whisperTo.isEmpty() || note.whisperTo.value == user || note.author.id == user;
    }
};

NewEvent randomEvent(RandomValues &random)
{
    const GroupId group{u"w/%1"_s.arg(QChar(u'a' + random.below(3)))};
    switch (random.below(8)) {
    case 0: {
        NoteAdded note;
        note.note = {u"n%1"_s.arg(random.below(1 << 30))};
        note.author = {AuthorKind::Agent, u"u%1"_s.arg(random.below(5)), {}};
        if (random.chance(70))
            note.whisperTo = {u"u%1"_s.arg(random.below(5))};
        return {group, {}, note};
    }
    case 1: {
        CustomerChanged changed;
        changed.customer.id = {u"c%1"_s.arg(random.below(9))};
        return {{}, {}, changed};
    }
    case 2: {
        Presence presence;
        presence.user = {u"u9"_s};
        presence.status = AgentStatus(random.below(3));
        return {{}, {}, PresenceChanged{presence}};
    }
    case 3: return {{}, {}, ClockStepped{{1}, {2}}};
    case 4: return {group, {}, MessageSent{{u"none"_s}, QString(random.below(9000), u'汉')}};
    default: return {group, {}, MessageSent{{u"none"_s}, u"x"_s}};
    }
}

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
            seats.push_back({user, role, groups,
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
