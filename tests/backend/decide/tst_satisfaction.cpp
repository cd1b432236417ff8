// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/outcomes.h"
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using test::Said;

namespace {

const QString refund = u"@小禾 退款多久能到账"_s;
constexpr int minutes = 30;

const Said atBot{{}, {}, true};

void letItAsk(Rig &rig)
{
    rig.setPolicy([](Policy &policy) { policy.solvedAsk.minutes = minutes; });
}

/** A question the bot has answered. */
MessageId answered(Rig &rig, const MemberId &who)
{
    const auto asked = rig.say(who, refund, atBot);
    rig.deliver();
    return asked;
}

QList<MessageQueued> asksOf(const Rig &rig)
{
    QList<MessageId> ids;
    for (const auto &asked : rig.all<SatisfactionAsked>())
        ids.append(asked.message);
    auto texts = rig.all<MessageQueued>();
    texts.removeIf([&](const MessageQueued &text) { return !ids.contains(text.message); });
    return texts;
}

std::optional<AskerStage> stage(const Rig &rig, const MessageId &question, const MemberId &who)
{
    return stageOf(rig.topicOf(question), who);
}

bool isEscalatedFor(const Topic &topic, Reason reason)
{
    return topic.escalation
        && std::ranges::contains(topic.escalation->reasons, reason, &ReasonPart::reason);
}

} // namespace

/** Whether it is solved, for each of those who asked. */
class TestSatisfaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysSoUnasked_data();
    void saysSoUnasked();
    void whatIsAskedBesideItCounts_data();
    void whatIsAskedBesideItCounts();
    void notSolvedGoesToAPerson();
    void notSolvedReopens();
    void thanksAloneTellNothing();
    void whoWasNotAnsweredTellsNothing();
    void saidToANeighbour();
    void aQuoteTellsWhich();
    void solvedForAllEndsIt();
    void oneIsLeft();
    void peopleKeepTheirTopic();
    void asksOnceAndUnderstandsYes();
    void asksAndUnderstandsNo();
    void askingIsOff();
    void saysAWordFirst();
    void neverWhileAPersonHasIt();
    void notForAnAnswerThatOnlyPutsOff();
    void notInQuietHours();
    void notWithTheStopSwitch();
    void withinTheBudget();
    void severalInOneText();
    void tooLateToAsk();
    void afterARestart();
    void aColleagueMarks();
    void hostileTexts();
};

void TestSatisfaction::saysSoUnasked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AskerStage>("expected");
    QTest::newRow("solved") << u"解决了"_s << AskerStage::Solved;
    QTest::newRow("fine, thanks") << u"好了谢谢"_s << AskerStage::Solved;
    QTest::newRow("fine, sorry for the trouble") << u"好了谢谢，麻烦您了"_s << AskerStage::Solved;
    QTest::newRow("fine, long thanks") << u"可以了，谢谢您，辛苦了"_s << AskerStage::Solved;
    QTest::newRow("not solved") << u"没解决"_s << AskerStage::Unsolved;
    QTest::newRow("still not") << u"还是不行啊"_s << AskerStage::Unsolved;
}

void TestSatisfaction::saysSoUnasked()
{
    QFETCH(QString, text);
    QFETCH(AskerStage, expected);
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Answered);
    const auto word = rig.say(rig.wang, text);
    QCOMPARE(rig.topicOf(word).id, rig.topicOf(asked).id);
    QCOMPARE(stage(rig, asked, rig.wang), expected);
    const auto given = rig.last<SatisfactionGiven>();
    QCOMPARE(given.member, rig.wang);
    QCOMPARE(given.how, SolvedHow::Said);
    QCOMPARE(given.message, word);
}

void TestSatisfaction::whatIsAskedBesideItCounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("with a mark") << u"好了，谢谢！怎么开发票？"_s;
    QTest::newRow("without") << u"好了谢谢 怎么开发票"_s;
    QTest::newRow("after a full stop") << u"解决了。怎么开发票"_s;
    QTest::newRow("before it") << u"怎么开发票？上一个已经解决了"_s;
}

void TestSatisfaction::whatIsAskedBesideItCounts()
{
    QFETCH(QString, text);
    Rig rig;
    answered(rig, rig.wang);
    const auto word = rig.say(rig.wang, text);
    QVERIFY(rig.verdictOf(word).action != Action::Silent);
    QVERIFY(rig.verdictOf(word).action != Action::Fold);
    QVERIFY(!rig.answersTo(word).isEmpty());
    QVERIFY(!hasEnded(rig.topicOf(word)));
    // Beside a topic a person holds it is answered, or waits for that person.
    Rig held;
    const auto first = answered(held, held.wang);
    held.claim(held.lin, held.topicOf(first).id);
    const auto next = held.say(held.wang, text);
    QVERIFY(held.topicOf(next).waitingSince.isSet() || !held.answersTo(next).isEmpty());
}

