// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/decider.h"
#include "app/backend/engine/clock.h"
#include "app/backend/engine/engine.h"
#include "app/backend/ledger/sqliteledger.h"
#include "tests/models/common/dataof.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <algorithm>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** An engine on a ledger of its own, with a platform connection that works. */
class Desk
{
public:
    explicit Desk(const QString &folder)
    {
        SqliteLedgerOptions options;
        options.folder = folder;
        auto ledger = SqliteLedger::open(options);
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().message));
        database = &(*ledger)->database();
        engine = std::make_unique<Engine>(std::move(*ledger), std::make_unique<Decider>());
        QObject::connect(engine.get(), &Engine::committed, engine.get(),
                         [this](const EventList &list) { events.append(*list); });
        QObject::connect(engine.get(), &Engine::sendReady, engine.get(),
                         [this](const SendOrder &order) { orders.append(order.message); });
        QObject::connect(engine.get(), &Engine::troubleChanged, engine.get(),
                         [this](const QString &what) { trouble = what; });
        if (const auto started = engine->start(); !started)
            qFatal("%s", qPrintable(started.error().message));
    }

    void connectPlatform()
    {
        engine->takeIn(Connector{u"wecom"_s, u"wecom"_s, u"bot"_s, ConnectorState::Connected, {}});
    }

    void teach()
    {
        KnowledgeChanged change;
        change.entry.id = {u"k-1"_s};
        change.entry.version = 1;
        change.entry.question = u"退款多久能到账"_s;
        change.entry.similar = {u"退款几天到"_s, u"退的钱怎么还没到"_s};
        change.entry.answer = u"退款一般 1-3 个工作日原路退回。"_s;
        User lin;
        lin.id = {u"u-lin"_s};
        lin.name = u"林悦"_s;
        Policy policy;
        policy.version = 1;
        policy.humanWords = {u"转人工"_s};
        engine->record({{{}, {}, PolicyChanged{policy, {}, {}}},
                        {{}, {}, UserChanged{lin, {}}},
                        {{}, {}, change}});
    }

    void say(const QString &id, const QString &text, const QString &who = u"a"_s)
    {
        InboundMessage message;
        message.platformId = id;
        message.chat = u"g"_s;
        message.chatName = u"滨江花园3群"_s;
        message.sender = {who, u"海燕"_s, MemberRole::Customer, {}, {}};
        message.text = text;
        message.mentionsBot = true;
        engine->takeIn(u"wecom"_s, message);
    }

    Result<qint64> run(const CommandData &data, const QString &id = {}, const QByteArray &hash = "h")
    {
        User lin;
        lin.id = {u"u-lin"_s};
        lin.name = u"林悦"_s;
        const CommandId command{id.isEmpty() ? QUuid::createUuid().toString() : id};
        std::optional<Result<qint64>> answer;
        engine->submit(lin, {command, data}, hash, engine.get(),
                       [&answer](const Result<qint64> &result) { answer = result; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return failure(ErrorKind::Internal, u"no answer"_s);
        return *answer;
    }

    StatePtr state()
    {
        StatePtr copy;
        engine->state(engine.get(), [&copy](const StatePtr &state) { copy = state; });
        return QTest::qWaitFor([&] { return copy != nullptr; }) ? copy : nullptr;
    }

    template <class T>
    QList<T> all() const
    {
        return tests::dataOf<T>(events);
    }

    TopicId topic()
    {
        const auto copy = state();
        return copy->topics.isEmpty() ? TopicId{} : copy->topics.cbegin().key();
    }

    Database *database = nullptr;
    std::unique_ptr<Engine> engine;
    QList<Event> events;
    QList<OutboundMessage> orders;
    QString trouble;
};

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messageIsAnsweredAndSent();
    void secondDeliveryMakesNoEvent();
    void nothingIsSentWhileThePlatformIsDown();
    void sendCutOffByTheEndIsUnknown();
    void theStopSwitchHoldsWhatWaits();
    void whatIsPrivateGoesToTheMemberAlone();
    void modelOfALargeBaseIsNamed();
    void commandHasOneEffect();
    void whoAskedMayGoAway();
    void controlStateIsNamedBeforeItIsUsed();
    void eventsAreGapFreeAndSurvive();
    void fullDiskRefusesCommandsAndLosesNothing();
    void clockNeverRunsBackwards();
};

