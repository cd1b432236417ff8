// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>
#include <numeric>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using test::Said;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 day = 24 * 3600;
const Said toBot{{}, {}, true, MessageKind::Text};

/** Angry words, each another matter. */
const QString angry[] = {
    u"太过分了！！退款拖了这么久还不到，骗子！我要投诉！"_s,
    u"垃圾服务！牛奶又是坏的，气死我了！！"_s,
    u"什么破平台！虾都臭了，你们还有没有良心！！"_s,
    u"真的忍无可忍了！！送的什么烂东西，太恶心了！"_s,
};

MessageId rage(Rig &rig, const MemberId &who, int which)
{
    return rig.say(who, u"@小禾 "_s + angry[which], toBot);
}

/** Talk of neighbours; none of it is for us. */
MessageId chat(Rig &rig, int which)
{
    static const QString talk[] = {u"哈哈哈"_s, u"今天天气真好"_s, u"早上好呀"_s, u"下班啦"_s};
    return rig.say(rig.wang, talk[which % 4]);
}

qsizetype spreadsIn(const Rig &rig)
{
    return rig.all<AlertRaised>().size();
}

QList<Alert> alertsOf(const Rig &rig)
{
    return rig.state.groups.value(rig.group).alerts;
}

Gap onlyGap(const Rig &rig)
{
    return rig.state.gaps.size() == 1 ? *rig.state.gaps.cbegin() : Gap{};
}

} // namespace

/** What the bot notices beyond single messages. */
class TestInsight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleHasItsSize();
    void sampleIsSpreadOverTheDay();
    void sampleIsCheckedTheDayAfter();
    void oldSamplesAreForgotten();
    void noSampleWhenNoneIsWanted();

    void angerThatSpreadsIsAWarning();
    void whatIsNoSpread_data();
    void whatIsNoSpread();
    void whoJoinsIsNamed();
    void calmEndsIt();
    void calmIsKnownAfterALoad();

    void unknownQuestionsMakeAGap();
    void otherQuestionsAreOtherGaps();
    void knownQuestionsAreNone();
    void personalDataIsMasked();
    void gapsAreDealtWith();
    void gapsAreFoundAfterALoad();

    void trendIsThatOfTheSpeaker();
    void waitingRaisesTheLevel();
    void askingForAPersonRaisesTheLevel();
};

void TestInsight::sampleHasItsSize()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.foldSample = 5; });
    for (int i = 0; i < 60; ++i)
        chat(rig, i);
    QCOMPARE(rig.state.foldSamples.size(), 5);
    const auto drawn = rig.all<FoldSampled>();
    QVERIFY(drawn.size() > 5);  // whoever comes later has the same chance
    QCOMPARE(std::ranges::count_if(drawn, [](const FoldSampled &one) {
        return one.instead.isEmpty();
    }), 5);
    for (const auto &sample : std::as_const(rig.state.foldSamples)) {
        const auto message = rig.message(sample.message);
        QCOMPARE(sample.check, FoldCheck::Open);
        QVERIFY(sample.day <= sample.at && sample.at.ms - sample.day.ms < day * 1000);
        QVERIFY(!sample.text.isEmpty());
        QCOMPARE(sample.author.id, rig.wang.value);
        if (message)
            QVERIFY(message->folded);
    }
    // A question to us is never in it.
    const auto asked = rig.say(rig.haiyan, u"@小禾 退款多久到账？"_s, toBot);
    QVERIFY(rig.last<FoldSampled>().message != asked);
}

/** The first of a day must not be likelier than the last: the mean place of many is the middle. */
void TestInsight::sampleIsSpreadOverTheDay()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.foldSample = 4; });
    constexpr int days = 30;
    constexpr int perDay = 24;
    QHash<MessageId, int> places;
    QList<int> drawn;
    for (int d = 0; d < days; ++d) {
        rig.now = {(1'700'006'400'000 / 86'400'000 + d) * 86'400'000 - 8 * 3'600'000};
        for (int i = 0; i < perDay; ++i)
            places.insert(chat(rig, i), i);
        for (const auto &sample : std::as_const(rig.state.foldSamples)) {
            if (places.contains(sample.message))
                drawn.append(places.take(sample.message));
        }
    }
    QVERIFY(drawn.size() >= days * 4 * 9 / 10);
    const double mean = std::accumulate(drawn.cbegin(), drawn.cend(), 0.0) / double(drawn.size());
    // 120 places of 0–23: a standard deviation of 0.6 about 11.5.
    QVERIFY2(mean > 9.4 && mean < 13.6, qPrintable(QString::number(mean)));
}

