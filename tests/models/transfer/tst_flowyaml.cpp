// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/flowyaml.h"
#include "tests/models/common/seed.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

QString randomText(Dice &dice, int longest, const QString &signs)
{
    QString text;
    for (int left = 1 + dice.below(longest); left > 0; --left)
        text += signs[dice.below(int(signs.size()))];
    return text.trimmed().isEmpty() ? u"话"_s : text.trimmed();
}

FlowSchedule randomSchedule(Dice &dice)
{
    FlowSchedule schedule;
    schedule.minute = dice.below(1440);
    if (dice.chance(50))
        schedule.weekdays = {1 + dice.below(7), 1 + dice.below(7)};
    else if (dice.chance(50))
        schedule.dates = {20261111, 20270228};
    schedule.spreadMinutes = dice.below(121);
    schedule.offset = dice.chance(50) ? 480 : dice.below(1681) - 840;
    return schedule;
}

/** A flow as it may stand in the ledger. */
Flow randomFlow(Dice &dice)
{
    static const auto signs = u"欢迎加入 a1:#-[]{},&*!|>'\"%@`\n\\ 　。～null"_s;
    Flow flow;
    flow.id = {u"f-%1"_s.arg(dice.below(1000))};
    flow.name = randomText(dice, 20, signs).simplified();
    flow.enabled = dice.chance(50);
    flow.trigger = FlowTrigger(dice.below(int(enumWords<FlowTrigger>.size())));
    if (flow.trigger == FlowTrigger::Schedule)
        flow.schedule = randomSchedule(dice);
    if (flow.trigger == FlowTrigger::Keyword)
        flow.keywords = {randomText(dice, 8, signs).simplified(), u"~"_s, u"yes"_s};
    if (flow.trigger == FlowTrigger::Event)
        flow.moment = FlowMoment(dice.below(int(enumWords<FlowMoment>.size())));
    if (flow.trigger == FlowTrigger::Joined)
        flow.batchSeconds = dice.below(3601);
    if (dice.chance(30))
        flow.groups = {{u"wx/"_s + randomText(dice, 6, u"ab: #12"_s)}};
    if (dice.chance(30))
        flow.tags = {randomText(dice, 6, signs).simplified()};
    if (dice.chance(30))
        flow.levels = {CustomerLevel::Vip, CustomerLevel::Normal};
    flow.perMember = FlowRepeat(dice.below(int(enumWords<FlowRepeat>.size())));
    flow.text = randomText(dice, 120, signs);
    // Braces that nobody fills are no text of a flow.
    flow.text.replace(u"{{"_s, u"{ {"_s).replace(u"}}"_s, u"} }"_s);
    flow.text += u"{{群名}}"_s;
    return flow;
}

const auto good = u"id: welcome\nname: 欢迎\ntrigger: joined\ntext: 欢迎来到{{群名}}\n"_s;

bool says(const FlowReading &reading, int line, const QString &words)
{
    return std::ranges::any_of(reading.problems, [&](const FlowProblem &problem) {
        return problem.line == line && problem.message.contains(words);
    });
}

QString allOf(const FlowReading &reading)
{
    QStringList lines;
    for (const auto &problem : reading.problems)
        lines.append(u"%1:%2 %3"_s.arg(problem.line).arg(problem.column).arg(problem.message));
    return lines.join(u'\n');
}

} // namespace

