// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

const EntryId refund{u"k-001"_s};
const auto inOwnWords = u"我退的货 那个款啥时候给我打回来啊"_s;
const auto nearly = u"那个款啥时候给我打回来啊 我退的货呢"_s;

Candidate candidateOf(const Verdict &verdict, const EntryId &entry)
{
    for (const auto &each : verdict.candidates) {
        if (each.entry == entry)
            return each;
    }
    return {};
}

int overlay(const Verdict &verdict, const EntryId &entry)
{
    return candidateOf(verdict, entry).signals_.value(u"overlay"_s);
}

/** A draft for the words that names that entry, as if the bot had made it. */
Draft draftFor(Rig &rig, const MessageId &asked, const EntryId &entry, Reason reason)
{
    const auto topic = rig.topicOf(asked).id;
    DraftMade made{{u"d-%1"_s.arg(asked.value)}, {AuthorKind::Bot, {}, {}}, u"1 到 3 天"_s, asked,
                   entry, 1, {rig.wang}, reason, true};
    rig.record({rig.group, topic, made});
    return rig.state.drafts.value(made.draft);
}

MessageId ask(Rig &rig, const QString &words)
{
    return rig.say(rig.wang, words, {.atBot = true});
}

} // namespace

/** What people's decisions teach, who taught it, and that it can be taken back. */
class TestLearning : public QObject
{
    Q_OBJECT

private:
    static void decide(Rig &rig, const QString &words, bool approve,
                       Reason reason = Reason::ReviewMode, bool noReply = false)
    {
        const auto asked = ask(rig, words);
        const auto draft = draftFor(rig, asked, refund, reason);
        const auto topic = draft.topic;
        if (approve)
            QVERIFY(rig.run(rig.lin, ApproveDraft{draft.id, topic, rig.basis()}));
        else
            QVERIFY(rig.run(rig.lin, RejectDraft{draft.id, topic, u"答非所问"_s, noReply}));
    }
    static Verdict verdictOn(Rig &rig, const QString &words)
    {
        return rig.verdictOf(rig.say(rig.leo, words, {.atBot = true}));
    }

private Q_SLOTS:
    void approvedWordsMeanTheEntry();
    void rejectedWordsDoNot();
    void newestDecisionHolds();
    void suggestionTeaches();
    void undoneIsAsIfNever();
    void nothingIsTaughtByOtherReasons();
    void ownWordsStand();
    void correctionTakesLessonsBack();
    void correctionIsTakenBack();
    void newEntryOfACorrectionGoes();
    void personalDataIsNotLearned();
    void startsFromSnapshotTheSame();
};

void TestLearning::approvedWordsMeanTheEntry()
{
    Rig rig(BotMode::Review);
    const auto before = verdictOn(rig, inOwnWords);
    QCOMPARE(overlay(before, refund), 0);
    QVERIFY2(candidateOf(before, refund).score < 950, "the words must not be known already");
    decide(rig, inOwnWords, true);
    const auto lesson = rig.state.lessons.value(0);
    QCOMPARE(rig.state.lessons.size(), 1);
    QCOMPARE(lesson.entry, refund);
    QCOMPARE(lesson.by, rig.lin.id);
    QCOMPARE(lesson.name, rig.lin.name);
    QCOMPARE(lesson.source, LessonSource::Approved);
    QVERIFY(lesson.good && lesson.seq > 0 && lesson.at == rig.now);
    QVERIFY(rig.state.entries.value(refund).similar.indexOf(lesson.question) < 0);

    const auto same = verdictOn(rig, inOwnWords);
    QCOMPARE(same.candidates.value(0).entry, refund);
    QCOMPARE(overlay(same, refund), 1000);
    QCOMPARE(same.confidence, 990);
    const auto alike = verdictOn(rig, nearly);
    QVERIFY(overlay(alike, refund) >= 700);
    QCOMPARE(alike.candidates.value(0).entry, refund);
    const auto other = verdictOn(rig, u"怎么开发票"_s);
    QCOMPARE(overlay(other, refund), 0);
}

