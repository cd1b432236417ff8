// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/statecodec.h"
#include "tests/backend/decide/refused.h"
#include "tests/backend/decide/rig.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;
using test::Rig;
using test::Said;

namespace {

const Said atBot{{}, {}, true};

/** A topic lin holds. */
struct Held
{
    explicit Held(Rig &rig) : rig(rig)
    {
        asked = rig.say(rig.wang, u"@小禾 转人工，箱子全压坏了"_s, atBot);
        topic = rig.topicOf(asked).id;
        fence = rig.claim(rig.lin, topic);
    }

    MessageId send(const QString &text)
    {
        SendMessage message{topic, fence, rig.basis(), text, {}, {}};
        const auto done = rig.run(rig.lin, message);
        if (!done)
            qWarning("%s", qPrintable(done.error().message));
        rig.deliver();
        return rig.lastSent() ? rig.lastSent()->id : MessageId{};
    }

    void handBack() { QVERIFY(rig.run(rig.lin, HandBackTopic{topic, fence, u"已安排"_s})); }

    QList<Promise> promises() const { return promisesOf(rig.state, topic); }

    Rig &rig;
    MessageId asked;
    TopicId topic;
    qint64 fence = 0;
};

bool isEscalatedFor(const Topic &topic, Reason reason)
{
    return topic.escalation
        && std::ranges::contains(topic.escalation->reasons, reason, &ReasonPart::reason);
}

} // namespace

/** What people promise is noted, watched and known to the bot. */
class TestPromiseKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notedFromTheText();
    void notedFromThePhone();
    void theBotPromisesNothing();
    void notedOnce();
    void switchedOff();
    void overdueAsksForAPerson();
    void overdueTellsTheHolder();
    void whatHasEndedStaysEnded();
    void settledInTime();
    void aLaterTime();
    void afterARestart();
    void recalledWithItsMessage();
    void byHand();
    void refusals();
    void theBotRepeatsItOnce();
    void theBotDoesNotContradict();
    void otherQuestionsAreAnswered();
    void wordsOfColleaguesStayInside_data();
    void wordsOfColleaguesStayInside();
    void boundedPerTopic();
    void whatIsGoneHasNoTime();
    void whatIsErasedHasNoTime();
    void refusedWhenFull();

private:
    void fill(Rig &rig, Instant due);
};

void TestPromiseKeeping::notedFromTheText()
{
    Rig rig;
    Held held(rig);
    const auto sent = held.send(u"您好，实在抱歉。明天下午给您回复处理结果。"_s);
    const auto promises = held.promises();
    QCOMPARE(promises.size(), 1);
    const auto &one = promises.first();
    QCOMPARE(one.text, u"明天下午给您回复处理结果"_s);
    QCOMPARE(one.message, sent);
    QCOMPARE(one.messageSeq, rig.message(sent)->seq);
    QCOMPARE(one.by, rig.lin.id);
    QCOMPARE(one.name, rig.lin.name);
    QCOMPARE(one.member, rig.wang);
    QVERIFY(one.due.isSet() && !one.byHand);
}

void TestPromiseKeeping::notedFromThePhone()
{
    Rig rig;
    const auto asked = rig.say(rig.wang, u"箱子压坏了怎么办呀"_s);
    rig.sayByPhone(rig.lin, u"今天下午给您补发一箱，明天给您单号"_s, {asked, {}, false});
    const auto promises = promisesOf(rig.state, rig.topicOf(asked).id);
    QVERIFY(promises.size() >= 1);
    QCOMPARE(promises.first().member, rig.wang);
    QVERIFY(!promises.first().name.isEmpty());
}

void TestPromiseKeeping::theBotPromisesNothing()
{
    Rig rig;
    rig.say(rig.wang, u"@小禾 退款多久能到账"_s, atBot);
    rig.deliver();
    QVERIFY(rig.state.promises.isEmpty());
    // Nor do customers, or notes.
    rig.say(rig.wang, u"我明天给你们回复"_s);
    Held held(rig);
    QVERIFY(rig.run(rig.lin, AddNote{held.topic, u"明天给客户回复"_s}));
    QVERIFY(rig.state.promises.isEmpty());
}