/** One flow, written and read by people. */
class TestFlowYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        Dice dice(seed());
        for (int round = 0; round < 500; ++round) {
            auto flow = randomFlow(dice);
            const auto text = textOfFlow(flow);
            const auto reading = readFlowText(text);
            QVERIFY2(reading.flow, qPrintable(text + u'\n' + allOf(reading)));
            QVERIFY2(*reading.flow == flow, qPrintable(text));
            QVERIFY(reading.problems.isEmpty());
        }
    }

    void whatTheLedgerAddsIsNotWritten()
    {
        auto flow = *readFlowText(good).flow;
        flow.version = 7;
        flow.since = {5};
        flow.source = u"flows.yaml"_s;
        flow.imported = u"x"_s;
        QCOMPARE(readFlowText(textOfFlow(flow)).flow, readFlowText(good).flow);
    }

    void severalLinesStandAsTheyAre()
    {
        auto flow = *readFlowText(good).flow;
        flow.text = u"欢迎新邻居！\n有事@我。"_s;
        QVERIFY2(textOfFlow(flow).contains(u"text: |"_s), qPrintable(textOfFlow(flow)));
        QVERIFY(textOfFlow(flow).contains(u"\n  有事@我。"_s));
    }

    void everyFaultIsNamedWithItsLine()
    {
        const auto reading = readFlowText(u"id: wel come\nname: 欢迎\nenabled: maybe\n"
                                          "trigger: keyword\nperMember: weekly\nbatchSecond: 3\n"
                                          "text: hi\n"_s);
        QVERIFY(!reading.flow);
        QVERIFY2(says(reading, 3, u"enabled"_s), qPrintable(allOf(reading)));
        QVERIFY(says(reading, 1, u"keywords"_s));
        QVERIFY(says(reading, 5, u"perMember"_s));
        QVERIFY(says(reading, 6, u"batchSecond"_s));
        QVERIFY(std::ranges::is_sorted(reading.problems, {}, &FlowProblem::line));
        // The id, once the rest can be read.
        QVERIFY(says(readFlowText(QString(good).replace(u"welcome"_s, u"wel come"_s)), 1, u"id"_s));
    }

    void hostileTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << u"   \n\n"_s;
        QTest::newRow("comment") << u"# nothing"_s;
        QTest::newRow("a list") << u"- id: a\n  name: b\n"_s;
        QTest::newRow("a word") << u"hello"_s;
        QTest::newRow("a comma") << u","_s;  // yaml-cpp's LoadAll never ends at it
        QTest::newRow("two documents") << good + u"---\n"_s + good;
        QTest::newRow("a whole file") << u"flows:\n  - id: a\n"_s;
        QTest::newRow("deep") << u"text: "_s + QString(8000, u'[');
        QTest::newRow("deep maps") << QString(4000, u'{');
        QTest::newRow("itself") << u"id: &a [*a]\nname: *a\ntrigger: joined\ntext: x\n"_s;
        QTest::newRow("unknown anchor") << u"id: *nobody\n"_s;
        QTest::newRow("laughs") << u"a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\n"
                                   "c: &c [*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c]\n"
                                   "e: &e [*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e]\n"_s;
        QTest::newRow("a key twice") << good + u"name: 再来\n"_s;
        QTest::newRow("a map as key") << u"{a: b}: c\n"_s;
        QTest::newRow("a list as name") << QString(good).replace(u"欢迎\n"_s, u"[a, b]\n"_s);
        QTest::newRow("no value") << QString(good).replace(u": 欢迎来到{{群名}}"_s, u":"_s);
        QTest::newRow("null") << QString(good).replace(u"欢迎来到{{群名}}"_s, u"~"_s);
        QTest::newRow("tab") << u"id: a\n\tname: b\n"_s;
        QTest::newRow("open quote") << u"id: \"a\nname: b\n"_s;
        QTest::newRow("too long") << good + u"# "_s + QString(flowTextLimit, u'x');
        QTest::newRow("long text") << QString(good).replace(u"{{群名}}"_s, QString(2001, u'长'));
        QTest::newRow("huge number") << good + u"batchSeconds: 99999999999999999999\n"_s;
        QTest::newRow("negative") << good + u"batchSeconds: -1\n"_s;
        QTest::newRow("binary tag") << u"id: !!binary AAAA\nname: b\ntrigger: joined\n"_s;
        QTest::newRow("control") << QString(good).replace(u"welcome"_s, u"a\u0001b"_s);
    }

    void hostileTexts()
    {
        QFETCH(QString, text);
        QElapsedTimer time;
        time.start();
        const auto reading = readFlowText(text);
        QVERIFY(!reading.flow);
        QVERIFY(!reading.problems.isEmpty());
        for (const auto &problem : reading.problems)
            QVERIFY(problem.line >= 1 && problem.column >= 1 && !problem.message.isEmpty());
        QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    }

    void anyCharactersAreSurvived()
    {
        Dice dice(seed());
        static const auto signs = u"id: name\n  - [{}],'\"|>&*!%#@~欢迎{{}}joined\t"_s;
        for (int round = 0; round < 3000; ++round) {
            QString text = dice.chance(50) ? good : QString();
            for (int left = dice.below(60); left > 0; --left)
                text.insert(dice.below(int(text.size()) + 1), signs[dice.below(int(signs.size()))]);
            const auto reading = readFlowText(text);
            QCOMPARE(reading.flow.has_value(), reading.problems.isEmpty());
            if (reading.flow)
                QVERIFY(!faultOf(*reading.flow));
        }
    }

    /** A person types: every key is checked. */
    void isQuick()
    {
        auto flow = *readFlowText(good).flow;
        flow.text = QString(1900, u'字') + u"{{群名}}"_s;
        const auto text = textOfFlow(flow);
        QElapsedTimer time;
        time.start();
        for (int round = 0; round < 100; ++round)
            QVERIFY(readFlowText(text).flow);
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestFlowYaml)
#include "tst_flowyaml.moc"