void TestInsight::sampleIsCheckedTheDayAfter()
{
    Rig rig;
    const auto folded = chat(rig, 0);
    QCOMPARE(rig.state.foldSamples.size(), 1);
    REFUSED(rig.run(rig.lin, JudgeFold{rig.group, folded, FoldCheck::Missed}), Conflict);
    rig.pass(day);
    REFUSED(rig.run(rig.lin, JudgeFold{rig.group, {u"m-none"_s}, FoldCheck::Right}), NotFound);
    QVERIFY(rig.run(rig.lin, JudgeFold{rig.group, folded, FoldCheck::Missed}));
    QCOMPARE(rig.state.foldSamples.first().check, FoldCheck::Missed);
    QCOMPARE(rig.state.foldSamples.first().by, rig.lin.id);
    QCOMPARE(rig.run(rig.lin, JudgeFold{rig.group, folded, FoldCheck::Missed}).value_or(-1), 0);
    QVERIFY(rig.run(rig.boss, JudgeFold{rig.group, folded, FoldCheck::Open}));
    QCOMPARE(rig.state.foldSamples.first().check, FoldCheck::Open);
    QVERIFY(rig.state.foldSamples.first().by.isEmpty());
}

void TestInsight::oldSamplesAreForgotten()
{
    Rig rig;
    const auto first = chat(rig, 0);
    rig.pass((FoldSample::keptDays + 1) * day);
    const auto later = chat(rig, 1);
    QCOMPARE(rig.state.foldSamples.size(), 1);
    QVERIFY(rig.state.foldSamples.first().message == later);
    REFUSED(rig.run(rig.lin, JudgeFold{rig.group, first, FoldCheck::Right}), NotFound);
}

void TestInsight::noSampleWhenNoneIsWanted()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.foldSample = 0; });
    for (int i = 0; i < 8; ++i)
        chat(rig, i);
    QVERIFY(rig.all<FoldSampled>().isEmpty());
}

void TestInsight::angerThatSpreadsIsAWarning()
{
    Rig rig;
    const auto first = rage(rig, rig.haiyan, 0);
    QVERIFY2(rig.verdictOf(first).emotion >= 60,
             qPrintable(QString::number(rig.verdictOf(first).emotion)));
    rig.pass(2 * minute);
    const auto second = rage(rig, rig.wang, 1);
    QVERIFY(rig.verdictOf(second).emotion >= 60);
    QCOMPARE(spreadsIn(rig), 0);
    rig.pass(2 * minute);
    const auto third = rage(rig, rig.leo, 2);
    QVERIFY(rig.verdictOf(third).emotion >= 60);
    QCOMPARE(spreadsIn(rig), 1);
    const auto raised = rig.last<AlertRaised>();
    QVERIFY(raised.startedBy == rig.haiyan);
    QCOMPARE(raised.startedByName, u"海燕"_s);
    QCOMPARE(raised.members, (QList{rig.haiyan, rig.wang, rig.leo}));
    for (const auto &id : {first, second, third})
        QVERIFY(raised.topics.contains(rig.topicOf(id).id));
    QCOMPARE(alertsOf(rig).size(), 1);
}

void TestInsight::whatIsNoSpread_data()
{
    QTest::addColumn<QStringList>("who");
    QTest::addColumn<int>("pause");
    QTest::addColumn<int>("members");
    const auto a = u"ch/haiyan"_s;
    const auto b = u"ch/wang"_s;
    const auto c = u"ch/leo"_s;
    QTest::newRow("two of them") << QStringList{a, b, a, b} << 60 << 2;
    QTest::newRow("one of them") << QStringList{a, a, a, a} << 60 << 2;
    QTest::newRow("our own") << QStringList{a, b, u"ch/staff"_s} << 60 << 2;
    QTest::newRow("far apart") << QStringList{a, b, c} << 8 * 60 << 2;
    QTest::newRow("nobody watches") << QStringList{a, b, c} << 60 << 0;
    QTest::newRow("more are wanted") << QStringList{a, b, c} << 60 << 3;
}

void TestInsight::whatIsNoSpread()
{
    QFETCH(const QStringList, who);
    QFETCH(const int, pause);
    QFETCH(const int, members);
    Rig rig;
    rig.setPolicy([&](Policy &policy) { policy.spread.members = members; });
    for (qsizetype i = 0; i < who.size(); ++i) {
        rage(rig, {who.at(i)}, int(i));
        rig.pass(pause);
    }
    QCOMPARE(spreadsIn(rig), 0);
    // The same, but for what makes it none.
    Rig other;
    for (int i = 0; i < 3; ++i)
        rage(other, std::array{other.haiyan, other.wang, other.leo}[std::size_t(i)], i);
    QCOMPARE(spreadsIn(other), 1);
}