void TestEngine::messageIsAnsweredAndSent()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.teach();
    desk.connectPlatform();
    desk.say(u"p1"_s, u"退款多久能到账"_s);
    QTRY_COMPARE(desk.orders.size(), 1);
    QVERIFY(desk.orders.first().text.contains(u"1-3 个工作日"_s));
    QCOMPARE(desk.orders.first().chat, u"g"_s);
    desk.engine->takeIn(SendOutcome{desk.orders.first().id, SendOutcome::Kind::Sent, u"x"_s, {}, 0,
                                    false});
    QTRY_COMPARE(desk.all<MessageSent>().size(), 1);
}

void TestEngine::secondDeliveryMakesNoEvent()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.say(u"p1"_s, u"你好"_s);
    desk.say(u"p1"_s, u"你好"_s);
    desk.say(u"p2"_s, u"在吗"_s);
    QTRY_COMPARE(desk.all<MessageReceived>().size(), 2);
    desk.say(u"p1"_s, u"你好"_s);
    desk.say(u"p3"_s, u"在"_s);
    QTRY_COMPARE(desk.all<MessageReceived>().size(), 3);
}

void TestEngine::nothingIsSentWhileThePlatformIsDown()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.teach();
    desk.say(u"p1"_s, u"退款多久能到账"_s);
    QTRY_COMPARE(desk.all<MessageQueued>().size(), 1);
    QVERIFY(desk.state());
    QVERIFY(desk.orders.isEmpty());
    desk.connectPlatform();
    QTRY_COMPARE(desk.orders.size(), 1);
}

void TestEngine::sendCutOffByTheEndIsUnknown()
{
    QTemporaryDir folder;
    {
        Desk desk(folder.path());
        desk.teach();
        desk.connectPlatform();
        desk.say(u"p1"_s, u"退款多久能到账"_s);
        QTRY_COMPARE(desk.orders.size(), 1);
    }
    Desk again(folder.path());
    again.connectPlatform();
    const auto state = again.state();
    const auto &recent = state->groups.value({u"wecom/g"_s}).recent;
    QCOMPARE(recent.last()->delivery, Delivery::Unknown);
    QVERIFY(again.state());
    QVERIFY2(again.orders.isEmpty(), "an unknown send must never be sent again by itself");
}

/** Queued before the switch, it does not leave after it, also when the platform comes back; people's
 * texts pass. Five seconds are what the bot is given to fall silent. */
void TestEngine::theStopSwitchHoldsWhatWaits()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.teach();
    desk.say(u"p1"_s, u"退款多久能到账"_s);
    QTRY_COMPARE(desk.all<MessageQueued>().size(), 1);
    auto policy = desk.state()->policy;
    policy.stopped = true;
    ++policy.version;
    desk.engine->record({{{}, {}, PolicyChanged{policy, {}, {}}}});
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(desk.state()->policy.stopped);
    desk.connectPlatform();
    desk.say(u"p2"_s, u"转人工"_s, u"b"_s);
    const auto escalated = [&] {
        const auto state = desk.state();
        const auto at = std::ranges::find(state->topics, TopicState::Escalated, &Topic::state);
        return at == state->topics.end() ? TopicId{} : at->id;
    };
    QTRY_VERIFY(!escalated().isEmpty());
    const auto topic = escalated();
    QVERIFY(desk.run(ClaimTopic{topic, 1'000'000}));
    const auto fence = desk.state()->topics.value(topic).lease->fence;
    QVERIFY(desk.run(SendMessage{topic, fence, 1'000'000, u"我来看看"_s, {}, {}}));
    QTRY_COMPARE(desk.orders.size(), 1);
    QCOMPARE(desk.orders.first().text, u"我来看看"_s);
    desk.engine->takeIn(SendOutcome{desk.orders.first().id, SendOutcome::Kind::Sent, u"x"_s, {}, 0,
                                    false});
    QTRY_COMPARE(desk.all<MessageSent>().size(), 1);
    QTest::qWait(int(std::max<qint64>(0, 5200 - clock.elapsed())));
    QCOMPARE(desk.orders.size(), 1);
    policy.stopped = false;
    ++policy.version;
    desk.engine->record({{{}, {}, PolicyChanged{policy, {}, {}}}});
    QTRY_COMPARE(desk.orders.size(), 2);
    QVERIFY(desk.orders.last().text.contains(u"1-3 个工作日"_s));
}

