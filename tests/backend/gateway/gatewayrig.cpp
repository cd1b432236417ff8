// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/gatewayrig.h"

#include "app/backend/decide/decider.h"
#include "app/backend/ledger/sqliteledger.h"
#include "app/backend/ledger/sqliteledgerreader.h"

#include <QJsonDocument>
#include <QTest>

namespace quntai {

using namespace Qt::StringLiterals;

QJsonObject objectOf(const Result<QByteArray> &answer)
{
    return QJsonDocument::fromJson(answer.value_or("{}")).object();
}

NewEvent said(const QString &group, const QString &text)
{
    static int count = 0;
    MessageReceived data;
    data.message = {u"m-x-%1"_s.arg(++count)};
    data.platformId = u"x%1"_s.arg(count);
    data.author = {AuthorKind::Member, u"w/someone"_s, u"某人"_s};
    data.text = text;
    return {{group}, {}, data};
}

GatewayRig::GatewayRig(GatewayOptions options, ClockSource clock)
{
    SqliteLedgerOptions ledgerOptions;
    ledgerOptions.folder = dir.filePath(u"data"_s);
    ledgerOptions.synchronous = DatabaseOptions::Synchronous::Normal;  // no power is cut here
    auto ledger = SqliteLedger::open(ledgerOptions);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().message));
    auto store = AccountStore::open(dir.filePath(u"data/accounts.db"_s));
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    accounts = std::move(*store);
    engine = std::make_unique<Engine>(std::move(*ledger), std::make_unique<Decider>(), nullptr,
                                      std::move(clock));
    QObject::connect(engine.get(), &Engine::committed, engine.get(),
                     [this](const EventList &events) { committed.append(*events); });
    if (const auto started = engine->start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    options.dataFolder = dir.filePath(u"data"_s);
    if (options.blobFolder.isEmpty())
        options.blobFolder = dir.filePath(u"data/blobs"_s);
    m_options = std::move(options);
    startGateway();
}

void GatewayRig::startGateway()
{
    gateway = std::make_unique<Gateway>(*engine, Gateway::Readers{openReader(), openReader()}, *accounts, m_options);
    bool ready = false;
    QObject::connect(gateway.get(), &Gateway::ready, gateway.get(), [&] { ready = true; });
    if (const auto started = gateway->start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    if (!QTest::qWaitFor([&] { return ready; }))
        qFatal("The gateway did not become ready");
}

void GatewayRig::restart(const std::function<void()> &between)
{
    gateway.reset();
    between();
    startGateway();
}

std::unique_ptr<GatewayRig> GatewayRig::withPeople(const GatewayOptions &options)
{
    auto rig = std::make_unique<GatewayRig>(options);
    const bool peopled = rig->addGroup(u"w/a"_s) && rig->addGroup(u"w/b"_s)
        && rig->addUser(u"u-agent"_s, Role::Agent, {{u"w/a"_s}})
        && rig->addUser(u"u-boss"_s, Role::Supervisor) && rig->addUser(u"u-admin"_s, Role::Admin);
    if (!peopled)
        qFatal("The gateway did not take in groups and people");
    return rig;
}

std::unique_ptr<TestConsole> GatewayRig::signedIn(const QString &user)
{
    auto console = std::make_unique<TestConsole>(gateway->port());
    if (!console->signIn(token(user)))
        qWarning("%s cannot sign in", qPrintable(user));
    return console;
}

GatewayRig::~GatewayRig()
{
    gateway.reset();
    engine.reset();
}

std::unique_ptr<LedgerReader> GatewayRig::openReader() const
{
    auto reader = SqliteLedgerReader::open(dir.filePath(u"data"_s));
    if (!reader)
        qFatal("%s", qPrintable(reader.error().message));
    return std::move(*reader);
}

bool GatewayRig::addUser(const QString &id, Role role, const QList<GroupId> &groups)
{
    User user;
    user.id = {id};
    user.name = u"名"_s + id;
    user.role = role;
    user.groups = groups;
    return waitForUser(user);
}

bool GatewayRig::waitForUser(const User &user)
{
    record({{{}, {}, UserChanged{user, {}}}});
    return QTest::qWaitFor([&] {
        return std::ranges::any_of(committed, [&](const Event &event) {
            const auto *changed = std::get_if<UserChanged>(&event.data);
            return changed && changed->user == user;
        });
    });
}

bool GatewayRig::addGroup(const QString &id)
{
    Group group;
    group.id = {id};
    group.name = u"群 "_s + id;
    group.channel = u"w"_s;
    record({{group.id, {}, GroupChanged{group}}});
    return QTest::qWaitFor([&] {
        return std::ranges::any_of(committed,
                                   [&](const Event &event) { return event.group == group.id; });
    });
}

QString GatewayRig::token(const QString &user)
{
    return accounts->issue({user}).value_or(IssuedTokens{}).access;
}

QList<StoredEvent> GatewayRig::stored(const QString &stream, qint64 after)
{
    const auto reader = openReader();
    QList<StoredEvent> all;
    for (;;) {
        const auto page = reader->read(stream, all.isEmpty() ? after : all.constLast().seq, 1000,
                                       1 << 30);
        if (!page || page->isEmpty())
            return all;
        all.append(*page);
    }
}

} // namespace quntai