void TestPromiseKeeping::notedOnce()
{
    Rig rig;
    Held held(rig);
    held.send(u"明天给您回复"_s);
    held.send(u"好的，明天给您回复"_s);
    QCOMPARE(held.promises().size(), 1);
    held.send(u"另外退款三天内到账"_s);
    QCOMPARE(held.promises().size(), 2);
}

void TestPromiseKeeping::switchedOff()
{
    Rig rig;
    rig.setPolicy([](Policy &policy) { policy.promises = false; });
    Held held(rig);
    held.send(u"明天给您回复"_s);
    QVERIFY(rig.state.promises.isEmpty());
}

void TestPromiseKeeping::overdueAsksForAPerson()
{
    Rig rig;
    Held held(rig);
    held.send(u"一小时内给您回复"_s);
    held.handBack();
    rig.pass(3500);
    QVERIFY(rig.all<PromiseOverdue>().isEmpty());
    rig.pass(200);
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
    QCOMPARE(rig.last<PromiseOverdue>().user, rig.lin.id);
    QVERIFY(isEscalatedFor(rig.state.topics.value(held.topic), Reason::Promise));
    rig.pass(7200);
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
}

void TestPromiseKeeping::overdueTellsTheHolder()
{
    Rig rig;
    Held held(rig);
    held.send(u"20分钟内给您回复"_s);
    QVERIFY(rig.run(rig.lin, TransferTopic{held.topic, held.fence, rig.zhou.id, u"请跟进"_s}));
    const auto fence = rig.claim(rig.zhou, held.topic);
    const auto raised = rig.all<EscalationRaised>().size();
    for (int at = 0; at < 25; ++at) {
        rig.pass(55);
        QVERIFY(rig.run(rig.zhou, RenewLease{held.topic, fence, true}));
    }
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
    QCOMPARE(rig.last<PromiseOverdue>().user, rig.zhou.id);
    QCOMPARE(rig.all<EscalationRaised>().size(), raised);
}

void TestPromiseKeeping::whatHasEndedStaysEnded()
{
    Rig rig;
    Held held(rig);
    held.send(u"一小时内给您回复"_s);
    QVERIFY(rig.run(rig.lin, ResolveTopic{held.topic, held.fence}));
    const auto raised = rig.all<EscalationRaised>().size();
    rig.pass(3700);
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
    QCOMPARE(rig.last<PromiseOverdue>().user, rig.lin.id);
    QCOMPARE(rig.all<EscalationRaised>().size(), raised);
    QCOMPARE(rig.state.topics.value(held.topic).state, TopicState::Resolved);
}

void TestPromiseKeeping::settledInTime()
{
    Rig rig;
    Held held(rig);
    held.send(u"一小时内给您回复"_s);
    const auto id = held.promises().first().id;
    QVERIFY(rig.run(rig.lin, SettlePromise{rig.group, id, PromiseState::Kept, u"已回电"_s}));
    QCOMPARE(rig.state.promises.value(id).state, PromiseState::Kept);
    QCOMPARE(rig.state.promises.value(id).note, u"已回电"_s);
    held.handBack();
    rig.pass(3 * 3600);
    QVERIFY(rig.all<PromiseOverdue>().isEmpty());
    // Taken back it is open, and by now overdue.
    QVERIFY(rig.run(rig.lin, SettlePromise{rig.group, id, PromiseState::Open, {}}));
    rig.pass(5);
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
}

void TestPromiseKeeping::aLaterTime()
{
    Rig rig;
    Held held(rig);
    held.send(u"一小时内给您回复"_s);
    const auto promise = held.promises().first();
    QVERIFY(rig.run(rig.lin, PutPromise{rig.group, promise.id, {}, promise.text,
                                        promise.due.plusSeconds(3600)}));
    rig.pass(3700);
    QVERIFY(rig.all<PromiseOverdue>().isEmpty());
    rig.pass(3700);
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
}

