// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/decider.h"
#include "app/backend/engine/clock.h"
#include "app/backend/engine/engine.h"
#include "app/backend/ledger/sqliteledger.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 startMs = 1'700'000'000'000;

struct Sent
{
    GroupId group;
    QString text;
    qint64 at = 0;
};

/** An engine whose rounds and time are the test's, and a platform that can go away. */
class Outage
{
public:
    explicit Outage(const QString &folder, const Policy &policy, int groups = 1)
    {
        SqliteLedgerOptions options;
        options.folder = folder;
        auto ledger = SqliteLedger::open(options);
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().message));
        const ClockSource clock{[this] { return now; }, [this] { return now; }};
        engine = std::make_unique<Engine>(std::move(*ledger), std::make_unique<Decider>(), nullptr,
                                          clock);
        QObject::connect(engine.get(), &Engine::sendReady, engine.get(),
                         [this](const SendOrder &order) { send(order.message); });
        QObject::connect(engine.get(), &Engine::committed, engine.get(), [this](const EventList &list) {
            for (const auto &event : *list) {
                if (std::holds_alternative<MessageDelayed>(event.data))
                    ++delays;
            }
        });
        if (const auto started = engine->startStepped(); !started)
            qFatal("%s", qPrintable(started.error().message));
        QList<NewEvent> world{{{}, {}, PolicyChanged{policy, {}, {}}}};
        for (int i = 0; i < groups; ++i)
            world.append({idOf(i), {}, GroupChanged{{idOf(i), u"群"_s, u"ch"_s, GroupKind::External,
                                                     BotMode::Auto, 100, {}}}});
        engine->record(world);
        engine->step();
    }

    static GroupId idOf(int group) { return {u"ch/g%1"_s.arg(group)}; }

    void connect(ConnectorState state)
    {
        engine->takeIn(Connector{u"ch"_s, u"onebot11"_s, u"bot"_s, state, {}});
        settle();
    }

    /** A text of a person, planned for that time. */
    void queue(int group, const QString &text, qint64 plannedMs = 0)
    {
        MessageQueued queued;
        queued.message = {u"m-%1"_s.arg(text)};
        queued.author = {AuthorKind::Agent, u"u-lin"_s, u"林悦"_s};
        queued.text = text;
        queued.notBefore = {plannedMs};
        engine->record({{idOf(group), {}, queued}});
        settle();
    }

    /** A text of the bot that answers nobody. */
    void queueNotice(int group, const QString &text)
    {
        MessageQueued queued;
        queued.message = {u"m-%1"_s.arg(text)};
        queued.author = {AuthorKind::Bot, {}, u"小禾"_s};
        queued.text = text;
        engine->record({{idOf(group), {}, queued}});
        settle();
    }

    void pass(qint64 seconds)
    {
        const auto end = now + seconds * 1000;
        for (int rounds = 0; rounds < 10'000; ++rounds) {
            const auto due = engine->nextDue();
            if (!due.isSet() || due.ms > end)
                break;
            now = std::max(now + 1, due.ms);
            settle();
        }
        now = std::max(now, end);
        settle();
    }

    Instant etaOf(int group, const QString &text)
    {
        Instant eta;
        engine->state(engine.get(), [&](const StatePtr &state) {
            const auto message = findMessage(*state, idOf(group), {u"m-%1"_s.arg(text)});
            eta = message ? message->notBefore : Instant{};
        });
        settle();
        QCoreApplication::processEvents();
        return eta;
    }

    qint64 now = startMs;
    std::unique_ptr<Engine> engine;
    QList<Sent> sent;
    int delays = 0;

