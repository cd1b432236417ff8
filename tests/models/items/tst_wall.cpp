// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/agentmodel.h"
#include "models/items/alertmodel.h"
#include "models/items/wallfigures.h"
#include "models/items/wallmodel.h"
#include "tests/models/common/story.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const TopicId t1{u"t-1"_s};
const TopicId t2{u"t-2"_s};
using Sort = WallModel::Sort;
using Filter = WallModel::Filter;
using Grouping = WallModel::Grouping;

Event worldEvent(EventData data, qint64 seq)
{
    return {u"c0"_s, seq, seq - 1, {1'764'000'000'000 + seq}, {}, {}, std::move(data)};
}

/** Groups g0 … in two modes, with tags and two connectors. */
void addGroups(ScriptedSession &session, Scribe &scribe, int count)
{
    for (int i = 0; i < count; ++i) {
        scribe.g0 = {u"wecom/g%1"_s.arg(i)};
        Group info;
        info.id = scribe.g0;
        info.name = u"群 %1"_s.arg(i);
        info.channel = i % 2 ? u"onebot"_s : u"wecom"_s;
        info.mode = i % 3 ? BotMode::Auto : BotMode::Review;
        if (i % 4)
            info.tags = {u"标签 %1"_s.arg(i % 4)};
        session.feed({scribe.event(GroupChanged{info})});
    }
}

QStringList namesOf(const WallModel &model)
{
    QStringList names;
    for (int i = 0; i < model.rowCount(); ++i) {
        const auto index = model.index(i);
        names.append((index.data(WallModel::IsHeader).toBool() ? u"# "_s : QString())
                     + index.data().toString());
    }
    return names;
}

/** What order each neighbour pair must keep, by sort. */
bool stands(const WallTile &a, const WallTile &b, Sort sort)
{
    switch (sort) {
    case Sort::Oldest: {
        const auto key = [](const WallTile &t) {
            return t.oldest < 0 ? std::numeric_limits<qint64>::max() : t.waitingSince().ms;
        };
        return key(a) <= key(b);
    }
    case Sort::Emotion: return a.emotion() >= b.emotion();
    case Sort::Name: return a.info.name <= b.info.name;
    case Sort::Activity: return a.lastAt >= b.lastAt;
    }
    return false;
}

void compareOrder(const WallModel &model)
{
    QStringList sections;
    for (int i = 0; i < model.rowCount(); ++i) {
        if (model.isHeader(i)) {
            const auto section = model.index(i).data(WallModel::Section).toString();
            QVERIFY(!sections.contains(section));
            sections.append(section);
            continue;
        }
        QVERIFY(model.grouping() == Grouping::None || !sections.isEmpty());
        if (i > 0 && !model.isHeader(i - 1))
            QVERIFY(stands(*model.tileAt(i - 1), *model.tileAt(i), model.sort()));
    }
}

} // namespace

class TestWall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsARandomStory();
    void foldEqualsRecompute();
    void nothingMovesByItself();
    void sectionsBeginWithHeaders();
    void filtersAndCountsAgree();
    void wordsFindNamesTagsAndAccounts();
    void deadlinesAndBudgetsAreOfTheState();
    void alertsStandBySeverity();
    void sameQuestionInSeveralGroups();
    void gapsAreTold();
    void figuresAreCounted();
    void firstResponsesAreOnlyThoseSeen();
    void agentsAtWorkComeFirst();
};