void TestPromiseKeeping::afterARestart()
{
    Rig rig;
    Held held(rig);
    held.send(u"一小时内给您回复"_s);
    held.handBack();
    auto read = decodeState(encodeState(rig.state));
    QVERIFY(read);
    rig.state = std::move(*read);
    rig.decider.reset(rig.state);
    rig.pass(3700);
    QCOMPARE(rig.all<PromiseOverdue>().size(), 1);
}

void TestPromiseKeeping::recalledWithItsMessage()
{
    Rig rig;
    Held held(rig);
    const auto sent = held.send(u"明天给您回复"_s);
    QVERIFY(rig.run(rig.lin, RecallMessage{sent, rig.group}));
    QCOMPARE(held.promises().first().state, PromiseState::Dropped);
    QVERIFY(held.promises().first().settledBy.isEmpty());
}

void TestPromiseKeeping::byHand()
{
    Rig rig;
    Held held(rig);
    const auto sent = held.send(u"我们尽快给您一个说法"_s);
    QVERIFY(held.promises().isEmpty());
    const auto due = rig.state.times.value(u"p0"_s).plusSeconds(7200);
    QVERIFY(rig.run(rig.zhou, PutPromise{rig.group, {}, sent, u" 给一个\n说法 "_s, due}));
    const auto one = held.promises().value(0);
    QCOMPARE(one.text, u"给一个 说法"_s);
    QVERIFY(one.byHand);
    QCOMPARE(one.by, rig.lin.id);  // who said it, not who noted it
    QCOMPARE(one.due, due);
    // Without a time it is never overdue.
    QVERIFY(rig.run(rig.zhou, PutPromise{rig.group, one.id, {}, one.text, {}}));
    held.handBack();
    rig.pass(48 * 3600);
    QVERIFY(rig.all<PromiseOverdue>().isEmpty());
}

void TestPromiseKeeping::refusals()
{
    Rig rig;
    Held held(rig);
    const auto sent = held.send(u"我们尽快给您一个说法"_s);
    const auto later = rig.state.times.value(u"p0"_s).plusSeconds(60);
    const auto put = [&](const MessageId &message, const QString &text, Instant due) {
        return rig.run(rig.lin, PutPromise{rig.group, {}, message, text, due});
    };
    REFUSED(put(sent, u"  "_s, later), InvalidParams);
    REFUSED(put(sent, QString(201, u'字'), later), InvalidParams);
    REFUSED(put(held.asked, u"明天"_s, later), InvalidParams);
    REFUSED(put({u"m-none"_s}, u"明天"_s, later), NotFound);
    REFUSED(put(sent, u"明天"_s, later.plusSeconds(400LL * 24 * 3600)), InvalidParams);
    REFUSED(rig.run(rig.lin, SettlePromise{rig.group, {u"p-none"_s}, PromiseState::Kept, {}}),
            NotFound);
    QVERIFY(put(sent, u"明天"_s, later));
    const auto id = held.promises().first().id;
    REFUSED(rig.run(rig.lin, SettlePromise{{u"ch/other"_s}, id, PromiseState::Kept, {}}), NotFound);
    REFUSED(rig.run(rig.lin, SettlePromise{rig.group, id, PromiseState::Kept, QString(201, u'x')}),
            InvalidParams);
    QVERIFY(rig.run(rig.lin, SettlePromise{rig.group, id, PromiseState::Broken, {}}));
    REFUSED(rig.run(rig.lin, PutPromise{rig.group, id, {}, u"后天"_s, later}), Conflict);
}

