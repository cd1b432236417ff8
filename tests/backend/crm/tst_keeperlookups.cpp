// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/customerkeeper.h"
#include "app/backend/crm/customernews.h"
#include "app/backend/decide/decider.h"
#include "app/backend/ledger/sqliteledger.h"
#include "tests/backend/crm/spokensource.h"
#include "tests/models/common/dataof.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quntai;
using quntai::tests::SpokenSource;
using namespace Qt::StringLiterals;

namespace {

CustomerFacts haiyan()
{
    CustomerFacts facts;
    facts.customer.id = {u"c-1"_s};
    facts.customer.name = u"李海燕"_s;
    Order order;
    order.id = u"90017731"_s;
    order.status = u"运输中"_s;
    facts.orders = QList<Order>{order};
    facts.tickets = QList<Ticket>();
    return facts;
}

Entry whereIsIt()
{
    Entry entry;
    entry.id = {u"e-where"_s};
    entry.version = 1;
    entry.question = u"我订的东西走到哪一站了"_s;
    entry.answer = u"订单 {{订单号}} {{订单状态}}。"_s;
    entry.rules = {{RuleKind::Contains, u"走到哪一站"_s}};
    entry.act = LookupKind::Order;
    return entry;
}

/** An engine with the real keeper over a system that says what the test says. */
struct Desk
{
    explicit Desk(const QString &folder, bool begin = true)
    {
        SqliteLedgerOptions options;
        options.folder = folder;
        auto ledger = SqliteLedger::open(options);
        if (!ledger)
            qFatal("no ledger");
        engine = std::make_unique<Engine>(std::move(*ledger), std::make_unique<Decider>());
        QObject::connect(engine.get(), &Engine::committed, engine.get(),
                         [this](const EventList &some) { events.append(*some); });
        if (!engine->start())
            qFatal("no engine");
        auto made = std::make_unique<SpokenSource>();
        source = made.get();
        CustomerKeeperOptions keeping;
        keeping.retryMs = 1;
        keeping.longestRetryMs = 2;
        keeping.gatherMs = 0;
        keeper = std::make_unique<CustomerKeeper>(*engine, std::move(made), keeping);
        if (begin)
            keeper->start();
    }

    void found()
    {
        Policy policy;
        policy.version = 1;
        engine->record({{{}, {}, PolicyChanged{policy, {}, {}}},
                        {{}, {}, KnowledgeChanged{whereIsIt(), EntryChange::Put, {}, {}, {}, {}}}});
    }
    /** Once it is known that there is a system. */
    void ask()
    {
        if (!QTest::qWaitFor([this] { return !all<ConnectorChanged>().isEmpty(); }))
            qFatal("no system");
        InboundMessage message;
        message.platformId = u"1"_s;
        message.chat = u"g"_s;
        message.chatName = u"滨江花园 3 群"_s;
        message.sender = {u"haiyan"_s, u"haiyan"_s, MemberRole::Customer, {}, {}};
        message.text = u"@小禾 我订的东西走到哪一站了"_s;
        message.mentionsBot = true;
        engine->takeIn(u"wx"_s, message);
    }
    /** Others talk of something else. */
    void chat(int messages) const
    {
        for (int i = 0; i < messages; ++i) {
            InboundMessage message;
            message.platformId = u"chat-%1"_s.arg(i);
            message.chat = u"g"_s;
            message.chatName = u"滨江花园 3 群"_s;
            message.sender = {u"wang"_s, u"老王"_s, MemberRole::Customer, {}, {}};
            message.text = u"今天天气不错 %1"_s.arg(i);
            engine->takeIn(u"wx"_s, message);
        }
    }
    static void withState(Engine &engine, const std::function<void(const State &)> &look)
    {
        bool seen = false;
        QObject context;
        engine.state(&context, [&](const StatePtr &state) {
            look(*state);
            seen = true;
        });
        QVERIFY(QTest::qWaitFor([&] { return seen; }));
    }
    template <class T>
    QList<T> all() const
    {
        return tests::dataOf<T>(events);
    }
    bool answered(const QString &words) const
    {
        const auto texts = all<MessageQueued>();
        return std::ranges::any_of(texts, [&](const MessageQueued &queued) {
            return queued.text.contains(words);
        });
    }

    QList<Event> events;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<CustomerKeeper> keeper;
    SpokenSource *source = nullptr;
};

} // namespace