/** A connection that breaks takes its asker along, while the answer is being written. */
void TestEngine::whoAskedMayGoAway()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.say(u"p1"_s, u"转人工"_s);
    QTRY_VERIFY(!desk.topic().isEmpty());
    const auto topic = desk.topic();
    User lin;
    lin.id = {u"u-lin"_s};
    int told = 0;
    for (int i = 0; i < 300; ++i) {
        const auto asker = std::make_unique<QObject>();
        desk.engine->submit(lin, {{u"gone-%1"_s.arg(i)}, AddNote{topic, u"备注"_s}}, "h",
                            asker.get(), [&](const Result<qint64> &) { ++told; });
        desk.engine->state(asker.get(), [&](const StatePtr &) { ++told; });
        if (i % 3 == 0)
            QTest::qWait(0);
    }
    QVERIFY(desk.state());
    QCOMPARE(desk.all<NoteAdded>().size(), 300);
    QVERIFY2(told < 600, "nobody is told who is gone");
}

void TestEngine::whatIsPrivateGoesToTheMemberAlone()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.teach();
    desk.connectPlatform();
    desk.say(u"p-1"_s, u"转人工"_s);
    QTRY_VERIFY(!desk.orders.isEmpty());
    const auto settle = [&] {
        desk.engine->takeIn(SendOutcome{desk.orders.last().id, SendOutcome::Kind::Sent, u"x"_s, {},
                                        0, false});
    };
    settle();
    const auto topic = desk.topic();
    QVERIFY(desk.run(ClaimTopic{topic, 1'000'000}));
    QTRY_VERIFY(!desk.all<LeaseGranted>().isEmpty());
    SendMessage send{topic, desk.all<LeaseGranted>().last().fence, 1'000'000, u"打 13800138000"_s,
                     {}, {}};
    send.redact = true;
    QVERIFY(desk.run(send));
    QTRY_COMPARE(desk.orders.last().text, u"打 1****8000"_s);
    QCOMPARE(desk.orders.last().chat, u"g"_s);
    settle();
    const auto made = desk.all<DraftMade>().last();
    QCOMPARE(made.privateTo, MemberId{u"wecom/a"_s});
    QVERIFY(desk.run(ApproveDraft{made.draft, topic, 1'000'000}));
    QTRY_VERIFY(desk.orders.last().text.contains(u"13800138000"_s));
    QCOMPARE(desk.orders.last().chat, u"private:a"_s);
    QVERIFY(desk.orders.last().single);
    QVERIFY(desk.orders.last().mentions.isEmpty());
    QVERIFY(desk.orders.last().replyHandle.isEmpty());
}

/** It is learned beside the loop; verdicts from then on say what they were made with. */
void TestEngine::modelOfALargeBaseIsNamed()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.teach();
    QList<NewEvent> base;
    for (int i = 0; i < 220; ++i) {
        KnowledgeChanged change;
        change.entry.id = {u"e-%1"_s.arg(i)};
        change.entry.version = 1;
        change.entry.question = u"第%1号问题怎么办"_s.arg(i);
        change.entry.similar = {u"%1号怎么处理"_s.arg(i), u"关于%1号"_s.arg(i), u"%1号呢"_s.arg(i)};
        base.append({{}, {}, change});
    }
    desk.engine->record(base);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.all<ModelActivated>().isEmpty(), 20'000);
    const auto model = desk.all<ModelActivated>().last().model;
    QCOMPARE(model.hash.size(), 64);
    QVERIFY(model.trainedUpTo >= 220);
    desk.connectPlatform();
    desk.say(u"p-1"_s, u"退款多久能到账"_s);
    QTRY_VERIFY(!desk.all<VerdictReached>().isEmpty());
    QVERIFY(desk.all<VerdictReached>().last().verdict.core.endsWith(
        u"/model-"_s + model.hash.left(16)));
    QCOMPARE(desk.all<ModelActivated>().size(), 1);
}

