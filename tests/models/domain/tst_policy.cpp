// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/policy.h"

#include <QTest>
#include <QTimeZone>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** By the clock of Shanghai. */
Instant at(int day, int hour, int minute = 0)
{
    // November 2026: the 2nd is a Monday.
    return {QDateTime({2026, 11, day}, {hour, minute}, QTimeZone(8 * 3600)).toMSecsSinceEpoch()};
}

WorkingHours office()
{
    WorkingHours hours;
    hours.from = 9 * 60;
    hours.to = 18 * 60;
    hours.days = {1, 2, 3, 4, 5};
    return hours;
}

Group groupWith(const QString &id, const QStringList &tags = {})
{
    Group group;
    group.id = {id};
    group.tags = tags;
    return group;
}

} // namespace

/** What a policy says for one group, and when people are at work. */
class TestPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesAreLaidOver();
    void theMoreCarefulModeCounts();
    void hoursOfTheWeek_data();
    void hoursOfTheWeek();
    void alwaysOpen();
    void secondsOfWorkingTime_data();
    void secondsOfWorkingTime();
    void hoursThatNeverCome();
};

void TestPolicy::rulesAreLaidOver()
{
    Policy policy;
    GroupPolicy vip;
    vip.tags = {u"VIP"_s};
    vip.answerThreshold = 850;
    vip.firstResponseSeconds = 60;
    GroupPolicy one;
    one.groups = {GroupId{u"w/1"_s}};
    one.answerThreshold = 300;
    one.budgetPerMinute = 5;
    policy.groups = {vip, one};
    QCOMPARE(policyFor(policy, groupWith(u"w/2"_s)).answerThreshold, policy.answerThreshold);
    const auto tagged = policyFor(policy, groupWith(u"w/2"_s, {u"x"_s, u"VIP"_s}));
    QCOMPARE(tagged.answerThreshold, 850);
    QCOMPARE(tagged.firstResponseSeconds, 60);
    QCOMPARE(tagged.budgetPerMinute, policy.budgetPerMinute);
    const auto both = policyFor(policy, groupWith(u"w/1"_s, {u"VIP"_s}));
    QCOMPARE(both.answerThreshold, 300);
    QCOMPARE(both.firstResponseSeconds, 60);
    QCOMPARE(both.budgetPerMinute, 5);
    QVERIFY(both.clarifyThreshold <= both.answerThreshold);
}

void TestPolicy::theMoreCarefulModeCounts()
{
    Policy policy;
    GroupPolicy rule;
    rule.tags = {u"x"_s};
    rule.mode = BotMode::Review;
    policy.groups = {rule};
    auto group = groupWith(u"w/1"_s, {u"x"_s});
    QCOMPARE(modeFor(policy, group), BotMode::Review);
    group.mode = BotMode::Silent;
    QCOMPARE(modeFor(policy, group), BotMode::Silent);
    group.tags.clear();
    group.mode = BotMode::Auto;
    QCOMPARE(modeFor(policy, group), BotMode::Auto);
}

void TestPolicy::hoursOfTheWeek_data()
{
    QTest::addColumn<Instant>("now");
    QTest::addColumn<Instant>("opens");
    QTest::newRow("before") << at(2, 8, 59) << at(2, 9);
    QTest::newRow("opening") << at(2, 9) << at(2, 9);
    QTest::newRow("midday") << at(3, 12, 30) << at(3, 12, 30);
    QTest::newRow("last minute") << at(3, 17, 59) << at(3, 17, 59);
    QTest::newRow("closing") << at(3, 18) << at(4, 9);
    QTest::newRow("friday night") << at(6, 20) << at(9, 9);
    QTest::newRow("sunday") << at(8, 3) << at(9, 9);
}

void TestPolicy::hoursOfTheWeek()
{
    QFETCH(Instant, now);
    QFETCH(Instant, opens);
    QCOMPARE(isOpen(office(), now), now == opens);
    QCOMPARE(nextOpen(office(), now), opens);
}

void TestPolicy::alwaysOpen()
{
    for (const auto now : {at(2, 0), at(7, 23, 59), Instant{0}, Instant{-1}})
        QVERIFY(isOpen(WorkingHours{}, now));
    QCOMPARE(afterWorking({}, at(2, 3), 300), at(2, 3, 5));
}

void TestPolicy::secondsOfWorkingTime_data()
{
    QTest::addColumn<Instant>("from");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<Instant>("due");
    QTest::newRow("same day") << at(2, 10) << qint64(300) << at(2, 10, 5);
    QTest::newRow("at night") << at(2, 3) << qint64(300) << at(2, 9, 5);
    QTest::newRow("over the evening") << at(2, 17, 58) << qint64(300) << at(3, 9, 3);
    QTest::newRow("over the weekend") << at(6, 17, 58) << qint64(300) << at(9, 9, 3);
    QTest::newRow("two days") << at(2, 9) << qint64(10 * 3600) << at(3, 10);
}

void TestPolicy::secondsOfWorkingTime()
{
    QFETCH(Instant, from);
    QFETCH(qint64, seconds);
    QFETCH(Instant, due);
    QCOMPARE(afterWorking(office(), from, seconds), due);
}

void TestPolicy::hoursThatNeverCome()
{
    auto never = office();
    never.to = never.from;
    QVERIFY(!isOpen(never, at(2, 10)));
    QCOMPARE(nextOpen(never, at(2, 10)), at(2, 10));
    QCOMPARE(afterWorking(never, at(2, 10), 60), at(2, 10, 1));
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
