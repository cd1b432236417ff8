// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/wakewatch.h"
#include "tests/models/session/sleepyclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;

/** What two clocks tell of a sleep, by clocks that are moved by hand. */
class TestWakeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void passingTimeIsNoSleep();
    void sleepIsToldOnceWithItsLength();
    void aShortSleepBreaksNothing();
    void aClockSetBackIsNoSleep();
    void aProgramThatStoodStillIsTold();
    void looksByItself();

private:
    QList<qint64> slept() const;

    std::unique_ptr<SleepyClock> m_clock;
    std::unique_ptr<WakeWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_woke;
};

void TestWakeWatch::init()
{
    m_clock = std::make_unique<SleepyClock>();
    m_watch = std::make_unique<WakeWatch>(m_clock->clocks());
    m_woke = std::make_unique<QSignalSpy>(m_watch.get(), &WakeWatch::woke);
}

QList<qint64> TestWakeWatch::slept() const
{
    QList<qint64> all;
    for (const auto &one : *m_woke)
        all.append(one.at(0).toLongLong());
    return all;
}

void TestWakeWatch::passingTimeIsNoSleep()
{
    for (int i = 0; i < 1000; ++i) {
        m_clock->run(WakeWatch::everyMs + i % 7);
        m_watch->look();
    }
    QCOMPARE(slept(), QList<qint64>());
}

void TestWakeWatch::sleepIsToldOnceWithItsLength()
{
    m_clock->sleep(3'600'000);
    m_clock->run(700);
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>{3'600'000});
    m_clock->run(WakeWatch::everyMs);
    m_watch->look();
    QCOMPARE(slept().size(), 1);
    m_clock->sleep(WakeWatch::leastMs);
    m_watch->look();
    QCOMPARE(slept(), (QList<qint64>{3'600'000, WakeWatch::leastMs}));
}

void TestWakeWatch::aShortSleepBreaksNothing()
{
    m_clock->sleep(WakeWatch::leastMs - 1);
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>());
    m_clock->sleep(WakeWatch::leastMs - 1); // nor do two of them add up
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>());
}

void TestWakeWatch::aClockSetBackIsNoSleep()
{
    m_clock->sleep(-3'600'000);
    m_clock->run(WakeWatch::everyMs);
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>());
    m_clock->sleep(60'000); // and the next sleep is measured from there
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>{60'000});
}

void TestWakeWatch::aProgramThatStoodStillIsTold()
{
    m_clock->run(WakeWatch::everyMs + WakeWatch::leastMs - 1);
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>());
    m_clock->run(600'000);
    m_watch->look();
    QCOMPARE(slept(), QList<qint64>{0});
}

void TestWakeWatch::looksByItself()
{
    m_clock->sleep(20'000);
    QVERIFY(m_woke->wait(WakeWatch::everyMs * 2));
    QCOMPARE(slept(), QList<qint64>{20'000});
    const auto real = machineClocks();
    const auto wall = real.wall();
    const auto awake = real.awake();
    QTest::qSleep(5);
    QVERIFY(real.wall() > wall);
    QVERIFY(real.awake() > awake);
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"
