// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/customerkeeper.h"
#include "app/backend/decide/decider.h"
#include "app/backend/ledger/sqliteledger.h"
#include "tests/backend/crm/spokensource.h"

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
    facts.orders = QList<Order>{Order{u"7731"_s, {}, 6890, {}, {}, {}, {}, 0}};
    facts.tickets = QList<Ticket>{{{u"T-1"_s}, {u"c-1"_s}, u"催办"_s, u"处理中"_s, false, {}, {}}};
    return facts;
}

User lin()
{
    User user;
    user.id = {u"u-lin"_s};
    user.name = u"林悦"_s;
    return user;
}

} // namespace

/** When somebody is looked up, and what becomes of it in the ledger. */
class TestCustomerKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whoAsksIsLookedUp();
    void freshIsNotAskedForAgain();
    void sameAgainIsOnlyChecked();
    void changedTicketsAndOrders();
    void nobodyIsRemembered();
    void takingOverLooksAgain();
    void whileDownNobodyElseIsAsked();
    void downIsTold();
    void uselessAnswersAreTheirOwn();
    void partsThatFailKeepTheOld();
    void wishes();
    void wishesOfTwoAreOneQuestion();
    void notTooManyWishes();
    void byPhone();
    void staffIsNobodysCustomer();
    void erasedStaysErased();
    void openTopicsAtTheStart();
    void noSystemAnyMore();

private:
    void open(bool begin = true);
    /** lin takes the only topic over; what the keeper makes of it has begun. */
    void claim();
    /** What the keeper gathered has been looked at. */
    void settle()
    {
        // The first lets its timer fire, the second comes after the answer to it.
        state();
        state();
    }
    void say(const QString &text, const QString &who = u"haiyan"_s,
             MemberRole role = MemberRole::Customer);
    StatePtr state();
    Member member(const QString &who = u"haiyan"_s);
    Customer customer() { return state()->customers.value({u"c-1"_s}); }
    Connector health() { return state()->connectors.value(u"crm"_s); }
    Result<RefreshCustomerResult> wish(const QString &phone = {}, const QString &external = {});
    template <class T>
    int count() const
    {
        return int(std::ranges::count_if(m_events, [](const Event &event) {
            return std::holds_alternative<T>(event.data);
        }));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<CustomerKeeper> m_keeper;
    SpokenSource *m_source = nullptr;
    QList<Event> m_events;
    qint64 m_ahead = 0;   //!< of the real clock
    int m_said = 0;
};

void TestCustomerKeeper::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_events.clear();
    m_ahead = 0;
    open();
}

void TestCustomerKeeper::cleanup()
{
    m_keeper.reset();
    m_engine.reset();
}

void TestCustomerKeeper::open(bool begin)
{
    cleanup();
    SqliteLedgerOptions options;
    options.folder = m_dir->path();
    auto ledger = SqliteLedger::open(options);
    QVERIFY(ledger);
    m_engine = std::make_unique<Engine>(std::move(*ledger), std::make_unique<Decider>());
    connect(m_engine.get(), &Engine::committed, this,
            [this](const EventList &events) { m_events.append(*events); });
    QVERIFY(m_engine->start());
    Policy policy;
    policy.version = 1;
    m_engine->record({{{}, {}, PolicyChanged{policy, {}, {}}}});
    auto source = std::make_unique<SpokenSource>();
    m_source = source.get();
    CustomerKeeperOptions keeping;
    keeping.name = u"清禾会员系统"_s;
    keeping.maxAgeMs = 600'000;
    keeping.retryMs = 1;
    keeping.longestRetryMs = 2;
    keeping.gatherMs = 0;
    auto clock = systemClock();
    clock.wall = [this, wall = clock.wall] { return wall() + m_ahead; };
    m_keeper = std::make_unique<CustomerKeeper>(*m_engine, std::move(source), keeping, nullptr, clock);
    if (begin)
        m_keeper->start();
}

void TestCustomerKeeper::say(const QString &text, const QString &who, MemberRole role)
{
    InboundMessage message;
    message.platformId = QString::number(++m_said);
    message.chat = u"g"_s;
    message.chatName = u"滨江花园 3 群"_s;
    message.sender = {who, who, role, {}, {}};
    message.text = text;
    message.mentionsBot = true;
    m_engine->takeIn(u"wx"_s, message);
}

void TestCustomerKeeper::claim()
{
    const auto before = count<LeaseGranted>();
    const auto topic = state()->topics.cbegin().value();
    m_engine->submit(lin(), {{u"claim"_s}, ClaimTopic{topic.id, topic.version}}, "h", this,
                     [](const Result<qint64> &) {});
    QTRY_COMPARE(count<LeaseGranted>(), before + 1);
    settle();
}

