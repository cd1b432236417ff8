// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"
#include "models/domain/outcomes.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/valuecodec.h"
#include "tests/models/common/seed.h"

#include <QTest>

using namespace quntai;
using namespace quntai::tests;
using namespace Qt::StringLiterals;

namespace {

const GroupId group{u"wecom/g"_s};
const TopicId first{u"t-1"_s};
const TopicId second{u"t-2"_s};
const MemberId wang{u"wecom/wang"_s};
const MemberId leo{u"wecom/leo"_s};
const UserId lin{u"u-lin"_s};

/** Events of one group, in order. */
class Feeder
{
public:
    Feeder()
    {
        for (const auto &id : {first, second})
            put(TopicOpened{u"退款"_s, wang, u"王阿姨"_s, {}, {}}, id);
    }

    Changes put(const EventData &data, const TopicId &topic = first)
    {
        Changes changes;
        const auto seq = state.positions.value(u"p0"_s) + 1;
        now += 1000;
        apply(state, Event{u"p0"_s, seq, seq - 1, {now}, group, topic, data}, &changes);
        return changes;
    }

    MessageId ask(const MemberId &who, const TopicId &topic = first)
    {
        const MessageId id{u"q-%1"_s.arg(++m_count)};
        MessageReceived received;
        received.message = id;
        received.author = {AuthorKind::Member, who.value, who.value};
        received.text = u"退款到哪了"_s;
        put(received, {});
        put(TopicLinked{{id}, LinkRule::New, 1000, {}, 0, {}}, topic);
        return id;
    }

    MessageId answer(const MessageId &question, const QList<MemberId> &to, bool byBot = true)
    {
        MessageQueued queued;
        queued.message = {u"a-%1"_s.arg(++m_count)};
        queued.author = byBot ? Author{AuthorKind::Bot, {}, u"小禾"_s}
                              : Author{AuthorKind::Agent, lin.value, u"林"_s};
        queued.text = u"明天给您回复"_s;
        queued.mentions = to;
        queued.answers = byBot ? question : MessageId{};
        queued.entry = {byBot ? u"k-1"_s : QString()};
        put(queued);
        return queued.message;
    }

    PromiseId promise(const MessageId &message, Instant due, const TopicId &topic = first)
    {
        const PromiseId id{u"p-%1"_s.arg(++m_count)};
        put(PromiseMade{id, message, 7, wang, lin, u"林"_s, u"明天给您回复"_s, due, false}, topic);
        return id;
    }

    Topic topic(const TopicId &id = first) const { return state.topics.value(id); }

    State state;
    qint64 now = 1700000000000;

private:
    int m_count = 0;
};

void compareSnapshots(const State &state)
{
    const auto read = decodeState(encodeState(state));
    QVERIFY(read);
    QCOMPARE(read->promises, state.promises);
    QCOMPARE(encodeState(*read), encodeState(state));
    SnapshotCollector collector;
    for (const auto &json : encodeSnapshotParts(state, u"p0"_s, u"e"_s, {}, 4000)) {
        simdjson::dom::parser parser;
        const auto parsed = parseOwn(parser, json);
        QVERIFY(parsed);
        auto part = decodeValue<SnapshotPart>(*parsed);
        QVERIFY(part);
        QVERIFY(collector.add(std::move(*part)));
    }
    QVERIFY(collector.isComplete());
    State other;
    collector.moveInto(other);
    QCOMPARE(other.promises, state.promises);
    QCOMPARE(other.topics.value(first).outcomes, state.topics.value(first).outcomes);
}

} // namespace

