// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/addressing.h"
#include "app/backend/language/normalise.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** Forms and names in a message that tell whom it is for. */
class TestAddressing : public QObject
{
    Q_OBJECT

private:
    static void add(Rig &rig, const QString &id, const QString &name, MemberRole role);

private Q_SLOTS:
    void questionsWithoutAWord_data();
    void questionsWithoutAWord();
    void allIsWell_data();
    void allIsWell();
    void peopleAreAskedAboutOrFor_data();
    void peopleAreAskedAboutOrFor();
    void neighboursAreCalled_data();
    void neighboursAreCalled();
    void remarksOnStaff_data();
    void remarksOnStaff();
    void questionsToANeighboursQuestion_data();
    void questionsToANeighboursQuestion();
    void joiningInMaySayWithWhat();
    void whoFindsTheirsAsksNothing();
    void aSurelyMeantQuestionIsNotLeft();
    void slipsAreNoRepeats();
    void announcedQuestionsAreHeard();
    void whoCallsAnAskerSpeaksInTheirTopic_data();
    void whoCallsAnAskerSpeaksInTheirTopic();
    void whoSpeaksToAnAskerAsksNothing();
    void talkOpensNoMatterOfItsOwn();
};

void TestAddressing::add(Rig &rig, const QString &id, const QString &name, MemberRole role)
{
    Member member;
    member.id = {id};
    member.name = name;
    member.role = role;
    rig.record({rig.group, {}, MemberChanged{member, false, false}});
}

void TestAddressing::questionsWithoutAWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("asks");
    QTest::newRow("me at the end") << u"取货的人都能看见么"_s << true;
    QTest::newRow("me in passing") << u"别人都能看见么，有点慌"_s << true;
    QTest::newRow("worried") << u"已经喝了半杯，不会有事吧"_s << true;
    QTest::newRow("wants a yes") << u"补的那盒明天到对吧"_s << true;
    QTest::newRow("leaves it") << u"那就算了吧"_s << false;
    QTest::newRow("so") << u"原来是那么"_s << false;
    QTest::newRow("that much") << u"没想到这么，真好"_s << false;
    QTest::newRow("plain") << u"东西拿到了"_s << false;
}

void TestAddressing::questionsWithoutAWord()
{
    QFETCH(QString, text);
    const auto lexicon = test::sharedLexicon();
    QTEST(isQuestion(*lexicon, normalise(text, *lexicon).text), "asks");
}

void TestAddressing::allIsWell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wants");
    QTest::newRow("none broken") << u"鸡蛋开了两托，没有破的"_s << false;
    QTest::newRow("none bad") << u"这批没坏，都好着"_s << false;
    QTest::newRow("no damage") << u"封口无破损"_s << false;
    QTest::newRow("good") << u"草莓不错"_s << false;
    QTest::newRow("broken") << u"鸡蛋破了两个"_s << true;
    QTest::newRow("one of both") << u"鸡蛋没破，青菜烂了"_s << true;
    QTest::newRow("asked") << u"有没有破的"_s << true;
    QTest::newRow("not there") << u"草莓没有给我"_s << true;
}

void TestAddressing::allIsWell()
{
    QFETCH(QString, text);
    Rig rig;
    const auto why = rig.verdictOf(rig.say(rig.wang, text)).addressingWhy;
    QTEST(why.contains(u"wish"_s), "wants");
}

void TestAddressing::peopleAreAskedAboutOrFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wantsPerson");
    QTest::newRow("hours") << u"真人客服几点下班"_s << false;
    QTest::newRow("hours, said otherwise") << u"这个点人工客服下班了吗，最晚到几点"_s << false;
    QTest::newRow("for one") << u"我要人工客服"_s << true;
    QTest::newRow("for one, hours beside") << u"真人客服几点上班，给我转人工"_s << true;
    QTest::newRow("where is one") << u"人工客服呢"_s << true;
}

void TestAddressing::peopleAreAskedAboutOrFor()
{
    QFETCH(QString, text);
    Rig rig;
    const auto verdict = rig.verdictOf(rig.say(rig.wang, text));
    QTEST(verdict.addressingWhy.contains(u"human_request"_s), "wantsPerson");
    QTEST(std::ranges::contains(verdict.reasons, Reason::HumanRequest, &ReasonPart::reason),
          "wantsPerson");
}

