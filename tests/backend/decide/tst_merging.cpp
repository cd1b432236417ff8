// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/decide/rig.h"

#include <QTest>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;

namespace {

const QString refund = u"退款多久能到账"_s;

/** A colleague's text in the group, in no topic. */
void fillMinute(Rig &rig)
{
    MessageQueued text;
    text.message = {u"own-%1"_s.arg(rig.log.size())};
    text.author = {AuthorKind::Agent, rig.lin.id.value, rig.lin.name};
    text.text = u"今天的团购开始啦"_s;
    rig.record({rig.group, {}, text});
}

/** A group whose next text has to wait: the budget of the minute is used up. */
void useBudgetUp(Rig &rig)
{
    rig.setPolicy([](Policy &policy) {
        policy.budgetPerMinute = 1;
        policy.mergeSeconds = 0;
    });
    fillMinute(rig);
}

QList<MessagePtr> texts(const Rig &rig, const QString &entry)
{
    QList<MessagePtr> found;
    for (const auto &message : rig.state.groups.value(rig.group).recent) {
        if (message->author.kind == AuthorKind::Bot && message->entry->value == entry
            && message->delivery != Delivery::Recalled)
            found.append(message);
    }
    return found;
}

bool waits(const Topic &topic, const MemberId &member)
{
    return std::ranges::contains(topic.waiting, member, &Waiting::member);
}

} // namespace

/** The same question of several members: one text for all, and each of them is kept in mind. */
class TestMerging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTextForAllWhoAsk();
    void theTextIsForAll();
    void joinsFromATopicOfItsOwn();
    void whoseTimeHasComeIsLeftAlone();
    void whatStandsAboveIsNotRepeated();
    void theFirstAskerDoesNotWait();
    void laterAskersWaitForMore();
    void waitsForNobodyWhenTurnedOff();
    void textsThatDifferStayApart();
    void aRowOfNamesEnds();
    void keepsTheMembersBudget();
    void everyAskerIsKeptInMind();
    void aTextTakenBackAnswersNobody();
    void takenUpAgainEachIsAnswered();
    void oneDraftForAllWhoAsk();
    void whoAsksAgainLeavesTheOthersTheirDraft();
    void theRowIsBounded();
    void anOldSnapshotWaitsForItsAsker();
};

void TestMerging::oneTextForAllWhoAsk()
{
    Rig rig;
    useBudgetUp(rig);
    const auto first = rig.say(rig.wang, refund);
    const auto before = texts(rig, u"k-001"_s).value(0);
    QVERIFY(before && before->notBefore > rig.now);
    const auto same = rig.say(rig.leo, u"同问"_s);
    QCOMPARE(rig.topicOf(same).id, rig.topicOf(first).id);
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0]->mentions, (QList{rig.wang, rig.leo}));
    QCOMPARE(*found[0]->answers, first);
    QCOMPARE(*found[0]->alsoAnswers, QList{same});
    QCOMPARE(found[0]->notBefore, before->notBefore);
    QCOMPARE(rig.message(before->id)->delivery, Delivery::Recalled);
    QVERIFY(rig.topicOf(first).waiting.isEmpty());
    QCOMPARE(rig.topicOf(first).state, TopicState::WaitingCustomer);
    rig.pass(120);
    rig.deliver();
    QCOMPARE(rig.all<MessageSent>().size(), 2);
}

/** The template greets by name: one for several greets all. */
void TestMerging::theTextIsForAll()
{
    Rig rig;
    useBudgetUp(rig);
    rig.say(rig.wang, refund);
    QVERIFY(texts(rig, u"k-001"_s)[0]->text.startsWith(u"【AI】王阿姨您好"_s));
    rig.say(rig.leo, u"同问"_s);
    QVERIFY2(texts(rig, u"k-001"_s)[0]->text.startsWith(u"【AI】各位您好"_s),
             qPrintable(texts(rig, u"k-001"_s)[0]->text));
}