/** What was promised and what became of it; whom an answer helped. */
class TestPromiseFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachAskerByThemselves();
    void aColleagueAnswersWhoWaits();
    void askingBackIsNoAnswer();
    void solvedAndNot();
    void askedOnce();
    void aTakenBackAnswerIsNone();
    void mergedOutcomesGoAlong();
    void fullListsLoseTheOldest();
    void aPromisesLife();
    void overdueOnceForATime();
    void promisesMoveWithTheirMessage();
    void promisesOfMergedTopics();
    void settledOnesGo();
    void fullLosesWhatNobodyWaitsFor();
    void fullLosesWhatIsDueLast();
    void wordsChangedByHand();
    void orderOfPromises();
    void erasureTakesThemAway();
    void anyEventsKeepTheBounds();
};

void TestPromiseFolds::eachAskerByThemselves()
{
    Feeder feeder;
    const auto question = feeder.ask(wang);
    feeder.ask(leo);
    QCOMPARE(askersOf(feeder.topic()), (QList{wang, leo}));
    QCOMPARE(stageOf(feeder.topic(), wang), AskerStage::Asking);
    const auto answer = feeder.answer(question, {wang});
    QCOMPARE(stageOf(feeder.topic(), wang), AskerStage::Answered);
    QCOMPARE(stageOf(feeder.topic(), leo), AskerStage::Asking);
    QCOMPARE(outcomeOf(feeder.topic(), wang)->message, answer);
    QCOMPARE(outcomeOf(feeder.topic(), wang)->by, AuthorKind::Bot);
    QVERIFY(!stageOf(feeder.topic(), {u"wecom/nobody"_s}));
    // Who asks again waits again.
    feeder.ask(wang);
    QCOMPARE(stageOf(feeder.topic(), wang), AskerStage::Asking);
    compareSnapshots(feeder.state);
}

void TestPromiseFolds::aColleagueAnswersWhoWaits()
{
    Feeder feeder;
    feeder.ask(wang);
    feeder.ask(leo);
    feeder.answer({}, {}, false);
    for (const auto &member : {wang, leo}) {
        QCOMPARE(stageOf(feeder.topic(), member), AskerStage::Answered);
        QCOMPARE(outcomeOf(feeder.topic(), member)->by, AuthorKind::Agent);
    }
}

void TestPromiseFolds::askingBackIsNoAnswer()
{
    Feeder feeder;
    const auto question = feeder.ask(wang);
    MessageQueued back;
    back.message = {u"back"_s};
    back.author = {AuthorKind::Bot, {}, u"小禾"_s};
    back.answers = question;
    back.mentions = {wang};
    feeder.put(back);
    QVERIFY(feeder.topic().outcomes.isEmpty());
}

void TestPromiseFolds::solvedAndNot()
{
    Feeder feeder;
    feeder.answer(feeder.ask(wang), {wang});
    const auto word = feeder.ask(wang);
    feeder.put(SatisfactionGiven{wang, false, SolvedHow::Said, word, {}});
    QCOMPARE(stageOf(feeder.topic(), wang), AskerStage::Unsolved);
    QVERIFY(feeder.topic().waitingSince.isSet());
    feeder.put(SatisfactionGiven{wang, true, SolvedHow::Marked, {}, lin});
    QCOMPARE(stageOf(feeder.topic(), wang), AskerStage::Solved);
    QVERIFY(!feeder.topic().waitingSince.isSet());
    QVERIFY(outcomeOf(feeder.topic(), wang)->message.isEmpty());
}

void TestPromiseFolds::askedOnce()
{
    Feeder feeder;
    feeder.answer(feeder.ask(wang), {wang});
    feeder.put(SatisfactionAsked{{u"ask"_s}, {wang, leo}});
    QCOMPARE(outcomeOf(feeder.topic(), wang)->asked, (MessageId{u"ask"_s}));
    QVERIFY(outcomeOf(feeder.topic(), wang)->askedAt.isSet());
    QVERIFY(!outcomeOf(feeder.topic(), leo));
}