StatePtr TestCustomerKeeper::state()
{
    StatePtr copy;
    m_engine->state(m_engine.get(), [&copy](const StatePtr &state) { copy = state; });
    return QTest::qWaitFor([&] { return copy != nullptr; }) ? copy : std::make_shared<State>();
}

Member TestCustomerKeeper::member(const QString &who)
{
    return state()->groups.value({u"wx/g"_s}).members.value({u"wx/"_s + who});
}

Result<RefreshCustomerResult> TestCustomerKeeper::wish(const QString &phone, const QString &external)
{
    std::optional<Result<RefreshCustomerResult>> answer;
    m_keeper->refresh({{u"wx/g"_s}, {u"wx/haiyan"_s}, phone, external}, lin(), m_engine.get(),
                      [&](const Result<RefreshCustomerResult> &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return failure(ErrorKind::Internal, u"no answer"_s);
    return *answer;
}

void TestCustomerKeeper::whoAsksIsLookedUp()
{
    m_source->says = haiyan();
    QTRY_COMPARE(health().state, ConnectorState::Connecting);
    say(u"退款什么时候到？"_s);
    QTRY_COMPARE(member().customer.value, u"c-1"_s);
    QCOMPARE(m_source->asked.value(0).member.value, u"wx/haiyan"_s);
    QCOMPARE(customer().name, u"李海燕"_s);
    QCOMPARE(customer().orders.size(), 1);
    QVERIFY(customer().fetchedAt.isSet());
    QCOMPARE(ticketsOf(*state(), {u"c-1"_s}).size(), 1);
    QCOMPARE(health().state, ConnectorState::Connected);
    QCOMPARE(health().account, u"清禾会员系统"_s);
}

void TestCustomerKeeper::freshIsNotAskedForAgain()
{
    whoAsksIsLookedUp();
    say(u"还有，发票能不能开？"_s);
    claim();
    QCOMPARE(m_source->asked.size(), 1);
}

void TestCustomerKeeper::sameAgainIsOnlyChecked()
{
    whoAsksIsLookedUp();
    const auto before = customer().fetchedAt;
    m_ahead = 700'000;
    claim();
    QTRY_COMPARE(count<CustomerChecked>(), 1);
    QCOMPARE(count<CustomerChanged>(), 1);
    QCOMPARE(count<TicketChanged>(), 1);
    QCOMPARE(m_source->asked.value(1).customer.value, u"c-1"_s);
    QVERIFY(customer().fetchedAt.ms >= before.ms + 700'000);
}

void TestCustomerKeeper::changedTicketsAndOrders()
{
    whoAsksIsLookedUp();
    m_ahead = 700'000;
    auto facts = haiyan();
    facts.orders->first().status = u"已退款"_s;
    facts.tickets->first().id = {u"T-2"_s};
    m_source->says = facts;
    QVERIFY(wish());
    QCOMPARE(customer().orders.value(0).status, u"已退款"_s);
    const auto tickets = ticketsOf(*state(), {u"c-1"_s});
    QCOMPARE(tickets.size(), 1);
    QCOMPARE(tickets.first().id.value, u"T-2"_s);
}

void TestCustomerKeeper::nobodyIsRemembered()
{
    say(u"退款什么时候到？"_s);
    QTRY_VERIFY(member().askedAt.isSet());
    QCOMPARE(member().problem, SystemProblem::None);
    claim();
    QCOMPARE(m_source->asked.size(), 1);
    // Who is known later is linked, and the mark of not being known goes.
    m_source->says = haiyan();
    QCOMPARE(wish()->customer.value, u"c-1"_s);
    QCOMPARE(member().customer.value, u"c-1"_s);
    QVERIFY(!member().askedAt.isSet());
    // And who is known no more is not shown with somebody's orders.
    m_ahead = 700'000;
    m_source->says = std::nullopt;
    QVERIFY(wish()->customer.isEmpty());
    QVERIFY(member().customer.isEmpty());
}

void TestCustomerKeeper::takingOverLooksAgain()
{
    whoAsksIsLookedUp();
    m_ahead = 700'000;
    claim();
    QTRY_COMPARE(m_source->asked.size(), 2);
}

void TestCustomerKeeper::whileDownNobodyElseIsAsked()
{
    m_source->says = trouble(SystemProblem::TimedOut, u"no answer within 5 s"_s);
    say(u"退款什么时候到？"_s);
    QTRY_COMPARE(health().state, ConnectorState::Down);
    m_source->holds = true;
    say(u"我的荔枝坏了能赔吗？"_s, u"wang"_s);
    say(u"优惠券能叠加用吗？"_s, u"leo"_s);
    // Only one at a time tries whether it is there again.
    QTRY_COMPARE(m_source->waiting.size(), 1);
    QTRY_COMPARE(count<TopicOpened>(), 3);
    settle();
    QCOMPARE(m_source->waiting.size(), 1);
    m_source->says = haiyan();
    m_source->holds = false;
    m_source->answer();
    QTRY_COMPARE(health().state, ConnectorState::Connected);
    QTRY_COMPARE(member(u"wang"_s).customer.value, u"c-1"_s);
    QTRY_COMPARE(member(u"leo"_s).customer.value, u"c-1"_s);
    QTRY_COMPARE(member().customer.value, u"c-1"_s);
}

void TestCustomerKeeper::downIsTold()
{
    whoAsksIsLookedUp();
    m_ahead = 700'000;
    m_source->says = trouble(SystemProblem::Refused, u"it refused our access (401)"_s);
    const auto refused = wish();
    QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
    QCOMPARE(refused.error().data.value(u"problem"_s).toString(), u"refused"_s);
    QTRY_COMPARE(health().state, ConnectorState::Down);
    const auto since = health().since;
    QVERIFY(since.isSet());
    QCOMPARE(health().problem, SystemProblem::Refused);
    QVERIFY(health().detail.contains(u"401"_s));
    QCOMPARE(customer().name, u"李海燕"_s);
    // Another reason is told, and since when it is down stays; tries that end alike tell nothing.
    m_source->says = trouble(SystemProblem::Failed, u"it answered 500"_s);
    QTRY_COMPARE(health().problem, SystemProblem::Failed);
    QCOMPARE(health().since, since);
    const auto told = count<ConnectorChanged>();
    const auto asked = m_source->asked.size();
    QTRY_VERIFY(m_source->asked.size() > asked + 3);
    QCOMPARE(count<ConnectorChanged>(), told);
    m_source->says = haiyan();
    QTRY_COMPARE(health().state, ConnectorState::Connected);
    QVERIFY(!health().since.isSet() && health().detail.isEmpty());
}

void TestCustomerKeeper::uselessAnswersAreTheirOwn()
{
    m_source->says = trouble(SystemProblem::Unreadable, u"the answer is no JSON"_s);
    say(u"退款什么时候到？"_s);
    QTRY_COMPARE(member().problem, SystemProblem::Unreadable);
    QTRY_COMPARE(health().state, ConnectorState::Connected);
    m_source->says = haiyan();
    QVERIFY(wish());
    QCOMPARE(member().problem, SystemProblem::None);
    m_ahead = 700'000;
    m_source->says = trouble(SystemProblem::TooLarge, u"larger than 512 KiB"_s);
    QCOMPARE(wish().error().kind, ErrorKind::Unavailable);
    QCOMPARE(customer().problem, SystemProblem::TooLarge);
    QCOMPARE(customer().name, u"李海燕"_s);
}

void TestCustomerKeeper::partsThatFailKeepTheOld()
{
    whoAsksIsLookedUp();
    m_ahead = 700'000;
    auto facts = haiyan();
    facts.customer.name = u"李海燕（新）"_s;
    facts.orders.reset();
    facts.tickets.reset();
    facts.trouble = {SystemProblem::Unreadable, u"no list"_s};
    m_source->says = facts;
    QVERIFY(wish());
    QCOMPARE(customer().name, u"李海燕（新）"_s);
    QCOMPARE(customer().orders.size(), 1);
    QCOMPARE(customer().problem, SystemProblem::Unreadable);
    QCOMPARE(ticketsOf(*state(), {u"c-1"_s}).size(), 1);
}

void TestCustomerKeeper::wishes()
{
    whoAsksIsLookedUp();
    // At once again: as it is.
    QCOMPARE(wish()->customer.value, u"c-1"_s);
    QCOMPARE(m_source->asked.size(), 1);
    m_ahead = 10'000;
    QVERIFY(wish());
    QVERIFY(m_source->asked.constLast().hurry);
    // Who wished it stays on the record.
    QCOMPARE(count<CustomerChecked>(), 1);
    const auto last = std::ranges::find_last_if(m_events, [](const Event &event) {
        return std::holds_alternative<CustomerChecked>(event.data);
    }).begin();
    QCOMPARE(std::get<CustomerChecked>(last->data).by.value, u"u-lin"_s);
}

void TestCustomerKeeper::wishesOfTwoAreOneQuestion()
{
    m_source->says = haiyan();
    m_source->holds = true;
    say(u"退款什么时候到？"_s);
    QTRY_COMPARE(m_source->asked.size(), 1);
    int told = 0;
    auto gone = std::make_unique<QObject>();
    for (auto *context : {static_cast<QObject *>(this), static_cast<QObject *>(this), gone.get()}) {
        m_keeper->refresh({{u"wx/g"_s}, {u"wx/haiyan"_s}, {}, {}}, lin(), context,
                          [&](const Result<RefreshCustomerResult> &result) { told += bool(result); });
    }
    QVERIFY(state());
    gone.reset();
    m_source->answer();
    QTRY_COMPARE(told, 2);
    QCOMPARE(m_source->asked.size(), 1);
}

void TestCustomerKeeper::notTooManyWishes()
{
    whoAsksIsLookedUp();
    // From the beginning of a minute, so that they are all in one.
    m_ahead = 60'000 - systemClock().wall() % 60'000;
    const auto number = u"13812347731"_s;
    for (int i = 0; i < 30; ++i)
        QVERIFY(wish(number));
    QCOMPARE(wish(number).error().kind, ErrorKind::RateLimited);
    QVERIFY(wish());   // what is known anyway is no question
    m_ahead += 60'000;
    QVERIFY(wish(number));
}

void TestCustomerKeeper::byPhone()
{
    say(u"退款什么时候到？"_s);
    QTRY_VERIFY(member().askedAt.isSet());
    QVERIFY(wish(u"13812347731"_s)->customer.isEmpty());
    m_source->says = haiyan();
    QCOMPARE(wish(u"13812347731"_s)->customer.value, u"c-1"_s);
    QCOMPARE(m_source->asked.constLast().phone, u"13812347731"_s);
    QCOMPARE(member().customer.value, u"c-1"_s);
    // A wrong number takes nothing away.
    m_source->says = std::nullopt;
    QVERIFY(wish(u"13800000000"_s)->customer.isEmpty());
    QCOMPARE(member().customer.value, u"c-1"_s);
    QVERIFY(wish({}, u"c-404"_s)->customer.isEmpty());
    QCOMPARE(member().customer.value, u"c-1"_s);
    m_source->phones = false;
    QCOMPARE(wish(u"13812347731"_s).error().kind, ErrorKind::InvalidParams);
    // The number is nowhere in the ledger.
    cleanup();
    QFile ledger(m_dir->filePath(u"ledger.db"_s));
    QVERIFY(ledger.open(QFile::ReadOnly));
    const auto bytes = ledger.readAll();
    QVERIFY(bytes.contains("c-1"));
    QVERIFY(!bytes.contains("13812347731"));
}

void TestCustomerKeeper::staffIsNobodysCustomer()
{
    say(u"退款什么时候到？"_s, u"boss"_s, MemberRole::Staff);
    say(u"退款什么时候到？"_s);
    QTRY_COMPARE(m_source->asked.size(), 1);
    settle();
    QCOMPARE(m_source->asked.size(), 1);
    QCOMPARE(m_source->asked.first().member.value, u"wx/haiyan"_s);
}

void TestCustomerKeeper::erasedStaysErased()
{
    whoAsksIsLookedUp();
    m_ahead = 700'000;
    m_source->holds = true;
    bool told = false;
    m_keeper->refresh({{u"wx/g"_s}, {u"wx/haiyan"_s}, {}, {}}, lin(), this,
                      [&](const Result<RefreshCustomerResult> &) { told = true; });
    QTRY_COMPARE(m_source->asked.size(), 2);
    const auto topic = state()->topics.cbegin().value();
    m_engine->record({{topic.group, topic.id, TopicStateChanged{TopicState::Resolved, {}, {}, {}}}});
    User admin = lin();
    admin.role = Role::Admin;
    std::optional<Result<qint64>> erased;
    m_engine->submit(admin, {{u"e"_s}, EraseData{u"c-1"_s}}, "h", this,
                     [&](const Result<qint64> &result) { erased = result; });
    QTRY_VERIFY(erased);
    QVERIFY2(*erased, qPrintable(erased->error().message));
    m_source->answer();
    QTRY_VERIFY(told);
    QVERIFY(!state()->customers.contains({u"c-1"_s}));
    QVERIFY(state()->tickets.isEmpty());
    cleanup();
    QFile ledger(m_dir->filePath(u"ledger.db"_s));
    QVERIFY(ledger.open(QFile::ReadOnly));
    QVERIFY(!ledger.readAll().contains(u"催办"_s.toUtf8()));
}

void TestCustomerKeeper::openTopicsAtTheStart()
{
    say(u"退款什么时候到？"_s);
    QTRY_VERIFY(member().askedAt.isSet());
    open(false);
    m_ahead = 700'000;
    m_source->says = haiyan();
    m_keeper->start();
    QTRY_COMPARE(member().customer.value, u"c-1"_s);
}

void TestCustomerKeeper::noSystemAnyMore()
{
    whoAsksIsLookedUp();
    m_keeper.reset();
    noteNoCustomerSystem(*m_engine, *state());
    QCOMPARE(health().state, ConnectorState::Replaced);
}

QTEST_GUILESS_MAIN(TestCustomerKeeper)
#include "tst_customerkeeper.moc"
