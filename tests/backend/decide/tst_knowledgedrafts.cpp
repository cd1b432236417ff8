// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

const EntryId refund{u"k-001"_s};

Entry rewritten(const Rig &rig, const QString &answer)
{
    auto entry = rig.state.entries.value(refund);
    entry.state = EntryState::Draft;
    entry.answer = answer;
    return entry;
}

/** What the bot says to that, without whom it says it to. */
QString answerTo(Rig &rig, const MemberId &who)
{
    rig.say(who, u"退款多久能到账"_s, {{}, {}, true});
    const auto text = rig.lastSent()->text;
    return text.contains(u"您好"_s) ? text.section(u"您好"_s, 1) : text;
}

} // namespace

/** Drafts beside what the bot uses, corrections that wait for an editor, imports, trials. */
class TestKnowledgeDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftChangesNoAnswer();
    void theSecondEditorIsRefused();
    void aNewerLiveVersionIsNotOverwritten();
    void reviewAndDiscard();
    void draftsMayBeUnfinished();
    void importIsAllOrNothing();
    void correctionsWaitForAnEditor();
    void trialIsWhatTheBotDoes();
    void trialOfADraftLeavesNoTrace();
    void trialSaysWhyNot();
};

void TestKnowledgeDrafts::aDraftChangesNoAnswer()
{
    Rig rig;
    const auto before = answerTo(rig, rig.wang);
    QVERIFY(rig.run(rig.boss, PutEntry{rewritten(rig, u"当天到账。"_s)}));
    const auto draft = rig.state.entryDrafts.value(refund);
    QCOMPARE(draft.revision, 1);
    QCOMPARE(draft.entry.version, 1);
    QCOMPARE(draft.entry.changedBy, rig.boss.id);
    QCOMPARE(answerTo(rig, rig.leo), before);
    QVERIFY(rig.run(rig.boss, SubmitEntry{refund, 1, u"改短了"_s}));
    QCOMPARE(rig.state.entryDrafts.value(refund).entry.state, EntryState::Review);
    QCOMPARE(answerTo(rig, rig.vip), before);
    QVERIFY(rig.run(rig.boss, PublishEntry{refund, 2}));
    QVERIFY(!rig.state.entryDrafts.contains(refund));
    QCOMPARE(rig.state.entries.value(refund).version, 2);
    QCOMPARE(rig.state.entries.value(refund).state, EntryState::Live);
    QCOMPARE(rig.last<KnowledgeChanged>().change, EntryChange::Published);
    QCOMPARE(answerTo(rig, rig.haiyan), u"【AI】当天到账。"_s);
}

void TestKnowledgeDrafts::theSecondEditorIsRefused()
{
    Rig rig;
    QVERIFY(rig.run(rig.boss, PutEntry{rewritten(rig, u"甲写的。"_s)}));
    const auto refused = rig.run(rig.lin, PutEntry{rewritten(rig, u"乙写的。"_s)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().data.value(u"current"_s).toInt(), 1);
    QCOMPARE(rig.state.entryDrafts.value(refund).entry.answer, u"甲写的。"_s);
    QVERIFY(rig.run(rig.lin, PutEntry{rewritten(rig, u"乙看过后写的。"_s), 1}));
    REFUSED(rig.run(rig.boss, PublishEntry{refund, 1}), Conflict);
    REFUSED(rig.run(rig.boss, SubmitEntry{refund, 1, {}}), Conflict);
    REFUSED(rig.run(rig.boss, DiscardEntryDraft{refund, 1}), Conflict);
    QVERIFY(rig.run(rig.boss, PublishEntry{refund, 2}));
    REFUSED(rig.run(rig.boss, PublishEntry{refund, 2}), NotFound);
}

void TestKnowledgeDrafts::aNewerLiveVersionIsNotOverwritten()
{
    Rig rig;
    QVERIFY(rig.run(rig.boss, PutEntry{rewritten(rig, u"草稿。"_s)}));
    auto live = rig.state.entries.value(refund);
    live.answer = u"直接改的。"_s;
    QVERIFY(rig.run(rig.zhou, PutEntry{live}));
    const auto refused = rig.run(rig.boss, PublishEntry{refund, 1});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().data.value(u"current"_s).toInt(), 2);
    QCOMPARE(refused.error().data.value(u"answer"_s).toString(), u"直接改的。"_s);
    // Still saved against the old one, and then, on purpose, against the new one.
    auto draft = rig.state.entryDrafts.value(refund).entry;
    QVERIFY(rig.run(rig.boss, PutEntry{draft, 1}));
    draft.version = 3;
    REFUSED(rig.run(rig.boss, PutEntry{draft, 2}), Conflict);
    draft.version = 2;
    QVERIFY(rig.run(rig.boss, PutEntry{draft, 2}));
    QVERIFY(rig.run(rig.boss, PublishEntry{refund, 3}));
    QCOMPARE(rig.state.entries.value(refund).version, 3);
}

