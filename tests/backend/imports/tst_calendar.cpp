// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/calendarfile.h"
#include "app/backend/imports/policyfile.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3600 * 1000;

/** "2026-02-14 17:58" by the clock of Shanghai. */
Instant at(const char *local)
{
    auto time = QDateTime::fromString(QString::fromLatin1(local), u"yyyy-MM-dd hh:mm"_s);
    time.setTimeZone(QTimeZone::fromSecondsAheadOfUtc(8 * 3600));
    return {time.toMSecsSinceEpoch()};
}

QString shown(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone::fromSecondsAheadOfUtc(8 * 3600))
        .toString(u"yyyy-MM-dd hh:mm"_s);
}

/** Nine to six, Monday to Friday, with the holidays that come with the program. */
WorkingHours office()
{
    const auto calendar = readCalendarFile(u":/calendar/china.yaml"_s);
    if (!calendar)
        qFatal("%s", qPrintable(calendar.error().message));
    return {9 * 60, 18 * 60, {1, 2, 3, 4, 5}, 480, *calendar};
}

} // namespace

/** Public holidays and made-up workdays: the file, and what the desk's clock makes of them. */
class TestCalendar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theYearsThatAreKnown();
    void openDays_data();
    void openDays();
    void serviceLevelGoesRoundHolidays_data();
    void serviceLevelGoesRoundHolidays();
    void anUnknownYearIsPlainWeeks();
    void aDeskOfEveryDayKnowsNoHolidays();
    void nextOpenIsTheFirst();
    void groupsKeepTheHolidays();
    void theFileBesideThePolicyCounts();
    void problemsNameLineAndKey_data();
    void problemsNameLineAndKey();

private:
    QString write(const QString &name, const QByteArray &yaml)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(yaml) < 0)
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

/** The notices say 28 days off with 5 made up for 2025, and 33 with 6 for 2026. */
void TestCalendar::theYearsThatAreKnown()
{
    const auto calendar = office().calendar;
    const auto in = [](const QList<int> &days, int year) {
        return std::ranges::count_if(days, [&](int day) { return day / 10000 == year; });
    };
    QCOMPARE(in(calendar.holidays, 2025), 28);
    QCOMPARE(in(calendar.workdays, 2025), 5);
    QCOMPARE(in(calendar.holidays, 2026), 33);
    QCOMPARE(in(calendar.workdays, 2026), 6);
    QCOMPARE(calendar.knownUntil, 20261231);
    QCOMPARE(calendar.name, u"china"_s);
    for (const int day : calendar.workdays) {
        const auto weekday = QDate(day / 10000, day / 100 % 100, day % 100).dayOfWeek();
        QVERIFY2(weekday >= 6, qPrintable(QString::number(day)));
    }
}

void TestCalendar::openDays_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<bool>("open");
    const auto row = [](const char *day, bool open) {
        QTest::newRow(day) << QString::fromLatin1(day) << open;
    };
    // 春节 2025
    row("2025-01-25", false); // an ordinary Saturday
    row("2025-01-26", true);  // a Sunday made up
    row("2025-01-27", true);
    row("2025-01-28", false); // 除夕, a Tuesday
    row("2025-02-04", false);
    row("2025-02-05", true);
    row("2025-02-08", true);  // a Saturday made up
    row("2025-02-09", false);
    // 国庆 2025
    row("2025-09-28", true);
    row("2025-10-01", false);
    row("2025-10-08", false);
    row("2025-10-09", true);
    row("2025-10-11", true);
    row("2025-10-12", false);
    // 春节 2026
    row("2026-02-14", true);  // a Saturday made up
    row("2026-02-15", false);
    row("2026-02-16", false); // 除夕, a Monday
    row("2026-02-23", false);
    row("2026-02-24", true);
    row("2026-02-28", true);  // a Saturday made up
    row("2026-03-01", false);
    // 国庆 2026
    row("2026-09-20", true);
    row("2026-09-25", false); // 中秋, a Friday
    row("2026-09-28", true);
    row("2026-10-07", false);
    row("2026-10-08", true);
    row("2026-10-10", true);
    row("2026-10-11", false);
}

void TestCalendar::openDays()
{
    QFETCH(QString, day);
    QFETCH(bool, open);
    QCOMPARE(isOpen(office(), at(qPrintable(day + u" 10:00"_s))), open);
    QVERIFY(!isOpen(office(), at(qPrintable(day + u" 18:00"_s))));
}

void TestCalendar::serviceLevelGoesRoundHolidays_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("due");
    const auto row = [](const char *name, const char *from, int seconds, const char *due) {
        QTest::newRow(name) << QString::fromLatin1(from) << seconds << QString::fromLatin1(due);
    };
    row("into the made-up Saturday", "2026-02-13 17:58", 300, "2026-02-14 09:03");
    row("over the Spring Festival", "2026-02-14 17:58", 300, "2026-02-24 09:03");
    row("asked on New Year's Eve", "2026-02-16 20:00", 300, "2026-02-24 09:05");
    row("over the National Day", "2026-09-30 17:59", 120, "2026-10-08 09:01");
    row("ends on a made-up Saturday", "2026-10-09 17:00", 2 * 3600, "2026-10-10 10:00");
    row("a whole week of work", "2025-09-26 09:00", 5 * 9 * 3600, "2025-10-09 18:00");
}