void TestSatisfaction::notSolvedGoesToAPerson()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    const auto word = rig.say(rig.wang, u"试了，还是不行"_s);
    const auto topic = rig.topicOf(asked);
    QVERIFY(isEscalatedFor(topic, Reason::Unsolved));
    QCOMPARE(topic.state, TopicState::Escalated);
    QVERIFY(topic.waitingSince.isSet());
    QCOMPARE(rig.all<EscalationRaised>().size(), 1);
    // The bot does not answer the same again.
    const auto replies = rig.answersTo(word);
    QVERIFY(std::ranges::none_of(replies, [](const MessagePtr &one) { return !one->entry.isEmpty(); }));
}

void TestSatisfaction::notSolvedReopens()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    rig.say(rig.wang, u"解决了"_s);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Resolved);
    rig.pass(3600);
    const auto word = rig.say(rig.wang, u"又不行了，没解决"_s);
    QCOMPARE(rig.topicOf(word).id, rig.topicOf(asked).id);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Escalated);
    QVERIFY(isEscalatedFor(rig.topicOf(asked), Reason::Unsolved));
}

void TestSatisfaction::thanksAloneTellNothing()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    rig.say(rig.wang, u"谢谢"_s);
    rig.say(rig.wang, u"好的"_s);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Answered);
    QVERIFY(rig.all<SatisfactionGiven>().isEmpty());
    QVERIFY(!hasEnded(rig.topicOf(asked)));
}

void TestSatisfaction::whoWasNotAnsweredTellsNothing()
{
    Rig rig;
    answered(rig, rig.wang);
    rig.say(rig.leo, u"没解决"_s);
    rig.say(rig.leo, u"解决了"_s);
    QVERIFY(rig.all<SatisfactionGiven>().isEmpty());
    // A day later nobody knows what is meant.
    rig.pass(25 * 3600);
    rig.say(rig.wang, u"解决了"_s);
    QVERIFY(rig.all<SatisfactionGiven>().isEmpty());
}

void TestSatisfaction::saidToANeighbour()
{
    Rig rig;
    answered(rig, rig.wang);
    const auto other = rig.say(rig.leo, u"你那个退款解决了没"_s);
    rig.say(rig.wang, u"没解决"_s, {other, {}, false});
    rig.say(rig.wang, u"没解决"_s, {{}, {rig.leo}, false});
    QVERIFY(rig.all<SatisfactionGiven>().isEmpty());
}

void TestSatisfaction::aQuoteTellsWhich()
{
    Rig rig;
    const auto first = answered(rig, rig.wang);
    const auto answer = rig.answersTo(first).value(0)->id;
    rig.pass(7200);
    const auto second = rig.say(rig.wang, u"@小禾 怎么开发票"_s, atBot);
    rig.deliver();
    if (rig.topicOf(first).id == rig.topicOf(second).id)
        QSKIP("one topic");
    rig.say(rig.wang, u"这个解决了"_s, {answer, {}, false});
    QCOMPARE(stage(rig, first, rig.wang), AskerStage::Solved);
    QVERIFY(stage(rig, second, rig.wang) != AskerStage::Solved);
}

void TestSatisfaction::solvedForAllEndsIt()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    rig.say(rig.wang, u"到账了，谢谢"_s);
    const auto topic = rig.topicOf(asked);
    QCOMPARE(topic.state, TopicState::Resolved);
    QCOMPARE(topic.endedWhy, u"solved"_s);
}

void TestSatisfaction::oneIsLeft()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    const auto topic = rig.topicOf(asked).id;
    rig.pass(60);
    rig.say(rig.leo, u"同问"_s, {asked, {}, false});
    rig.deliver();
    QCOMPARE(askersOf(rig.state.topics.value(topic)).size(), 2);
    rig.say(rig.wang, u"解决了"_s);
    QVERIFY(!hasEnded(rig.state.topics.value(topic)));
    QCOMPARE(stageOf(rig.state.topics.value(topic), rig.leo), AskerStage::Answered);
    rig.say(rig.leo, u"好了谢谢"_s);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Resolved);
}

void TestSatisfaction::peopleKeepTheirTopic()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    rig.claim(rig.lin, rig.topicOf(asked).id);
    rig.say(rig.wang, u"解决了"_s);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Solved);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Leased);
    rig.say(rig.wang, u"还是不行"_s);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Unsolved);
    QVERIFY(rig.all<EscalationRaised>().isEmpty());
}

