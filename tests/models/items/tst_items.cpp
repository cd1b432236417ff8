// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/draftmodel.h"
#include "models/items/outboxmodel.h"
#include "models/items/queuemodel.h"
#include "models/items/searchmodel.h"
#include "models/items/timelinemodel.h"
#include "tests/models/common/story.h"
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
const auto kept = [](const Result<> &) {};

QList<TimelineRow::Kind> kindsOf(const TimelineModel &model)
{
    QList<TimelineRow::Kind> kinds;
    for (int i = 0; i < model.rowCount(); ++i)
        kinds.append(model.index(i).data(TimelineModel::Kind).value<TimelineRow::Kind>());
    return kinds;
}

/** Every model under the tester, made before there is anything to show. */
struct Everything
{
    explicit Everything(ScriptedSession &session)
        : queue(&session), timeline(&session), focused(&session), outbox(&session),
          drafts(&session)
    {
        for (auto *model : all())
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        timeline.setGroup(g0);
        focused.setGroup(g0);
        for (auto *model : all())
            resets.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::modelReset));
    }

    QList<QAbstractItemModel *> all()
    {
        return {&queue, &timeline, &focused, &outbox, &drafts};
    }

    void compare(const ScriptedSession &session)
    {
        const auto &state = session.state();
        QCOMPARE(queue.inconsistency(), QString());
        QCOMPARE(timeline.inconsistency(), QString());
        QCOMPARE(focused.inconsistency(), QString());
        QCOMPARE(outbox.rowCount(), session.outbox().size());
        QCOMPARE(drafts.rowCount(), std::ranges::count_if(state.drafts, &Draft::review));
    }

    QueueModel queue;
    TimelineModel timeline;
    TimelineModel focused;
    OutboxModel outbox;
    DraftModel drafts;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    std::vector<std::unique_ptr<QSignalSpy>> resets;
};

/** What a person does meanwhile. */
void meddle(Everything &models, ScriptedSession &session, Dice &dice)
{
    const auto open = session.state().groups.value(g0).open;
    if (dice.chance(5))
        models.queue.setHoldOrder(!models.queue.holdOrder());
    if (dice.chance(5))
        models.queue.setCollapsed(static_cast<DeskList>(dice.below(5)), dice.chance(50));
    if (dice.chance(5) && !open.isEmpty())
        models.focused.setFocus(open.at(dice.below(static_cast<int>(open.size()))));
    if (dice.chance(3) && models.timeline.rowCount() > 0)
        models.timeline.unfold(models.timeline.index(dice.below(models.timeline.rowCount())));
    if (dice.chance(5) && !open.isEmpty())
        session.submit(SendMessage{open.constFirst(), 1, 1, u"好的"_s, {}, {}}, &session, kept);
    if (dice.chance(5) && !session.outbox().isEmpty())
        session.settle(session.outbox().constFirst().command.id, 1);
}

} // namespace

class TestItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyModelFollowsARandomStory();
    void queueStandsInOrder();
    void queueHoldsStill();
    void queueCollapses();
    void queueCountsUnread();
    void timelineFoldsChatter();
    void timelineFoldsOtherTopics();
    void timelineShowsHappenings();
    void timelineBreaksDaysAndGroupsSpeakers();
    void timelineShowsWhatIsPending();
    void timelinePrependsHistory();
    void timelineDropsTheOldestWhileFollowing();
    void timelineSwapsOnReset();
    void searchDropsLateAnswers();
    void outboxKeepsRefused();
};