void TestPromiseFolds::aTakenBackAnswerIsNone()
{
    Feeder feeder;
    const auto answer = feeder.answer(feeder.ask(wang), {wang});
    feeder.put(MessageRecalled{answer, {}});
    QVERIFY(!outcomeOf(feeder.topic(), wang));
    // A word on it that belongs elsewhere leaves the answer.
    feeder.answer(feeder.ask(wang), {wang});
    const auto word = feeder.ask(wang);
    feeder.put(SatisfactionGiven{wang, true, SolvedHow::Said, word, {}});
    feeder.put(TopicLinked{{word}, LinkRule::Human, 1000, {}, 0, lin}, second);
    QCOMPARE(outcomeOf(feeder.topic(), wang)->stage, AskerStage::Answered);
}

void TestPromiseFolds::mergedOutcomesGoAlong()
{
    Feeder feeder;
    feeder.answer(feeder.ask(wang), {wang});
    feeder.put(TopicStateChanged{TopicState::Merged, u"merged"_s, lin, second, {}});
    QCOMPARE(stageOf(feeder.topic(second), wang), AskerStage::Answered);
}

void TestPromiseFolds::fullListsLoseTheOldest()
{
    Feeder feeder;
    for (int at = 0; at < 40; ++at) {
        const MemberId member{u"wecom/m%1"_s.arg(at)};
        feeder.answer(feeder.ask(member), {member});
    }
    QVERIFY(feeder.topic().outcomes.size() <= Topic::outcomeLimit);
}