void TestSatisfaction::asksOnceAndUnderstandsYes()
{
    Rig rig;
    letItAsk(rig);
    const auto asked = answered(rig, rig.wang);
    rig.pass(minutes * 60 - 5);
    QVERIFY(asksOf(rig).isEmpty());
    rig.pass(10);
    const auto texts = asksOf(rig);
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts[0].mentions, QList{rig.wang});
    QVERIFY(texts[0].text.startsWith(u"【AI】"));
    QVERIFY(texts[0].text.contains(u"解决了吗"));
    QVERIFY(texts[0].answers.isEmpty());
    rig.deliver();
    rig.pass(4 * 3600);
    QCOMPARE(asksOf(rig).size(), 1);
    const auto word = rig.say(rig.wang, u"嗯嗯"_s);
    QCOMPARE(rig.topicOf(word).id, rig.topicOf(asked).id);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Solved);
    QCOMPARE(rig.last<SatisfactionGiven>().how, SolvedHow::Asked);
    // Asked and answered anew in the same topic they are not asked again.
    rig.say(rig.wang, refund, atBot);
    rig.deliver();
    rig.pass(2 * minutes * 60);
    QCOMPARE(asksOf(rig).size(), 1);
}

void TestSatisfaction::asksAndUnderstandsNo()
{
    Rig rig;
    letItAsk(rig);
    const auto asked = answered(rig, rig.wang);
    rig.pass(minutes * 60 + 5);
    rig.deliver();
    rig.say(rig.wang, u"没有"_s);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Unsolved);
    QCOMPARE(rig.topicOf(asked).state, TopicState::Escalated);
    QVERIFY(isEscalatedFor(rig.topicOf(asked), Reason::Unsolved));
    // "A colleague is coming" is said: the text that asked was not that.
    QVERIFY(rig.lastSent() && rig.lastSent()->author.kind == AuthorKind::Bot);
    QVERIFY(rig.lastSent()->text.contains(u"人工"));
}

void TestSatisfaction::askingIsOff()
{
    Rig rig;
    answered(rig, rig.wang);
    rig.pass(24 * 3600);
    QVERIFY(rig.all<SatisfactionAsked>().isEmpty());
    // Also where only one group has it.
    rig.setPolicy([&](Policy &policy) {
        policy.solvedAsk.minutes = minutes;
        GroupPolicy rule;
        rule.groups = {rig.group};
        rule.solvedAsk = SolvedAsk{};
        policy.groups = {rule};
    });
    rig.say(rig.leo, refund, atBot);
    rig.deliver();
    rig.pass(24 * 3600);
    QVERIFY(rig.all<SatisfactionAsked>().isEmpty());
}

void TestSatisfaction::saysAWordFirst()
{
    Rig rig;
    letItAsk(rig);
    answered(rig, rig.wang);
    rig.pass(60);
    rig.say(rig.wang, u"好了谢谢"_s);
    rig.pass(4 * 3600);
    QVERIFY(rig.all<SatisfactionAsked>().isEmpty());
}

void TestSatisfaction::neverWhileAPersonHasIt()
{
    Rig rig;
    letItAsk(rig);
    const auto asked = answered(rig, rig.wang);
    const auto fence = rig.claim(rig.lin, rig.topicOf(asked).id);
    for (int at = 0; at < 60; ++at) {
        rig.pass(55);
        QVERIFY(rig.run(rig.lin, RenewLease{rig.topicOf(asked).id, fence, true}));
    }
    QVERIFY(rig.all<SatisfactionAsked>().isEmpty());
    QVERIFY(rig.run(rig.lin, HandBackTopic{rig.topicOf(asked).id, fence, {}}));
    rig.pass(5);
    QCOMPARE(asksOf(rig).size(), 1);
}

void TestSatisfaction::notForAnAnswerThatOnlyPutsOff()
{
    Rig rig(BotMode::Auto);
    letItAsk(rig);
    const auto asked = rig.say(rig.wang, u"这个箱子上的编号对不上呀"_s);
    rig.sayByPhone(rig.lin, u"稍等，我看看"_s, {asked, {}, false});
    rig.pass(4 * 3600);
    QVERIFY(asksOf(rig).isEmpty());
}

void TestSatisfaction::notInQuietHours()
{
    Rig rig;
    letItAsk(rig);
    answered(rig, rig.wang);
    const auto local = [&] { return int((rig.state.times.value(u"p0"_s).ms / 60000 + 480) % 1440); };
    const int now = local();
    rig.setPolicy([&](Policy &policy) {
        policy.quiet = {now, (now + 120) % 1440, 480, false};
    });
    rig.pass(100 * 60);
    QVERIFY(asksOf(rig).isEmpty());
    rig.pass(30 * 60);
    QCOMPARE(asksOf(rig).size(), 1);
    // A night is not too long.
    const auto later = local();
    rig.setPolicy([&](Policy &policy) {
        policy.quiet = {(later + 10) % 1440, (later + 610) % 1440, 480, false};
    });
    answered(rig, rig.leo);
    rig.pass(580 * 60);
    QCOMPARE(asksOf(rig).size(), 1);
    rig.pass(40 * 60);
    QCOMPARE(asksOf(rig).size(), 2);
}

