// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

using Outcome = SuggestionOutcome;

/** A customer's question in a topic lin holds, and two entries suggested for it. */
struct Bench
{
    Rig rig;
    MessageId question;
    TopicId topic;
    EntryId first{u"s-1"_s};
    EntryId second{u"s-2"_s};

    Bench()
    {
        put(first, u"开发票要多久"_s, u"三个工作日内开好。"_s);
        put(second, u"改发票抬头"_s, u"请发新抬头。"_s);
        question = rig.say(rig.haiyan, u"@客服 那个税务单据啥时候能给我呀"_s, {{}, {}, true});
        topic = rig.topicOf(question).id;
        rig.claim(rig.lin, topic);
    }

    void put(const EntryId &id, const QString &question, const QString &answer)
    {
        Entry entry;
        entry.id = id;
        entry.version = 1;
        entry.category = u"发票"_s;
        entry.question = question;
        entry.answer = answer;
        rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
    }

    Result<qsizetype> judge(const QList<SuggestionMark> &marks)
    {
        return rig.run(rig.lin, JudgeSuggestions{topic, question, marks});
    }

    SuggestionTally tally(const EntryId &entry) const { return tallyOf(rig.state.suggestions, entry); }
};

} // namespace

/** What agents make of suggestions: counted once, taught, taken back, forgotten. */
class TestSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySuggestionIsCountedOnce()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Inserted, {}, {}},
                             {bench.second, 2, Outcome::Shown, {}, {}}}));
        QCOMPARE(bench.rig.all<SuggestionJudged>().size(), 2);
        QCOMPARE(bench.tally(bench.first).inserted, 1);
        QCOMPARE(bench.tally(bench.second).shown, 1);
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Inserted, {}, {}},
                             {bench.second, 2, Outcome::Shown, {}, {}}}));
        QCOMPARE(bench.rig.all<SuggestionJudged>().size(), 2);
        QCOMPARE(timesSuggested(bench.tally(bench.first)), 1);
        QCOMPARE(bench.rig.last<SuggestionJudged>().name, bench.rig.lin.name);
    }

    void theLastWordCounts()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Rejected, Correctness::Wrong, u"不是这个"_s}}));
        QCOMPARE(bench.tally(bench.first).rejected, 1);
        QCOMPARE(bench.tally(bench.first).wrong, 1);
        QCOMPARE(bench.tally(bench.first).remarks.size(), 1);
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Shown, Correctness::Unsaid, {}}}));
        const auto tally = bench.tally(bench.first);
        QCOMPARE(tally.rejected, 0);
        QCOMPARE(tally.wrong, 0);
        QCOMPARE(tally.shown, 1);
        QVERIFY(tally.remarks.isEmpty());
    }

    void twoPeopleCountApart()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Inserted, {}, {}}}));
        QVERIFY(bench.rig.run(bench.rig.zhou,
                              JudgeSuggestions{bench.topic, bench.question,
                                               {{bench.first, 1, Outcome::Rejected, {}, {}}}}));
        QCOMPARE(bench.tally(bench.first).inserted, 1);
        QCOMPARE(bench.tally(bench.first).rejected, 1);
    }

    void whatIsWrongTeachesAndIsTakenBack()
    {
        Bench bench;
        const auto before = bench.rig.state.lessons.size();
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Rejected, Correctness::Wrong, {}}}));
        QCOMPARE(bench.rig.state.lessons.size(), before + 1);
        const auto lesson = bench.rig.state.lessons.last();
        QVERIFY(!lesson.good);
        QCOMPARE(lesson.entry, bench.first);
        QCOMPARE(lesson.source, LessonSource::Suggestion);
        QCOMPARE(lesson.by, bench.rig.lin.id);
        QCOMPARE(lesson.message, bench.question);
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Shown, Correctness::Unsaid, {}}}));
        QCOMPARE(bench.rig.state.lessons.size(), before);
        QCOMPARE(bench.rig.last<LessonUndone>().lesson, lesson.id);
    }

    void rightTeachesTheOtherWay()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Shown, Correctness::Wrong, {}}}));
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Shown, Correctness::Right, {}}}));
        const auto of = [&](bool good) {
            return std::ranges::count_if(bench.rig.state.lessons, [&](const PhrasingLesson &one) {
                return one.entry == bench.first && one.good == good;
            });
        };
        QCOMPARE(of(true), 1);
        QCOMPARE(of(false), 0);
    }

    void turnedDownAloneTeachesNothing()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Rejected, Correctness::Unsaid, {}},
                             {bench.second, 2, Outcome::Rejected, Correctness::Partly, {}}}));
        QVERIFY(bench.rig.all<LessonTaught>().isEmpty());
    }

    void wordsStayWithALaterOutcome()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Shown, Correctness::Partly, u"少了时限"_s}}));
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Edited, Correctness::Partly, {}}}));
        const auto tally = bench.tally(bench.first);
        QCOMPARE(tally.edited, 1);
        QCOMPARE(tally.remarks.size(), 1);
        QCOMPARE(tally.remarks.first().text, u"少了时限"_s);
    }

    void whatIsWrittenWronglyIsRefused()
    {
        Bench bench;
        REFUSED(bench.judge({}), InvalidParams);
        REFUSED(bench.judge({{{u"s-none"_s}, 1, Outcome::Shown, {}, {}}}), NotFound);
        REFUSED(bench.judge({{bench.first, 0, Outcome::Shown, {}, {}}}), InvalidParams);
        REFUSED(bench.judge({{bench.first, 1, Outcome::Shown, {}, QString(201, u'x')}}), InvalidParams);
        REFUSED(bench.judge(QList<SuggestionMark>(SuggestionMark::most + 1,
                                  SuggestionMark{bench.first, 1, Outcome::Shown, {}, {}})),
                InvalidParams);
        QVERIFY(bench.rig.all<SuggestionJudged>().isEmpty());
    }

    void eraseTakesTheRemarksAlong()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Rejected, Correctness::Wrong, u"李女士问的"_s}}));
        const auto seq = bench.tally(bench.first).remarks.first().seq;
        bench.rig.record({bench.rig.group, {}, DataErased{bench.rig.haiyan.value, {seq}, {}}});
        // A ledger without it counts it no more.
        QVERIFY(bench.tally(bench.first).remarks.isEmpty());
        QCOMPARE(bench.tally(bench.first).rejected, 0);
    }

    void snapshotsKeepTheTallies()
    {
        Bench bench;
        QVERIFY(bench.judge({{bench.first, 1, Outcome::Rejected, Correctness::Wrong, u"不是这个"_s}}));
        const auto loaded = decodeState(encodeState(bench.rig.state));
        QVERIFY(loaded);
        QVERIFY(loaded->suggestions == bench.rig.state.suggestions);
        QVERIFY(loaded->topics.value(bench.topic).judged
                == bench.rig.state.topics.value(bench.topic).judged);
    }

    void onlySoManyAreKept()
    {
        Bench bench;
        for (int at = 0; at < JudgedSuggestion::kept + 3; ++at) {
            SuggestionJudged judged;
            judged.entry = {u"x-%1"_s.arg(at)};
            judged.by = bench.rig.lin.id;
            bench.rig.record({bench.rig.group, bench.topic, judged});
        }
        QCOMPARE(bench.rig.state.topics.value(bench.topic).judged.size(), JudgedSuggestion::kept);
        QCOMPARE(bench.rig.state.suggestions.size(), JudgedSuggestion::kept + 3);
    }
};

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestSuggestions)
#include "tst_suggestions.moc"
