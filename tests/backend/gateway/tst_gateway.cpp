// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/gateway/testconsole.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

Credentials withPassword(const QString &user, const QString &password)
{
    return {AuthScheme::Password, {}, user, password};
}

Credentials withToken(const QString &token)
{
    return {AuthScheme::Bearer, token, {}, {}};
}

} // namespace

class TestGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signsInWithPassword();
    void refusesWrongSignIns();
    void oneTimeTokenSignsInOnce();
    void refreshedTokensSignIn();
    void nothingBeforeSignIn();
    void silentSocketsAreClosed();
    void tooLargeBeforeSignIn();
    void tooManyBeforeSignIn();
    void tooManySocketsOfOneAddress();
    void originsAndSubprotocols();
    void twentyBadMessagesClose();
    void wrongAcknowledgementCloses();
    void sameSessionReplacesTheOlder();
    void snapshotThenEvents();
    void binaryMessagesAreTaken();
    void positionAheadIsAnError();
    void commandsAreCheckedAndRun();
    void passwordOfAUserIsNotInTheLedger();
    void aBadPasswordMakesNoAccount();
    void otherGroupsStayUnseen();
    void roleChangeActsAtOnce();
    void disabledUserIsThrownOut();
    void whispersReachTheirOwn();
    void presenceFollowsConnections();

private:
    void start(const GatewayOptions &options = {});

    std::unique_ptr<GatewayRig> m_rig;
};

void TestGateway::init()
{
    start();
}

void TestGateway::start(const GatewayOptions &options)
{
    m_rig.reset();
    m_rig = GatewayRig::withPeople(options);
}

void TestGateway::cleanup()
{
    m_rig.reset();
}

void TestGateway::signsInWithPassword()
{
    QVERIFY(m_rig->accounts->setPasswordNow({u"u-agent"_s}, u"correct horse"_s));
    for (const auto &name : {u"u-agent"_s, u"名u-agent"_s}) {
        TestConsole console(m_rig->gateway->port());
        QVERIFY(console.connectTo());
        QCOMPARE(console.socket.subprotocol(), u"quntai.v1"_s);
        const auto result = objectOf(console.hello(withPassword(name, u"correct horse"_s)));
        QCOMPARE(result[u"user"][u"id"].toString(), u"u-agent"_s);
        QCOMPARE(result[u"user"][u"role"].toString(), u"agent"_s);
        QCOMPARE(result[u"limits"][u"messageBytes"].toInt(), 262144);
        QVERIFY(result[u"rights"].toArray().contains(u"topic.claim"_s));
        QVERIFY(!result[u"rights"].toArray().contains(u"user.put"_s));
        const auto access = result[u"token"][u"access"].toString();
        TestConsole again(m_rig->gateway->port());
        QVERIFY(again.signIn(access));
    }
}

void TestGateway::refusesWrongSignIns()
{
    QVERIFY(m_rig->accounts->setPasswordNow({u"u-agent"_s}, u"correct horse"_s));
    for (const auto &auth : {withPassword(u"u-agent"_s, u"wrong"_s), withPassword(u"x"_s, u"y"_s),
                             withToken(u"made up"_s), withToken({})}) {
        TestConsole console(m_rig->gateway->port());
        QVERIFY(console.connectTo());
        const auto refused = console.hello(auth);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unauthenticated);
        QVERIFY(console.waitForClose());
        QCOMPARE(console.closeCode(), 4401);
    }
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    QCOMPARE(console.call(u"session.hello"_s,
                          R"({"versions":[2],"client":{"name":"x"},"auth":{"scheme":"bearer"}})")
                 .error().kind,
             ErrorKind::InvalidParams);
    QVERIFY(console.waitForClose());
    QCOMPARE(console.closeCode(), 4400);
}

void TestGateway::oneTimeTokenSignsInOnce()
{
    const auto token = m_rig->accounts->makeOneTimeToken({u"u-admin"_s});
    TestConsole first(m_rig->gateway->port());
    QVERIFY(first.signIn(token));
    TestConsole second(m_rig->gateway->port());
    QVERIFY(!second.signIn(token));
}