void TestMerging::joinsFromATopicOfItsOwn()
{
    Rig rig;
    useBudgetUp(rig);
    const auto first = rig.say(rig.wang, refund);
    const auto other = rig.say(rig.leo, u"说好退的钱怎么没到账"_s);
    QCOMPARE(rig.verdictOf(other).action, Action::Answer);
    QCOMPARE(rig.verdictOf(other).candidates.first().entry.value, u"k-001"_s);
    QCOMPARE(rig.topicOf(other).id, rig.topicOf(first).id);
    QCOMPARE(rig.message(other)->link, LinkRule::Similar);
    QCOMPARE(texts(rig, u"k-001"_s).size(), 1);
    QCOMPARE(texts(rig, u"k-001"_s)[0]->mentions, (QList{rig.wang, rig.leo}));
}

void TestMerging::whoseTimeHasComeIsLeftAlone()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.mergeSeconds = 0; });
    const auto first = rig.say(rig.wang, refund);
    const auto same = rig.say(rig.leo, refund);
    QCOMPARE(rig.topicOf(same).id, rig.topicOf(first).id);
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0]->mentions, QList{rig.wang});
    QCOMPARE(found[1]->mentions, QList{rig.leo});
}

/** Who joins in just after the answer came can read it. */
void TestMerging::whatStandsAboveIsNotRepeated()
{
    Rig rig;
    const auto first = rig.say(rig.wang, refund);
    rig.deliver();
    const auto same = rig.say(rig.leo, u"同问"_s);
    QCOMPARE(rig.topicOf(same).id, rig.topicOf(first).id);
    QCOMPARE(rig.verdictOf(same).action, Action::Silent);
    QCOMPARE(texts(rig, u"k-001"_s).size(), 1);
    QVERIFY(rig.topicOf(first).waiting.isEmpty());
    rig.pass(40);
    const auto late = rig.say(rig.leo, u"同问"_s);
    QCOMPARE(rig.verdictOf(late).action, Action::Answer);
    QCOMPARE(texts(rig, u"k-001"_s).last()->mentions, QList{rig.leo});
}

void TestMerging::theFirstAskerDoesNotWait()
{
    Rig rig;
    rig.say(rig.wang, refund);
    QVERIFY(!texts(rig, u"k-001"_s)[0]->notBefore.isSet());
}

void TestMerging::laterAskersWaitForMore()
{
    Rig rig;
    rig.say(rig.wang, refund);
    rig.deliver();
    const auto second = rig.say(rig.leo, refund);
    QCOMPARE(texts(rig, u"k-001"_s).last()->notBefore, rig.message(second)->at.plusSeconds(3));
    const auto due = texts(rig, u"k-001"_s).last()->notBefore;
    rig.say(rig.vip, u"同问"_s);
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[1]->mentions, (QList{rig.leo, rig.vip}));
    QCOMPARE(found[1]->notBefore, due);
    // A minute later nobody is expected any more.
    rig.pass(120);
    rig.deliver();
    rig.say({u"ch/late"_s}, refund);
    QVERIFY(!texts(rig, u"k-001"_s).last()->notBefore.isSet());
}

void TestMerging::waitsForNobodyWhenTurnedOff()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.mergeSeconds = 0; });
    rig.say(rig.wang, refund);
    rig.say(rig.leo, refund);
    for (const auto &text : texts(rig, u"k-001"_s))
        QVERIFY(!text->notBefore.isSet());
}

/** An answer with somebody's order is theirs. */
void TestMerging::textsThatDifferStayApart()
{
    Rig rig;
    auto entry = rig.state.entries.value({u"k-001"_s});
    entry.answer = u"订单 {{订单号}} 的退款 {{退款状态}}，请留意到账通知。"_s;
    ++entry.version;
    rig.record({{}, {}, KnowledgeChanged{entry, EntryChange::Put, {}, {}, {}, {}}});
    auto customer = rig.state.customers.value({u"c-2"_s});
    auto order = rig.state.customers.value({u"c-1"_s}).orders.first();
    order.id = u"8800123456"_s;
    customer.orders = {order};
    rig.record({{}, {}, CustomerChanged{customer}});
    rig.setPolicy([](Policy &policy) {
        policy.budgetPerMinute = 1;
        policy.weights = {0, 0, 0, 0, 0, 0};
    });
    fillMinute(rig);
    const auto a = rig.say(rig.haiyan, refund);
    const auto b = rig.say(rig.vip, refund);
    QCOMPARE(rig.verdictOf(a).action, Action::Answer);
    QCOMPARE(rig.verdictOf(b).action, Action::Answer);
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 2);
    QVERIFY(found[0]->text != found[1]->text);
    QCOMPARE(found[1]->mentions, QList{rig.vip});
}