void TestPromiseKeeping::theBotRepeatsItOnce()
{
    Rig rig;
    Held held(rig);
    held.send(u"明天下午给您回复处理结果"_s);
    held.handBack();
    rig.pass(1200);
    const auto again = rig.say(rig.wang, u"@小禾 什么时候有结果"_s, atBot);
    const auto reply = rig.answersTo(again).value(0);
    QVERIFY(reply);
    QVERIFY2(reply->text.contains(u"明天下午给您回复处理结果"), qPrintable(reply->text));
    QVERIFY(reply->entry.isEmpty());
    rig.deliver();
    rig.pass(1200);
    const auto third = rig.say(rig.wang, u"@小禾 到底什么时候有结果"_s, atBot);
    QVERIFY(std::ranges::none_of(rig.answersTo(third), [](const MessagePtr &one) {
        return one->text.contains(u"同事答应过您");
    }));
    QVERIFY(rig.topicOf(third).escalation);
}

/** The entry says one to three working days; somebody has promised something else. */
void TestPromiseKeeping::theBotDoesNotContradict()
{
    Rig rig;
    Held held(rig);
    const auto sent = held.send(u"这笔退款给您加急"_s);
    QVERIFY(rig.run(rig.lin, PutPromise{rig.group, {}, sent, u"银行卡退款15天内到账"_s, {}}));
    held.handBack();
    rig.pass(1200);
    const auto again = rig.say(rig.wang, u"@小禾 退款到银行卡是多少天到账来着，记不清了"_s, atBot);
    QVERIFY(std::ranges::none_of(rig.answersTo(again), [](const MessagePtr &one) {
        return !one->entry.isEmpty();
    }));
}

void TestPromiseKeeping::otherQuestionsAreAnswered()
{
    Rig rig;
    Held held(rig);
    held.send(u"明天下午给您回复处理结果"_s);
    held.handBack();
    // Of another customer nothing was promised.
    const auto other = rig.say(rig.leo, u"@小禾 退款多久能到账"_s, atBot);
    const auto reply = rig.answersTo(other).value(0);
    QVERIFY(reply && !reply->entry.isEmpty());
}

void TestPromiseKeeping::wordsOfColleaguesStayInside_data()
{
    QTest::addColumn<bool>("recognised");
    QTest::addColumn<bool>("withTime");
    QTest::newRow("noted") << false << true;
    QTest::newRow("noted without a time") << false << false;
    QTest::newRow("reworded") << true << true;
}

