// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/session/feedsimulation.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

/** How bad the road is, percent per frame. */
struct Road
{
    int drop = 0;
    int twice = 0;
    int reorder = 0;
    int disconnect = 0;
    int kill = 0;
    int restore = 0;   //!< the backend's ledger is restored from a backup: a new generation
};

/** One schedule from the first event to quiet; empty when the console holds what it should. */
class Schedule
{
public:
    Schedule(quint32 seed, const Road &road, Fault fault)
        : m_dice(seed), m_road(road), m_server(m_ledgers, m_dice.below(4), m_dice), m_client(fault)
    {
        m_ledgers.insert(u"p0"_s, {u"a"_s, {}});
        m_ledgers.insert(u"c0"_s, {u"a"_s, {}});
        m_server.keptFrom = m_dice.chance(20) ? 30 : 0;
    }

    QString run(int events)
    {
        for (int i = 0; i < events; ++i) {
            write();
            step(m_road);
        }
        for (int quiet = 0; quiet < 400; ++quiet) {
            step({});
            if (m_client.isCaughtUp() && m_onTheRoad.empty() && isSame())
                return {};
            if (quiet % 40 == 39)
                disconnect(); // the dead man's switch of the link: no answer, so connect anew
        }
        return difference();
    }

    int snapshots() const { return m_client.snapshots(); }

private:
    void write()
    {
        auto &ledger = m_ledgers[m_dice.chance(80) ? u"p0"_s : u"c0"_s];
        const auto seq = ledger.facts.isEmpty() ? 1 : ledger.facts.constLast().seq + 1;
        ledger.facts.append({seq, ++m_body, m_dice.below(16)});
    }

    void restoreLedger()
    {
        for (auto &ledger : m_ledgers) {
            ledger.epoch += u'x';
            ledger.facts.resize(ledger.facts.size() * m_dice.below(100) / 100);
        }
        disconnect();
    }

    void disconnect()
    {
        m_onTheRoad.clear();
        m_server.close();
        m_client.lost();
    }

    void step(const Road &road)
    {
        if (m_dice.below(1000) < road.disconnect)
            disconnect();
        if (m_dice.below(1000) < road.restore)
            restoreLedger();
        if (m_dice.below(1000) < road.kill) {
            disconnect();
            m_client.restart();
        }
        if (m_dice.chance(20))
            m_client.save();
        if (const auto asked = m_client.wantsOpen()) {
            if (m_dice.below(100) < road.drop)
                disconnect();
            else
                send(m_server.open(*asked), road);
        }
        send(m_server.pump(), road);
        for (int i = m_dice.below(6); i > 0 && !m_onTheRoad.empty(); --i) {
            const auto frame = m_onTheRoad.front();
            m_onTheRoad.pop_front();
            m_client.take(frame);
        }
    }

    void send(const QList<Frame> &frames, const Road &road)
    {
        for (const auto &frame : frames) {
            if (m_dice.below(100) < road.drop)
                continue;
            const auto behind = m_dice.below(100) < road.reorder && !m_onTheRoad.empty();
            if (behind)
                m_onTheRoad.insert(m_onTheRoad.end() - 1, frame);
            else
                m_onTheRoad.push_back(frame);
            if (m_dice.below(100) < road.twice)
                m_onTheRoad.push_back(frame);
        }
    }

    QList<int> wanted(const QString &stream) const
    {
        QList<int> bodies;
        for (const auto &fact : m_ledgers[stream].facts) {
            if (m_server.sees(fact))
                bodies.append(fact.body);
        }
        return bodies;
    }

    bool isSame() const
    {
        return m_client.bodies(u"p0"_s) == wanted(u"p0"_s)
            && m_client.bodies(u"c0"_s) == wanted(u"c0"_s);
    }

    QString difference() const
    {
        QString text;
        for (const auto &stream : {u"p0"_s, u"c0"_s}) {
            const auto has = m_client.bodies(stream);
            const auto shall = wanted(stream);
            if (has != shall)
                text += u"%1: has %2 of %3 "_s.arg(stream).arg(has.size()).arg(shall.size());
        }
        return text.isEmpty() ? u"never caught up"_s : text;
    }

    QMap<QString, Ledger> m_ledgers;
    Dice m_dice;
    Road m_road;
    FeedServer m_server;
    FeedClient m_client;
    std::deque<Frame> m_onTheRoad;
    int m_body = 0;
};

Road anyRoad(Dice &dice)
{
    return {dice.below(20), dice.below(30), dice.below(20), dice.below(60), dice.below(30),
            dice.chance(20) ? 10 : 0};
}

/** How many of the schedules end wrong, and what the first one says. */
std::pair<int, QString> play(int schedules, Fault fault)
{
    Dice dice(seed());
    int wrong = 0;
    QString first;
    for (int i = 0; i < schedules; ++i) {
        const auto own = static_cast<quint32>(dice.below(1 << 30));
        Schedule schedule(own, anyRoad(dice), fault);
        const auto says = schedule.run(200);
        if (!says.isEmpty() && ++wrong == 1)
            first = u"schedule %1 (seed %2): %3"_s.arg(i).arg(own).arg(says);
    }
    return {wrong, first};
}

} // namespace

