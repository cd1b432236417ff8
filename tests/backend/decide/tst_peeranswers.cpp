// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using test::Said;

namespace {

const QString refund = u"退款多久能到账"_s;
const QString right = u"银行卡一般1到3个工作日到账，微信当天就到"_s;
const QString wrong = u"银行卡退款要15天才到账"_s;

/** A group whose next text has to wait: the budget of the minute is used up. */
void useBudgetUp(Rig &rig)
{
    rig.setPolicy([](Policy &policy) { policy.budgetPerMinute = 1; });
    MessageQueued text;
    text.message = {u"own"_s};
    text.author = {AuthorKind::Agent, rig.lin.id.value, rig.lin.name};
    text.text = u"今天的团购开始啦"_s;
    rig.record({rig.group, {}, text});
    rig.deliver();
}

const ReasonPart *contradictionOf(const Topic &topic)
{
    if (!topic.escalation)
        return nullptr;
    const auto &reasons = topic.escalation->reasons;
    const auto found = std::ranges::find(reasons, Reason::Contradiction, &ReasonPart::reason);
    return found == reasons.end() ? nullptr : &*found;
}

} // namespace

/** Others answer before the bot does. */
class TestPeerAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMemberAnswers_data();
    void aMemberAnswers();
    void whatIsNoAnswer_data();
    void whatIsNoAnswer();
    void theRankerMustBeSure();
    void theDraftIsWithdrawn();
    void theAnswerThatWaitsIsWithdrawn();
    void othersAreAnsweredAllTheSame();
    void aWrongAnswerIsFlagged();
    void theRightAnswerStillGoes();
    void aColleagueAnswers();
    void oneMomentIsNoAnswer();
    void aColleagueAnswersOneOfTwo();
    void aWrongColleagueIsFlagged();
    void topicsOfPeopleStayWithThem();
    void goesOnWhenAskedAgain();
};

void TestPeerAnswers::aMemberAnswers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("quotes");
    QTest::newRow("quote") << right << true;
    QTest::newRow("mention") << right << false;
    QTest::newRow("the number asked for") << u"我上次三天左右"_s << true;
    QTest::newRow("advice") << u"你可以在订单详情里看进度"_s << true;
}

void TestPeerAnswers::aMemberAnswers()
{
    QFETCH(QString, text);
    QFETCH(bool, quotes);
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, refund);
    const auto answer = rig.say(rig.leo, text,
                                quotes ? Said{asked, {}, false} : Said{{}, {rig.wang}, false});
    const auto topic = rig.topicOf(asked);
    QCOMPARE(rig.topicOf(answer).id, topic.id);
    QCOMPARE(topic.state, TopicState::AnsweredByPeer);
    QCOMPARE(topic.endedWhy, u"answered by a member"_s);
    QVERIFY(topic.waiting.isEmpty());
    QCOMPARE(topic.askers, QList{rig.wang});
    QVERIFY(rig.verdictOf(answer).addressingWhy.contains(u"peer_answer"_s));
    QCOMPARE(rig.verdictOf(answer).addressee, Addressee::Member);
    QVERIFY(!rig.lastSent());
    rig.pass(3600);
    QVERIFY(rig.all<EscalationRaised>().isEmpty());
}

void TestPeerAnswers::whatIsNoAnswer_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("byAsker");
    QTest::newRow("the same trouble") << u"我家也好几天没到"_s << false;
    QTest::newRow("a question") << u"你是哪个银行卡？"_s << false;
    QTest::newRow("knows nothing") << u"我也不清楚"_s << false;
    QTest::newRow("me too") << u"同问"_s << false;
    QTest::newRow("thanks") << u"谢谢"_s << false;
    QTest::newRow("laughs") << u"哈哈哈"_s << false;
    QTest::newRow("looks") << u"我帮你问问"_s << false;
    QTest::newRow("the asker") << right << true;
    QTest::newRow("upset") << u"骗子！你们太过分了！我要投诉！！"_s << false;
}