void TestGateway::refreshedTokensSignIn()
{
    const auto issued = m_rig->accounts->issue({u"u-agent"_s});
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    const auto fresh = objectOf(console.call(u"session.refresh"_s, RefreshParams{issued->refresh}));
    QVERIFY(console.hello(withToken(fresh[u"access"].toString())));
    // The same one again was stolen: everybody of this sign-in has to leave.
    TestConsole thief(m_rig->gateway->port());
    QVERIFY(thief.connectTo());
    QCOMPARE(thief.call(u"session.refresh"_s, RefreshParams{issued->refresh}).error().kind,
             ErrorKind::Unauthenticated);
    QVERIFY(console.waitForClose());
    QCOMPARE(console.closeCode(), 4401);
}

void TestGateway::nothingBeforeSignIn()
{
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    QVERIFY(console.call(u"session.ping"_s));
    for (const auto &method : {u"feed.open"_s, u"policy.get"_s, u"topic.claim"_s, u"x"_s})
        QCOMPARE(console.call(method).error().kind, ErrorKind::Unauthenticated);
}

void TestGateway::silentSocketsAreClosed()
{
    GatewayOptions options;
    options.helloMs = 300;
    start(options);
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    QVERIFY(console.waitForClose());
    QCOMPARE(console.closeCode(), 4401);
    QTcpSocket raw;  // says nothing at all
    raw.connectToHost(QHostAddress::LocalHost, m_rig->gateway->port());
    QTRY_COMPARE(raw.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(raw.state(), QAbstractSocket::UnconnectedState);
}

void TestGateway::tooLargeBeforeSignIn()
{
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    console.socket.sendTextMessage(QString(5000, u'x'));
    QVERIFY(console.waitForClose());
    QCOMPARE(console.closeCode(), 1009);
}

void TestGateway::tooManyBeforeSignIn()
{
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    for (int i = 0; i < 15; ++i)
        console.socket.sendTextMessage(u"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"session.ping\"}"_s);
    QVERIFY(console.waitForClose());
    QCOMPARE(console.closeCode(), 4429);
}

void TestGateway::tooManySocketsOfOneAddress()
{
    GatewayOptions patient;
    patient.helloMs = 60000;
    start(patient);
    std::vector<std::unique_ptr<TestConsole>> consoles;
    for (int i = 0; i < 20; ++i) {
        consoles.push_back(std::make_unique<TestConsole>(m_rig->gateway->port()));
        QVERIFY(consoles.back()->connectTo());
    }
    TestConsole late(m_rig->gateway->port());
    QVERIFY(!late.connectTo());
    // A place is free again once one of them has signed in.
    QVERIFY(consoles.front()->hello(withToken(m_rig->token(u"u-boss"_s))));
    TestConsole later(m_rig->gateway->port());
    QVERIFY(later.connectTo());
}

void TestGateway::originsAndSubprotocols()
{
    GatewayOptions options;
    options.origins = {u"https://desk.example"_s};
    start(options);
    TestConsole evil(m_rig->gateway->port());
    QVERIFY(!evil.connectTo("https://evil.example"));
    TestConsole null(m_rig->gateway->port());
    QVERIFY(!null.connectTo("null"));
    TestConsole known(m_rig->gateway->port());
    QVERIFY(known.connectTo("https://desk.example"));
    TestConsole stranger(m_rig->gateway->port());
    QVERIFY(!stranger.connectTo({}, u"chat.v9"_s));
}

void TestGateway::twentyBadMessagesClose()
{
    const auto console = m_rig->signedIn(u"u-agent"_s);
    for (int i = 0; i < 19; ++i)
        QCOMPARE(console->call(u"topic.explode"_s).error().kind, ErrorKind::UnknownMethod);
    QVERIFY(console->call(u"session.ping"_s));  // a good one in between forgives
    for (int i = 0; i < 19; ++i)
        QVERIFY(!console->call(u"topic.claim"_s));
    console->socket.sendTextMessage(u"not json"_s);
    QVERIFY(console->waitForClose());
    QCOMPARE(console->closeCode(), 4400);
}

void TestGateway::wrongAcknowledgementCloses()
{
    const auto console = m_rig->signedIn(u"u-agent"_s);
    QVERIFY(console->open(false));
    console->socket.sendTextMessage(QString::fromUtf8(
        encodeNotification(u"feed.ack", encodeBody(FeedAck{u"p0"_s, 999999}))));
    QVERIFY(console->waitForClose());
    QCOMPARE(console->closeCode(), 4400);
}

void TestGateway::sameSessionReplacesTheOlder()
{
    TestConsole first(m_rig->gateway->port());
    QVERIFY(first.connectTo());
    const auto session = objectOf(first.hello(withToken(m_rig->token(u"u-agent"_s))))[u"session"].toString();
    QVERIFY(!session.isEmpty());
    TestConsole boss(m_rig->gateway->port());
    QVERIFY(boss.connectTo());
    QVERIFY(objectOf(boss.hello(withToken(m_rig->token(u"u-boss"_s)), session))[u"session"].toString() != session);
    QCOMPARE(first.socket.state(), QAbstractSocket::ConnectedState);
    TestConsole second(m_rig->gateway->port());
    QVERIFY(second.connectTo());
    QCOMPARE(objectOf(second.hello(withToken(m_rig->token(u"u-agent"_s)), session))[u"session"].toString(), session);
    QVERIFY(first.waitForClose());
    QCOMPARE(first.closeCode(), 4409);
    const auto third = m_rig->signedIn(u"u-agent"_s);  // another seat of the same person
    QVERIFY(third->call(u"session.ping"_s));
    QCOMPARE(second.socket.state(), QAbstractSocket::ConnectedState);
}

void TestGateway::snapshotThenEvents()
{
    const auto console = m_rig->signedIn(u"u-boss"_s);
    const auto opened = objectOf(console->open(false))[u"streams"].toArray();
    QCOMPARE(opened.size(), 2);
    QVERIFY(!opened[0][u"resumed"].toBool());
    QTRY_COMPARE(console->snapshotAt.size(), 2);
    QCOMPARE(console->state.groups.size(), 2);
    QVERIFY(console->state.users.contains({u"u-agent"_s}));
    m_rig->record({said(u"w/a"_s, u"发货了吗"_s)});
    QTRY_VERIFY(!console->state.groups[{u"w/a"_s}].recent.isEmpty());
    QCOMPARE(console->state.groups[{u"w/a"_s}].recent.first()->text, u"发货了吗"_s);
    QCOMPARE(console->gaps + console->repeats + console->bad, 0);

    // The other one was away meanwhile and goes on where it was.
    console->socket.abort();
    m_rig->record({said(u"w/b"_s, u"什么时候到"_s)});
    QVERIFY(console->signIn(m_rig->token(u"u-boss"_s)));
    QVERIFY(objectOf(console->open())[u"streams"][0][u"resumed"].toBool());
    QTRY_VERIFY(!console->state.groups[{u"w/b"_s}].recent.isEmpty());
    QCOMPARE(console->gaps + console->repeats + console->bad, 0);
}

void TestGateway::binaryMessagesAreTaken()
{
    const auto console = m_rig->signedIn(u"u-boss"_s);
    console->socket.sendBinaryMessage(encodeRequest("\"b\"", u"feed.open", R"({"resume":[]})"));
    QTRY_COMPARE(console->snapshotAt.size(), 2);
}

void TestGateway::positionAheadIsAnError()
{
    const auto console = m_rig->signedIn(u"u-boss"_s);
    QVERIFY(console->open(false));
    QTRY_COMPARE(console->snapshotAt.size(), 2);
    console->positions[u"p0"_s].seq += 1000;
    const auto refused = console->open();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().data[u"stream"].toString(), u"p0"_s);
    console->positions[u"p0"_s].epoch = u"another"_s;
    const auto opened = console->open();
    QVERIFY2(opened, "another generation gets a snapshot");
}