void TestInsight::whoJoinsIsNamed()
{
    Rig rig;
    rage(rig, rig.haiyan, 0);
    rage(rig, rig.wang, 1);
    rage(rig, rig.leo, 2);
    rig.pass(10 * minute);
    const auto more = rage(rig, rig.vip, 3);
    QCOMPARE(spreadsIn(rig), 1);
    QVERIFY(alertsOf(rig).first().members.contains(rig.vip));
    QCOMPARE(alertsOf(rig).first().lastAt, rig.message(more)->at);
}

void TestInsight::calmEndsIt()
{
    Rig rig;
    rage(rig, rig.haiyan, 0);
    rage(rig, rig.wang, 1);
    rage(rig, rig.leo, 2);
    rig.pass(29 * minute);
    QCOMPARE(alertsOf(rig).size(), 1);
    rage(rig, rig.wang, 3);  // not yet calm
    rig.pass(29 * minute);
    QCOMPARE(alertsOf(rig).size(), 1);
    rig.pass(2 * minute);
    QCOMPARE(alertsOf(rig).size(), 0);
    QCOMPARE(rig.all<AlertCleared>().size(), 1);
    rage(rig, rig.haiyan, 1);
    rage(rig, rig.wang, 2);
    rage(rig, rig.leo, 0);
    QCOMPARE(spreadsIn(rig), 2);
}

void TestInsight::calmIsKnownAfterALoad()
{
    Rig rig;
    rage(rig, rig.haiyan, 0);
    rage(rig, rig.wang, 1);
    rage(rig, rig.leo, 2);
    rig.setPolicy([](Policy &policy) { policy.spread.calmMinutes = 45; });
    Decider loaded(test::sharedLexicon());
    loaded.reset(rig.state);
    const auto late = rig.now.plusSeconds(46 * minute);
    QCOMPARE(loaded.dueTimers(rig.state, late), rig.decider.dueTimers(rig.state, late));
    const auto due = loaded.dueTimers(rig.state, late);
    QVERIFY(std::ranges::any_of(due, [](const NewEvent &event) {
        const auto *timer = std::get_if<TimerFired>(&event.data);
        return timer && timer->timer == TimerKind::AlertCalm;
    }));
}

void TestInsight::unknownQuestionsMakeAGap()
{
    Rig rig;
    const auto first = rig.say(rig.haiyan, u"@小禾 你们招不招配送员？"_s, toBot);
    QVERIFY2(rig.state.gaps.size() == 1, wordOf(rig.verdictOf(first).action).data());
    rig.pass(20 * minute);
    rig.say(rig.leo, u"@小禾 想问下你们招不招配送员呀"_s, toBot);
    const auto gap = onlyGap(rig);
    QCOMPARE(countOf(gap), 2);
    QCOMPARE(gap.groups, (QList{GapGroup{rig.group, 2}}));
    QCOMPARE(gap.samples.size(), 2);
    QCOMPARE(gap.samples.first().text, u"你们招不招配送员？"_s);
    QVERIFY(gap.samples.first().seq > 0);
    QCOMPARE(gap.samples.last().member, rig.leo);
}

void TestInsight::otherQuestionsAreOtherGaps()
{
    Rig rig;
    rig.say(rig.haiyan, u"@小禾 你们招不招配送员？"_s, toBot);
    rig.say(rig.leo, u"@小禾 小区门口的充电桩归谁管理？"_s, toBot);
    QCOMPARE(rig.state.gaps.size(), 2);
}

void TestInsight::knownQuestionsAreNone()
{
    Rig rig;
    const auto known = rig.say(rig.haiyan, u"@小禾 退款多久到账？"_s, toBot);
    QCOMPARE(rig.verdictOf(known).action, Action::Answer);
    chat(rig, 1);
    rig.say(rig.wang, u"@小禾 谢谢"_s, toBot);
    QVERIFY(rig.state.gaps.isEmpty());
}

void TestInsight::personalDataIsMasked()
{
    Rig rig;
    rig.say(rig.haiyan, u"@小禾 小区门口的充电桩归谁管理？我的手机号13812345678"_s, toBot);
    const auto gap = onlyGap(rig);
    QCOMPARE(gap.samples.size(), 1);
    QVERIFY(!gap.samples.first().text.contains(u"13812345678"_s));
    QVERIFY(gap.samples.first().text.contains(u"***"_s));
}

