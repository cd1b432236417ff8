// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** Corrections, entries, policy and settings. */
class TestKnowledgeCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correctionActsAtOnce();
    void correctionMakesANewEntry();
    void correctionOfAnOldAnswerBringsItsQuestion();
    void correctionConflicts();
    void knowledgeVersions();
    void policyVersions();
    void settings();
};

void TestKnowledgeCommands::correctionActsAtOnce()
{
    Rig rig;
    const auto asked = rig.say(rig.haiyan, u"我刷信用卡的，退款什么时候到账"_s, {{}, {}, true});
    const auto wrong = rig.lastSent();
    QVERIFY(wrong);
    const auto entry = rig.state.entries.value({u"k-001"_s});
    QVERIFY(rig.run(rig.lin, CorrectAnswer{rig.topicOf(asked).id, wrong->id,
                                           u"信用卡退款 3–7 个工作日到账。"_s, entry.id, entry.version,
                                           {}, {u"不完整"_s}}));
    const auto changed = rig.last<KnowledgeChanged>();
    QCOMPARE(changed.change, EntryChange::Corrected);
    QCOMPARE(changed.entry.version, entry.version + 1);
    QCOMPARE(changed.question, u"我刷信用卡的，退款什么时候到账"_s);
    QCOMPARE(changed.corrects, wrong->id);
    const auto next = rig.say(rig.leo, u"我刷信用卡的，退款什么时候到账呀？"_s);
    QCOMPARE(rig.verdictOf(next).candidates.first().entry, entry.id);
    QVERIFY(rig.verdictOf(next).confidence >= 900);
    QCOMPARE(rig.lastSent()->text, u"【AI】信用卡退款 3–7 个工作日到账。"_s);
    QCOMPARE(rig.lastSent()->entryVersion, entry.version + 1);
}

void TestKnowledgeCommands::correctionMakesANewEntry()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto wrong = rig.lastSent();
    QVERIFY(rig.run(rig.lin, CorrectAnswer{rig.topicOf(asked).id, wrong->id, u"当天到账。"_s, {}, 0,
                                           {}, {}}));
    const auto made = rig.last<KnowledgeChanged>().entry;
    QCOMPARE(made.question, u"退款多久能到账"_s);
    QCOMPARE(made.version, 1);
    QCOMPARE(made.category, u"售后退款"_s);
    // Both entries have the words; the correction wins.
    const auto next = rig.say(rig.leo, u"退款多久能到账"_s);
    QCOMPARE(rig.verdictOf(next).candidates.first().entry, made.id);
}

void TestKnowledgeCommands::correctionOfAnOldAnswerBringsItsQuestion()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    QVERIFY(rig.run(rig.lin, CorrectAnswer{rig.topicOf(asked).id, {u"m-long-ago"_s},
                                           u"信用卡 3–7 个工作日。"_s, {u"k-001"_s}, 1,
                                           u"刷信用卡的退款啥时候到"_s, {}}));
    const auto entry = rig.last<KnowledgeChanged>().entry;
    QCOMPARE(entry.version, 2);
    QCOMPARE(entry.similar.first(), u"刷信用卡的退款啥时候到"_s);
}

void TestKnowledgeCommands::correctionConflicts()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s);
    const auto topic = rig.topicOf(asked).id;
    const auto wrong = rig.lastSent()->id;
    const EntryId entry{u"k-001"_s};
    const auto refused = rig.run(rig.lin, CorrectAnswer{topic, wrong, u"当天"_s, entry, 7, {}, {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().data.value(u"current"_s).toInt(), 1);
    REFUSED(rig.run(rig.lin, CorrectAnswer{topic, wrong, u"当天"_s, {u"none"_s}, 1, {}, {}}), NotFound);
    REFUSED(rig.run(rig.lin, CorrectAnswer{topic, wrong, u"  "_s, entry, 1, {}, {}}), InvalidParams);
    REFUSED(rig.run(rig.lin, CorrectAnswer{topic, wrong, u"加我私聊"_s, entry, 1, {}, {}}), Policy);
    REFUSED(rig.run(rig.lin, CorrectAnswer{topic, {u"none"_s}, u"当天"_s, entry, 1, {}, {}}), NotFound);
}

void TestKnowledgeCommands::knowledgeVersions()
{
    Rig rig;
    Entry entry;
    entry.question = u"有没有礼品卡"_s;
    entry.answer = u"有的。"_s;
    QVERIFY(rig.run(rig.boss, PutEntry{entry}));
    const auto made = rig.last<KnowledgeChanged>().entry;
    QVERIFY(!made.id.isEmpty());
    QCOMPARE(made.version, 1);
    QCOMPARE(made.changedBy, rig.boss.id);
    REFUSED(rig.run(rig.boss, PutEntry{{made.id, 0, EntryState::Live, {}, u"x"_s, {}, u"y"_s,
                                        Risk::Low, {}, {}, {}}}), Conflict);
    QCOMPARE(rig.verdictOf(rig.say(rig.wang, u"有没有礼品卡"_s)).action, Action::Answer);
    QVERIFY(rig.run(rig.boss, RetireEntry{made.id, 1}));
    QVERIFY(rig.verdictOf(rig.say(rig.leo, u"有没有礼品卡"_s)).action != Action::Answer);
    REFUSED(rig.run(rig.boss, RestoreEntry{made.id, 1}), Conflict);
    QVERIFY(rig.run(rig.boss, RestoreEntry{made.id, 2}));
    QCOMPARE(rig.state.entries.value(made.id).state, EntryState::Live);
}

void TestKnowledgeCommands::policyVersions()
{
    Rig rig;
    auto policy = rig.state.policy;
    policy.answerThreshold = 800;
    QVERIFY(rig.run(rig.boss, PutPolicy{policy}));
    QCOMPARE(rig.state.policy.version, policy.version + 1);
    REFUSED(rig.run(rig.boss, PutPolicy{policy}), Conflict);
    policy.version = rig.state.policy.version;
    policy.clarifyThreshold = 900;
    const auto refused = rig.run(rig.boss, PutPolicy{policy});
    QVERIFY(!refused);
    QCOMPARE(refused.error().data.value(u"field"_s).toString(), u"clarifyThreshold"_s);
}

void TestKnowledgeCommands::settings()
{
    Rig rig;
    QVERIFY(rig.run(rig.lin, SetStatus{AgentStatus::Away, {}, false}));
    QCOMPARE(rig.state.presence.value(rig.lin.id).status, AgentStatus::Away);
    QVERIFY(rig.run(rig.boss, PutGroup{rig.group, BotMode::Silent}));
    QCOMPARE(rig.state.groups.value(rig.group).info.mode, BotMode::Silent);
    QCOMPARE(rig.state.groups.value(rig.group).info.name, u"滨江花园3群"_s);
    REFUSED(rig.run(rig.boss, PutGroup{{u"none"_s}, BotMode::Auto}), NotFound);
    REFUSED(rig.run(rig.boss, PutUser{{{}, u"x"_s, Role::Agent, {}, {}, false}, {}}), InvalidParams);
    QVERIFY(rig.run(rig.boss, PutUser{{{u"u-new"_s}, u"新人"_s, Role::Agent, {}, {}, false}, u"pw"_s}));
    QCOMPARE(rig.state.users.value({u"u-new"_s}).name, u"新人"_s);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestKnowledgeCommands)
#include "tst_knowledgecommands.moc"
