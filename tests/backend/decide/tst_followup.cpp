// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

/** What stands right before a message tells what it is: a question back, a complaint it shows. */
class TestFollowUp : public QObject
{
    Q_OBJECT

private:
    static MessageId show(Rig &rig, const MemberId &who);
    /** A question nobody can make out, asked back and shown to the group. */
    static MessageId askedBack(Rig &rig);

private Q_SLOTS:
    void whatIsToldAfterAQuestionBackIsHeard();
    void bothTogetherMayBeTheQuestion();
    void whatIsSaidAfterOthersIsNoReply_data();
    void whatIsSaidAfterOthersIsNoReply();
    void theQuestionBackMustBeThere();
    void troubleIsToldByItsPicture_data();
    void troubleIsToldByItsPicture();
    void aSilentGroupKeepsItTogether();
    void othersPicturesShowNothing();
    void latePicturesShowNothing();
};

MessageId TestFollowUp::show(Rig &rig, const MemberId &who)
{
    static int count = 0;
    rig.pass(5);
    MessageReceived message;
    message.message = {u"p%1"_s.arg(++count)};
    message.platformId = message.message.value;
    message.author = {AuthorKind::Member, who.value,
                      rig.state.groups.value(rig.group).members.value(who).name};
    message.kind = MessageKind::Image;
    message.attachments = {{MessageKind::Image, u"照片.jpg"_s, u"hash"_s, 5, {}, {}}};
    rig.happen({rig.group, {}, message});
    return message.message;
}

MessageId TestFollowUp::askedBack(Rig &rig)
{
    const auto asked = rig.say(rig.wang, u"你们会不会雕萝卜花"_s, {.atBot = true});
    rig.deliver();
    return asked;
}

void TestFollowUp::whatIsToldAfterAQuestionBackIsHeard()
{
    Rig rig;
    const auto asked = askedBack(rig);
    QCOMPARE(rig.verdictOf(asked).action, Action::Clarify);
    const auto told = rig.say(rig.wang, u"就是摆盘用的那种小花"_s);
    const auto verdict = rig.verdictOf(told);
    QCOMPARE(verdict.addressee, Addressee::Bot);
    QVERIFY(verdict.addressingWhy.contains(u"tells_more"_s));
    QCOMPARE(rig.topicOf(told).id, rig.topicOf(asked).id);
    QCOMPARE(verdict.action, Action::Escalate);
}

void TestFollowUp::bothTogetherMayBeTheQuestion()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"那个多久啊"_s, {.atBot = true});
    QCOMPARE(rig.verdictOf(asked).action, Action::Clarify);
    rig.deliver();
    const auto told = rig.verdictOf(rig.say(rig.wang, u"我说的是退款到账"_s));
    QCOMPARE(told.action, Action::Answer);
    QCOMPARE(told.candidates.value(0).entry.value, u"k-001"_s);
}

void TestFollowUp::whatIsSaidAfterOthersIsNoReply_data()
{
    QTest::addColumn<QString>("between");
    QTest::addColumn<QString>("said");
    QTest::newRow("a neighbour spoke") << u"你上次不是买过一回"_s << u"买过一瓶水而已"_s;
    QTest::newRow("laughter") << QString() << u"哈哈哈笑死我了"_s;
    QTest::newRow("thanks") << QString() << u"好的"_s;
}

void TestFollowUp::whatIsSaidAfterOthersIsNoReply()
{
    QFETCH(QString, between);
    QFETCH(QString, said);
    Rig rig;
    askedBack(rig);
    if (!between.isEmpty())
        rig.say(rig.leo, between);
    const auto verdict = rig.verdictOf(rig.say(rig.wang, said));
    QVERIFY(!verdict.addressingWhy.contains(u"tells_more"_s));
    QVERIFY(verdict.action == Action::Silent || verdict.action == Action::Fold);
}

/** What the bot would say later nobody has read. */
void TestFollowUp::theQuestionBackMustBeThere()
{
    Rig rig;
    rig.say(rig.wang, u"你们会不会雕萝卜花"_s, {.atBot = true});
    const auto verdict = rig.verdictOf(rig.say(rig.wang, u"就是摆盘用的那种小花"_s));
    QVERIFY(!verdict.addressingWhy.contains(u"tells_more"_s));
}

void TestFollowUp::troubleIsToldByItsPicture_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isTrouble");
    QTest::newRow("crushed") << u"底下一层全压成泥了"_s << true;
    QTest::newRow("bubbling") << u"里头有一袋酸得直冒泡"_s << true;
    QTest::newRow("a meal") << u"今天炒了两个菜"_s << false;
    QTest::newRow("a lamp") << u"阳台的灯挂起来啦"_s << false;
}

void TestFollowUp::troubleIsToldByItsPicture()
{
    QFETCH(QString, said);
    QFETCH(bool, isTrouble);
    Rig rig;
    const auto told = rig.say(rig.wang, said);
    QCOMPARE(rig.verdictOf(told).action, Action::Fold);
    const auto picture = show(rig, rig.wang);
    QCOMPARE(!rig.topicOf(told).id.isEmpty(), isTrouble);
    QCOMPARE(rig.topicOf(picture).id, rig.topicOf(told).id);
    QCOMPARE(rig.verdictOf(told).addressee == Addressee::Bot, isTrouble);
    QCOMPARE(rig.verdictOf(told).addressingWhy.contains(u"shown"_s), isTrouble);
    QCOMPARE(rig.verdictOf(told).action == Action::Fold, !isTrouble);
    QCOMPARE(rig.answersTo(told).size() == 1, isTrouble);
}

void TestFollowUp::aSilentGroupKeepsItTogether()
{
    Rig rig(BotMode::Silent);
    const auto told = rig.say(rig.wang, u"底下一层全压成泥了"_s);
    const auto picture = show(rig, rig.wang);
    QVERIFY(!rig.topicOf(told).id.isEmpty());
    QCOMPARE(rig.topicOf(picture).id, rig.topicOf(told).id);
    QVERIFY(rig.answersTo(told).isEmpty());
}

void TestFollowUp::othersPicturesShowNothing()
{
    Rig rig;
    const auto told = rig.say(rig.wang, u"底下一层全压成泥了"_s);
    const auto picture = show(rig, rig.leo);
    QVERIFY(rig.topicOf(told).id.isEmpty());
    QVERIFY(rig.topicOf(picture).id.isEmpty());
}

void TestFollowUp::latePicturesShowNothing()
{
    Rig rig;
    const auto told = rig.say(rig.wang, u"底下一层全压成泥了"_s);
    rig.pass(300);
    show(rig, rig.wang);
    QVERIFY(rig.topicOf(told).id.isEmpty());
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestFollowUp)
#include "tst_followup.moc"
