// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/queuemodel.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>


using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const GroupId g0{u"wecom/g0"_s};
const TopicId t1{u"t-1"_s};
const TopicId t2{u"t-2"_s};
const TopicId t3{u"t-3"_s};

Topic waiting(Instant since)
{
    Topic topic;
    topic.id = t1;
    topic.state = TopicState::Escalated;
    topic.openedAt = since;
    topic.queuedAt = since;
    topic.waitingSince = since;
    topic.escalation = Escalation{{}, 600, 600, since, since.plusSeconds(300)};
    return topic;
}

int pointsOf(const Priority &priority, PriorityFactor factor)
{
    for (const auto &part : priority.parts) {
        if (part.factor == factor)
            return part.points;
    }
    return 0;
}

} // namespace

class TestQueueOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAddUp();
    void eachFactorCounts();
    void ordersOfTheQueue();
    void filterLeavesOut();
    void offersPassEveryFilter();
    void viewsComeBackFromText();
    void timeMovesRowsOnlyWhenAsked();
    void heldOrderIsNotReordered();
    void nextAtRiskGoesRound();
    void laterIsAListOfItsOwn();
};

void TestQueueOrder::partsAddUp()
{
    const Instant since{1'764'000'000'000};
    Policy policy;
    auto topic = waiting(since);
    topic.emotion = 90;
    topic.emotionTrend = 80;
    topic.emotions = {90};
    topic.confidence = 0;
    topic.repeats = 9;
    Customer customer;
    customer.level = CustomerLevel::Svip;
    const auto priority = priorityOf(policy, topic, &customer, since.plusSeconds(7200));
    QCOMPARE(priority.score, 1000);
    QCOMPARE(priority.parts.size(), 7);
    QVERIFY(std::ranges::is_sorted(priority.parts, std::ranges::greater{}, &PriorityPart::points));
    for (const auto &part : priority.parts)
        QCOMPARE(part.points, part.most);
    QCOMPARE(priority, priorityOf(policy, topic, &customer, since.plusSeconds(7200)));
    QCOMPARE(priorityOf(policy, Topic{}, nullptr, since).score, 0);
}

void TestQueueOrder::eachFactorCounts()
{
    const Instant since{1'764'000'000'000};
    Policy policy;
    const auto half = priorityOf(policy, waiting(since), nullptr, since.plusSeconds(150));
    QCOMPARE(pointsOf(half, PriorityFactor::Sla), 175);
    QCOMPARE(pointsOf(half, PriorityFactor::Wait), 140 * 150 / 1200);
    auto topic = waiting(since);
    topic.emotion = 35;
    QCOMPARE(pointsOf(priorityOf(policy, topic, nullptr, since), PriorityFactor::Emotion), 0);
    topic.emotion = 70;
    QCOMPARE(pointsOf(priorityOf(policy, topic, nullptr, since), PriorityFactor::Emotion), 180);
    Customer rich;
    rich.spend30dCents = policy.highValueCents / 2;
    QCOMPARE(pointsOf(priorityOf(policy, topic, &rich, since), PriorityFactor::Value), 60);
    QVERIFY2(pointsOf(priorityOf(policy, topic, nullptr, since), PriorityFactor::Confidence) == 0,
             "without a verdict there is nothing to doubt");
    topic.emotions = {70};
    topic.confidence = policy.answerThreshold / 2;
    QCOMPARE(pointsOf(priorityOf(policy, topic, nullptr, since), PriorityFactor::Confidence), 30);
}

