// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/reports/reportmaker.h"
#include "tests/backend/reports/chronicle.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

using Story = std::function<void(Chronicle &)>;
using Check = std::function<void(const Report &)>;

struct Case
{
    const char *name;
    Story story;
    Check check;
};

bool seesAll(const GroupId &)
{
    return true;
}

/** What the report of Monday says, as seen ten days later. */
Report reportOf(const Chronicle &chronicle, qint64 nowSeconds = 10 * day)
{
    FactBook facts;
    DutyBook duty;
    for (const auto &event : chronicle.events) {
        facts.take(event);
        duty.take(event);
    }
    const ReportMaker maker(facts, duty, seesAll, Chronicle::at(nowSeconds));
    const auto report = maker.report({Chronicle::at(0), Chronicle::at(day), {}});
    return report.value_or(Report{});
}

const AnswererFigures &by(const Report &report, Answerer who)
{
    return report.now.by.at(int(who));
}

const QList<Case> &cases()
{
    static const QList<Case> all{
        {"bot answers",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.bot(106, u"t1"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.topics, 1);
             QCOMPARE(r.now.first.medianMs, 6000);
             QCOMPARE(by(r, Answerer::Bot).first.count, 1);
             QCOMPARE(r.now.automation, (Share{1, 1}));
             QCOMPARE(r.now.hit, (Share{1, 1}));
             QCOMPARE(r.now.transfer, (Share{0, 1}));
             QCOMPARE(r.now.firstContact, (Share{1, 1}));  // silent for a day
         }},
        {"a holding text is no answer",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.escalate(101, u"t1"_s);
             c.sent(103, u"t1"_s, c.queue(102, u"t1"_s, AuthorKind::Bot, {}));
             c.human(400, u"t1"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.first.medianMs, 300000);
             QCOMPARE(by(r, Answerer::Human).first.count, 1);
             QCOMPARE(r.now.transfer, (Share{1, 1}));
             QCOMPARE(r.now.automation, (Share{0, 1}));
             QCOMPARE(r.reasons, (QList{ReasonCount{Reason::Emotion, 1}}));
         }},
        {"queued is not sent",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.queue(101, u"t1"_s, AuthorKind::Bot, {u"m-1"_s});
         },
         [](const Report &r) {
             QCOMPARE(r.now.unanswered, 1);
             QCOMPARE(r.now.first.count, 0);
             QCOMPARE(r.now.automation, (Share{0, 1}));
         }},
        {"a phone is a person",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.phone(160, u"t1"_s);
         },
         [](const Report &r) {
             QCOMPARE(by(r, Answerer::Human).first.medianMs, 60000);
             QCOMPARE(r.now.automation, (Share{0, 1}));
         }},
        {"members answer, the asker does not",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.peer(110, u"t1"_s, u"w/hai"_s);
             c.peer(140, u"t1"_s);
         },
         [](const Report &r) { QCOMPARE(by(r, Answerer::Peer).first.medianMs, 40000); }},
        {"average over every wait",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.askOn(105, u"t1"_s);
             c.bot(110, u"t1"_s);
             c.askOn(200, u"t1"_s);
             c.human(230, u"t1"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.every.count, 2);
             QCOMPARE(r.now.every.totalMs, 40000);
             QCOMPARE(by(r, Answerer::Human).every.totalMs, 30000);
         }},
        {"median of four",
         [](Chronicle &c) {
             for (int i = 0; i < 4; ++i) {
                 c.ask(100 + i * 100, u"t%1"_s.arg(i), u"w/%1"_s.arg(i));
                 c.bot(100 + i * 100 + (i + 1) * 2, u"t%1"_s.arg(i));
             }
         },
         [](const Report &r) { QCOMPARE(r.now.first.medianMs, 5000); }},
        {"reopened within 72 hours",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.bot(106, u"t1"_s);
             c.state(200, u"t1"_s, TopicState::Resolved);
             c.state(200 + 71 * hour, u"t1"_s, TopicState::Bot);
         },
         [](const Report &r) { QCOMPARE(r.now.firstContact, (Share{0, 1})); }},
        {"reopened after 72 hours",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.bot(106, u"t1"_s);
             c.state(200, u"t1"_s, TopicState::Resolved);
             c.state(201 + 72 * hour, u"t1"_s, TopicState::Bot);
         },
         [](const Report &r) { QCOMPARE(r.now.firstContact, (Share{1, 1})); }},
        {"asked again in a new topic",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.bot(106, u"t1"_s);
             c.state(200, u"t1"_s, TopicState::Resolved);
             c.ask(200 + 30 * hour, u"t2"_s);
         },
         [](const Report &r) { QCOMPARE(r.now.firstContact, (Share{0, 1})); }},
        {"asked by somebody else",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.bot(106, u"t1"_s);
             c.state(200, u"t1"_s, TopicState::Resolved);
             c.ask(200 + 30 * hour, u"t2"_s, u"w/other"_s);
         },
         [](const Report &r) { QCOMPARE(r.now.firstContact, (Share{1, 1})); }},
        {"a correction takes it from the bot",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.correct(300, c.bot(106, u"t1"_s), u"k-9"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.automation, (Share{0, 1}));
             QCOMPARE(r.now.hit, (Share{0, 1}));
             QCOMPARE(r.now.newFromCorrections, 1);
         }},
        {"a low score is no hit",
         [](Chronicle &c) { c.ask(100, u"t1"_s, u"w/hai"_s, 600); },
         [](const Report &r) { QCOMPARE(r.now.hit, (Share{0, 1})); }},
        {"a refused draft is no hit",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             DraftWithdrawn refused;
             refused.outcome = DraftEnd::Rejected;
             c.add(refused, u"t1"_s);
         },
         [](const Report &r) { QCOMPARE(r.now.hit, (Share{0, 1})); }},
        {"merged topics count once, from the first question",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             const auto other = c.ask(160, u"t2"_s, u"w/leo"_s);
             c.setTime(170);
             c.link(u"t1"_s, other);
             c.state(170, u"t2"_s, TopicState::Merged, u"t1"_s);
             c.bot(190, u"t1"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.topics, 1);
             QCOMPARE(r.now.first.medianMs, 90000);
         }},
        {"a split topic began with its first message",
         [](Chronicle &c) {
             c.ask(100, u"t1"_s);
             c.bot(106, u"t1"_s);
             const auto second = c.askOn(200, u"t1"_s, u"w/leo"_s);
             c.setTime(500);
             c.add(TopicOpened{u"另一件"_s, {u"w/leo"_s}, {}, second, {u"t1"_s}}, u"t2"_s);
             c.link(u"t2"_s, second);
             c.human(560, u"t2"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.topics, 2);
             QCOMPARE(by(r, Answerer::Human).first.medianMs, 360000);
             QCOMPARE(r.now.every.count, 2);
         }},
        {"what began before does not count",
         [](Chronicle &c) {
             c.ask(-hour, u"t0"_s);
             c.bot(50, u"t0"_s);
             c.ask(day - 1, u"t1"_s);
             c.bot(day + 20, u"t1"_s);
         },
         [](const Report &r) {
             QCOMPARE(r.now.topics, 1);
             QCOMPARE(r.before.topics, 1);
             QCOMPARE(r.now.first.medianMs, 21000);
         }},
        {"asked one second too late",
         [](Chronicle &c) { c.ask(day, u"t1"_s); },
         [](const Report &r) { QCOMPARE(r.now.topics, 0); }},
    };
    return all;
}

} // namespace