void TestWall::followsARandomStory()
{
    Story story(seed(), 12);
    auto &dice = story.dice();
    ScriptedSession session;
    WallModel model(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    AlertModel alerts(&session, model.tiles());
    QAbstractItemModelTester alertTester(&alerts,
                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QPersistentModelIndex kept;
    GroupId keptGroup;
    const auto frames = rounds(500, 20'000);
    for (int frame = 0; frame < frames; ++frame) {
        const auto events = story.next(1 + dice.below(8));
        session.setNow(events.constLast().at);
        session.feed(events);
        if (dice.chance(10))
            model.setSort(static_cast<Sort>(dice.below(4)));
        if (dice.chance(10))
            model.setFilter(static_cast<Filter>(dice.below(4)));
        if (dice.chance(10))
            model.setGrouping(static_cast<Grouping>(dice.below(4)));
        if (dice.chance(10))
            model.setWords(dice.chance(50) ? QString() : u"群 %1"_s.arg(dice.below(9)));
        if (dice.chance(20)) {
            model.applyPending();
            QCOMPARE(model.pending(), 0);
            compareOrder(model);
        }
        if (dice.chance(10))
            alerts.refresh(session.now());
        QCOMPARE(model.inconsistency(), QString());
        if (kept.isValid())
            QCOMPARE(kept.data(WallModel::Id).value<GroupId>(), keptGroup);
        if (dice.chance(20) && model.rowCount() > 0) {
            kept = model.index(dice.below(model.rowCount()));
            keptGroup = kept.data(WallModel::Id).value<GroupId>();
        }
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(resets.count(), 0);
}

void TestWall::foldEqualsRecompute()
{
    Story story(seed(), 6);
    ScriptedSession session;
    WallTiles tiles;
    connect(&session, &Session::changed, this, [&](const Changes &changes) {
        const auto before = tiles.all();
        const auto touched = tiles.take(session.state(), changes);
        WallTiles fresh;
        fresh.rebuild(session.state());
        QVERIFY(fresh.all() == tiles.all());
        for (auto at = tiles.all().keyBegin(); at != tiles.all().keyEnd(); ++at)
            QCOMPARE(touched.contains(*at), before.value(*at) != tiles.all().value(*at));
    });
    for (int i = 0; i < rounds(400, 10'000) && !QTest::currentTestFailed(); ++i)
        session.feed(story.next(1 + story.dice().below(10)));
    Policy strict;
    strict.emotionAlert = 10;
    session.feed({worldEvent(PolicyChanged{strict, {}, {}}, 100'000)});
    QVERIFY(!tiles.all().isEmpty());
    for (const auto &tile : tiles.all())
        QCOMPARE(tile.emotionAlert, 10);
}

void TestWall::nothingMovesByItself()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    addGroups(session, scribe, 4);
    QCOMPARE(model.rowCount(), 1);   // the first is shown at once, others wait
    QCOMPARE(model.pending(), 3);
    model.applyPending();
    QCOMPARE(namesOf(model), QStringList({u"群 0"_s, u"群 1"_s, u"群 2"_s, u"群 3"_s}));

    Told told(&model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
    scribe.g0 = {u"wecom/g2"_s};
    scribe.open(t1);
    scribe.say(u"多久能到"_s, u"李海燕"_s, t1);
    QCOMPARE(model.pending(), 1);
    QCOMPARE(model.tileAt(2)->oldest, 0);
    QVERIFY(changed.count() > 0);
    for (const auto &one : changed)
        QCOMPARE(one.at(0).toModelIndex().row(), 2);   // only this tile is painted again
    QCOMPARE(layout.count() + told.moved.count() + told.inserted.count(), 0);

    model.applyPending();
    QCOMPARE(layout.count(), 1);
    QCOMPARE(namesOf(model).constFirst(), u"群 2"_s);
    QCOMPARE(model.rowOf({u"wecom/g2"_s}), 0);
}

void TestWall::sectionsBeginWithHeaders()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    addGroups(session, scribe, 4);
    model.setSort(Sort::Name);
    model.setGrouping(Grouping::Mode);
    QCOMPARE(namesOf(model), QStringList({u"# auto"_s, u"群 1"_s, u"群 2"_s, u"# review"_s,
                                          u"群 0"_s, u"群 3"_s}));
    QCOMPARE(model.index(0).data(WallModel::Count).toInt(), 2);
    model.setGrouping(Grouping::Tag);
    QCOMPARE(namesOf(model).last(2), QStringList({u"# "_s, u"群 0"_s}));   // no tag: last
    model.setGrouping(Grouping::Connector);
    QCOMPARE(namesOf(model).constFirst(), u"# onebot"_s);
    model.setGrouping(Grouping::None);
    QCOMPARE(model.rowCount(), 4);
}

void TestWall::filtersAndCountsAgree()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    addGroups(session, scribe, 6);
    scribe.g0 = {u"wecom/g1"_s};
    scribe.open(t1);
    scribe.escalate(t1, 300'000);
    scribe.g0 = {u"wecom/g2"_s};
    scribe.open(t2);
    scribe.grant(t2, {u"u-1"_s}, 1);
    session.setNow({scribe.now});
    const auto counts = model.counts();
    QCOMPARE(counts, (std::array{6, 1, 1, 2}));
    for (int i = 0; i < WallModel::filterCount; ++i) {
        model.setFilter(static_cast<Filter>(i));
        QCOMPARE(model.rowCount(), counts[size_t(i)]);
    }
    model.setFilter(Filter::Attention);
    QCOMPARE(namesOf(model), QStringList{u"群 1"_s});
    // A question that nobody answers becomes a matter of attention by time alone.
    scribe.g0 = {u"wecom/g4"_s};
    scribe.open({u"t-3"_s});
    scribe.say(u"在吗"_s, u"李海燕"_s, {u"t-3"_s});
    session.setNow({scribe.now + 10'000});
    QCOMPARE(model.pending(), 0);
    session.setNow({scribe.now + 299'000});
    QCOMPARE(model.pending(), 1);
}

void TestWall::wordsFindNamesTagsAndAccounts()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    addGroups(session, scribe, 6);
    model.setSort(Sort::Name);
    model.setWords(u" 群 3 "_s);
    QCOMPARE(namesOf(model), QStringList{u"群 3"_s});
    model.setWords(u"标签 1"_s);
    QCOMPARE(namesOf(model), QStringList({u"群 1"_s, u"群 5"_s}));
    model.setWords(u"ONEBOT"_s);
    QCOMPARE(model.rowCount(), 3);
    model.setWords(u"没有"_s);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.counts()[0], 6);
}

void TestWall::deadlinesAndBudgetsAreOfTheState()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    addGroups(session, scribe, 1);
    scribe.open(t1);
    scribe.say(u"退款呢"_s, u"李海燕"_s, t1);
    const auto *tile = model.tileAt(0);
    const auto asked = tile->waitingSince();
    QCOMPARE(tile->deadline.due, asked.plusSeconds(300));
    QCOMPARE(tile->deadline.permilleLeft(asked.plusSeconds(75)), 750);
    QCOMPARE(tile->deadline.permilleLeft(asked.plusSeconds(900)), 0);
    scribe.escalate(t1, 60'000);
    QCOMPARE(tile->deadline.due, Instant{scribe.now + 59'000});   // the one that ends first
    for (int i = 0; i < 26; ++i) {
        MessageQueued sent;
        sent.message = {u"s-%1"_s.arg(i)};
        sent.author = {AuthorKind::Bot, {}, u"小禾"_s};
        scribe.write(sent, t1, 1000);
    }
    QCOMPARE(tile->sentInMinute({scribe.now}), 26);
    QCOMPARE(tile->budgetUsed({scribe.now}), 26 * 1000 / 30);
    QCOMPARE(tile->sentInMinute({scribe.now + 40'000}), 20);
    QCOMPARE(tile->sentInMinute({scribe.now + 61'000}), 0);
    QCOMPARE(tile->sentInHour({scribe.now + 61'000}), 26);
}

void TestWall::alertsStandBySeverity()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    AlertModel alerts(&session, model.tiles());
    QCOMPARE(alerts.rowCount(), 0);
    addGroups(session, scribe, 2);
    scribe.open(t1);
    scribe.say(u"再不回就投诉"_s, u"李海燕"_s, t1);
    const auto message = session.state().groups.value(scribe.g0).recent.constLast()->id;
    Verdict verdict;
    verdict.emotion = 82;
    verdict.emotionTrend = 40;
    scribe.write(VerdictReached{message, verdict}, t1);
    scribe.grant(t1, {u"u-1"_s}, 1);
    scribe.g0 = {u"wecom/g0"_s};
    scribe.open(t2);
    scribe.escalate(t2, 300'000);
    alerts.refresh({scribe.now});
    QCOMPARE(alerts.rowCount(), 1);   // served already: a warning; the other has time
    QCOMPARE(alerts.alertAt(alerts.index(0))->kind, WallAlert::Kind::Emotion);
    QVERIFY(!alerts.alertAt(alerts.index(0))->isSevere);

    Policy stopped;
    stopped.stopped = true;
    session.feed({worldEvent(PolicyChanged{stopped, {}, {}}, 1),
                  worldEvent(ConnectorChanged{{u"wecom"_s, u"wecom"_s, u"清禾客服 01"_s,
                                               ConnectorState::Down, {}}}, 2)});
    alerts.refresh({scribe.now + 240'000});
    QList<WallAlert::Kind> kinds;
    for (int i = 0; i < alerts.rowCount(); ++i)
        kinds.append(alerts.alertAt(alerts.index(i))->kind);
    QCOMPARE(kinds, (QList{WallAlert::Kind::FirstResponse, WallAlert::Kind::ConnectorDown,
                           WallAlert::Kind::Emotion, WallAlert::Kind::BotStopped}));
    QCOMPARE(alerts.count(), 4);
}

void TestWall::sameQuestionInSeveralGroups()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    addGroups(session, scribe, 4);
    const auto ask = [&](int group) {
        scribe.g0 = {u"wecom/g%1"_s.arg(group)};
        const TopicId topic{u"q-%1"_s.arg(group)};
        scribe.open(topic);
        const auto message = scribe.say(u"会员日几点开始"_s, u"客户"_s, topic);
        Verdict verdict;
        verdict.addressee = Addressee::Bot;
        verdict.candidates = {{{u"e-1"_s}, 1, u"会员日"_s, 610, {}}};
        scribe.write(VerdictReached{message, verdict}, topic);
    };
    ask(0);
    ask(1);
    QVERIFY(wallAlerts(session.state(), model.tiles(), {}, {scribe.now}).isEmpty());
    ask(2);
    const auto alerts = wallAlerts(session.state(), model.tiles(), {}, {scribe.now});
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts.constFirst().kind, WallAlert::Kind::SameQuestion);
    QCOMPARE(alerts.constFirst().value, 3);
    QCOMPARE(alerts.constFirst().group, GroupId{u"wecom/g0"_s});   // who waits longest
}

void TestWall::gapsAreTold()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    AlertModel alerts(&session, model.tiles());
    addGroups(session, scribe, 1);
    scribe.write(ConnectorGap{u"wecom"_s, {scribe.now - 60'000}, {scribe.now}, {}});
    const auto end = scribe.now;
    alerts.refresh({end});
    QCOMPARE(alerts.rowCount(), 1);
    QCOMPARE(alerts.alertAt(alerts.index(0))->kind, WallAlert::Kind::ConnectorGap);
    AlertModel later(&session, model.tiles());   // made after it happened
    later.refresh({end});
    QCOMPARE(later.rowCount(), 1);
    alerts.refresh({end + gapToldMs + 1000});
    QCOMPARE(alerts.rowCount(), 0);
}

void TestWall::figuresAreCounted()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    ServiceTally tally;
    connect(&session, &Session::changed, this,
            [&](const Changes &changes) { tally.take(session.state(), changes); });
    addGroups(session, scribe, 2);
    const Instant morning{scribe.now};
    scribe.open(t1);
    scribe.escalate(t1, 60'000);
    scribe.open(t2);
    scribe.grant(t2, {u"u-1"_s}, 1);
    auto figures = wallFigures(model.tiles(), tally, morning);
    QCOMPARE(figures.open, 2);
    QCOMPARE(figures.held, 1);
    QCOMPARE(figures.needPerson, 1);
    QVERIFY(figures.firstDue.isSet());
    scribe.write(TopicStateChanged{TopicState::Resolved, {}, {}, {}}, t2);
    scribe.write(TopicStateChanged{TopicState::Resolved, {}, {}, {}}, t1);
    scribe.open({u"t-3"_s});
    scribe.write(TopicStateChanged{TopicState::AnsweredByPeer, {}, {}, {}}, {u"t-3"_s});
    figures = wallFigures(model.tiles(), tally, morning);
    QCOMPARE(figures.ended.all, 3);
    QCOMPARE(figures.ended.byBot, 1);   // t-1: nobody ever held it
    QCOMPARE(tally.endedSince({scribe.now + 1}).all, 0);
    ServiceTally fresh;
    fresh.rebuild(session.state(), {scribe.now});
    QCOMPARE(fresh.endedSince(morning).byBot, 1);
}

void TestWall::firstResponsesAreOnlyThoseSeen()
{
    ScriptedSession session;
    Scribe scribe{session};
    ServiceTally tally;
    scribe.group();
    scribe.open(t1);
    scribe.escalate(t1, 60'000);
    tally.rebuild(session.state(), {scribe.now + 1});
    connect(&session, &Session::changed, this,
            [&](const Changes &changes) { tally.take(session.state(), changes); });
    const auto answer = [&](const TopicId &topic, const QString &id, qint64 afterMs) {
        MessageQueued sent;
        sent.message = {id};
        sent.author = {AuthorKind::Agent, u"u-1"_s, u"林悦"_s};
        scribe.write(sent, topic, afterMs);
    };
    answer(t1, u"a-1"_s, 5000);
    QCOMPARE(tally.responses(), 0);   // asked for before the tally watched
    scribe.open(t2);
    scribe.escalate(t2, 60'000);
    answer(t2, u"a-2"_s, 41'000);
    answer(t2, u"a-3"_s, 9000);       // not the first
    QCOMPARE(tally.responses(), 1);
    QCOMPARE(tally.medianResponse(), 41'000);
    QCOMPARE(tally.medianResponse({u"u-1"_s}), 41'000);
    QCOMPARE(tally.medianResponse({u"u-2"_s}), -1);
}

void TestWall::agentsAtWorkComeFirst()
{
    ScriptedSession session;
    Scribe scribe{session};
    WallModel model(&session);
    const QList<std::pair<QString, AgentStatus>> people{{u"何佳"_s, AgentStatus::Away},
                                                        {u"林悦"_s, AgentStatus::Online},
                                                        {u"许静雯"_s, AgentStatus::Offline}};
    qint64 seq = 0;
    for (const auto &[name, status] : people) {
        const UserId id{name};
        session.feed({worldEvent(UserChanged{{id, name, Role::Agent, {}, {}, false}, {}}, ++seq),
                      worldEvent(PresenceChanged{{id, name, status, {}, false}}, ++seq)});
    }
    session.feed({worldEvent(UserChanged{{{u"e"_s}, u"苏晴"_s, Role::Editor, {}, {}, false}, {}},
                             ++seq)});
    scribe.group();
    scribe.open(t1);
    scribe.grant(t1, {u"何佳"_s}, 1);
    AgentModel agents;
    QAbstractItemModelTester tester(&agents, QAbstractItemModelTester::FailureReportingMode::QtTest);
    agents.refresh(session.state(), model.tiles(), {});
    QCOMPARE(agents.rowCount(), 3);
    QCOMPARE(agents.index(0).data().toString(), u"林悦"_s);
    QCOMPARE(agents.agentAt(agents.index(1))->serving, 1);
    QCOMPARE(agents.agentAt(agents.index(2))->status, AgentStatus::Offline);
}

QTEST_GUILESS_MAIN(TestWall)
#include "tst_wall.moc"