void TestLearning::rejectedWordsDoNot()
{
    Rig rig(BotMode::Review);
    decide(rig, inOwnWords, false);
    QCOMPARE(rig.state.lessons.size(), 1);
    QVERIFY(!rig.state.lessons.first().good);
    const auto after = verdictOn(rig, inOwnWords);
    QVERIFY(after.candidates.value(0).entry != refund || after.confidence == 0);
    QVERIFY(candidateOf(after, refund).score == 0);
    QVERIFY(after.action != Action::Review && after.action != Action::Answer);
}

void TestLearning::newestDecisionHolds()
{
    Rig rig(BotMode::Review);
    decide(rig, inOwnWords, false);
    decide(rig, inOwnWords, true);
    QCOMPARE(rig.state.lessons.size(), 1);
    QVERIFY(rig.state.lessons.first().good);
    QCOMPARE(verdictOn(rig, inOwnWords).confidence, 990);
}

void TestLearning::suggestionTeaches()
{
    Rig rig;
    const auto asked = ask(rig, inOwnWords + u" 转人工"_s);
    const auto topic = rig.topicOf(asked).id;
    const auto fence = rig.claim(rig.lin, topic);
    SendMessage send{topic, fence, rig.basis(), u"1 到 3 天退回原路"_s, {}, {}};
    QVERIFY(rig.run(rig.lin, send));
    QVERIFY(rig.state.lessons.isEmpty());
    send.basis = rig.basis();
    send.entry = refund;
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(rig.state.lessons.value(0).source, LessonSource::Suggestion);
    QCOMPARE(rig.state.lessons.value(0).message, asked);
    // The same once more says nothing new.
    send.basis = rig.basis();
    QVERIFY(rig.run(rig.lin, send));
    QCOMPARE(rig.all<LessonTaught>().size(), 1);
}

void TestLearning::undoneIsAsIfNever()
{
    Rig rig(BotMode::Review);
    const auto before = verdictOn(rig, inOwnWords);
    decide(rig, inOwnWords, true);
    const auto lesson = rig.state.lessons.value(0).id;
    QVERIFY(rig.run(rig.boss, UndoLesson{lesson}));
    QCOMPARE(rig.last<LessonUndone>().by, rig.boss.id);
    QVERIFY(rig.state.lessons.isEmpty());
    const auto after = verdictOn(rig, inOwnWords);
    QVERIFY(after.candidates == before.candidates);
    QCOMPARE(after.confidence, before.confidence);
    REFUSED(rig.run(rig.boss, UndoLesson{lesson}), NotFound);
}

void TestLearning::nothingIsTaughtByOtherReasons()
{
    Rig rig(BotMode::Review);
    decide(rig, inOwnWords, false, Reason::ReviewMode, true);
    decide(rig, inOwnWords, false, Reason::SensitiveWord);
    const auto draft = draftFor(rig, ask(rig, inOwnWords), refund, Reason::ReviewMode);
    QVERIFY(rig.run(rig.lin, EditDraft{draft.id, draft.topic, rig.basis(), u"已经查过，明天到"_s}));
    QVERIFY(rig.state.lessons.isEmpty());
}

void TestLearning::ownWordsStand()
{
    Rig rig(BotMode::Review);
    const auto own = rig.state.entries.value(refund).question;
    decide(rig, own, true);
    QVERIFY(rig.state.lessons.isEmpty());
    const auto before = verdictOn(rig, own);
    decide(rig, own + u"呀 谢谢你们啦"_s, false);
    const auto after = verdictOn(rig, own);
    QCOMPARE(after.candidates.value(0).entry, before.candidates.value(0).entry);
    QCOMPARE(after.confidence, before.confidence);
}