void TestAddressing::neighboursAreCalled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isForBot");
    QTest::newRow("what she does first") << u"孟孟是我给你的发票抬头写错了吗"_s << false;
    QTest::newRow("what he is last") << u"老周你这榴莲几天能熟"_s << false;
    QTest::newRow("where she lives last") << u"阿芳你退款多久到账的"_s << false;
    QTest::newRow("nobody") << u"我的发票抬头写错了吗"_s << true;
    QTest::newRow("what she does, asked") << u"财务的发票抬头写错了怎么改"_s << true;
    QTest::newRow("a house") << u"3幢的退款多久到账"_s << true;
}

void TestAddressing::neighboursAreCalled()
{
    QFETCH(QString, text);
    Rig rig;
    add(rig, u"ch/meng"_s, u"财务-孟孟"_s, MemberRole::Customer);
    add(rig, u"ch/zhou"_s, u"老周团长"_s, MemberRole::GroupAdmin);
    add(rig, u"ch/fang"_s, u"阿芳-3幢"_s, MemberRole::Customer);
    const auto verdict = rig.verdictOf(rig.say(rig.wang, text));
    QTEST(verdict.addressee == Addressee::Bot, "isForBot");
}

void TestAddressing::remarksOnStaff_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAsker");
    QTest::addColumn<Addressee>("for_");
    QTest::newRow("a bystander's") << u"哟，这么热闹"_s << false << Addressee::Nobody;
    QTest::newRow("a bystander asks") << u"这个我也有吗"_s << false << Addressee::Staff;
    QTest::newRow("the asker's") << u"哟，这么热闹"_s << true << Addressee::Staff;
}

void TestAddressing::remarksOnStaff()
{
    QFETCH(QString, text);
    QFETCH(bool, isAsker);
    Rig rig;
    rig.say(rig.wang, u"龙虾死了一只，转人工"_s, {.atBot = true});
    const auto said = rig.sayByPhone(rig.lin, u"王阿姨，马上给您补"_s, {.mentions = {rig.wang}});
    const auto remark = rig.say(isAsker ? rig.wang : rig.leo, text, {.quote = said});
    QTEST(rig.verdictOf(remark).addressee, "for_");
}

void TestAddressing::questionsToANeighboursQuestion_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isForBot");
    QTest::newRow("asks on") << u"那化开没用完的怎么弄"_s << true;
    QTest::newRow("asks the neighbour") << u"那你上次怎么弄的"_s << false;
    QTest::newRow("tells") << u"我都直接下锅"_s << false;
}

void TestAddressing::questionsToANeighboursQuestion()
{
    QFETCH(QString, text);
    Rig rig;
    const auto asked = rig.say(rig.wang, u"冻虾怎么解冻"_s, {.atBot = true});
    rig.deliver();
    const auto said = rig.say(rig.leo, text, {.quote = asked});
    QTEST(rig.verdictOf(said).addressee == Addressee::Bot, "isForBot");
}

void TestAddressing::joiningInMaySayWithWhat()
{
    const auto lexicon = test::sharedLexicon();
    QVERIFY(isMeToo(*lexicon, normalise(u"同，我的也没到"_s, *lexicon).text));
    QVERIFY(isMeToo(*lexicon, normalise(u"+1，我家也是两天没收到"_s, *lexicon).text));
    QVERIFY(!isMeToo(*lexicon, normalise(u"+1，我带酒"_s, *lexicon).text));
    QVERIFY(!isMeToo(*lexicon, normalise(u"同问，发票也能开吗"_s, *lexicon).text));
    QVERIFY(!isMeToo(*lexicon, normalise(u"同一单，我的也没到"_s, *lexicon).text));
}

/** "我的！" to "谁家的排骨啊" is for who asked, whatever comes after it. */
void TestAddressing::whoFindsTheirsAsksNothing()
{
    Rig rig;
    rig.say(rig.leo, u"谁家的排骨啊，放错我这了"_s);
    const auto verdict = rig.verdictOf(rig.say(rig.wang, u"我的！我正纳闷今晚的排骨怎么变成空气了"_s));
    QCOMPARE(verdict.addressee, Addressee::Nobody);
}

/** Nothing is known of it, but it is plainly for the company: it is asked back about. */
void TestAddressing::aSurelyMeantQuestionIsNotLeft()
{
    Rig rig;
    const auto verdict = rig.verdictOf(
        rig.say(rig.wang, u"我这个硬得很，敲上去邦邦响，你们说要搁到什么日子它才肯软"_s));
    QVERIFY(verdict.confidence < rig.state.policy.clarifyThreshold);
    QCOMPARE(verdict.addressee, Addressee::Bot);
    QVERIFY(verdict.action == Action::Clarify || verdict.action == Action::Escalate);
}