private:
    void send(const OutboundMessage &message)
    {
        sent.append({{u"ch/"_s + message.chat}, message.text, now});
        m_outcomes.append({message.id, SendOutcome::Kind::Sent, message.text, {}, 0, false});
    }

    /** Rounds until nothing more happens at this time. */
    void settle()
    {
        engine->step();
        while (!m_outcomes.isEmpty()) {
            const auto outcomes = std::exchange(m_outcomes, {});
            for (const auto &outcome : outcomes)
                engine->takeIn(outcome);
            engine->step();
        }
    }

    QList<SendOutcome> m_outcomes;
};

/** The most texts in any span of that length, of one group or of all. */
int mostWithin(const QList<Sent> &sent, qint64 spanMs, const GroupId &group = {})
{
    int most = 0;
    for (const auto &first : sent) {
        int count = 0;
        for (const auto &one : sent) {
            const bool counts = group.isEmpty() || one.group == group;
            count += counts && one.at >= first.at && one.at < first.at + spanMs ? 1 : 0;
        }
        most = std::max(most, count);
    }
    return most;
}

Policy policyWith(int perMinute, int accountPerMinute = 0)
{
    Policy policy;
    policy.version = 1;
    policy.budgetPerMinute = perMinute;
    policy.accountPerMinute = accountPerMinute;
    return policy;
}

} // namespace

class TestOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitedIsSpread();
    void peopleSeeWhenItGoes();
    void whatWasPlannedAfterTheOutageIsSpreadToo();
    void anAccountIsSpreadOverItsGroups();
    void aNoticeKeepsQuietHoursThatBeganMeanwhile();
    void withoutAnOutageNothingIsDelayed();
    void randomOutages();
};