void TestEngine::commandHasOneEffect()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.say(u"p1"_s, u"转人工"_s);
    QTRY_VERIFY(!desk.topic().isEmpty());
    const AddNote note{desk.topic(), u"老客户"_s};
    const auto first = desk.run(note, u"c-1"_s);
    QVERIFY(first);
    const auto second = desk.run(note, u"c-1"_s);
    QVERIFY(second);
    QCOMPARE(*second, *first);
    const auto other = desk.run(note, u"c-1"_s, "another body");
    QVERIFY(!other);
    QCOMPARE(other.error().kind, ErrorKind::IdConflict);
    QCOMPARE(desk.all<NoteAdded>().size(), 1);
}

void TestEngine::controlStateIsNamedBeforeItIsUsed()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.teach();
    desk.say(u"p1"_s, u"你好"_s);
    QTRY_COMPARE(desk.all<MessageReceived>().size(), 1);
    const auto applied = desk.all<ControlApplied>();
    QVERIFY(!applied.isEmpty());
    QCOMPARE(applied.last().upTo, desk.state()->positions.value(u"c0"_s));
}

void TestEngine::eventsAreGapFreeAndSurvive()
{
    QTemporaryDir folder;
    QMap<QString, qint64> heads;
    {
        Desk desk(folder.path());
        desk.teach();
        for (int i = 0; i < 300; ++i)
            desk.say(u"p%1"_s.arg(i), u"退款多久能到账 %1"_s.arg(i), QString::number(i % 7));
        QTRY_COMPARE(desk.all<MessageReceived>().size(), 300);
        QMap<QString, qint64> last;
        for (const auto &event : std::as_const(desk.events)) {
            if (last.contains(event.stream))
                QCOMPARE(event.seq, last.value(event.stream) + 1);
            last[event.stream] = event.seq;
        }
        heads = desk.state()->positions;
    }
    Desk again(folder.path());
    QCOMPARE(again.state()->positions.value(u"c0"_s), heads.value(u"c0"_s));
    QVERIFY(again.state()->positions.value(u"p0"_s) >= heads.value(u"p0"_s));
}

void TestEngine::fullDiskRefusesCommandsAndLosesNothing()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.say(u"p0"_s, u"转人工"_s);
    QTRY_VERIFY(!desk.topic().isEmpty());
    const auto topic = desk.topic();
    const auto pages = desk.database->number("PRAGMA page_count");
    QVERIFY(pages);
    QVERIFY(desk.database->execute("PRAGMA max_page_count = " + QByteArray::number(*pages)));
    // Messages of a platform wait until there is room; commands are told at once.
    for (int i = 1; i < 60; ++i)
        desk.say(u"p%1"_s.arg(i), QString(300, u'水'));
    QTRY_VERIFY(!desk.trouble.isEmpty());
    const auto refused = desk.run(AddNote{topic, QString(3000, u'水')});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::StorageFull);
    QVERIFY(desk.database->execute("PRAGMA max_page_count = 1073741823"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.all<MessageReceived>().size(), 60, 15000);
    QTRY_VERIFY(desk.trouble.isEmpty());
    QVERIFY(desk.run(AddNote{topic, u"又有空间了"_s}));
}

void TestEngine::clockNeverRunsBackwards()
{
    qint64 wall = 1000000;
    qint64 steady = 50;
    LedgerClock clock({[&] { return wall; }, [&] { return steady; }});
    QCOMPARE(clock.now().ms, 1000000);
    wall -= 3600000;
    steady += 1000;
    QCOMPARE(clock.now().ms, 1001000);
    const auto back = clock.step();
    QVERIFY(back);
    QVERIFY(back->to < back->from);
    QVERIFY(!clock.step());
    wall += 86400000;
    QVERIFY(clock.step());
    QVERIFY(clock.now().ms >= wall);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