void TestInsight::gapsAreDealtWith()
{
    Rig rig;
    rig.say(rig.haiyan, u"@小禾 你们招不招配送员？"_s, toBot);
    const auto id = onlyGap(rig).id;
    REFUSED(rig.run(rig.boss, DisposeGap{{u"none"_s}, GapState::Dismissed, {}}), NotFound);
    REFUSED(rig.run(rig.boss, DisposeGap{id, GapState::Answered, {u"no-entry"_s}}), InvalidParams);
    QVERIFY(rig.run(rig.boss, DisposeGap{id, GapState::Dismissed, {}}));
    QCOMPARE(onlyGap(rig).state, GapState::Dismissed);
    QCOMPARE(onlyGap(rig).by, rig.boss.id);
    // Asked once more it is still dismissed, and still counted.
    rig.pass(20 * minute);
    rig.say(rig.leo, u"@小禾 想问下你们招不招配送员呀"_s, toBot);
    QCOMPARE(onlyGap(rig).state, GapState::Dismissed);
    QCOMPARE(countOf(onlyGap(rig)), 2);
    QVERIFY(rig.run(rig.boss, DisposeGap{id, GapState::Open, {}}));
    QCOMPARE(onlyGap(rig).state, GapState::Open);
    const auto entry = rig.state.entries.cbegin()->id;
    QVERIFY(rig.run(rig.boss, DisposeGap{id, GapState::Answered, entry}));
    QVERIFY(rig.state.gaps.isEmpty());
}

/** A decider from a snapshot puts the next question where the one that saw it all does. */
void TestInsight::gapsAreFoundAfterALoad()
{
    Rig rig;
    rig.say(rig.haiyan, u"@小禾 你们招不招配送员？"_s, toBot);
    rig.say(rig.wang, u"@小禾 小区门口的充电桩归谁管理？"_s, toBot);
    rig.pass(20 * minute);
    Rig twin;
    twin.state = rig.state;
    twin.now = rig.now;
    twin.decider.reset(rig.state);
    MessageReceived received;
    received.message = {u"m-next"_s};
    received.platformId = u"next"_s;
    received.author = {AuthorKind::Member, rig.leo.value, u"Leo"_s};
    received.text = u"@小禾 想问下你们招不招配送员呀"_s;
    received.mentionsBot = true;
    rig.happen({rig.group, {}, received});
    twin.happen({rig.group, {}, received});
    QCOMPARE(twin.last<GapChanged>(), rig.last<GapChanged>());
    QCOMPARE(rig.last<GapChanged>().asked->message, received.message);
}

void TestInsight::trendIsThatOfTheSpeaker()
{
    Rig rig;
    const auto first = rage(rig, rig.haiyan, 0);
    const auto topic = rig.topicOf(first).id;
    // Somebody else in the same matter, quite calm.
    const auto other = rig.say(rig.wang, u"@小禾 我的退款也没到，大概要多久？"_s,
                               {first, {}, true, MessageKind::Text});
    QCOMPARE(rig.topicOf(other).id, topic);
    QVERIFY(rig.verdictOf(other).emotion < rig.verdictOf(first).emotion);
    QCOMPARE(rig.verdictOf(other).emotionTrend, 0);
    const auto moods = rig.state.topics.value(topic).moods;
    QCOMPARE(moods.size(), 2);
    QCOMPARE(moods.last().member, rig.wang);
    QCOMPARE(moods.first().levels, (QList{rig.verdictOf(first).emotion}));
    // The first one cools down: that is a change of theirs.
    const auto cooler = rig.say(rig.haiyan, u"好吧，那我再等等"_s,
                                {other, {}, false, MessageKind::Text});
    if (rig.topicOf(cooler).id == topic)
        QVERIFY(rig.verdictOf(cooler).emotionTrend < 0);
}

void TestInsight::waitingRaisesTheLevel()
{
    const auto text = u"@小禾 我这个情况到底怎么处理"_s;
    int levels[2];
    for (int late = 0; late < 2; ++late) {
        Rig rig(BotMode::Silent);  // nobody answers
        rig.setPolicy([](Policy &policy) { policy.waitingSeconds = 7200; });
        const auto first = rig.say(rig.haiyan, u"@小禾 退款多久到账？"_s, toBot);
        QVERIFY(rig.topicOf(first).waitingSince.isSet());
        rig.pass(late ? 40 * minute : 1 * minute);
        const auto again = rig.say(rig.haiyan, text, toBot);
        QCOMPARE(rig.topicOf(again).id, rig.topicOf(first).id);
        levels[late] = rig.verdictOf(again).emotion;
    }
    QCOMPARE(levels[1] - levels[0], 15);  // and no more, however long it takes
    QVERIFY(levels[1] < 70);
}

void TestInsight::askingForAPersonRaisesTheLevel()
{
    Rig rig(BotMode::Silent);
    const auto first = rig.say(rig.haiyan, u"@小禾 退款多久到账？"_s, toBot);
    const auto wanted = rig.say(rig.haiyan, u"@小禾 转人工"_s, toBot);
    QCOMPARE(rig.topicOf(wanted).id, rig.topicOf(first).id);
    QVERIFY(rig.verdictOf(wanted).emotion >= 10);
    QVERIFY(rig.verdictOf(wanted).emotion < rig.state.policy.emotionAlert);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestInsight)
#include "tst_insight.moc"
