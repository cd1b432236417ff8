// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using test::Said;

/** A company's own rules and words: from the event that brings them on, and after a restart. */
class TestOwnWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleAnswersTheNextMessage();
    void aRuleGoesWithItsEntry();
    void synonymsHoldFromTheNextMessage();
    void aRestartKnowsThem();
    void sharesSumUp();
    void theBotIsCalledByItsName();

private:
    static Entry locker(Rig &rig);
    static Verdict ask(Rig &rig, const QString &text);
};

Entry TestOwnWords::locker(Rig &rig)
{
    Entry entry;
    entry.id = {u"k-locker"_s};
    entry.version = 1;
    entry.category = u"自提"_s;
    entry.question = u"周转柜报警了怎么处理"_s;
    entry.answer = u"请长按红色按钮五秒。"_s;
    entry.rules = {{RuleKind::Exact, u"8001"_s}, {RuleKind::Regex, u"err[0-9]{2}"_s}};
    rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, rig.lin.id, {}, {}, {}}});
    return entry;
}

Verdict TestOwnWords::ask(Rig &rig, const QString &text)
{
    return rig.verdictOf(rig.say(rig.wang, text, {.atBot = true}));
}

void TestOwnWords::aRuleAnswersTheNextMessage()
{
    Rig rig;
    locker(rig);
    const auto verdict = rig.verdictOf(rig.say(rig.wang, u"8001"_s));
    QCOMPARE(verdict.addressee, Addressee::Bot);
    QCOMPARE(verdict.action, Action::Answer);
    QCOMPARE(verdict.candidates.value(0).entry.value, u"k-locker"_s);
    QCOMPARE(verdict.candidates.value(0).signals_.value(u"rule"_s), 1000);
    QVERIFY(verdict.addressingWhy.contains(u"rule"_s));
    QCOMPARE(ask(rig, u"屏幕写着ERR17，退款多久到账"_s).candidates.value(0).entry.value,
             u"k-locker"_s);
}

void TestOwnWords::aRuleGoesWithItsEntry()
{
    Rig rig;
    auto entry = locker(rig);
    entry.version = 2;
    entry.rules.clear();
    rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, rig.lin.id, {}, {}, {}}});
    QVERIFY(ask(rig, u"err17"_s).candidates.value(0).signals_.value(u"rule"_s) == 0);
}

void TestOwnWords::synonymsHoldFromTheNextMessage()
{
    Rig rig;
    locker(rig);
    const auto before = ask(rig, u"小绿箱哇哇叫"_s);
    QVERIFY(before.candidates.isEmpty()
            || before.candidates.at(0).entry.value != u"k-locker"_s);
    rig.setPolicy([](Policy &policy) {
        policy.synonyms = {{u"周转柜"_s, u"小绿箱"_s}, {u"报警"_s, u"哇哇叫"_s}};
    });
    const auto after = ask(rig, u"小绿箱哇哇叫"_s);
    QCOMPARE(after.candidates.value(0).entry.value, u"k-locker"_s);
    QVERIFY(after.confidence > before.confidence);
    rig.setPolicy([](Policy &policy) { policy.synonyms.clear(); });
    QCOMPARE(ask(rig, u"小绿箱哇哇叫"_s).candidates, before.candidates);
}

void TestOwnWords::aRestartKnowsThem()
{
    Rig rig;
    locker(rig);
    rig.setPolicy([](Policy &policy) { policy.synonyms = {{u"周转柜"_s, u"小绿箱"_s}}; });
    Decider fresh(test::sharedLexicon());
    fresh.reset(rig.state);
    for (const auto &question : {u"小绿箱报警了"_s, u"8001"_s, u"err44"_s}) {
        const TrialQuestion asked{question, {}, {}, {}};
        const auto said = rig.decider.test(rig.state, asked, rig.now);
        const auto again = fresh.test(rig.state, asked, rig.now);
        QVERIFY(said && again);
        QCOMPARE(*again, *said);
        QCOMPARE(again->verdict.candidates.value(0).entry.value, u"k-locker"_s);
    }
}

void TestOwnWords::sharesSumUp()
{
    Rig rig;
    for (const auto &text : {u"退款多久到账"_s, u"哈哈哈你们太逗了"_s, u"王姐你那个锅真好看"_s, u"好的"_s}) {
        const auto shares = rig.verdictOf(rig.say(rig.wang, text)).addressees;
        QCOMPARE(shares.bot + shares.staff + shares.member + shares.nobody, 1000);
    }
    const auto asked = rig.verdictOf(rig.say(rig.leo, u"退款多久到账"_s, {.atBot = true}));
    QCOMPARE(asked.addressees.bot, asked.addressing);
}

void TestOwnWords::theBotIsCalledByItsName()
{
    Rig rig;
    Member bot;
    bot.id = {u"ch/bot"_s};
    bot.name = u"小禾"_s;
    bot.role = MemberRole::Bot;
    rig.record({rig.group, {}, MemberChanged{bot}});
    const auto called = rig.verdictOf(rig.say(rig.wang, u"小禾，帮我瞧瞧这个"_s));
    QCOMPARE(called.addressee, Addressee::Bot);
    QVERIFY(called.addressingWhy.contains(u"names_bot"_s));
    const auto spoken = rig.verdictOf(rig.say(rig.leo, u"小禾苗都长出来了"_s));
    QVERIFY(!spoken.addressingWhy.contains(u"names_bot"_s));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestOwnWords)
#include "tst_ownwords.moc"
