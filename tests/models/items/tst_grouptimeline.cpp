// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One group's stream as a reader moves through it: what is new, what is far back, what is looked for.
#include "models/items/groupfind.h"
#include "tests/models/items/scribe.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const GroupId g0{u"wecom/g0"_s};

QList<TimelineRow::Kind> kindsOf(const TimelineModel &model)
{
    QList<TimelineRow::Kind> kinds;
    for (int i = 0; i < model.rowCount(); ++i)
        kinds.append(model.index(i).data(TimelineModel::Kind).value<TimelineRow::Kind>());
    return kinds;
}

QList<MessagePtr> oldMessages(int count)
{
    QList<MessagePtr> all;
    for (int i = 1; i <= count; ++i) {
        Message message;
        message.id = {u"old-%1"_s.arg(i)};
        message.seq = i;
        message.at = {1'763'000'000'000 + i * 60'000LL};
        message.group = g0;
        message.author = {AuthorKind::Member, u"李海燕"_s, u"李海燕"_s};
        message.text = i % 100 == 7 ? u"荔枝 坏果 %1"_s.arg(i) : u"第 %1 条"_s.arg(i);
        all.append(std::make_shared<const quntai::Message>(message));
    }
    return all;
}

} // namespace

class TestGroupTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timelineMarksWhatNobodySaw();
    void timelineMarksWhatCameElsewhere();
    void timelineReachesOldMessages();
    void findGoesThroughTheGroup();
    void findSeesOlderOnes();
};

void TestGroupTimeline::timelineMarksWhatNobodySaw()
{
    using enum TimelineRow::Kind;
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    TimelineModel model(&session);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setGroup(g0);
    scribe.say(u"第一条"_s, u"李海燕"_s);
    QCOMPARE(kindsOf(model), (QList{DayBreak, Message}));

    model.setLooking(false);
    scribe.say(u"第二条"_s, u"王阿姨"_s);
    scribe.say(u"第三条"_s, u"陈先生"_s);
    const QList<TimelineRow::Kind> marked{DayBreak, Message, NewBreak, Message, Message};
    QCOMPARE(kindsOf(model), marked);
    model.setLooking(true);
    QVERIFY2(kindsOf(model) == marked, "looking at it takes nothing away");
    scribe.say(u"第四条"_s, u"Leo"_s);
    QCOMPARE(kindsOf(model).count(NewBreak), 1);
    QCOMPARE(kindsOf(model).at(2), NewBreak);

    model.setLooking(false);
    scribe.say(u"第五条"_s, u"Leo"_s);
    QCOMPARE(kindsOf(model).count(NewBreak), 1);
    QCOMPARE(kindsOf(model).at(5), NewBreak);
    QVERIFY2(!model.index(6).data(TimelineModel::GroupedBefore).toBool(),
             "the first new one has a head of its own");
    QCOMPARE(model.inconsistency(), QString());
}

void TestGroupTimeline::timelineMarksWhatCameElsewhere()
{
    using enum TimelineRow::Kind;
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    TimelineModel model(&session);
    model.setGroup(g0);
    scribe.say(u"看过"_s, u"李海燕"_s);
    model.setGroup({u"wecom/g9"_s});
    MessageReceived own;
    own.message = {u"m-own"_s};
    own.author = {AuthorKind::Agent, session.me().value, u"我"_s};
    own.text = u"我说的"_s;
    scribe.write(own);
    model.setGroup(g0);
    QVERIFY2(!kindsOf(model).contains(NewBreak), "one's own words are not new");
    model.setGroup({u"wecom/g9"_s});
    scribe.say(u"没看过"_s, u"李海燕"_s);
    model.setGroup(g0);
    QCOMPARE(kindsOf(model).indexOf(NewBreak), model.rowCount() - 2);
    model.setGroup({u"wecom/g9"_s});
    model.setGroup(g0);
    QVERIFY2(!kindsOf(model).contains(NewBreak), "it was looked at");
}