void TestPeerAnswers::whatIsNoAnswer()
{
    QFETCH(QString, text);
    QFETCH(bool, byAsker);
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, refund);
    rig.say(byAsker ? rig.wang : rig.leo, text, {asked, {}, false});
    QVERIFY(!hasEnded(rig.topicOf(asked)));
    QVERIFY(rig.topicOf(asked).waitingSince.isSet() || rig.topicOf(asked).escalation);
    rig.pass(400);
    QVERIFY(rig.topicOf(asked).escalation);
}

/** Without a quote or an @ it takes more than standing near. */
void TestPeerAnswers::theRankerMustBeSure()
{
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, refund);
    rig.say(rig.leo, u"今天高架堵得一塌糊涂"_s);
    QVERIFY(!hasEnded(rig.topicOf(asked)));
    rig.say(rig.leo, u"群里好热闹"_s);
    QVERIFY(rig.topicOf(asked).waitingSince.isSet());
}

void TestPeerAnswers::theDraftIsWithdrawn()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, refund);
    QCOMPARE(rig.drafts().size(), 1);
    rig.say(rig.leo, right, {asked, {}, false});
    QVERIFY(rig.drafts().isEmpty());
    QCOMPARE(rig.last<DraftWithdrawn>().why, u"answered by a member"_s);
    QCOMPARE(rig.last<DraftWithdrawn>().outcome, DraftEnd::Withdrawn);
    QCOMPARE(rig.topicOf(asked).state, TopicState::AnsweredByPeer);
}

void TestPeerAnswers::theAnswerThatWaitsIsWithdrawn()
{
    Rig rig;
    useBudgetUp(rig);
    const auto asked = rig.say(rig.wang, refund);
    const auto text = rig.lastSent();
    QCOMPARE(text->delivery, Delivery::Queued);
    rig.say(rig.leo, right, {asked, {}, false});
    QCOMPARE(rig.message(text->id)->delivery, Delivery::Recalled);
    QCOMPARE(rig.topicOf(asked).state, TopicState::AnsweredByPeer);
    rig.pass(200);
    rig.deliver();
    QCOMPARE(rig.all<MessageSent>().size(), 1);
}

/** Of two who wait, the one who was not answered by the peer gets the bot's answer alone. */
void TestPeerAnswers::othersAreAnsweredAllTheSame()
{
    Rig rig;
    useBudgetUp(rig);
    const auto asked = rig.say(rig.wang, refund);
    const auto same = rig.say(rig.vip, u"同问"_s);
    rig.say(rig.leo, right, {asked, {}, false});
    QVERIFY(!hasEnded(rig.topicOf(asked)));
    const auto text = rig.lastSent();
    QCOMPARE(text->delivery, Delivery::Queued);
    QCOMPARE(text->mentions, QList{rig.vip});
    QCOMPARE(*text->answers, same);
    QVERIFY(text->alsoAnswers->isEmpty());
}

void TestPeerAnswers::aWrongAnswerIsFlagged()
{
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, refund);
    const auto answer = rig.say(rig.leo, wrong, {asked, {}, false});
    const auto topic = rig.topicOf(asked);
    QCOMPARE(rig.topicOf(answer).id, topic.id);
    QCOMPARE(topic.state, TopicState::Escalated);
    const auto *flagged = contradictionOf(topic);
    QVERIFY(flagged);
    QVERIFY2(flagged->detail.contains(wrong) && flagged->detail.contains(u"1–3 个工作日"_s),
             qPrintable(flagged->detail));
    QVERIFY(flagged->detail.size() <= 130);
    QVERIFY(std::ranges::contains(topic.waiting, rig.wang, &Waiting::member));
    QVERIFY(!std::ranges::contains(topic.waiting, rig.leo, &Waiting::member));
}