void TestAddressing::slipsAreNoRepeats()
{
    Rig rig;
    rig.say(rig.wang, u"我的积份在哪看"_s, {.atBot = true});
    rig.deliver();
    rig.pass(60);
    const auto slip = rig.verdictOf(rig.say(rig.wang, u"打错字了 是积分在哪看"_s));
    QCOMPARE(slip.action, Action::Silent);
    const auto again = rig.verdictOf(rig.say(rig.wang, u"积分在哪看"_s));
    QCOMPARE(again.action, Action::Escalate);
}

/** The same words without "请问" are talk. */
void TestAddressing::announcedQuestionsAreHeard()
{
    Rig rig;
    const auto talk = rig.verdictOf(rig.say(rig.leo, u"买一瓶水能下单不"_s));
    const auto asked = rig.verdictOf(rig.say(rig.wang, u"请教一下，买一瓶水能下单不"_s));
    QVERIFY(talk.addressees.bot < asked.addressees.bot);
    QCOMPARE(asked.addressee, Addressee::Bot);
    QVERIFY(asked.action != Action::Silent && asked.action != Action::Fold);
}

void TestAddressing::whoCallsAnAskerSpeaksInTheirTopic_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("by name") << u"阿芳你先别急，我去柜子里再看一眼"_s << true;
    QTest::newRow("of another") << u"阿明你先别急，我去柜子里再看一眼"_s << false;
    QTest::newRow("a word that is a name") << u"阿芳婆的茶叶蛋真香"_s << false;
    QTest::newRow("nobody") << u"今天真冷"_s << false;
}

void TestAddressing::whoCallsAnAskerSpeaksInTheirTopic()
{
    QFETCH(QString, text);
    QFETCH(bool, isThere);
    Rig rig;
    add(rig, u"ch/fang"_s, u"阿芳-3幢"_s, MemberRole::Customer);
    const auto asked = rig.say({u"ch/fang"_s}, u"袋子里少了一盒草莓"_s, {.atBot = true});
    rig.deliver();
    const auto said = rig.say(rig.leo, text);
    QCOMPARE(rig.topicOf(said).id == rig.topicOf(asked).id, isThere);
    QCOMPARE(rig.verdictOf(said).addressee, isThere ? Addressee::Member : Addressee::Nobody);
    QCOMPARE(rig.verdictOf(said).action, isThere ? Action::Silent : Action::Fold);
}

/** Called by name or with @: their next question is their own. */
void TestAddressing::whoSpeaksToAnAskerAsksNothing()
{
    for (const bool isByName : {true, false}) {
        Rig rig;
        add(rig, u"ch/fang"_s, u"阿芳-3幢"_s, MemberRole::Customer);
        const MemberId fang{u"ch/fang"_s};
        const auto asked = rig.say(fang, u"帮我转人工"_s, {.atBot = true});
        const auto said = isByName ? rig.say(rig.leo, u"阿芳你先别急"_s)
                                   : rig.say(rig.leo, u"你先别急"_s, {.mentions = {fang}});
        const auto topic = rig.topicOf(asked);
        QCOMPARE(rig.topicOf(said).id, topic.id);
        QCOMPARE(topic.askers, QList<MemberId>{fang});
        QCOMPARE(rig.topicOf(rig.say(rig.leo, u"你来找我拿就行"_s)).id, topic.id);
        const auto own = rig.say(rig.leo, u"退款多久能到账"_s);
        QVERIFY(rig.topicOf(own).id != topic.id);
        QCOMPARE(rig.verdictOf(own).action, Action::Answer);
        const auto both = rig.say(rig.wang, u"我的也是"_s, {.mentions = {fang}, .atBot = true});
        if (rig.topicOf(both).id == topic.id)
            QVERIFY(rig.topicOf(both).askers.contains(rig.wang));
    }
}

/** "我去打电话" is like a question about telephones, and is none. */
void TestAddressing::talkOpensNoMatterOfItsOwn()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"退款多久能到账"_s, {.atBot = true});
    rig.deliver();
    rig.pass(60);
    const auto talk = rig.say(rig.wang, u"中，自提点就在我家楼下"_s);
    QCOMPARE(rig.topicOf(talk).id, rig.topicOf(asked).id);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestAddressing)
#include "tst_addressing.moc"