void TestQueueOrder::ordersOfTheQueue()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    scribe.group();
    scribe.open(t1);
    scribe.escalate(t1, 900'000);
    scribe.open(t2);
    scribe.escalate(t2, 100'000);
    const auto above = [&](const TopicId &one, const TopicId &other) {
        return queue.indexOf(one).row() < queue.indexOf(other).row();
    };
    session.setNow({scribe.now + 60'000});
    queue.reorder();
    QVERIFY2(above(t2, t1), "more of its time is gone");
    queue.setView({QueueSort::OldestWait, {}});
    QVERIFY(above(t1, t2));
    queue.setView({QueueSort::Newest, {}});
    QVERIFY(above(t2, t1));
    queue.setView({QueueSort::Sla, {}});
    QVERIFY(above(t2, t1));
    QCOMPARE(queue.inconsistency(), QString());
}

void TestQueueOrder::filterLeavesOut()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    scribe.group();
    scribe.open(t1);
    scribe.escalate(t1, 900'000);
    scribe.open(t2);
    const auto asked = scribe.say(u"还有吗"_s, u"王芳"_s, t2);
    Verdict verdict;
    verdict.emotion = 82;
    scribe.write(VerdictReached{asked, verdict}, t2);

    SavedView view;
    view.filter.emotionFrom = 70;
    queue.setView(view);
    QVERIFY(queue.indexOf(t2).isValid() && !queue.indexOf(t1).isValid());
    QCOMPARE(queue.count(DeskList::Queue), 0);
    QCOMPARE(queue.waiting(), 1);
    view.filter = {};
    view.filter.groups = {{u"wecom/g9"_s}};
    queue.setView(view);
    QVERIFY(!queue.indexOf(t2).isValid() && !queue.indexOf(t1).isValid());
    view.filter.groups = {g0};
    view.filter.categories = {u"退款"_s};
    queue.setView(view);
    QVERIFY(!queue.indexOf(t1).isValid());
    view.filter = {};
    view.filter.mine = true;
    queue.setView(view);
    QVERIFY(!queue.indexOf(t1).isValid());
    scribe.grant(t1, session.me(), 1);
    QVERIFY(queue.indexOf(t1).isValid());
    scribe.write(LeaseEnded{1, session.me(), LeaseEnd::Released, {}, {}}, t1);
    QVERIFY2(queue.indexOf(t1).isValid(), "what I had is mine too");
    QCOMPARE(queue.inconsistency(), QString());
}

void TestQueueOrder::offersPassEveryFilter()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    scribe.group();
    scribe.open(t1);
    scribe.escalate(t1, 900'000);
    SavedView view;
    view.filter.emotionFrom = 100;
    queue.setView(view);
    QVERIFY(!queue.indexOf(t1).isValid());
    scribe.write(LeaseOffered{session.me(), u"我"_s, {scribe.now + 20'000}, {}, {}}, t1);
    QVERIFY(queue.indexOf(t1).isValid());
    scribe.write(LeaseMissed{session.me(), u"我"_s}, t1);
    QVERIFY(!queue.indexOf(t1).isValid());
    QCOMPARE(session.state().topics.value(t1).misses.size(), 1);
}

void TestQueueOrder::viewsComeBackFromText()
{
    SavedView view{QueueSort::Sla, {{g0, {u"wecom/二群"_s}}, {u"退款"_s}, 40, true}};
    QCOMPARE(savedViewFrom(textOf(view)), view);
    QCOMPARE(savedViewFrom(textOf(SavedView{})), SavedView{});
    QVERIFY(!savedViewFrom(u"{}"_s));
    QVERIFY(!savedViewFrom(u"nonsense"_s));
    QVERIFY(!savedViewFrom(u"{\"sort\":\"colour\"}"_s));
    QCOMPARE(savedViewFrom(u"{\"sort\":\"sla\",\"emotionFrom\":900}"_s)->filter.emotionFrom, 100);
}

void TestQueueOrder::timeMovesRowsOnlyWhenAsked()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    scribe.group();
    for (const auto &id : {t1, t2, t3}) {
        scribe.open(id);
        scribe.escalate(id, id == t3 ? 60'000 : 900'000);
    }
    // All as old as the model: the one due first stands first.
    QCOMPARE(queue.indexOf(t3).row(), queue.headerOf(DeskList::Queue).row() + 1);
    Told told(&queue);
    session.setNow({scribe.now + 300'000});
    scribe.say(u"人呢"_s, u"李海燕"_s);
    QCOMPARE(told.moved.count(), 0);
    queue.reorder();
    QCOMPARE(queue.inconsistency(), QString());
    QCOMPARE(told.resets.count(), 0);
    queue.reorder();
    const auto moved = told.moved.count();
    queue.reorder();
    QCOMPARE(told.moved.count(), moved);
}

void TestQueueOrder::heldOrderIsNotReordered()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    scribe.group();
    scribe.open(t1);
    scribe.escalate(t1, 900'000);
    scribe.open(t2);
    scribe.escalate(t2, 950'000);
    const auto first = queue.indexOf(t1).row();
    queue.setHoldOrder(true);
    session.setNow({scribe.now + 600'000});
    Policy policy;
    policy.firstResponseSeconds = 1;
    scribe.write(PolicyChanged{policy, {}, {}});
    queue.reorder();
    QCOMPARE(queue.indexOf(t1).row(), first);
    queue.setHoldOrder(false);
    QCOMPARE(queue.inconsistency(), QString());
}

void TestQueueOrder::nextAtRiskGoesRound()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    QVERIFY(queue.nextAtRisk({}).isEmpty());
    scribe.group();
    for (const auto &id : {t1, t2, t3})
        scribe.open(id);
    scribe.escalate(t1, 900'000);
    scribe.escalate(t2, 100'000);
    QCOMPARE(queue.nextAtRisk({}), t2);
    QCOMPARE(queue.nextAtRisk(t2), t1);
    QCOMPARE(queue.nextAtRisk(t1), t2);
    QCOMPARE(queue.nextAtRisk(t3), t2);
}

void TestQueueOrder::laterIsAListOfItsOwn()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
    scribe.group();
    scribe.open(t1);
    scribe.escalate(t1, 900'000);
    scribe.grant(t1, session.me(), 1);
    scribe.write(TopicOnHold{true, u"等仓库"_s, session.me()}, t1);
    QCOMPARE(queue.count(DeskList::Later), 1);
    QCOMPARE(queue.count(DeskList::Mine), 0);
    scribe.say(u"到了吗"_s, u"李海燕"_s, t1);
    QCOMPARE(queue.count(DeskList::Mine), 1);
    scribe.write(LeaseEnded{1, session.me(), LeaseEnd::Snoozed, {}, {}}, t1);
    scribe.write(TopicSnoozed{{scribe.now + 900'000}, {}, session.me()}, t1);
    QCOMPARE(queue.count(DeskList::Later), 1);
    QVERIFY(queue.indexOf(t1).data(QueueModel::SnoozedUntil).value<Instant>().isSet());
    scribe.write(TopicSnoozed{}, t1);
    QCOMPARE(queue.count(DeskList::Queue), 1);
    QCOMPARE(queue.inconsistency(), QString());
}

QTEST_GUILESS_MAIN(TestQueueOrder)
#include "tst_queueorder.moc"