/** What the bot asks the customers' system for, through engine and keeper. */
class TestKeeperLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theAnswerIsOfWhatCame()
    {
        Desk desk(m_dir->path());
        desk.source->says = haiyan();
        desk.found();
        desk.ask();
        QTRY_VERIFY(desk.answered(u"90017731 运输中"_s));
        QCOMPARE(desk.all<LookupAsked>().size(), 1);
        QCOMPARE(desk.all<LookupDone>().size(), 1);
        QCOMPARE(desk.all<LookupDone>().first().outcome, LookupOutcome::Found);
        // What the system said is in the ledger before it counts as found.
        const auto isData = [](const Event &event) {
            return std::holds_alternative<CustomerChanged>(event.data);
        };
        const auto isDone = [](const Event &event) {
            return std::holds_alternative<LookupDone>(event.data);
        };
        QVERIFY(std::ranges::find_if(desk.events, isData)
                < std::ranges::find_if(desk.events, isDone));
    }

    void whomItDoesNotKnow()
    {
        Desk desk(m_dir->path());
        desk.found();
        desk.ask();
        QTRY_COMPARE(desk.all<LookupDone>().size(), 1);
        QCOMPARE(desk.all<LookupDone>().first().outcome, LookupOutcome::NotFound);
        QTRY_COMPARE(desk.all<EscalationRaised>().size(), 1);
    }

    void whenItIsDown()
    {
        Desk desk(m_dir->path());
        desk.source->says = trouble(SystemProblem::TimedOut, u"it took too long"_s);
        desk.found();
        desk.ask();
        QTRY_COMPARE(desk.all<LookupDone>().size(), 1);
        const auto done = desk.all<LookupDone>().first();
        QCOMPARE(done.outcome, LookupOutcome::Down);
        QCOMPARE(done.problem, SystemProblem::TimedOut);
        QTRY_COMPARE(desk.all<EscalationRaised>().size(), 1);
        QVERIFY(!desk.answered(u"90017731"_s));
    }

    void uselessAnswersToo()
    {
        Desk desk(m_dir->path());
        desk.source->says = trouble(SystemProblem::Unreadable, u"no JSON"_s);
        desk.found();
        desk.ask();
        QTRY_COMPARE(desk.all<LookupDone>().size(), 1);
        QCOMPARE(desk.all<LookupDone>().first().outcome, LookupOutcome::Down);
    }

    /** It went away before the answer came: it asks again. */
    void afterARestart()
    {
        {
            Desk desk(m_dir->path());
            desk.source->holds = true;
            desk.found();
            desk.ask();
            QTRY_COMPARE(desk.all<LookupAsked>().size(), 1);
            desk.keeper.reset();
        }
        Desk desk(m_dir->path(), false);
        desk.source->says = haiyan();
        desk.keeper->start();
        QTRY_VERIFY(desk.answered(u"90017731 运输中"_s));
        QCOMPARE(desk.all<LookupAsked>().size(), 0);
    }

    /** So much was said meanwhile that the question is not at hand any more: a person takes it. */
    void theQuestionIsLongAgo_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<LookupOutcome>("outcome");
        QTest::newRow("known") << true << LookupOutcome::Found;
        QTest::newRow("unknown") << false << LookupOutcome::NotFound;
    }
    void theQuestionIsLongAgo()
    {
        QFETCH(bool, isKnown);
        Desk desk(m_dir->path());
        desk.source->holds = true;
        desk.found();
        desk.ask();
        QTRY_COMPARE(desk.all<LookupAsked>().size(), 1);
        const auto before = desk.all<MessageReceived>().size();
        desk.chat(GroupState::recentLimit + 5);
        QTRY_COMPARE(desk.all<MessageReceived>().size(), before + GroupState::recentLimit + 5);
        if (isKnown)
            desk.source->says = haiyan();
        desk.source->holds = false;
        desk.source->answer();
        QTRY_COMPARE(desk.all<LookupDone>().size(), 1);
        QTEST(desk.all<LookupDone>().first().outcome, "outcome");
        QTRY_COMPARE(desk.all<EscalationRaised>().size(), 1);
        QCOMPARE(desk.all<EscalationRaised>().first().reasons.first().reason, Reason::Lookup);
        // A keeper that comes later has nothing to ask for.
        Desk::withState(*desk.engine, [](const State &state) {
            for (const auto &topic : state.topics) {
                for (const auto &lookup : topic.lookups)
                    QVERIFY(lookup.outcome != LookupOutcome::Pending);
            }
        });
    }

    void whatWasAskedForIsThere()
    {
        Lookup lookup;
        lookup.order = u"7731"_s;
        QCOMPARE(resultOf(lookup, haiyan()).outcome, LookupOutcome::Found);
        lookup.order = u"7732"_s;
        QCOMPARE(resultOf(lookup, haiyan()).outcome, LookupOutcome::NotFound);
        lookup.order.clear();
        QCOMPARE(resultOf(lookup, haiyan()).outcome, LookupOutcome::Found);
        lookup.kind = LookupKind::Ticket;
        QCOMPARE(resultOf(lookup, haiyan()).outcome, LookupOutcome::NotFound);
        auto facts = haiyan();
        facts.tickets.reset();
        facts.trouble = {SystemProblem::Failed, u"500"_s};
        QCOMPARE(resultOf(lookup, facts).outcome, LookupOutcome::Down);
        QCOMPARE(resultOf(lookup, facts).problem, SystemProblem::Failed);
        QCOMPARE(resultOf(lookup, std::nullopt).outcome, LookupOutcome::NotFound);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestKeeperLookups)
#include "tst_keeperlookups.moc"
