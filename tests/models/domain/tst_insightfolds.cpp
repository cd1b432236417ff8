// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"

#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

const GroupId g1{u"w/g1"_s};
const GroupId g2{u"w/g2"_s};

/** Feeds events to a state the way a ledger would: gap-free, in order. */
struct Feeder
{
    Changes put(const EventData &data, const GroupId &group = g1)
    {
        Changes changes;
        const auto seq = state.positions.value(u"p0"_s) + 1;
        now += 1000;
        apply(state, Event{u"p0"_s, seq, seq - 1, {now}, group, {}, data}, &changes);
        return changes;
    }
    Changes ask(const QString &gap, const QString &text, const GroupId &group = g1)
    {
        GapChanged changed;
        changed.gap = {gap};
        changed.asked = GapQuestion{{u"m-%1"_s.arg(++messages)}, group, {u"w/a"_s}, text, {now}, 0};
        return put(changed, group);
    }
    qint64 seq() const { return state.positions.value(u"p0"_s); }

    State state;
    qint64 now = 1'700'000'000'000;
    int messages = 0;
};

FoldSampled sampled(const QString &message, qint64 day, const QString &instead = {})
{
    FoldSampled data;
    data.message = {message};
    data.author = {AuthorKind::Member, u"w/a"_s, u"王阿姨"_s};
    data.text = u"哈哈"_s;
    data.day = {day};
    data.of = 2;
    data.instead = {instead};
    return data;
}

} // namespace

class TestInsightFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsCountByGroup();
    void sampleTextsAreBounded();
    void theRarestGapGoes();
    void drawnMessagesReplaceOthers();
    void erasedWordsAreGone();
};

void TestInsightFolds::gapsCountByGroup()
{
    Feeder feeder;
    feeder.ask(u"a"_s, u"招不招配送员"_s, g1);
    feeder.ask(u"a"_s, u"招配送员吗"_s, g2);
    const auto changes = feeder.ask(u"a"_s, u"招配送员吗"_s, g2);
    QVERIFY(changes.gaps.contains({u"a"_s}));
    QVERIFY(!changes.isEmpty());
    const auto gap = feeder.state.gaps.value({u"a"_s});
    QCOMPARE(countOf(gap), 3);
    QCOMPARE(gap.groups, (QList{GapGroup{g1, 1}, GapGroup{g2, 2}}));
    QCOMPARE(gap.samples.size(), 2);  // the same words once
    QVERIFY(gap.firstAt < gap.lastAt);
}

void TestInsightFolds::sampleTextsAreBounded()
{
    Feeder feeder;
    for (int i = 0; i < 12; ++i)
        feeder.ask(u"a"_s, u"问题 %1"_s.arg(i));
    const auto samples = feeder.state.gaps.value({u"a"_s}).samples;
    QCOMPARE(samples.size(), Gap::mostSamples);
    QCOMPARE(samples.first().text, u"问题 0"_s);
    QCOMPARE(samples.last().text, u"问题 11"_s);
    QCOMPARE(countOf(feeder.state.gaps.value({u"a"_s})), 12);
}

void TestInsightFolds::theRarestGapGoes()
{
    Feeder feeder;
    feeder.ask(u"often"_s, u"常问"_s);
    feeder.ask(u"often"_s, u"常问"_s);
    feeder.ask(u"old"_s, u"旧的"_s);
    for (int i = 0; i < Gap::kept - 2; ++i)
        feeder.ask(u"g%1"_s.arg(i), u"问题 %1"_s.arg(i));
    QCOMPARE(feeder.state.gaps.size(), Gap::kept);
    QVERIFY(feeder.state.gaps.contains({u"old"_s}));
    const auto changes = feeder.ask(u"new"_s, u"新的"_s);
    QCOMPARE(feeder.state.gaps.size(), Gap::kept);
    QVERIFY(!feeder.state.gaps.contains({u"old"_s}));
    QVERIFY(changes.gaps.contains({u"old"_s}));
    QVERIFY(feeder.state.gaps.contains({u"often"_s}));
    QVERIFY(feeder.state.gaps.contains({u"new"_s}));
}

void TestInsightFolds::drawnMessagesReplaceOthers()
{
    Feeder feeder;
    const qint64 today = 1'699'999'200'000;
    feeder.put(sampled(u"m1"_s, today));
    feeder.put(sampled(u"m2"_s, today));
    const auto changes = feeder.put(sampled(u"m3"_s, today, u"m1"_s));
    QCOMPARE(changes.foldSamples, (QSet<MessageId>{{u"m1"_s}, {u"m3"_s}}));
    QCOMPARE(feeder.state.foldSamples.size(), 2);
    feeder.put(FoldJudged{{u"m3"_s}, FoldCheck::Missed, {u"u-1"_s}});
    QCOMPARE(feeder.state.foldSamples.last().check, FoldCheck::Missed);
    // More than is ever kept: the oldest go.
    for (int i = 0; i < FoldSample::kept + 10; ++i)
        feeder.put(sampled(u"x%1"_s.arg(i), today));
    QCOMPARE(feeder.state.foldSamples.size(), FoldSample::kept);
}

void TestInsightFolds::erasedWordsAreGone()
{
    Feeder feeder;
    feeder.put(sampled(u"m1"_s, 1'699'999'200'000));
    const auto drawn = feeder.seq();
    feeder.ask(u"a"_s, u"我是谁"_s);
    const auto asked = feeder.seq();
    feeder.ask(u"a"_s, u"别人的问题"_s, g2);
    feeder.put(DataErased{u"w/a"_s, {drawn, asked}, {}}, g1);
    QVERIFY(feeder.state.foldSamples.isEmpty());
    const auto gap = feeder.state.gaps.value({u"a"_s});
    QCOMPARE(gap.samples.size(), 1);
    QCOMPARE(gap.samples.first().text, u"别人的问题"_s);
    QCOMPARE(countOf(gap), 1);
}

QTEST_GUILESS_MAIN(TestInsightFolds)
#include "tst_insightfolds.moc"