void TestLearning::correctionTakesLessonsBack()
{
    Rig rig;
    decide(rig, inOwnWords, true);
    QCOMPARE(rig.state.lessons.size(), 1);
    const auto sent = rig.lastSent();
    QVERIFY(sent);
    const auto entry = rig.state.entries.value({u"k-002"_s});
    CorrectAnswer correct{sent->topic, sent->id, entry.answer, entry.id, entry.version, {}, {}};
    QVERIFY(rig.run(rig.zhou, correct));
    QVERIFY(rig.state.lessons.isEmpty());
    QCOMPARE(verdictOn(rig, inOwnWords).candidates.value(0).entry, entry.id);
}

void TestLearning::correctionIsTakenBack()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto sent = rig.answersTo(asked).value(0);
    QVERIFY(sent);
    const auto before = rig.state.entries.value(refund);
    for (const auto &answer : {u"当天"_s, u"两小时"_s}) {
        const auto seen = rig.state.entries.value(refund).version;
        QVERIFY(rig.run(rig.zhou, CorrectAnswer{sent->topic, sent->id, answer, refund, seen, {}, {}}));
    }
    const auto wrong = rig.state.entries.value(refund);
    QCOMPARE(wrong.answer, u"两小时"_s);
    REFUSED(rig.run(rig.boss, UndoCorrection{refund, wrong.version - 1}), Conflict);
    QVERIFY(rig.run(rig.boss, UndoCorrection{refund, wrong.version}));
    const auto change = rig.last<KnowledgeChanged>();
    QCOMPARE(change.change, EntryChange::Undone);
    QCOMPARE(change.by, rig.boss.id);
    auto after = rig.state.entries.value(refund);
    QCOMPARE(after.version, wrong.version + 1);
    QCOMPARE(after.answer, before.answer);
    QCOMPARE(after.similar, before.similar);
    QVERIFY(!rig.state.corrections.contains(refund));
    REFUSED(rig.run(rig.boss, UndoCorrection{refund, after.version}), NotFound);
}

void TestLearning::newEntryOfACorrectionGoes()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto sent = rig.answersTo(asked).value(0);
    QVERIFY(rig.run(rig.zhou, CorrectAnswer{sent->topic, sent->id, u"当天"_s, {}, 0,
                                            u"活动单退款多久"_s, {}}));
    const auto made = rig.last<KnowledgeChanged>().entry;
    QVERIFY(made.id != refund && made.state == EntryState::Live);
    QVERIFY(rig.run(rig.boss, UndoCorrection{made.id, made.version}));
    QCOMPARE(rig.state.entries.value(made.id).state, EntryState::Retired);
}

void TestLearning::personalDataIsNotLearned()
{
    Rig rig(BotMode::Review);
    decide(rig, inOwnWords + u" 打我电话 13800138000"_s, true);
    const auto lesson = rig.state.lessons.value(0);
    QVERIFY(!lesson.question.isEmpty());
    QVERIFY(!lesson.question.contains(u"13800138000"_s));
}

void TestLearning::startsFromSnapshotTheSame()
{
    Rig rig(BotMode::Review);
    decide(rig, inOwnWords, true);
    decide(rig, u"能不能帮我看下到哪了呀"_s, false);
    const auto loaded = decodeState(encodeState(rig.state));
    QVERIFY(loaded);
    QVERIFY(loaded->lessons == rig.state.lessons);
    Decider fresh(test::sharedLexicon());
    fresh.reset(*loaded);
    for (const auto &words : {inOwnWords, nearly, u"能不能帮我看下到哪了呀"_s}) {
        const TrialQuestion question{words, rig.group, refund, {}};
        const auto here = rig.decider.test(rig.state, question, rig.now);
        const auto there = fresh.test(*loaded, question, rig.now);
        QVERIFY(here && there);
        QVERIFY(*here == *there);
    }
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestLearning)
#include "tst_learning.moc"