void TestGroupTimeline::timelineReachesOldMessages()
{
    ScriptedSession session;
    Scribe scribe{session, 1000};
    session.setHistory(oldMessages(900));
    scribe.group();
    TimelineModel model(&session);
    model.setGroup(g0);
    scribe.say(u"新的"_s, u"李海燕"_s);
    scribe.chatter(u"接龙"_s);
    model.setGroup({u"wecom/g9"_s});
    model.setGroup(g0);
    QSignalSpy reached(&model, &TimelineModel::reached);
    const auto folded = model.messages().constLast()->id;
    QVERIFY(!model.indexOf(folded).isValid());
    model.reach(folded);
    QCOMPARE(reached.count(), 1);
    QVERIFY2(reached[0][1].toModelIndex().isValid(), "a folded one is unfolded");

    model.reach({u"old-500"_s});
    QTRY_COMPARE(reached.count(), 2);
    QCOMPARE(reached[1][1].toModelIndex(), model.indexOf({u"old-500"_s}));
    QVERIFY(reached[1][1].toModelIndex().isValid());
    QVERIFY2(!model.indexOf({u"old-100"_s}).isValid(), "no more is loaded than needed");

    model.reach({u"nobody-knows"_s});
    QTRY_COMPARE(reached.count(), 3);
    QVERIFY(!reached[2][1].toModelIndex().isValid());
    QCOMPARE(model.inconsistency(), QString());
}

void TestGroupTimeline::findGoesThroughTheGroup()
{
    ScriptedSession session;
    Scribe scribe{session};
    scribe.group();
    TimelineModel model(&session);
    model.setGroup(g0);
    const auto first = scribe.say(u"荔枝坏了 Order 7731"_s, u"王阿姨"_s);
    scribe.say(u"会员日满减"_s, u"Leo"_s);
    const auto last = scribe.say(u"ORDER 7731 还没退"_s, u"李海燕"_s);
    GroupFind find(session, model);
    QSignalSpy wanted(&find, &GroupFind::wanted);
    find.setWords(u" order  7731 "_s);
    QCOMPARE(find.count(), 2);
    QCOMPARE(find.current(), 1);
    QCOMPARE(wanted.last()[0].value<MessageId>(), last);
    find.step(-1);
    QCOMPARE(wanted.last()[0].value<MessageId>(), first);
    find.step(-1);
    QVERIFY2(find.currentMessage() == last, "it goes round");

    scribe.say(u"order 7731 又来了"_s, u"李海燕"_s);
    QCOMPARE(find.count(), 3);
    QVERIFY2(find.currentMessage() == last, "what comes does not move the one looked at");
    QCOMPARE(find.current(), 1);
    find.setWords(u"没有这个词"_s);
    QCOMPARE(find.count(), 0);
    QCOMPARE(find.current(), -1);
    find.setWords(u"会员"_s);
    QCOMPARE(find.count(), 1);
    model.setGroup({u"wecom/g9"_s});
    QVERIFY2(find.words().isEmpty(), "another group, another search");
}

void TestGroupTimeline::findSeesOlderOnes()
{
    ScriptedSession session;
    Scribe scribe{session, 1000};
    session.setHistory(oldMessages(900));
    scribe.group();
    TimelineModel model(&session);
    model.setGroup(g0);
    scribe.say(u"荔枝又坏了，坏果很多"_s, u"王阿姨"_s);
    GroupFind find(session, model);
    connect(&find, &GroupFind::wanted, &model, &TimelineModel::reach);
    find.setWords(u"荔枝"_s);
    QVERIFY(find.isBusy());
    QTRY_VERIFY(!find.isBusy());
    QCOMPARE(find.count(), 10);
    QCOMPARE(find.current(), 9);
    find.step(-1);
    QCOMPARE(find.currentMessage(), MessageId{u"old-807"_s});
    QTRY_VERIFY(model.indexOf({u"old-807"_s}).isValid());
    QVERIFY2(find.count() == 10, "what is stored and loaded counts once");
}

QTEST_GUILESS_MAIN(TestGroupTimeline)
#include "tst_grouptimeline.moc"
