// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/decider.h"
#include "app/backend/engine/clock.h"
#include "app/backend/engine/engine.h"
#include "app/backend/ledger/sqliteledger.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

/** So many that no table of hashes has them in the order of their ids by chance. */
constexpr int many = 64;

QString numbered(const QString &what, int number)
{
    return what.arg(number, 2, 10, QChar(u'0'));
}

GroupId groupOf(int number)
{
    return {numbered(u"ch/g%1"_s, number)};
}

QStringList allGroups()
{
    QStringList ids;
    for (int i = 0; i < many; ++i)
        ids.append(groupOf(i).value);
    return ids;
}

std::unique_ptr<SqliteLedger> ledgerIn(const QString &folder)
{
    SqliteLedgerOptions options;
    options.folder = folder;
    auto ledger = SqliteLedger::open(options);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().message));
    return std::move(*ledger);
}

/** An engine whose rounds and time are the test's, with many groups. */
class Office
{
public:
    explicit Office(const QString &folder)
    {
        const ClockSource clock{[this] { return now; }, [this] { return now; }};
        engine = std::make_unique<Engine>(ledgerIn(folder), std::make_unique<Decider>(), nullptr,
                                          clock);
        QObject::connect(engine.get(), &Engine::sendReady, engine.get(),
                         [this](const SendOrder &order) {
                             sent.append(u"ch/"_s + order.message.chat);
                         });
        QObject::connect(engine.get(), &Engine::committed, engine.get(),
                         [this](const EventList &list) { events.append(*list); });
        if (const auto started = engine->startStepped(); !started)
            qFatal("%s", qPrintable(started.error().message));
    }

    /** Backwards, so that the order of arrival is not that of the ids either. */
    void record(const std::function<NewEvent(int)> &make)
    {
        QList<NewEvent> made;
        for (int i = many - 1; i >= 0; --i)
            made.append(make(i));
        engine->record(made);
        engine->step();
    }
    void openGroups()
    {
        record([](int i) {
            return NewEvent{groupOf(i), {}, GroupChanged{{groupOf(i), u"群"_s, u"ch"_s,
                                                          GroupKind::External, BotMode::Auto, 100, {}}}};
        });
    }

    template <class Data>
    QStringList groupsOf() const
    {
        QStringList groups;
        for (const auto &event : events) {
            if (std::holds_alternative<Data>(event.data))
                groups.append(event.group.value);
        }
        return groups;
    }

    qint64 now = 1'700'000'000'000;
    std::unique_ptr<Engine> engine;
    QList<Event> events;
    QStringList sent;
};

} // namespace

/** What happens in many groups at once happens in the order of their ids, so that the same work
 * always makes the same ledger. */
class TestGroupOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitingTextsGoInOrder()
    {
        QTemporaryDir folder;
        Office office(folder.path());
        office.openGroups();
        office.record([](int i) {
            MessageQueued queued;
            queued.message = {numbered(u"m-%1"_s, i)};
            queued.author = {AuthorKind::Agent, u"u-lin"_s, u"林悦"_s};
            queued.text = u"好的"_s;
            return NewEvent{groupOf(i), {}, queued};
        });
        office.now += 600'000;
        office.engine->takeIn(Connector{u"ch"_s, u"onebot11"_s, u"bot"_s, ConnectorState::Connected, {}});
        office.engine->step();
        QCOMPARE(office.sent, allGroups());
        QCOMPARE(office.groupsOf<MessageDelayed>(), allGroups());
    }

    void picturesThatNeverCameAreGivenUpInOrder()
    {
        QTemporaryDir folder;
        {
            Office office(folder.path());
            office.openGroups();
            office.record([](int i) {
                MessageReceived received;
                received.message = {numbered(u"m-%1"_s, i)};
                received.platformId = received.message.value;
                received.author = {AuthorKind::Member, u"ch/wang"_s, u"王阿姨"_s};
                received.kind = MessageKind::Image;
                received.attachments = {{MessageKind::Image, u"a.png"_s, {}, 5, {}, {}}};
                return NewEvent{groupOf(i), {}, received};
            });
        }
        Office(folder.path()).engine->step();
        const auto stored = ledgerIn(folder.path())->read(u"p0"_s, 0, 10'000, 1 << 26);
        QVERIFY(stored);
        QStringList groups;
        for (const auto &event : *stored) {
            if (event.type == MessageAttached::type)
                groups.append(event.group.value);
        }
        QCOMPARE(groups, allGroups());
    }
};

QTEST_GUILESS_MAIN(TestGroupOrder)
#include "tst_grouporder.moc"