void TestItems::everyModelFollowsARandomStory()
{
    Story story(seed(), 4);
    ScriptedSession session;
    Everything models(session);
    // Drafts come and go: what counts is that there were some, not that one is left at the end.
    QHash<QAbstractItemModel *, int> framesWithRows;
    const auto frames = rounds(600, 20'000);
    for (int frame = 0; frame < frames; ++frame) {
        session.feed(story.next(1 + story.dice().below(6)));
        meddle(models, session, story.dice());
        models.compare(session);
        if (QTest::currentTestFailed())
            return;
        for (auto *model : models.all())
            framesWithRows[model] += model->rowCount() > 0;
    }
    for (const auto &spy : models.resets)
        QCOMPARE(spy->count(), 0);
    for (auto *model : models.all())
        QVERIFY2(model == &models.outbox || framesWithRows.value(model) > 20,
                 model->metaObject()->className());
}

void TestItems::queueStandsInOrder()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    scribe.group();
    scribe.open(t1);
    scribe.open(t2);
    scribe.escalate(t1, 300'000);
    scribe.escalate(t2, 100'000);
    QCOMPARE(queue.count(DeskList::Queue), 2);
    QVERIFY(queue.indexOf(t2).row() < queue.indexOf(t1).row());

    scribe.write(LeaseOffered{session.me(), u"我"_s, {scribe.now + 20'000}, {}, {}}, t1);
    QVERIFY2(queue.indexOf(t1).row() < queue.indexOf(t2).row(), "offered to me stands first");
    QVERIFY(queue.indexOf(t1).data(QueueModel::OfferedToMe).toBool());

    Told told(&queue);
    const QPersistentModelIndex row = queue.indexOf(t1);
    scribe.grant(t1, session.me(), 1);
    QCOMPARE(told.moved.count(), 1);
    QVERIFY2(row.isValid(), "a row that changes its list keeps its selection");
    QCOMPARE(row.data(QueueModel::List).value<DeskList>(), DeskList::Mine);

    scribe.grant(t2, {u"u-9"_s}, 1);
    QVERIFY2(!queue.indexOf(t2).isValid(), "a colleague's topic is in none of my lists");
}

void TestItems::queueHoldsStill()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    QSignalSpy held(&queue, &QueueModel::heldChanged);
    scribe.group();
    scribe.open(t1);
    queue.setHoldOrder(true);
    Told told(&queue);
    scribe.open(t2);
    scribe.escalate(t1, 1);
    QCOMPARE(told.inserted.count() + told.removed.count() + told.moved.count(), 0);
    QCOMPARE(queue.held(), 2);
    QCOMPARE(queue.indexOf(t1).data(QueueModel::State).value<TopicState>(), TopicState::Escalated);
    scribe.write(EscalationCleared{u"bot answered"_s}, t1);
    QCOMPARE(queue.held(), 1);
    queue.setHoldOrder(false);
    QCOMPARE(queue.held(), 0);
    QVERIFY(queue.indexOf(t2).isValid());
    QCOMPARE(queue.inconsistency(), QString());
    QVERIFY(held.count() >= 3);
}

void TestItems::queueCollapses()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    scribe.group();
    scribe.open(t1);
    queue.setCollapsed(DeskList::Bot, true);
    QVERIFY(!queue.indexOf(t1).isValid());
    QCOMPARE(queue.headerOf(DeskList::Bot).data(QueueModel::Count).toInt(), 1);
    QVERIFY(queue.headerOf(DeskList::Bot).data(QueueModel::Collapsed).toBool());
    queue.setCollapsed(DeskList::Bot, false);
    QVERIFY(queue.indexOf(t1).isValid());
    QVERIFY(queue.isCollapsed(DeskList::Ended));
}

void TestItems::queueCountsUnread()
{
    ScriptedSession session;
    Scribe scribe{session};
    QueueModel queue(&session);
    scribe.group();
    scribe.open(t1);
    scribe.say(u"在吗"_s, u"李海燕"_s, t1);
    scribe.say(u"？"_s, u"李海燕"_s, t1);
    QCOMPARE(queue.indexOf(t1).data(QueueModel::Unread).toInt(), 2);
    queue.markSeen(t1);
    QCOMPARE(queue.indexOf(t1).data(QueueModel::Unread).toInt(), 0);
    scribe.say(u"还在吗"_s, u"李海燕"_s, t1);
    QCOMPARE(queue.indexOf(t1).data(QueueModel::Unread).toInt(), 1);
    QVERIFY(queue.indexOf(t1).data(QueueModel::WaitingSeconds).toInt() >= 0);
}

void TestItems::timelineFoldsChatter()
{
    using Kind = TimelineRow::Kind;
    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel timeline(&session);
    scribe.group();
    timeline.setGroup(g0);
    scribe.open(t1);
    scribe.say(u"退款呢"_s, u"李海燕"_s, t1);
    for (int i = 0; i < 3; ++i)
        scribe.chatter(u"哈哈"_s);
    scribe.say(u"在吗"_s, u"李海燕"_s, t1);
    QCOMPARE(kindsOf(timeline), (QList<Kind>{Kind::DayBreak, Kind::Happening, Kind::Message,
                                             Kind::FoldedChatter, Kind::Message}));
    const auto fold = timeline.index(3);
    QCOMPARE(fold.data(TimelineModel::FoldedCount).toInt(), 3);
    QCOMPARE(fold.data(TimelineModel::FoldedWhy).toStringList(), QStringList{u"no_question"_s});
    QVERIFY(timeline.unfold(fold));
    QCOMPARE(timeline.rowCount(), 7);
    timeline.refold();
    QCOMPARE(timeline.rowCount(), 5);
    QVERIFY(!timeline.unfold(timeline.index(2)));
}

void TestItems::timelineFoldsOtherTopics()
{
    using Kind = TimelineRow::Kind;
    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel timeline(&session);
    scribe.group();
    timeline.setGroup(g0);
    scribe.open(t1);
    scribe.open(t2);
    scribe.say(u"退款"_s, u"李海燕"_s, t1);
    scribe.say(u"优惠券"_s, u"王芳"_s, t2);
    scribe.say(u"满多少"_s, u"王芳"_s, t2);
    scribe.say(u"还没到"_s, u"李海燕"_s, t1);
    Told told(&timeline);
    timeline.setFocus(t1);
    QCOMPARE(told.resets.count(), 0);
    QCOMPARE(kindsOf(timeline), (QList<Kind>{Kind::DayBreak, Kind::Happening, Kind::Message,
                                             Kind::FoldedOthers, Kind::Message}));
    const auto fold = timeline.index(3).data(TimelineModel::Row).value<TimelineRow>();
    QCOMPARE(fold.count, 2);
    QCOMPARE(fold.topics, QList<TopicId>{t2});
    QCOMPARE(timeline.newestSeq(t2), session.state().topics.value(t2).version);
    timeline.setFocus({});
    QVERIFY(!kindsOf(timeline).contains(Kind::FoldedOthers));
    QCOMPARE(timeline.inconsistency(), QString());
}

void TestItems::timelineShowsHappenings()
{
    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel timeline(&session);
    scribe.group();
    timeline.setGroup(g0);
    scribe.open(t1);
    scribe.say(u"退款"_s, u"李海燕"_s, t1);
    scribe.escalate(t1, 300'000);
    scribe.grant(t1, {u"u-1"_s}, 1);
    scribe.write(LeaseEnded{1, {u"u-1"_s}, LeaseEnd::HandedBack, u"已补发"_s}, t1);
    for (const auto &connector : {u"wecom"_s, u"onebot"_s}) {
        auto gap = scribe.event(ConnectorGap{connector, {1}, {2}, {}});
        gap.group = {};
        session.feed({gap});
    }
    QList<Happening::Kind> kinds;
    for (int i = 0; i < timeline.rowCount(); ++i) {
        const auto shown = timeline.index(i).data(TimelineModel::HappeningValue);
        if (const auto happening = shown.value<HappeningPtr>())
            kinds.append(happening->kind);
    }
    using Kind = Happening::Kind;
    QCOMPARE(kinds, (QList<Kind>{Kind::Opened, Kind::Escalated, Kind::TakenOver, Kind::LeaseEnded,
                                 Kind::ConnectorGap}));
}

void TestItems::timelineBreaksDaysAndGroupsSpeakers()
{
    using Kind = TimelineRow::Kind;
    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel timeline(&session);
    scribe.group();
    timeline.setGroup(g0);
    scribe.say(u"一"_s, u"李海燕"_s);
    scribe.say(u"二"_s, u"李海燕"_s);
    scribe.say(u"三"_s, u"王芳"_s);
    scribe.now += 86'400'000;
    scribe.say(u"四"_s, u"王芳"_s);
    QCOMPARE(kindsOf(timeline), (QList<Kind>{Kind::DayBreak, Kind::Message, Kind::Message,
                                             Kind::Message, Kind::DayBreak, Kind::Message}));
    QVERIFY(!timeline.index(1).data(TimelineModel::GroupedBefore).toBool());
    QVERIFY(timeline.index(1).data(TimelineModel::GroupedAfter).toBool());
    QVERIFY(timeline.index(2).data(TimelineModel::GroupedBefore).toBool());
    QVERIFY(!timeline.index(3).data(TimelineModel::GroupedBefore).toBool());
    QVERIFY(!timeline.index(5).data(TimelineModel::GroupedBefore).toBool());
    QCOMPARE(timeline.index(1).data(TimelineModel::Lane).toInt(), -1);
}

void TestItems::timelineShowsWhatIsPending()
{
    ScriptedSession session;
    Scribe scribe{session};
    TimelineModel timeline(&session);
    scribe.group();
    timeline.setGroup(g0);
    scribe.open(t1);
    const auto before = timeline.rowCount();
    const auto id = session.submit(SendMessage{t1, 1, 1, u"马上补发"_s, {}, {}}, this, kept);
    session.submit(ClaimTopic{t1, 1}, this, kept);
    QCOMPARE(timeline.rowCount(), before + 1);
    const auto last = timeline.index(before);
    QCOMPARE(last.data(TimelineModel::Kind).value<TimelineRow::Kind>(),
             TimelineRow::Kind::Pending);
    session.settle(id, failure(ErrorKind::Stale, u"2 newer messages"_s));
    QCOMPARE(last.data(TimelineModel::PendingValue).value<OutboxItem>().state,
             OutboxItem::State::Refused);
    session.discard(id);
    QCOMPARE(timeline.rowCount(), before);
}

void TestItems::timelinePrependsHistory()
{
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    QList<MessagePtr> all;
    for (int i = 0; i < 120; ++i) {
        scribe.say(QString::number(i), u"王芳"_s);
        all.append(session.state().groups.value(g0).recent.constLast());
    }
    session.setHistory(all);
    TimelineModel timeline(&session);
    QAbstractItemModelTester tester(&timeline);
    timeline.setGroup(g0);
    QVERIFY(timeline.hasOlder());
    Told told(&timeline);
    QSignalSpy loading(&timeline, &TimelineModel::loadingChanged);
    for (int pages = 0; timeline.hasOlder() && pages < 5; ++pages) {
        timeline.loadOlder();
        QTRY_VERIFY(!timeline.isLoading());
    }
    QCOMPARE(loading.count(), 4);
    QCOMPARE(told.resets.count(), 0);
    QCOMPARE(timeline.rowCount(), 121);
    QVERIFY(timeline.indexOf(all.constFirst()->id).isValid());
    QCOMPARE(timeline.inconsistency(), QString());
}

void TestItems::timelineDropsTheOldestWhileFollowing()
{
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    TimelineModel timeline(&session);
    timeline.setGroup(g0);
    const auto one = [&](int i) {
        MessageReceived said;
        said.message = {u"f-%1"_s.arg(i)};
        return scribe.event(said, {}, 1);
    };
    QList<Event> flood;
    for (int i = 0; i < TimelineModel::entryLimit + 500; ++i)
        flood.append(one(i));
    session.feed(flood);
    QCOMPARE(timeline.rowCount(), TimelineModel::entriesKept + 1);
    for (int i = 0; i < 500; ++i) {
        session.feed({one(50'000 + i)});
        QVERIFY(timeline.rowCount() <= TimelineModel::entryLimit + 1);
        QVERIFY(timeline.rowCount() > TimelineModel::entriesKept);
    }
    const auto before = timeline.rowCount();
    timeline.setFollowing(false);
    session.feed({one(100'000)});
    QCOMPARE(timeline.rowCount(), before + 1);
    QVERIFY(timeline.hasOlder());
}

void TestItems::timelineSwapsOnReset()
{
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    scribe.say(u"一"_s, u"王芳"_s);
    TimelineModel timeline(&session);
    timeline.setGroup(g0);
    QCOMPARE(timeline.rowCount(), 2);
    Told told(&timeline);
    session.replace({});
    QCOMPARE(told.resets.count(), 1);
    QCOMPARE(timeline.rowCount(), 0);
    QCOMPARE(timeline.group(), g0);
}

void TestItems::searchDropsLateAnswers()
{
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    scribe.say(u"退款退款"_s, u"王芳"_s);
    scribe.say(u"发票"_s, u"王芳"_s);
    session.setHistory(session.state().groups.value(g0).recent);
    SearchModel search(&session);
    QAbstractItemModelTester tester(&search);
    QSignalSpy searched(&search, &SearchModel::searched);
    search.setWords(u"退款"_s);
    search.setWords(u" 发票 "_s);
    QTRY_COMPARE(searched.count(), 1);
    QCOMPARE(search.rowCount(), 1);
    QCOMPARE(search.index(0).data(SearchModel::GroupName).toString(), u"优选福利群"_s);
    search.setWords(u"退款"_s);
    QTRY_COMPARE(searched.count(), 2);
    const auto spans = search.index(0).data(SearchModel::Spans).value<QList<Span>>();
    QCOMPARE(spans, (QList<Span>{{0, 2, 0}, {2, 2, 0}}));
    search.setWords({});
    QCOMPARE(search.rowCount(), 0);
}

void TestItems::outboxKeepsRefused()
{
    ScriptedSession session;
    Scribe scribe{session};
    OutboxModel outbox(&session);
    QAbstractItemModelTester tester(&outbox);
    scribe.group();
    scribe.open(t1);
    const auto first = session.submit(SendMessage{t1, 1, 1, u"一"_s, {}, {}}, this, kept);
    const auto second = session.submit(AddNote{t1, u"二"_s}, this, kept);
    session.settle(first, failure(ErrorKind::NotHolder, u"held by 李雷"_s));
    session.settle(second, 9);
    QCOMPARE(outbox.rowCount(), 1);
    QCOMPARE(outbox.refusedCount(), 1);
    const auto row = outbox.index(0);
    QCOMPARE(row.data(OutboxModel::Problem).toString(), u"held by 李雷"_s);
    QCOMPARE(row.data(OutboxModel::Method).toString(), u"message.send"_s);
    QCOMPARE(row.data(OutboxModel::TopicTitle).toString(), t1.value);
    QCOMPARE(row.data(OutboxModel::Text).toString(), u"一"_s);
}

QTEST_GUILESS_MAIN(TestItems)
#include "tst_items.moc"