void TestMerging::aRowOfNamesEnds()
{
    Rig rig;
    useBudgetUp(rig);
    rig.say(rig.wang, refund);
    for (int i = 0; i < 11; ++i)
        rig.say({u"ch/x%1"_s.arg(i)}, u"同问"_s);
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0]->mentions.size() + found[1]->mentions.size(), 12);
    QCOMPARE(std::max(found[0]->mentions.size(), found[1]->mentions.size()), 8);
}

void TestMerging::keepsTheMembersBudget()
{
    Rig rig;
    useBudgetUp(rig);
    rig.setPolicy([](Policy &policy) {
        policy.memberPerMinute = 1;
        policy.budgetPerMinute = 2;
    });
    rig.say(rig.leo, u"怎么开发票"_s);
    rig.say(rig.wang, refund);
    const auto due = texts(rig, u"k-001"_s)[0]->notBefore;
    QVERIFY(due.isSet());
    rig.say(rig.leo, refund);
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[1]->mentions, QList{rig.leo});
    QVERIFY(found[1]->notBefore > due);
}

/** One is answered, the other still waits: as long as ever, and for a person in the end. */
void TestMerging::everyAskerIsKeptInMind()
{
    Rig rig(BotMode::Silent);
    const auto first = rig.say(rig.wang, refund);
    const auto second = rig.say(rig.leo, u"同问"_s, {first, {}, false});
    const auto topic = rig.topicOf(first).id;
    QCOMPARE(rig.topicOf(second).id, topic);
    QCOMPARE(rig.topicOf(first).waiting,
             (QList{Waiting{rig.wang, first, rig.message(first)->at},
                    Waiting{rig.leo, second, rig.message(second)->at}}));
    QCOMPARE(rig.topicOf(first).waitingSince, rig.message(first)->at);
    rig.sayByPhone(rig.lin, u"王阿姨，我看一下"_s, {first, {}, false});
    QVERIFY(!waits(rig.topicOf(first), rig.wang));
    QVERIFY(waits(rig.topicOf(first), rig.leo));
    QCOMPARE(rig.topicOf(first).waitingSince, rig.message(second)->at);
    rig.pass(301);
    QCOMPARE(rig.state.topics.value(topic).state, TopicState::Escalated);
    // Who names nobody speaks to all.
    rig.sayByPhone(rig.lin, u"在看了"_s);
    QVERIFY(!rig.state.topics.value(topic).waitingSince.isSet());
}

void TestMerging::aTextTakenBackAnswersNobody()
{
    Rig rig;
    useBudgetUp(rig);
    const auto first = rig.say(rig.wang, refund);
    const auto second = rig.say(rig.leo, u"同问"_s);
    QVERIFY(rig.topicOf(first).waiting.isEmpty());
    QVERIFY(rig.claim(rig.lin, rig.topicOf(first).id) > 0);
    QVERIFY(texts(rig, u"k-001"_s).isEmpty());
    QVERIFY(waits(rig.topicOf(first), rig.wang));
    QVERIFY(waits(rig.topicOf(first), rig.leo));
    QCOMPARE(rig.topicOf(first).waitingSince, rig.message(first)->at);
    QCOMPARE(rig.topicOf(first).waiting.value(1).message, second);
}