/** The measures of ledgers small enough to count by hand. */
class TestMeasures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measures_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < cases().size(); ++i)
            QTest::newRow(cases().at(i).name) << i;
    }

    void measures()
    {
        QFETCH(int, number);
        const auto &one = cases().at(number);
        Chronicle chronicle;
        chronicle.setTime(-day);
        chronicle.world();
        one.story(chronicle);
        one.check(reportOf(chronicle));
    }

    void restsForLessThan72Hours()
    {
        Chronicle chronicle;
        chronicle.world();
        chronicle.ask(100, u"t1"_s);
        chronicle.bot(106, u"t1"_s);
        QCOMPARE(reportOf(chronicle, 20 * hour).now.firstContact, (Share{0, 0}));
        const auto later = reportOf(chronicle, 30 * hour);
        QCOMPARE(later.now.firstContact, (Share{1, 1}));
        QCOMPARE(later.now.restingShortly, 1);
        QCOMPARE(reportOf(chronicle, 80 * hour).now.restingShortly, 0);
    }

    void coverage()
    {
        Chronicle chronicle;
        chronicle.setTime(0);
        chronicle.world();
        User lin;
        lin.id = {u"u-lin"_s};
        chronicle.add(UserChanged{lin, {}});
        const auto presence = [&](qint64 at, AgentStatus status) {
            chronicle.setTime(at);
            chronicle.add(PresenceChanged{{lin.id, {}, status, {}, false}});
        };
        const auto link = [&](qint64 at, ConnectorState state) {
            chronicle.setTime(at);
            chronicle.add(ConnectorChanged{{u"w"_s, {}, {}, state, {}}});
        };
        link(2 * hour, ConnectorState::Connected);
        presence(9 * hour, AgentStatus::Online);
        presence(12 * hour, AgentStatus::Away);
        presence(13 * hour, AgentStatus::Online);
        link(14 * hour, ConnectorState::Down);
        presence(15 * hour + 1800, AgentStatus::Offline);
        link(20 * hour, ConnectorState::Connected);
        chronicle.ask(3 * hour, u"t1"_s);
        chronicle.ask(16 * hour, u"t2"_s, u"w/leo"_s);
        const auto report = reportOf(chronicle);
        // Nobody: 0–2 h and 15:30–20 h.
        QCOMPARE(report.now.coverage, (Share{(24 * 60) - 120 - 270, 24 * 60}));
        QCOMPARE(report.uncoveredTopics, 1);
        const auto &monday = report.weekdays.at(0);
        QCOMPARE(monday.nobody.at(1), 60);
        QCOMPARE(monday.bot.at(2), 60);
        QCOMPARE(monday.human.at(9), 60);
        QCOMPARE(monday.bot.at(12), 60);
        QCOMPARE(monday.human.at(15), 30);
        QCOMPARE(monday.nobody.at(15), 30);
        QCOMPARE(monday.topics.at(3), 1);
        QCOMPARE(report.weekdays.at(1).nobody.at(5), 0);  // Tuesday is not in the span
        QCOMPARE(report.groups.at(0).name, u"滨江花园3群"_s);
        QCOMPARE(report.groups.at(0).nobody, monday.nobody);
    }

    void theFutureIsNotUncovered()
    {
        Chronicle chronicle;
        chronicle.setTime(0);
        chronicle.world();
        QCOMPARE(reportOf(chronicle, 2 * hour).now.coverage, (Share{0, 120}));
        QCOMPARE(reportOf(chronicle, -hour).now.coverage, (Share{0, 0}));
    }

    void aBackendThatWasDownAnswersNobody()
    {
        Chronicle chronicle;
        chronicle.setTime(0);
        chronicle.world();
        chronicle.add(ConnectorChanged{{u"w"_s, {}, {}, ConnectorState::Connected, {}}});
        chronicle.ask(hour, u"t1"_s);  // the last thing it wrote
        chronicle.setTime(5 * hour);
        chronicle.add(ConnectorChanged{{u"w"_s, {}, {}, ConnectorState::Connecting, {}}});
        chronicle.add(ConnectorChanged{{u"w"_s, {}, {}, ConnectorState::Connected, {}}});
        QCOMPARE(reportOf(chronicle).weekdays.at(0).nobody.mid(0, 6), (QList{0, 60, 60, 60, 60, 0}));
    }

    void everyMeasureIsDefined()
    {
        QCOMPARE(measureTexts.size(), enumWords<Measure>.size());
        for (std::size_t i = 0; i < measureTexts.size(); ++i) {
            QCOMPARE(std::size_t(measureTexts[i].measure), i);
            QVERIFY(qstrlen(measureTexts[i].definition) > 40);
        }
    }

    void localTime()
    {
        QCOMPARE(localHour(Chronicle::at(0), 480).weekday, 1);
        QCOMPARE(localHour(Chronicle::at(0), 480).hour, 0);
        QCOMPARE(localHour(Chronicle::at(-1), 480).weekday, 7);
        QCOMPARE(localHour(Chronicle::at(0), 0).hour, 16);
        QCOMPARE(localDayStart(Chronicle::at(day - 1), 480), Chronicle::at(0));
        QCOMPARE(localHour({-1}, 0).weekday, 3);  // before 1970
        QCOMPARE(localHour({-1}, 0).hour, 23);
    }
};

QTEST_GUILESS_MAIN(TestMeasures)
#include "tst_measures.moc"