void TestPromiseFolds::aPromisesLife()
{
    Feeder feeder;
    const Instant due{feeder.now + 3600'000};
    const auto id = feeder.promise({u"a-1"_s}, due);
    const auto made = feeder.state.promises.value(id);
    QCOMPARE(made.topic, first);
    QCOMPARE(made.state, PromiseState::Open);
    QCOMPARE(openPromisesOf(feeder.state, first).size(), 1);
    QVERIFY(!isOverdue(made, {feeder.now}));
    QVERIFY(isOverdue(made, {due.ms + 1}));
    const auto changes = feeder.put(PromiseChanged{id, wang, u"后天给您回复"_s, {due.ms + 5}, lin});
    QVERIFY(changes.promises.contains(id) && changes.topics.contains(first));
    QCOMPARE(feeder.state.promises.value(id).text, u"后天给您回复"_s);
    feeder.put(PromiseSettled{id, wang, PromiseState::Kept, u"已回"_s, lin});
    QCOMPARE(feeder.state.promises.value(id).settledBy, lin);
    QVERIFY(openPromisesOf(feeder.state, first).isEmpty());
    compareSnapshots(feeder.state);
    feeder.put(PromiseSettled{id, wang, PromiseState::Open, {}, lin});
    QVERIFY(!feeder.state.promises.value(id).settledAt.isSet());
    // Of a promise nobody knows nothing follows.
    QVERIFY(feeder.put(PromiseSettled{{u"?"_s}, wang, PromiseState::Kept, {}, lin}).promises.isEmpty());
    compareSnapshots(feeder.state);
}

void TestPromiseFolds::overdueOnceForATime()
{
    Feeder feeder;
    const Instant due{feeder.now + 10};
    const auto id = feeder.promise({u"a-1"_s}, due);
    feeder.put(PromiseOverdue{id, {due.ms + 99}, lin});
    QVERIFY(!feeder.state.promises.value(id).overdueAt.isSet());
    feeder.put(PromiseOverdue{id, due, lin});
    QVERIFY(feeder.state.promises.value(id).overdueAt.isSet());
    feeder.put(PromiseChanged{id, wang, u"…"_s, {due.ms + 9'000'000}, lin});
    QVERIFY(!feeder.state.promises.value(id).overdueAt.isSet());
}

void TestPromiseFolds::promisesMoveWithTheirMessage()
{
    Feeder feeder;
    const auto answer = feeder.answer(feeder.ask(wang), {wang}, false);
    const auto id = feeder.promise(answer, {feeder.now + 10'000});
    feeder.put(TopicLinked{{answer}, LinkRule::Human, 1000, {}, 0, lin}, second);
    QCOMPARE(feeder.state.promises.value(id).topic, second);
}

void TestPromiseFolds::promisesOfMergedTopics()
{
    Feeder feeder;
    const auto id = feeder.promise({u"a-1"_s}, {feeder.now + 10'000});
    feeder.put(TopicStateChanged{TopicState::Merged, u"merged"_s, lin, second, {}});
    QCOMPARE(feeder.state.promises.value(id).topic, second);
}

void TestPromiseFolds::settledOnesGo()
{
    Feeder feeder;
    const auto id = feeder.promise({u"a-1"_s}, {feeder.now + 10'000});
    const auto open = feeder.promise({u"a-2"_s}, {feeder.now + 10'000});
    feeder.put(PromiseSettled{id, wang, PromiseState::Kept, {}, lin});
    feeder.now += Promise::settledKeptMs + 5000;
    feeder.promise({u"a-3"_s}, {feeder.now + 10'000});
    QVERIFY(!feeder.state.promises.contains(id));
    QVERIFY(feeder.state.promises.contains(open));
}

/** Settled ones first, then those whose keeper was told that it is too late, then those without a time. */
void TestPromiseFolds::fullLosesWhatNobodyWaitsFor()
{
    Feeder feeder;
    const Instant due{feeder.now + 3'600'000'000};
    const auto oldest = feeder.promise({u"a-1"_s}, due);
    const auto timeless = feeder.promise({u"a-2"_s}, {});
    const auto late = feeder.promise({u"a-3"_s}, {feeder.now + 1});
    feeder.put(PromiseOverdue{late, feeder.state.promises.value(late).due, lin});
    const auto kept = feeder.promise({u"a-4"_s}, due);
    feeder.put(PromiseSettled{kept, wang, PromiseState::Kept, {}, lin});
    while (feeder.state.promises.size() < Promise::most)
        feeder.promise({u"a-5"_s}, due);
    for (const auto &goes : {kept, late, timeless}) {
        QVERIFY(feeder.state.promises.contains(goes));
        const auto changes = feeder.put(PromiseMade{{u"after-"_s + goes.value}, {}, 0, wang, lin, {},
                                                    u"明天"_s, due, false});
        QVERIFY(!feeder.state.promises.contains(goes));
        QVERIFY(changes.promises.contains(goes));
        QCOMPARE(feeder.state.promises.size(), Promise::most);
    }
    QVERIFY(feeder.state.promises.contains(oldest));
}

void TestPromiseFolds::fullLosesWhatIsDueLast()
{
    Feeder feeder;
    const auto oldest = feeder.promise({u"a-1"_s}, {feeder.now + 60'000});
    const auto last = feeder.promise({u"a-2"_s}, {feeder.now + 9'000'000'000});
    const auto next = [&] { return feeder.promise({u"a-3"_s}, {feeder.now + 3'600'000}); };
    while (feeder.state.promises.size() < Promise::most)
        next();
    const auto fresh = next();
    QVERIFY(feeder.state.promises.contains(oldest));
    QVERIFY(feeder.state.promises.contains(fresh));
    QVERIFY(!feeder.state.promises.contains(last));
}

/** What was read in a text was said to the customer; what somebody wrote instead was not. */
void TestPromiseFolds::wordsChangedByHand()
{
    Feeder feeder;
    const auto id = feeder.promise({u"a-1"_s}, {feeder.now + 10'000});
    const auto was = feeder.state.promises.value(id);
    feeder.put(PromiseChanged{id, wang, was.text, {feeder.now + 20'000}, lin});
    QVERIFY(!feeder.state.promises.value(id).byHand);
    feeder.put(PromiseChanged{id, wang, u"内部：先拖着"_s, was.due, lin});
    QVERIFY(feeder.state.promises.value(id).byHand);
}

void TestPromiseFolds::orderOfPromises()
{
    Feeder feeder;
    const auto none = feeder.promise({u"a-1"_s}, {});
    const auto late = feeder.promise({u"a-2"_s}, {feeder.now + 90'000});
    const auto soon = feeder.promise({u"a-3"_s}, {feeder.now + 60'000});
    const auto done = feeder.promise({u"a-4"_s}, {feeder.now + 50'000});
    feeder.put(PromiseSettled{done, wang, PromiseState::Broken, {}, lin});
    QList<PromiseId> ids;
    for (const auto &one : promisesOf(feeder.state, first))
        ids.append(one.id);
    QCOMPARE(ids, (QList{soon, late, none, done}));
}

void TestPromiseFolds::erasureTakesThemAway()
{
    Feeder feeder;
    feeder.answer(feeder.ask(wang), {wang});
    const auto id = feeder.promise({u"a-1"_s}, {feeder.now + 10'000});
    feeder.put(PromiseSettled{id, wang, PromiseState::Broken, u"客户住址变更"_s, lin});
    feeder.put(DataErased{wang.value, {}, lin}, {});
    QVERIFY(!feeder.state.promises.contains(id));
    QVERIFY(!outcomeOf(feeder.topic(), wang));
    // By the sequence of the event too: the subject may be a customer, not a member.
    const auto other = feeder.promise({u"a-2"_s}, {feeder.now + 10'000});
    const auto seq = feeder.state.promises.value(other).seq;
    feeder.put(DataErased{u"c-1"_s, {seq}, lin}, {});
    QVERIFY(feeder.state.promises.isEmpty());
}

/** Any events in any order: bounds hold, and what is kept survives a snapshot. */
void TestPromiseFolds::anyEventsKeepTheBounds()
{
    Dice dice(seed());
    Feeder feeder;
    QList<MessageId> messages{{}};
    QList<PromiseId> promises{{u"unknown"_s}};
    const QList<MemberId> members{wang, leo, {}, {u"wecom/x"_s}};
    const auto member = [&] { return members[dice.below(4)]; };
    const auto topic = [&] { return dice.chance(50) ? first : second; };
    for (int round = 0; round < rounds(600, 20'000); ++round) {
        const auto message = messages[dice.below(int(messages.size()))];
        const auto promise = promises[dice.below(int(promises.size()))];
        switch (dice.below(10)) {
        case 0: messages.append(feeder.ask(member(), topic())); break;
        case 1: messages.append(feeder.answer(message, {member()}, dice.chance(50))); break;
        case 2: promises.append(feeder.promise(message, {feeder.now + dice.below(5000)}, topic())); break;
        case 3: feeder.put(PromiseSettled{promise, member(), PromiseState(dice.below(4)), {}, lin}, topic()); break;
        case 4: feeder.put(PromiseChanged{promise, member(), QString(dice.below(500), u'字'), {}, lin}, topic()); break;
        case 5: feeder.put(PromiseOverdue{promise, {}, lin}, topic()); break;
        case 6: feeder.put(SatisfactionGiven{member(), dice.chance(50), SolvedHow::Said, message, {}}, topic()); break;
        case 7: feeder.put(SatisfactionAsked{message, {member()}}, topic()); break;
        case 8: feeder.put(TopicLinked{{message}, LinkRule::Human, 1000, {}, 0, lin}, topic()); break;
        default: feeder.put(MessageRecalled{message, lin}, topic()); break;
        }
        for (const auto &one : feeder.state.topics)
            QVERIFY(one.outcomes.size() <= Topic::outcomeLimit);
        for (const auto &one : feeder.state.promises)
            QVERIFY(one.text.size() <= Promise::textLimit);
    }
    compareSnapshots(feeder.state);
}

QTEST_APPLESS_MAIN(TestPromiseFolds)

#include "tst_promisefolds.moc"