void TestCalendar::serviceLevelGoesRoundHolidays()
{
    QFETCH(QString, from);
    QFETCH(int, seconds);
    QFETCH(QString, due);
    QCOMPARE(shown(afterWorking(office(), at(qPrintable(from)), seconds)), due);
}

void TestCalendar::anUnknownYearIsPlainWeeks()
{
    auto plain = office();
    plain.calendar = {};
    for (auto day = at("2027-01-01 10:00"); day < at("2028-01-01 00:00"); day.ms += 24 * hourMs)
        QCOMPARE(isOpen(office(), day), isOpen(plain, day));
}

void TestCalendar::aDeskOfEveryDayKnowsNoHolidays()
{
    auto hours = office();
    hours.days.clear();
    QVERIFY(isOpen(hours, at("2026-02-17 10:00")));
    hours.days = {1, 2, 3, 4, 5, 6, 7};
    QVERIFY(!isOpen(hours, at("2026-02-17 10:00")));
}

/** Against a search hour by hour: the desk opens and closes on the hour. */
void TestCalendar::nextOpenIsTheFirst()
{
    const auto hours = office();
    auto opens = at("2027-01-01 09:00");
    for (auto time = at("2026-12-31 18:00"); time > at("2025-01-01 00:00"); time.ms -= hourMs) {
        if (isOpen(hours, time))
            opens = time;
        QCOMPARE(nextOpen(hours, time), opens);
    }
}

void TestCalendar::groupsKeepTheHolidays()
{
    const auto policy = readPolicyFile(write(u"policy.yaml"_s, R"(
calendar: china
workingHours: {from: "09:00", to: "18:00", days: [1, 2, 3, 4, 5]}
groups:
  - tags: [late]
    workingHours: {from: "12:00", to: "21:00", days: [1, 2, 3, 4, 5]}
)"));
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    Group late;
    late.tags = {u"late"_s};
    const auto hours = policyFor(*policy, late).hours;
    QCOMPARE(hours.from, 720);
    QVERIFY(isOpen(hours, at("2026-02-14 20:00")));
    QVERIFY(!isOpen(hours, at("2026-02-17 20:00")));
}

void TestCalendar::theFileBesideThePolicyCounts()
{
    const auto path = write(u"policy.yaml"_s, "calendar: china\n");
    QCOMPARE(calendarOfPolicy(path), u":/calendar/china.yaml"_s);
    const auto own = write(u"china.yaml"_s, R"(
years:
  2027:
    holidays:
      - {name: 春节, from: 2027-02-05, to: 2027-02-11, workdays: [2027-01-31]}
)");
    QCOMPARE(calendarOfPolicy(path), own);
    const auto policy = readPolicyFile(path);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().message));
    QCOMPARE(policy->hours.calendar.holidays.size(), 7);
    QCOMPARE(policy->hours.calendar.workdays, QList{20270131});
    QCOMPARE(policy->hours.calendar.knownUntil, 20271231);
    write(u"china.yaml"_s, "years: {2027: {holidays: [{from: 2027-02-30}]}}\n");
    const auto broken = readPolicyFile(path);
    QVERIFY(!broken);
    QVERIFY2(broken.error().message.contains(u"policy.yaml:1:11:"_s)
                 && broken.error().message.contains(u"china.yaml:1:34:"_s),
             qPrintable(broken.error().message));
    QVERIFY(QFile::remove(own));
    const auto missing = readPolicyFile(write(u"policy.yaml"_s, "calendar: atlantis\n"));
    QVERIFY(!missing && missing.error().message.contains(u"atlantis.yaml"_s));
}

void TestCalendar::problemsNameLineAndKey_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const char *yaml, const char *place, const char *key) {
        QTest::newRow(name) << QByteArray(yaml) << QString::fromLatin1(place)
                            << QString::fromLatin1(key);
    };
    const auto in2026 = [&](const char *name, const char *line, const char *place, const char *key) {
        const auto yaml = QByteArray("years:\n  2026:\n    holidays:\n      - ") + line + '\n';
        row(name, yaml.constData(), place, key);
    };
    row("no years", "holidays: []\n", ":1:1:", "holidays");
    row("a list of years", "years: [2026]\n", ":1:1:", "years");
    row("no year", "years:\n  next: {}\n", ":2:3:", "year");
    row("known or not", "years:\n  2026: {known: false, holidays: [{from: 2026-01-01}]}\n",
        ":2:34:", "not known");
    in2026("no such day", "{from: 2026-02-29}", ":4:16:", "2026-02-17");
    in2026("another year", "{from: 2025-02-01}", ":4:16:", "2026");
    in2026("no start", "{to: 2026-02-01}", ":4:9:", "from");
    in2026("backwards", "{from: 2026-02-03, to: 2026-02-01}", ":4:32:", "before");
    in2026("misspelt", "{form: 2026-02-03}", ":4:10:", "form");
    in2026("a holiday worked", "{from: 2026-02-03, workdays: [2026-02-03]}", ":4:39:", "twice");
    in2026("twice", "{from: 2026-02-03}\n      - {from: 2026-02-02, to: 2026-02-03}", ":5:16:",
           "2026-02-03");
}

void TestCalendar::problemsNameLineAndKey()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, place);
    QFETCH(QString, key);
    const auto calendar = readCalendarFile(write(u"days.yaml"_s, yaml));
    QVERIFY(!calendar);
    const auto &said = calendar.error().message;
    QVERIFY2(said.contains(u"days.yaml"_s + place) && said.contains(key), qPrintable(said));
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