void TestGateway::commandsAreCheckedAndRun()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QVERIFY(boss->open(false));
    const auto done = boss->run(PutGroup{{u"w/a"_s}, BotMode::Review});
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    QVERIFY(objectOf(done)[u"seq"].toInteger() > 0);
    QTRY_COMPARE(boss->state.groups[{u"w/a"_s}].info.mode, BotMode::Review);

    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QCOMPARE(agent->run(PutGroup{{u"w/a"_s}, BotMode::Auto}).error().kind, ErrorKind::Forbidden);
    QCOMPARE(agent->run(ClaimTopic{{u"t-none"_s}, 0}).error().kind, ErrorKind::NotFound);
    QCOMPARE(agent->run(AddNote{{u"t"_s}, QString(20000, u'x')}).error().kind, ErrorKind::TooLarge);
    const auto wrong = agent->call(u"topic.claim"_s, R"({"commandId":"c","topic":"t"})");
    QCOMPARE(wrong.error().kind, ErrorKind::InvalidParams);
    QCOMPARE(wrong.error().data[u"field"].toString(), u"basis"_s);
}

void TestGateway::aBadPasswordMakesNoAccount()
{
    const auto admin = m_rig->signedIn(u"u-admin"_s);
    PutUser put;
    put.user.id = {u"u-newcomer"_s};
    put.user.name = u"新人"_s;
    for (const auto &password : {u"short"_s, u"U-Newcomer"_s, u"aaaaaaaaaa"_s}) {
        put.password = password;
        const auto done = admin->run(put);
        QVERIFY2(!done, qPrintable(password));
        QCOMPARE(done.error().kind, ErrorKind::InvalidParams);
        QCOMPARE(done.error().data[u"field"].toString(), u"password"_s);
    }
    for (const auto &event : m_rig->stored(u"c0"_s))
        QVERIFY(!event.data.contains("u-newcomer"));
}