void TestPeerAnswers::theRightAnswerStillGoes()
{
    Rig rig;
    useBudgetUp(rig);
    const auto asked = rig.say(rig.wang, refund);
    rig.say(rig.leo, wrong, {asked, {}, false});
    QVERIFY(contradictionOf(rig.topicOf(asked)));
    rig.pass(200);
    rig.deliver();
    QCOMPARE(rig.answersTo(asked).size(), 1);
    QCOMPARE(rig.answersTo(asked)[0]->delivery, Delivery::Sent);
}

void TestPeerAnswers::aColleagueAnswers()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, refund);
    rig.sayByPhone(rig.lin, right, {asked, {}, false});
    QVERIFY(rig.drafts().isEmpty());
    QCOMPARE(rig.topicOf(asked).state, TopicState::AnsweredByPeer);
    QCOMPARE(rig.topicOf(asked).endedWhy, u"answered by a colleague"_s);
}

void TestPeerAnswers::oneMomentIsNoAnswer()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, refund);
    rig.sayByPhone(rig.lin, u"王阿姨，我帮您看下"_s, {asked, {}, false});
    QVERIFY(rig.drafts().isEmpty());
    QVERIFY(!hasEnded(rig.topicOf(asked)));
    rig.sayByPhone(rig.lin, u"您是哪个银行的卡？"_s, {asked, {}, false});
    QVERIFY(!hasEnded(rig.topicOf(asked)));
}

void TestPeerAnswers::aColleagueAnswersOneOfTwo()
{
    Rig rig(BotMode::Review);
    const auto asked = rig.say(rig.wang, refund);
    const auto same = rig.say(rig.leo, u"同问"_s);
    QCOMPARE(rig.drafts().size(), 1);
    rig.sayByPhone(rig.lin, right, {asked, {}, false});
    QVERIFY(!hasEnded(rig.topicOf(asked)));
    QCOMPARE(rig.drafts().size(), 1);
    QCOMPARE(rig.drafts()[0].mentions, QList{rig.leo});
    QCOMPARE(rig.drafts()[0].answers, same);
    QCOMPARE(rig.topicOf(asked).waiting.size(), 1);
    QCOMPARE(rig.topicOf(asked).waiting[0].member, rig.leo);
}

void TestPeerAnswers::aWrongColleagueIsFlagged()
{
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, refund);
    rig.sayByPhone(rig.lin, wrong, {asked, {}, false});
    QVERIFY(contradictionOf(rig.topicOf(asked)));
    QVERIFY(rig.topicOf(asked).waiting.isEmpty());
}

void TestPeerAnswers::topicsOfPeopleStayWithThem()
{
    Rig rig(BotMode::Silent);
    const auto asked = rig.say(rig.wang, refund);
    QVERIFY(rig.claim(rig.zhou, rig.topicOf(asked).id) > 0);
    rig.say(rig.leo, right, {asked, {}, false});
    QCOMPARE(rig.topicOf(asked).state, TopicState::Leased);
    QVERIFY(std::ranges::contains(rig.topicOf(asked).waiting, rig.wang, &Waiting::member));
    rig.sayByPhone(rig.lin, right, {asked, {}, false});
    QCOMPARE(rig.topicOf(asked).state, TopicState::Leased);
    QVERIFY(!rig.topicOf(asked).waitingSince.isSet());
}

/** The asker was not helped: the topic goes on. */
void TestPeerAnswers::goesOnWhenAskedAgain()
{
    Rig rig;
    useBudgetUp(rig);
    const auto asked = rig.say(rig.wang, refund);
    const auto answer = rig.say(rig.leo, right, {asked, {}, false});
    QCOMPARE(rig.topicOf(asked).state, TopicState::AnsweredByPeer);
    rig.pass(120);
    const auto again = rig.say(rig.wang, u"退款还是没到账，多久能到啊"_s, {answer, {}, false});
    QCOMPARE(rig.topicOf(again).id, rig.topicOf(asked).id);
    QVERIFY(!hasEnded(rig.topicOf(again)));
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestPeerAnswers)
#include "tst_peeranswers.moc"