void TestSatisfaction::notWithTheStopSwitch()
{
    Rig rig;
    letItAsk(rig);
    answered(rig, rig.wang);
    rig.setPolicy([](Policy &policy) { policy.stopped = true; });
    rig.pass(45 * 60);
    QVERIFY(rig.all<SatisfactionAsked>().isEmpty());
    rig.setPolicy([](Policy &policy) { policy.stopped = false; });
    rig.pass(5);
    QCOMPARE(asksOf(rig).size(), 1);
}

void TestSatisfaction::withinTheBudget()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) {
        policy.solvedAsk.minutes = minutes;
        policy.budgetPerHour = 1;
        policy.noticeShare = 1000;
    });
    answered(rig, rig.wang);
    rig.pass(minutes * 60 + 5);
    const auto texts = asksOf(rig);
    QCOMPARE(texts.size(), 1);
    QVERIFY(texts[0].notBefore.isSet());
    QVERIFY(texts[0].notBefore > rig.state.times.value(u"p0"_s));
}

void TestSatisfaction::severalInOneText()
{
    Rig rig;
    letItAsk(rig);
    const auto asked = answered(rig, rig.wang);
    rig.pass(60);
    rig.say(rig.leo, u"同问"_s, {asked, {}, false});
    rig.deliver();
    rig.pass(minutes * 60 + 90);
    const auto texts = asksOf(rig);
    QCOMPARE(texts.size(), 1);
    QCOMPARE(texts[0].mentions.size(), 2);
}

void TestSatisfaction::tooLateToAsk()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    rig.pass(12 * 3600);
    letItAsk(rig);
    rig.pass(60);
    QVERIFY(asksOf(rig).isEmpty());
    QCOMPARE(rig.all<SatisfactionAsked>().size(), 1);
    QVERIFY(rig.last<SatisfactionAsked>().message.isEmpty());
    rig.pass(3600);
    QCOMPARE(rig.all<SatisfactionAsked>().size(), 1);
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Answered);
}

void TestSatisfaction::afterARestart()
{
    Rig rig;
    letItAsk(rig);
    answered(rig, rig.wang);
    auto read = decodeState(encodeState(rig.state));
    QVERIFY(read);
    rig.state = std::move(*read);
    rig.decider.reset(rig.state);
    rig.pass(minutes * 60 + 5);
    QCOMPARE(asksOf(rig).size(), 1);
}

void TestSatisfaction::aColleagueMarks()
{
    Rig rig;
    const auto asked = answered(rig, rig.wang);
    const auto topic = rig.topicOf(asked).id;
    QVERIFY(rig.run(rig.lin, MarkSatisfaction{topic, rig.wang, true}));
    QCOMPARE(stage(rig, asked, rig.wang), AskerStage::Solved);
    QCOMPARE(rig.last<SatisfactionGiven>().by, rig.lin.id);
    // Once more has no effect.
    const auto before = rig.log.size();
    QVERIFY(rig.run(rig.lin, MarkSatisfaction{topic, rig.wang, true}));
    QCOMPARE(rig.log.size(), before);
    QVERIFY(rig.run(rig.lin, MarkSatisfaction{topic, rig.wang, false}));
    QVERIFY(isEscalatedFor(rig.topicOf(asked), Reason::Unsolved));
    REFUSED(rig.run(rig.lin, MarkSatisfaction{topic, rig.leo, true}), InvalidParams);
    REFUSED(rig.run(rig.lin, MarkSatisfaction{{u"t-none"_s}, rig.wang, true}), NotFound);
}

void TestSatisfaction::hostileTexts()
{
    Rig rig;
    letItAsk(rig);
    const auto asked = answered(rig, rig.wang);
    for (const auto &text : {u"解决了"_s.repeated(4000), u"\u202E没解决\u0000"_s, QString(4000, u'？'),
                             u"<b>解决了</b><script>"_s, u"解决了？？？解决了吗没解决了吗"_s})
        rig.say(rig.wang, text);
    QVERIFY(rig.state.topics.value(rig.topicOf(asked).id).outcomes.size() <= Topic::outcomeLimit);
    for (const auto &raised : rig.all<EscalationRaised>())
        QVERIFY(std::ranges::all_of(raised.reasons, [](auto &one) { return one.detail.size() <= 200; }));
}

} // namespace quntai

QTEST_APPLESS_MAIN(quntai::TestSatisfaction)

#include "tst_satisfaction.moc"