void TestKnowledgeDrafts::reviewAndDiscard()
{
    Rig rig;
    Entry entry;
    entry.state = EntryState::Draft;
    entry.question = u"有没有礼品卡"_s;
    entry.answer = u"有的。"_s;
    QVERIFY(rig.run(rig.boss, PutEntry{entry}));
    const auto id = rig.state.entryDrafts.cbegin()->entry.id;
    QVERIFY(!id.isEmpty());
    QVERIFY(!rig.state.entries.contains(id));
    QVERIFY(rig.run(rig.boss, SubmitEntry{id, 1, {}}));
    // Written on under review, it is a draft again.
    auto again = rig.state.entryDrafts.value(id).entry;
    QVERIFY(rig.run(rig.lin, PutEntry{again, 2}));
    QCOMPARE(rig.state.entryDrafts.value(id).entry.state, EntryState::Draft);
    QVERIFY(rig.run(rig.lin, DiscardEntryDraft{id, 3}));
    QVERIFY(rig.state.entryDrafts.isEmpty());
    REFUSED(rig.run(rig.lin, DiscardEntryDraft{id, 3}), NotFound);
}

void TestKnowledgeDrafts::draftsMayBeUnfinished()
{
    Rig rig;
    QVERIFY(rig.run(rig.boss, PutEntry{rewritten(rig, {})}));
    REFUSED(rig.run(rig.boss, PublishEntry{refund, 1}), InvalidParams);
    QVERIFY(rig.run(rig.boss, PutEntry{rewritten(rig, u"加我私聊"_s), 1}));
    REFUSED(rig.run(rig.boss, SubmitEntry{refund, 2, {}}), Policy);
    REFUSED(rig.run(rig.boss, PutEntry{rewritten(rig, QString(5000, u'x')), 2}), TooLarge);
    auto bad = rewritten(rig, u"好"_s);
    bad.similar = {u" "_s};
    REFUSED(rig.run(rig.boss, PutEntry{bad, 2}), InvalidParams);
    bad.similar.clear();
    bad.id.value = u"k 1"_s;
    REFUSED(rig.run(rig.boss, PutEntry{bad}), InvalidParams);
    bad.id = refund;
    bad.category = QString(61, u'x');
    REFUSED(rig.run(rig.boss, PutEntry{bad, 2}), TooLarge);
}

void TestKnowledgeDrafts::importIsAllOrNothing()
{
    Rig rig;
    Entry fresh;
    fresh.id = {u"x-1"_s};
    fresh.question = u"礼品卡怎么用"_s;
    fresh.answer = u"结账时选礼品卡。"_s;
    auto changed = rig.state.entries.value(refund);
    changed.answer = u"导入的。"_s;
    auto stale = rig.state.entries.value({u"k-002"_s});
    stale.version = 7;
    const auto events = rig.log.size();
    const auto refused = rig.run(rig.boss, ImportEntries{{fresh, changed, stale}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().data.value(u"row"_s).toInt(), 2);
    QCOMPARE(rig.log.size(), events);
    REFUSED(rig.run(rig.boss, ImportEntries{{fresh, fresh}}), InvalidParams);
    REFUSED(rig.run(rig.boss, ImportEntries{}), InvalidParams);
    QVERIFY(rig.run(rig.boss, ImportEntries{{fresh, changed}}));
    QCOMPARE(rig.state.entries.value(fresh.id).version, 1);
    QCOMPARE(rig.state.entries.value(refund).version, 2);
    QCOMPARE(rig.last<KnowledgeChanged>().change, EntryChange::Imported);
    auto draft = rewritten(rig, u"导入为草稿。"_s);
    QVERIFY(rig.run(rig.boss, ImportEntries{{draft}}));
    QCOMPARE(rig.state.entries.value(refund).version, 2);
    REFUSED(rig.run(rig.boss, ImportEntries{{draft}}), Conflict);
}

void TestKnowledgeDrafts::correctionsWaitForAnEditor()
{
    Rig rig;
    const auto original = rig.state.entries.value(refund);
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s, {{}, {}, true});
    const auto wrong = rig.lastSent();
    const auto topic = rig.topicOf(asked).id;
    for (int version = 1; version <= 2; ++version) {
        QVERIFY(rig.run(rig.lin, CorrectAnswer{topic, wrong->id, u"第 %1 版。"_s.arg(version), refund,
                                               version, {}, {u"incomplete"_s}}));
    }
    auto open = rig.state.corrections.value(refund);
    QCOMPARE(open.before, original);
    QCOMPARE(open.cases.size(), 2);
    QCOMPARE(open.cases.last().version, 3);
    QCOMPARE(open.cases.last().by, rig.lin.id);
    QCOMPARE(open.cases.first().question, u"退款多久能到账"_s);
    QCOMPARE(open.cases.first().corrects, wrong->id);
    REFUSED(rig.run(rig.boss, AcceptCorrection{refund, 2}), Conflict);
    REFUSED(rig.run(rig.boss, AcceptCorrection{{u"k-002"_s}, 1}), NotFound);
    QVERIFY(rig.run(rig.boss, AcceptCorrection{refund, 3}));
    QVERIFY(rig.state.corrections.isEmpty());
    QCOMPARE(rig.state.entries.value(refund).answer, u"第 2 版。"_s);
    // Undone: written back as it was, and nothing waits any more.
    QVERIFY(rig.run(rig.lin, CorrectAnswer{topic, wrong->id, u"错改。"_s, refund, 3, {}, {}}));
    auto back = rig.state.corrections.value(refund).before;
    QCOMPARE(back.answer, u"第 2 版。"_s);
    back.version = 4;
    QVERIFY(rig.run(rig.boss, PutEntry{back}));
    QVERIFY(rig.state.corrections.isEmpty());
}