class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheServersLog();
    void brokenRulesAreSeen_data();
    void brokenRulesAreSeen();
    void takesWhatFollows();
    void givesUpAfterThreeEmptyResumes();
    void goodStreamDoesNotHideABadOne();
    void aheadOfTheBackendAsksForASnapshot();
    void otherGenerationAsksForASnapshot();
    void tickThatSaysNothingClosesNoHole();
};

void TestResume::endsWithTheServersLog()
{
    const auto [wrong, first] = play(rounds(2000, 10'000), Fault::None);
    QVERIFY2(wrong == 0, qPrintable(first));
}

void TestResume::brokenRulesAreSeen_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("gap rule off by one") << Fault::GapRuleOffByOne;
    QTest::newRow("repeats kept") << Fault::KeepsRepeats;
}

void TestResume::brokenRulesAreSeen()
{
    QFETCH(Fault, fault);
    const auto [wrong, first] = play(100, fault);
    QVERIFY2(wrong > 0, "a console with a broken rule passed");
}

void TestResume::takesWhatFollows()
{
    Resume resume;
    resume.restore({{u"p0"_s, {u"a"_s, 7}}});
    QVERIFY(resume.mustOpen());
    QCOMPARE(resume.open().value(u"p0"_s), (Position{u"a"_s, 7}));
    resume.opened(u"p0"_s, {u"a"_s, 12}, true);
    QVERIFY(!resume.isCaughtUp());
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 6, 7), Resume::Step::Repeat);
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 7, 9), Resume::Step::Take);
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 8, 10), Resume::Step::Take);
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 11, 12), Resume::Step::Gap);
    QVERIFY(resume.mustOpen());
    QCOMPARE(resume.open().value(u"p0"_s), (Position{u"a"_s, 10}));
    resume.opened(u"p0"_s, {u"a"_s, 12}, true);
    QCOMPARE(resume.tick(u"p0"_s, 10, 12), Resume::Step::Take);
    QVERIFY(resume.isCaughtUp());
}

void TestResume::givesUpAfterThreeEmptyResumes()
{
    Resume resume;
    resume.restore({{u"p0"_s, {u"a"_s, 7}}});
    for (int i = 0; i < Resume::failuresAllowed; ++i) {
        QVERIFY(resume.open().contains(u"p0"_s));
        resume.opened(u"p0"_s, {u"a"_s, 12}, true);
        resume.lost();
    }
    QVERIFY2(!resume.open().contains(u"p0"_s), "the fourth asks for a snapshot");
    resume.opened(u"p0"_s, {u"a"_s, 12}, false);
    QVERIFY(resume.awaitsSnapshot(u"p0"_s));
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 12, 13), Resume::Step::Foreign);
    resume.replaced(u"p0"_s, {u"a"_s, 12});
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 12, 13), Resume::Step::Take);
    resume.lost();
    QVERIFY(resume.open().contains(u"p0"_s));
}

void TestResume::goodStreamDoesNotHideABadOne()
{
    Resume resume;
    resume.restore({{u"p0"_s, {u"a"_s, 7}}, {u"c0"_s, {u"a"_s, 1}}});
    for (int i = 0; i < Resume::failuresAllowed; ++i) {
        resume.open();
        resume.opened(u"p0"_s, {u"a"_s, 12}, true);
        resume.opened(u"c0"_s, {u"a"_s, 99}, true);
        QCOMPARE(resume.event(u"c0"_s, u"a"_s, 1 + i, 2 + i), Resume::Step::Take);
        QCOMPARE(resume.event(u"p0"_s, u"a"_s, 9, 10), Resume::Step::Gap);
    }
    const auto asked = resume.open();
    QVERIFY(asked.contains(u"c0"_s));
    QVERIFY(!asked.contains(u"p0"_s));
}

void TestResume::aheadOfTheBackendAsksForASnapshot()
{
    Resume resume;
    resume.restore({{u"p0"_s, {u"a"_s, 900}}, {u"c0"_s, {u"a"_s, 1}}});
    resume.open();
    resume.ahead(u"p0"_s);
    QVERIFY(resume.mustOpen());
    QCOMPARE(resume.open().keys(), QStringList{u"c0"_s});
}

void TestResume::otherGenerationAsksForASnapshot()
{
    Resume resume;
    resume.restore({{u"p0"_s, {u"a"_s, 9}}});
    resume.open();
    resume.opened(u"p0"_s, {u"a"_s, 9}, true);
    QCOMPARE(resume.event(u"p0"_s, u"b"_s, 9, 10), Resume::Step::Foreign);
    QVERIFY(resume.mustOpen());
    QVERIFY(resume.open().isEmpty());
}

void TestResume::tickThatSaysNothingClosesNoHole()
{
    Resume resume;
    resume.restore({{u"p0"_s, {u"a"_s, 9}}});
    resume.open();
    resume.opened(u"p0"_s, {u"a"_s, 9}, true);
    QCOMPARE(resume.tick(u"p0"_s, 0, 12), Resume::Step::Take);
    QCOMPARE(resume.event(u"p0"_s, u"a"_s, 13, 14), Resume::Step::Gap);
    QCOMPARE(resume.tick(u"p0"_s, 0, 15), Resume::Step::Gap);
    QCOMPARE(resume.position(u"p0"_s).seq, 12);
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