void TestGateway::passwordOfAUserIsNotInTheLedger()
{
    const auto admin = m_rig->signedIn(u"u-admin"_s);
    PutUser put;
    put.user.id = {u"u-new"_s};
    put.user.name = u"新人"_s;
    put.password = u"very-secret-words"_s;
    const auto done = admin->run(put);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    TestConsole console(m_rig->gateway->port());
    QVERIFY(console.connectTo());
    QVERIFY(console.hello(withPassword(u"u-new"_s, u"very-secret-words"_s)));
    for (const auto &event : m_rig->stored(u"c0"_s))
        QVERIFY(!event.data.contains("very-secret-words"));
}

void TestGateway::otherGroupsStayUnseen()
{
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QVERIFY(agent->open(false));
    QTRY_COMPARE(agent->snapshotAt.size(), 2);
    QCOMPARE(agent->state.groups.size(), 1);
    m_rig->record({said(u"w/b"_s, u"别人的群"_s), said(u"w/a"_s, u"我的群"_s)});
    QTRY_VERIFY(!agent->state.groups[{u"w/a"_s}].recent.isEmpty());
    QCOMPARE(agent->state.groups.size(), 1);
    QCOMPARE(agent->gaps, 0);
    // What it may not see moves it all the same.
    m_rig->record({said(u"w/b"_s, u"还是别人的"_s)});
    QTRY_VERIFY(agent->notices.contains(u"feed.tick"_s));
    QTRY_VERIFY(agent->isAt(u"p0"_s, m_rig->stored(u"p0"_s).constLast().seq));
    QCOMPARE(agent->state.groups.size(), 1);
    QCOMPARE(agent->call(u"history.page"_s, HistoryParams{{u"w/b"_s}, 0, 10}).error().kind,
             ErrorKind::Forbidden);
}