void TestKnowledgeDrafts::trialIsWhatTheBotDoes()
{
    for (const auto &question : {u"退款多久能到账"_s, u"我刷信用卡的，退款什么时候到账"_s,
                                 u"荔枝甜不甜"_s, u"叫你们老板来"_s, u"我要投诉，太气人了"_s}) {
        Rig rig;
        const auto trial = rig.decider.test(rig.state, {question, rig.group, {}, {}}, rig.now);
        QVERIFY(trial);
        const auto verdict = rig.verdictOf(rig.say(rig.wang, question, {{}, {}, true}));
        QCOMPARE(trial->verdict.candidates, verdict.candidates);
        QCOMPARE(trial->verdict.action, verdict.action);
        QCOMPARE(trial->verdict.confidence, verdict.confidence);
        QCOMPARE(trial->verdict.outOfScope, verdict.outOfScope);
        QCOMPARE(trial->verdict.threshold, verdict.threshold);
        QCOMPARE(trial->nearest.size(), trial->verdict.candidates.size());
    }
    Rig rig;
    QVERIFY(!rig.decider.test(rig.state, {u"  "_s, {}, {}, {}}, rig.now));
    QVERIFY(!rig.decider.test(rig.state, {QString(301, u'x'), {}, {}, {}}, rig.now));
    QVERIFY(!rig.decider.test(rig.state, {u"在吗"_s, {u"none"_s}, {}, {}}, rig.now));
}

void TestKnowledgeDrafts::trialOfADraftLeavesNoTrace()
{
    Rig rig;
    const auto question = u"退款多久能到账"_s;
    const auto before = rig.decider.test(rig.state, {question, {}, refund, {}}, rig.now);
    const auto events = rig.log.size();
    const auto trial
        = rig.decider.test(rig.state, {question, {}, {}, rewritten(rig, u"草稿。"_s)}, rig.now);
    QVERIFY(trial);
    QCOMPARE(trial->text, u"【AI】草稿。"_s);
    QCOMPARE(trial->entry, refund);
    QCOMPARE(trial->rank, 1);
    Entry fresh;
    fresh.question = u"空气净化器的滤芯多久换一次"_s;
    fresh.answer = u"半年一次。"_s;
    const auto other
        = rig.decider.test(rig.state, {u"滤芯多久换"_s, {}, {}, fresh}, rig.now);
    QVERIFY(other);
    QCOMPARE(other->rank, 1);
    QCOMPARE(other->askedNearest, fresh.question);
    QCOMPARE(rig.log.size(), events);
    QCOMPARE(*rig.decider.test(rig.state, {question, {}, refund, {}}, rig.now), *before);
    fresh.question.clear();
    QVERIFY(!rig.decider.test(rig.state, {u"滤芯多久换"_s, {}, {}, fresh}, rig.now));
}

void TestKnowledgeDrafts::trialSaysWhyNot()
{
    Rig rig;
    const auto trial
        = rig.decider.test(rig.state, {u"怎么申请退款"_s, {}, refund, {}}, rig.now);
    QVERIFY(trial);
    QVERIFY(trial->rank > 1);
    QCOMPARE(trial->asked.entry, refund);
    QVERIFY(trial->asked.score < trial->verdict.confidence);
    QVERIFY(trial->asked.signals_.contains(u"coverage"_s));
    const auto out = rig.decider.test(rig.state, {u"怎么申请退款"_s, {}, {u"none"_s}, {}}, rig.now);
    QCOMPARE(out->rank, 0);
    QVERIFY(out->asked.entry.isEmpty());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestKnowledgeDrafts)
#include "tst_knowledgedrafts.moc"