/** A person hands back without a word: the bot answers all who wait, in one text. */
void TestMerging::takenUpAgainEachIsAnswered()
{
    Rig rig;
    useBudgetUp(rig);
    const auto first = rig.say(rig.wang, refund);
    rig.say(rig.leo, u"同问"_s);
    const auto topic = rig.topicOf(first).id;
    const auto fence = rig.claim(rig.lin, topic);
    QVERIFY(texts(rig, u"k-001"_s).isEmpty());
    QVERIFY(rig.run(rig.lin, HandBackTopic{topic, fence, {}}));
    const auto found = texts(rig, u"k-001"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0]->mentions, (QList{rig.wang, rig.leo}));
    QVERIFY(rig.topicOf(first).waiting.isEmpty());
}

void TestMerging::oneDraftForAllWhoAsk()
{
    Rig rig(BotMode::Review);
    const auto first = rig.say(rig.wang, refund);
    const auto same = rig.say(rig.leo, u"同问"_s);
    QCOMPARE(rig.drafts().size(), 1);
    const auto draft = rig.drafts()[0];
    QCOMPARE(draft.mentions, (QList{rig.wang, rig.leo}));
    QCOMPARE(draft.alsoAnswers, QList{same});
    QVERIFY(draft.text.startsWith(u"各位您好"_s));
    QCOMPARE(rig.topicOf(first).waiting.size(), 2);
    QVERIFY(rig.run(rig.zhou, ApproveDraft{draft.id, draft.topic, rig.basis()}));
    const auto sent = rig.lastSent();
    QCOMPARE(*sent->alsoAnswers, QList{same});
    QVERIFY(rig.topicOf(first).waiting.isEmpty());
    QCOMPARE(rig.topicOf(first).state, TopicState::WaitingCustomer);
}

void TestMerging::whoAsksAgainLeavesTheOthersTheirDraft()
{
    Rig rig(BotMode::Review);
    rig.say(rig.wang, refund);
    rig.say(rig.leo, u"同问"_s);
    rig.pass(60);
    const auto again = rig.say(rig.wang, u"退款几天到"_s);
    QCOMPARE(rig.verdictOf(again).action, Action::Review);
    QCOMPARE(rig.drafts().size(), 1);
    QCOMPARE(rig.drafts()[0].mentions, (QList{rig.wang, rig.leo}));
    QVERIFY(rig.drafts()[0].alsoAnswers.contains(again));
}

/** Beyond the rows there are, the rest waits as one, and is not answered with the others. */
void TestMerging::theRowIsBounded()
{
    Rig rig(BotMode::Silent);
    const auto first = rig.say(rig.wang, refund);
    const auto topic = rig.topicOf(first).id;
    for (int i = 0; i < 40; ++i)
        rig.say({u"ch/x%1"_s.arg(i)}, u"同问"_s, {first, {}, false});
    const auto waiting = rig.state.topics.value(topic).waiting;
    QCOMPARE(waiting.size(), Topic::waitingLimit);
    QVERIFY(waiting.last().member.isEmpty());
    QVERIFY(std::ranges::is_sorted(waiting, {}, &Waiting::since));
    QList<MemberId> known;
    for (const auto &row : waiting)
        known.append(row.member);
    rig.sayByPhone(rig.lin, u"稍等"_s, {{}, known.first(known.size() - 1), false});
    QCOMPARE(rig.state.topics.value(topic).waiting, QList{waiting.last()});
}

void TestMerging::anOldSnapshotWaitsForItsAsker()
{
    Rig rig(BotMode::Silent);
    const auto first = rig.say(rig.wang, refund);
    auto &topic = rig.state.topics[rig.topicOf(first).id];
    const auto since = topic.waitingSince;
    topic.waiting.clear();
    rig.say(rig.leo, u"同问"_s, {first, {}, false});
    QCOMPARE(rig.topicOf(first).waiting.size(), 2);
    QCOMPARE(rig.topicOf(first).waiting[0].member, rig.wang);
    QCOMPARE(rig.topicOf(first).waitingSince, since);
}

} // namespace quntai

QTEST_GUILESS_MAIN(quntai::TestMerging)
#include "tst_merging.moc"