/** What a colleague notes is for colleagues: the customer hears that somebody is on it, and by when. */
void TestPromiseKeeping::wordsOfColleaguesStayInside()
{
    QFETCH(bool, recognised);
    QFETCH(bool, withTime);
    Rig rig;
    Held held(rig);
    const auto sent = held.send(recognised ? u"明天下午给您回复处理结果"_s : u"这笔退款给您加急"_s);
    QCOMPARE(held.promises().size(), recognised ? 1 : 0);
    PutPromise put{rig.group, {}, sent, u"这人是职业索赔，先拖到下周再回复处理结果"_s, {}};
    if (recognised)
        put.promise = held.promises().first().id;
    if (withTime)
        put.due = rig.now.plusSeconds(3 * 86'400);
    QVERIFY(rig.run(rig.lin, put));
    held.handBack();
    rig.pass(1200);
    const auto reply = rig.answersTo(rig.say(rig.wang, u"@小禾 什么时候有结果"_s, atBot)).value(0);
    QVERIFY(reply);
    QVERIFY2(!reply->text.contains(u"索赔") && !reply->text.contains(u"拖"), qPrintable(reply->text));
    QVERIFY2(reply->text.contains(u"同事正在跟进"), qPrintable(reply->text));
    const auto due = QDateTime::fromMSecsSinceEpoch(put.due.ms + 8 * 3'600'000LL, QTimeZone::UTC);
    QCOMPARE(reply->text.contains(due.toString(u"M月d日 HH:mm"_s)), withTime);
    // Once; then a person has to say more.
    rig.deliver();
    rig.pass(1200);
    const auto third = rig.say(rig.wang, u"@小禾 到底什么时候有结果"_s, atBot);
    QVERIFY(isEscalatedFor(rig.topicOf(third), Reason::Promise));
}

/** As many as are kept, of a topic nobody serves. */
void TestPromiseKeeping::fill(Rig &rig, Instant due)
{
    for (int at = int(rig.state.promises.size()); at < Promise::most; ++at)
        rig.record({rig.group, {u"t-old"_s},
                    PromiseMade{{u"p-%1"_s.arg(at)}, {}, 0, rig.wang, rig.lin.id, {}, u"明天"_s, due}});
}

/** What had to make room is not waited for: its time would come again and again. */
void TestPromiseKeeping::whatIsGoneHasNoTime()
{
    Rig rig;
    QVERIFY(!rig.decider.nextDeadline(rig.state).isSet());
    const Instant last = rig.now.plusSeconds(30 * 86'400);
    const PromiseId goes{u"p-goes"_s};
    rig.record({rig.group, {u"t-old"_s},
                PromiseMade{goes, {}, 0, rig.wang, rig.lin.id, {}, u"下个月"_s, last}});
    fill(rig, rig.now.plusSeconds(3600));
    rig.record({rig.group, {u"t-old"_s},
                PromiseMade{{u"p-new"_s}, {}, 0, rig.wang, rig.lin.id, {}, u"明天"_s,
                            rig.now.plusSeconds(7200)}});
    QVERIFY(!rig.state.promises.contains(goes));
    const auto kept = rig.state.promises.keys();
    for (const auto &id : kept)
        rig.record({rig.group, {u"t-old"_s},
                    PromiseSettled{id, rig.wang, PromiseState::Kept, {}, rig.lin.id}});
    QVERIFY(!rig.decider.nextDeadline(rig.state).isSet());
}

void TestPromiseKeeping::whatIsErasedHasNoTime()
{
    Rig rig;
    const auto made = rig.record({rig.group, {u"t-old"_s},
                                  PromiseMade{{u"p-1"_s}, {}, 0, rig.wang, rig.lin.id, {}, u"明天"_s,
                                              rig.now.plusSeconds(60)}});
    QVERIFY(rig.decider.nextDeadline(rig.state).isSet());
    rig.record({rig.group, {}, DataErased{rig.wang.value, {made.seq}, {}}});
    QVERIFY(rig.state.promises.isEmpty());
    QVERIFY(!rig.decider.nextDeadline(rig.state).isSet());
}

/** No reminder somebody relies on makes room for another one. */
void TestPromiseKeeping::refusedWhenFull()
{
    Rig rig;
    Held held(rig);
    const auto sent = held.send(u"这笔退款给您加急"_s);
    fill(rig, rig.now.plusSeconds(86'400));
    const auto put = [&] {
        return rig.run(rig.lin, PutPromise{rig.group, {}, sent, u"明天"_s, rig.now.plusSeconds(3600)});
    };
    REFUSED(put(), Conflict);
    held.send(u"明天下午给您回复处理结果"_s);
    QVERIFY(held.promises().isEmpty());
    rig.record({rig.group, {u"t-old"_s},
                PromiseSettled{{u"p-7"_s}, rig.wang, PromiseState::Kept, {}, rig.lin.id}});
    QVERIFY(put());
    QCOMPARE(held.promises().size(), 1);
    QVERIFY(!rig.state.promises.contains({u"p-7"_s}));
}

void TestPromiseKeeping::boundedPerTopic()
{
    Rig rig;
    Held held(rig);
    for (int at = 1; at <= 30; ++at)
        held.send(u"%1分钟内给您回复"_s.arg(10 + at));
    QCOMPARE(openPromisesOf(rig.state, held.topic).size(), Promise::mostOfTopic);
}

} // namespace quntai

QTEST_APPLESS_MAIN(quntai::TestPromiseKeeping)

#include "tst_promisekeeping.moc"
