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

Report reportOf(const Chronicle &chronicle, qint64 from = 0, qint64 to = day)
{
    FactBook facts;
    DutyBook duty;
    for (const auto &event : chronicle.events) {
        facts.take(event);
        duty.take(event);
    }
    const ReportMaker maker(facts, duty, [](const GroupId &) { return true; },
                            Chronicle::at(10 * day));
    return maker.report({Chronicle::at(from), Chronicle::at(to), {}}).value_or(Report{});
}

/** What people wrote on a draft, and how sure the bot had been. */
MessageId decide(Chronicle &c, qint64 at, const QString &topic, int confidence, DraftEnd outcome)
{
    const auto question = c.ask(at, topic, u"w/"_s + topic, confidence);
    DraftMade made;
    made.draft = {u"d-"_s + topic};
    made.author = {AuthorKind::Bot, {}, {}};
    made.answers = question;
    made.entry = {u"k-1"_s};
    made.review = true;
    c.add(made, topic);
    MessageId sent;
    if (outcome == DraftEnd::Approved) {
        MessageQueued queued;
        queued.message = {u"s-"_s + topic};
        queued.author = {AuthorKind::Bot, {}, {}};
        queued.answers = question;
        queued.entry = {u"k-1"_s};
        queued.draft = made.draft;
        c.add(queued, topic);
        sent = queued.message;
    }
    c.add(DraftWithdrawn{made.draft, u"why"_s, {u"u-1"_s}, outcome, u"林悦"_s}, topic);
    return sent;
}

/** The bot answers by itself. */
MessageId answer(Chronicle &c, qint64 at, const QString &topic, int confidence)
{
    const auto question = c.ask(at, topic, u"w/"_s + topic, confidence);
    const auto id = c.queue(at + 1, topic, AuthorKind::Bot, question);
    c.sent(at + 2, topic, id);
    return id;
}

void foldAway(Chronicle &c, qint64 at, int count)
{
    for (int i = 0; i < count; ++i) {
        c.setTime(at + i);
        VerdictReached data;
        data.message = c.say(u"w/wang"_s);
        data.verdict.action = Action::Fold;
        c.add(data);
    }
}

void check(Chronicle &c, qint64 ofDay, int count, int missed)
{
    for (int i = 0; i < count; ++i) {
        const MessageId id{u"f-%1-%2"_s.arg(ofDay).arg(i)};
        c.setTime(ofDay * day + 20 * hour + i);
        FoldSampled drawn;
        drawn.message = id;
        drawn.day = Chronicle::at(ofDay * day);
        drawn.of = count;
        c.add(drawn);
        c.setTime((ofDay + 1) * day + i);
        c.add(FoldJudged{id, i < missed ? FoldCheck::Missed : FoldCheck::Right, {u"u-1"_s}});
    }
}

} // namespace

/** What people made of the bot's answers and of its silence. */
class TestInsightBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomesStandByConfidence();
    void correctionsCountLater();
    void whatIsNoAnswerIsNotCounted();
    void missRateWeighsDays();
    void missRateIsHonestForFew();
    void aWithdrawnWordCountsNot();
    void spreadsAreCounted();
    void nothingToSay();
};

void TestInsightBook::outcomesStandByConfidence()
{
    Chronicle c;
    c.world();
    decide(c, 100, u"t1"_s, 910, DraftEnd::Approved);
    decide(c, 200, u"t2"_s, 950, DraftEnd::Edited);
    decide(c, 300, u"t3"_s, 1000, DraftEnd::Rejected);
    decide(c, 400, u"t4"_s, 310, DraftEnd::Proposed);
    decide(c, 500, u"t5"_s, 320, DraftEnd::Withdrawn);  // overtaken: nobody decided
    answer(c, 600, u"t6"_s, 770);
    const auto steps = reportOf(c).reliability;
    QCOMPARE(steps.size(), 10);
    QCOMPARE(steps.at(9), (ReliabilityStep{900, 1, 1, 1, 953}));
    QCOMPARE(steps.at(3), (ReliabilityStep{300, 0, 1, 0, 310}));
    QCOMPARE(steps.at(7), (ReliabilityStep{700, 1, 0, 0, 770}));
    QCOMPARE(steps.at(0), (ReliabilityStep{0, 0, 0, 0, 0}));
}