void TestOutage::whatWaitedIsSpread()
{
    QTemporaryDir folder;
    Outage desk(folder.path(), policyWith(5));
    for (int i = 0; i < 12; ++i)
        desk.queue(0, QString::number(i), desk.now + (i / 5) * 60'000);
    desk.pass(600);
    QVERIFY(desk.sent.isEmpty());
    const auto back = desk.now;
    desk.connect(ConnectorState::Connected);
    QCOMPARE(desk.sent.size(), 5);
    desk.pass(600);
    QCOMPARE(desk.sent.size(), 12);
    QCOMPARE(mostWithin(desk.sent, 60'000), 5);
    for (int i = 0; i < 12; ++i)
        QCOMPARE(desk.sent[i].text, QString::number(i));
    QVERIFY2(desk.sent.last().at < back + 121'000, "no later than it must");
}

void TestOutage::peopleSeeWhenItGoes()
{
    QTemporaryDir folder;
    Outage desk(folder.path(), policyWith(5));
    for (int i = 0; i < 12; ++i)
        desk.queue(0, QString::number(i));
    desk.pass(3600);
    desk.connect(ConnectorState::Connected);
    QMap<QString, Instant> said;
    for (int i = 5; i < 12; ++i)
        said.insert(QString::number(i), desk.etaOf(0, QString::number(i)));
    desk.pass(600);
    QCOMPARE(desk.sent.size(), 12);
    for (const auto &one : std::as_const(desk.sent)) {
        const auto eta = said.value(one.text);
        if (eta.isSet())
            QVERIFY2(std::abs(one.at - eta.ms) < 1000, qPrintable(one.text));
    }
    QCOMPARE(said.size(), 7);
    QVERIFY(said.value(u"11"_s).isSet());
}

/** The platform comes back in the middle of what was planned. */
void TestOutage::whatWasPlannedAfterTheOutageIsSpreadToo()
{
    QTemporaryDir folder;
    Outage desk(folder.path(), policyWith(5));
    for (int i = 0; i < 20; ++i)
        desk.queue(0, QString::number(i), desk.now + (i / 5) * 60'000);
    desk.pass(115);
    desk.connect(ConnectorState::Connected);
    desk.pass(900);
    QCOMPARE(desk.sent.size(), 20);
    QCOMPARE(mostWithin(desk.sent, 60'000), 5);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(desk.sent[i].text, QString::number(i));
}

void TestOutage::anAccountIsSpreadOverItsGroups()
{
    QTemporaryDir folder;
    Outage desk(folder.path(), policyWith(30, 8), 6);
    for (int i = 0; i < 30; ++i)
        desk.queue(i % 6, QString::number(i));
    desk.pass(900);
    desk.connect(ConnectorState::Connected);
    desk.pass(900);
    QCOMPARE(desk.sent.size(), 30);
    QCOMPARE(mostWithin(desk.sent, 60'000), 8);
    QVERIFY2(desk.delays < 120, qPrintable(QString::number(desk.delays)));
}

void TestOutage::aNoticeKeepsQuietHoursThatBeganMeanwhile()
{
    QTemporaryDir folder;
    auto policy = policyWith(30);
    const auto minute = int((startMs / 60'000 + 480) % 1440);
    policy.quiet = {(minute + 10) % 1440, (minute + 70) % 1440, 480, false};
    Outage desk(folder.path(), policy);
    desk.queueNotice(0, u"n"_s);
    desk.queue(0, u"a"_s);
    desk.pass(1200);
    desk.connect(ConnectorState::Connected);
    QCOMPARE(desk.sent.size(), 1);
    QCOMPARE(desk.sent[0].text, u"a"_s);
    desk.pass(7200);
    QCOMPARE(desk.sent.size(), 2);
    QCOMPARE(quietUntil(policy.quiet, {desk.sent[1].at}), Instant{desk.sent[1].at});
}

void TestOutage::withoutAnOutageNothingIsDelayed()
{
    QTemporaryDir folder;
    Outage desk(folder.path(), policyWith(5));
    desk.connect(ConnectorState::Connected);
    for (int i = 0; i < 4; ++i) {
        desk.queue(0, QString::number(i));
        desk.pass(1);
    }
    QCOMPARE(desk.sent.size(), 4);
    QCOMPARE(desk.delays, 0);
}

void TestOutage::randomOutages()
{
    const auto given = qEnvironmentVariableIntValue("QUNTAI_SEED");
    const auto seed = given != 0 ? quint32(given)
                                 : QRandomGenerator::global()->generate() % 1'000'000 + 1;
    qInfo("QUNTAI_SEED=%u", seed);
    for (quint32 run = 0; run < 10; ++run) {
        QRandomGenerator dice(seed + run);
        QTemporaryDir folder;
        const int perMinute = 2 + int(dice.bounded(4U));
        const int account = perMinute + int(dice.bounded(5U));
        Outage desk(folder.path(), policyWith(perMinute, account), 3);
        int count = 0;
        for (int step = 0; step < 40; ++step) {
            switch (dice.bounded(5U)) {
            case 0:
                desk.connect(ConnectorState::Connected);
                break;
            case 1:
                desk.connect(ConnectorState::Down);
                break;
            case 2:
                desk.pass(dice.bounded(100U));
                break;
            default:
                if (count < 45)
                    desk.queue(int(dice.bounded(3U)), QString::number(count++),
                               desk.now + dice.bounded(60'000U));
            }
        }
        desk.connect(ConnectorState::Connected);
        desk.pass(7200);
        const auto what = u"seed %1: %2 of %3 sent, %4 and %5 a minute of %6 and %7"_s.arg(seed + run)
                              .arg(desk.sent.size()).arg(count)
                              .arg(mostWithin(desk.sent, 59'000, Outage::idOf(0)))
                              .arg(mostWithin(desk.sent, 59'000)).arg(perMinute).arg(account);
        QVERIFY2(desk.sent.size() == count, qPrintable(what));
        QVERIFY2(mostWithin(desk.sent, 59'000) <= account, qPrintable(what));
        for (int group = 0; group < 3; ++group)
            QVERIFY2(mostWithin(desk.sent, 59'000, Outage::idOf(group)) <= perMinute,
                     qPrintable(what));
    }
}

QTEST_GUILESS_MAIN(TestOutage)
#include "tst_outage.moc"