void TestGateway::roleChangeActsAtOnce()
{
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    QVERIFY(agent->open(false));
    QTRY_COMPARE(agent->snapshotAt.size(), 2);
    QCOMPARE(agent->run(PutGroup{{u"w/b"_s}, BotMode::Silent}).error().kind, ErrorKind::Forbidden);
    QVERIFY(m_rig->addUser(u"u-agent"_s, Role::Supervisor, {}));
    QTRY_COMPARE(agent->state.groups.size(), 2);
    QVERIFY(agent->notices.contains(u"scope.changed"_s));
    QVERIFY(agent->run(PutGroup{{u"w/b"_s}, BotMode::Silent}));
    QTRY_COMPARE(agent->state.groups[{u"w/b"_s}].info.mode, BotMode::Silent);
    QCOMPARE(agent->gaps + agent->bad, 0);

    QVERIFY(m_rig->addUser(u"u-agent"_s, Role::Agent, {{u"w/b"_s}}));
    QTRY_VERIFY(!agent->state.groups.contains({u"w/a"_s}));
    m_rig->record({said(u"w/a"_s, u"不该看到"_s), said(u"w/b"_s, u"看得到"_s)});
    QTRY_VERIFY(!agent->state.groups[{u"w/b"_s}].recent.isEmpty());
    QVERIFY(!agent->state.groups.contains({u"w/a"_s}));
}

void TestGateway::disabledUserIsThrownOut()
{
    const auto token = m_rig->token(u"u-agent"_s);
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    User user;
    user.id = {u"u-agent"_s};
    user.name = u"x"_s;
    user.disabled = true;
    QVERIFY(m_rig->waitForUser(user));
    QVERIFY(agent->waitForClose());
    QCOMPARE(agent->closeCode(), 4403);
    TestConsole again(m_rig->gateway->port());
    QVERIFY(!again.signIn(token));
}

void TestGateway::whispersReachTheirOwn()
{
    QVERIFY(m_rig->addUser(u"u-mate"_s, Role::Agent, {{u"w/a"_s}}));
    const auto agent = m_rig->signedIn(u"u-agent"_s);
    const auto mate = m_rig->signedIn(u"u-mate"_s);
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    for (auto *console : {agent.get(), mate.get(), boss.get()}) {
        QVERIFY(console->open(false));
        QTRY_COMPARE(console->snapshotAt.size(), 2);
    }
    const auto note = [](const QString &id, const QString &to) {
        return NewEvent{{u"w/a"_s}, {u"t"_s},
                        NoteAdded{{id}, {AuthorKind::Agent, u"u-boss"_s, u"主管"_s}, id, {to}}};
    };
    m_rig->record({note(u"n1"_s, {}), note(u"n2"_s, u"u-agent"_s), note(u"n3"_s, {})});
    const auto texts = [](TestConsole &console) {
        QStringList all;
        for (const auto &message : console.state.groups[{u"w/a"_s}].recent)
            all.append(message->text);
        return all;
    };
    QTRY_COMPARE(texts(*agent), (QStringList{u"n1"_s, u"n2"_s, u"n3"_s}));
    QTRY_COMPARE(texts(*boss), (QStringList{u"n1"_s, u"n2"_s, u"n3"_s}));
    QTRY_COMPARE(texts(*mate), (QStringList{u"n1"_s, u"n3"_s}));
    // The same from a snapshot, from the ledger, and from history.
    for (auto *console : {agent.get(), mate.get()}) {
        const auto expected = texts(*console);
        console->positions[u"p0"_s].seq = 0;
        console->state = {};
        QVERIFY(console->open());
        QTRY_COMPARE(texts(*console), expected);
        console->positions.clear();
        console->state = {};
        QVERIFY(console->open());
        QTRY_COMPARE(texts(*console), expected);
        const auto page = objectOf(console->call(u"history.page"_s, HistoryParams{{u"w/a"_s}, 0, 50}));
        QCOMPARE(page[u"messages"].toArray().size(), expected.size());
        QCOMPARE(console->gaps + console->bad, 0);
    }
}

void TestGateway::presenceFollowsConnections()
{
    const auto boss = m_rig->signedIn(u"u-boss"_s);
    QVERIFY(boss->open(false));
    {
        const auto agent = m_rig->signedIn(u"u-agent"_s);
        QTRY_COMPARE(boss->state.presence[{u"u-agent"_s}].status, AgentStatus::Online);
        QVERIFY(agent->run(SetStatus{AgentStatus::Away, {}, false}));
        QTRY_COMPARE(boss->state.presence[{u"u-agent"_s}].status, AgentStatus::Away);
    }
    QTRY_COMPARE_WITH_TIMEOUT(boss->state.presence[{u"u-agent"_s}].status, AgentStatus::Offline,
                              20000);
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