void TestInsightBook::correctionsCountLater()
{
    Chronicle c;
    c.world();
    const auto own = answer(c, 100, u"t1"_s, 860);
    const auto approved = decide(c, 200, u"t2"_s, 830, DraftEnd::Approved);
    QCOMPARE(reportOf(c).reliability.at(8), (ReliabilityStep{800, 2, 0, 0, 845}));
    c.correct(2 * day, own, u"k-1"_s);
    c.correct(2 * day + 1, approved, u"k-1"_s);
    QCOMPARE(reportOf(c).reliability.at(8), (ReliabilityStep{800, 0, 2, 0, 845}));
}

void TestInsightBook::whatIsNoAnswerIsNotCounted()
{
    Chronicle c;
    c.world();
    const auto question = c.ask(100, u"t1"_s);
    c.queue(101, u"t1"_s, AuthorKind::Bot, question);  // never sent
    c.human(200, u"t1"_s);
    c.sent(301, u"t1"_s, c.queue(300, u"t1"_s, AuthorKind::Bot, {}));  // a holding text
    QVERIFY(reportOf(c).reliability.isEmpty());
    QVERIFY(reportOf(c, day, 2 * day).reliability.isEmpty());
}

void TestInsightBook::missRateWeighsDays()
{
    Chronicle c;
    c.world();
    foldAway(c, hour, 90);
    check(c, 0, 10, 0);
    foldAway(c, day + hour, 10);
    check(c, 1, 10, 5);
    const auto folds = reportOf(c, 0, 2 * day).folds;
    QCOMPARE(folds.folded, 100);
    QCOMPARE(folds.sampled, 20);
    QCOMPARE(folds.checked, 20);
    QCOMPARE(folds.missed, 5);
    QCOMPARE(folds.rate, 50);  // not 250: the bad day had a tenth of it all
    QVERIFY(folds.low < 50 && folds.high > 50);
    // One day alone.
    const auto second = reportOf(c, day, 2 * day).folds;
    QCOMPARE(second.folded, 10);
    QCOMPARE(second.rate, 500);
    QVERIFY(second.low >= 200 && second.high <= 800);
}

void TestInsightBook::missRateIsHonestForFew()
{
    Chronicle c;
    c.world();
    foldAway(c, hour, 50);
    check(c, 0, 5, 0);
    const auto folds = reportOf(c).folds;
    QCOMPARE(folds.rate, 0);
    QCOMPARE(folds.low, 0);
    QCOMPARE(folds.high, 435);  // Wilson for 0 of 5
}

void TestInsightBook::aWithdrawnWordCountsNot()
{
    Chronicle c;
    c.world();
    foldAway(c, hour, 50);
    check(c, 0, 5, 5);
    c.add(FoldJudged{{u"f-0-0"_s}, FoldCheck::Open, {u"u-1"_s}});
    c.add(FoldJudged{{u"f-0-1"_s}, FoldCheck::Right, {u"u-1"_s}});
    const auto folds = reportOf(c).folds;
    QCOMPARE(folds.sampled, 5);
    QCOMPARE(folds.checked, 4);
    QCOMPARE(folds.missed, 3);
}

void TestInsightBook::spreadsAreCounted()
{
    Chronicle c;
    c.world();
    c.setTime(100);
    c.add(AlertRaised{});
    c.setTime(day + 100);
    c.add(AlertRaised{});
    QCOMPARE(reportOf(c).spreads, 1);
    QCOMPARE(reportOf(c, 0, 2 * day).spreads, 2);
}

void TestInsightBook::nothingToSay()
{
    Chronicle c;
    c.world();
    const auto report = reportOf(c);
    QVERIFY(report.reliability.isEmpty());
    QCOMPARE(report.folds, FoldFigures{});
    QCOMPARE(report.spreads, 0);
}

QTEST_GUILESS_MAIN(TestInsightBook)
#include "tst_insightbook.moc"
