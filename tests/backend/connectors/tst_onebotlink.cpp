// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/onebotlink.h"
#include "tests/backend/connectors/linkrecord.h"
#include "tests/backend/connectors/simulator.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QWebSocket>

#include <optional>

using namespace quntai;
using namespace Qt::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

constexpr auto script = "implementation-sim.mjs"_L1;

OneBotTimings quick()
{
    OneBotTimings timings;
    timings.retry = {20, 200, 5000};
    timings.actionMs = 1000;
    timings.silenceMs = 5000;
    return timings;
}

ConnectorConfig configOf(const QString &url, const QString &listen, const QString &token)
{
    return {u"gw"_s, u"onebot11"_s, url, listen, listen.isEmpty() ? QString() : u"/onebot"_s, {}, {},
            token};
}

/** A simulated implementation and a link, joined either way round. */
struct Bench
{
    std::optional<Simulator> gateway;
    LinkRecord record;
    std::unique_ptr<OneBotLink> link;

    explicit Bench(bool reverse = false, const QString &token = u"token-1"_s,
                   OneBotTimings timings = quick())
    {
        if (!reverse)
            gateway.emplace(u"onebot"_s, script, QStringList{u"0"_s, u"token-1"_s});
        link = std::make_unique<OneBotLink>(
            reverse ? configOf({}, u"127.0.0.1:0"_s, token)
                    : configOf(gateway->url().toString(), {}, token),
            timings);
        record.listenTo(*link);
        link->start();
        if (reverse)
            gateway.emplace(u"onebot"_s, script,
                            QStringList{u"0"_s, u"token-1"_s,
                                        u"ws://127.0.0.1:%1/onebot"_s.arg(link->port())});
    }

    bool connects()
    {
        return eventually([&] {
            return record.isIn(ConnectorState::Connected) && record.account.contains(u"群台"_s);
        });
    }
    bool reconnects(qsizetype gaps) { return eventually([&] { return record.gaps.size() == gaps; }); }
    InboundMessage hear(QJsonObject order)
    {
        if (!order.contains(u"do"_s))
            order.insert(u"do"_s, u"text"_s);
        gateway->order(order);
        if (!eventually([&] { return !record.messages.isEmpty(); }))
            return {};
        return record.messages.takeFirst();
    }
    InboundMessage hearInGroup(const QString &text)
    {
        return hear({{u"group"_s, 7001}, {u"user"_s, 42}, {u"text"_s, text}});
    }
    void say(const QString &id, const QString &text, const QString &chat = u"7001"_s)
    {
        OutboundMessage message;
        message.id = {id};
        message.chat = chat;
        message.text = text;
        link->send(message);
    }
    SendOutcome outcome(const QString &id)
    {
        eventually([&] { return record.outcomesOf(id) > 0; });
        return record.outcomeOf(id);
    }
    bool hasGroup(const std::function<bool(const InboundGroup &)> &matches)
    {
        return eventually([&] { return std::ranges::any_of(record.groups, matches); });
    }
};

/** What a server answers to a raw WebSocket handshake. */
QByteArray handshake(quint16 port, const QByteArray &path, const QByteArray &headers)
{
    QTcpSocket socket;
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket,
                     [&] { answer += socket.readAll(); });
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write("GET " + path + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                 + headers + "\r\n");
    eventually([&] { return answer.contains("\r\n"); });
    return answer.first(std::max<qsizetype>(answer.indexOf("\r\n"), 0));
}

} // namespace

class TestOneBotLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto why = Simulator::missing(u"onebot"_s);
        if (!why.isEmpty())
            QSKIP(qPrintable(why));
    }

    void bothDirections_data()
    {
        QTest::addColumn<bool>("reverse");
        QTest::newRow("forward") << false;
        QTest::newRow("reverse") << true;
    }

    void bothDirections()
    {
        QFETCH(bool, reverse);
        Bench bench(reverse);
        QVERIFY(bench.connects());
        QCOMPARE(bench.record.account, u"群台 (10001000)"_s);
        const auto first = bench.hearInGroup(u"被引用的话"_s);
        QCOMPARE(first.chat, u"7001"_s);
        QCOMPARE(first.sender.id, u"42"_s);
        QCOMPARE(first.sender.name, u"客户张"_s);
        QVERIFY(!first.mentionsBot);
        QVERIFY(bench.hasGroup([](const InboundGroup &group) {
            return group.chat == u"7001" && group.name == u"客户群" && group.memberCount == 3;
        }));
        const auto asked = bench.hear({{u"group"_s, 7001}, {u"user"_s, 43}, {u"text"_s, u" 在吗"_s},
                                       {u"reply"_s, first.platformId.toInt()},
                                       {u"at"_s, QJsonArray{10001000, 42}}, {u"format"_s, u"cq"_s}});
        QVERIFY(asked.mentionsBot);
        QCOMPARE(asked.mentions, QStringList{u"42"_s});
        QCOMPARE(asked.quotePlatformId, first.platformId);
        QCOMPARE(asked.text, u"@客户张 在吗"_s);
        OutboundMessage answer;
        answer.id = {u"m1"_s};
        answer.chat = asked.chat;
        answer.text = u"在的"_s;
        answer.mentions = {asked.sender.id};
        answer.quotePlatformId = asked.platformId;
        bench.link->send(answer);
        const auto outcome = bench.outcome(u"m1"_s);
        QCOMPARE(outcome.kind, Kind::Sent);
        const auto sent = bench.gateway->sent(u"在的"_s);
        QCOMPARE(sent[u"segments"].toArray().size(), 3);
        QCOMPARE(outcome.platformId, QString::number(sent[u"message_id"].toInt()));
        QVERIFY(bench.link->recall(u"7001"_s, outcome.platformId));
        QVERIFY(!bench.gateway->report(u"recalled"_s).isEmpty());
    }

    void privateChats()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto message = bench.hear({{u"user"_s, 99}, {u"nickname"_s, u"小李"_s},
                                         {u"text"_s, u"[CQ:face,id=1] & 你好"_s}, {u"format"_s, u"cq"_s}});
        QVERIFY(message.single);
        QCOMPARE(message.chat, u"private:99"_s);
        QCOMPARE(message.text, u"[CQ:face,id=1] & 你好"_s);
        bench.say(u"m1"_s, u"您好"_s, message.chat);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Sent);
        QCOMPARE(bench.gateway->sent(u"您好"_s)[u"kind"].toString(), u"private"_s);
    }

    void noticesAndOwnWords()
    {
        Bench bench;
        QVERIFY(bench.connects());
        bench.gateway->order({{u"do"_s, u"join"_s}, {u"group"_s, 7001}, {u"user"_s, 44},
                              {u"nickname"_s, u"王五"_s}});
        QVERIFY(bench.hasGroup([](const InboundGroup &group) {
            return !group.joined.isEmpty() && group.joined.first().name == u"王五";
        }));
        bench.gateway->order({{u"do"_s, u"leave"_s}, {u"group"_s, 7001}, {u"user"_s, 44}});
        QVERIFY(bench.hasGroup([](const InboundGroup &group) {
            return group.left == QStringList{u"44"_s};
        }));
        const auto said = bench.hearInGroup(u"发错了"_s);
        bench.gateway->order({{u"do"_s, u"recall"_s}, {u"message_id"_s, said.platformId.toInt()}});
        QVERIFY(eventually([&] { return bench.record.recalls.size() == 1; }));
        QCOMPARE(bench.record.recalls.first().platformId, said.platformId);
        // Words of the account itself are not a customer's; a repeat is the engine's business.
        bench.gateway->order({{u"do"_s, u"text"_s}, {u"group"_s, 7001}, {u"user"_s, 10001000},
                              {u"text"_s, u"自己说的"_s}});
        bench.gateway->order({{u"do"_s, u"raw"_s}, {u"text"_s, u"[{]"_s}});
        const auto next = bench.hearInGroup(u"别人说的"_s);
        QCOMPARE(next.text, u"别人说的"_s);
        const auto again = bench.hear({{u"do"_s, u"duplicate"_s},
                                       {u"message_id"_s, next.platformId.toInt()}});
        QCOMPARE(again.platformId, next.platformId);
    }

    void refusedCutAndLate_data() { bothDirections_data(); }

    void refusedCutAndLate()
    {
        QFETCH(bool, reverse);
        Bench bench(reverse);
        QVERIFY(bench.connects());
        bench.gateway->order({{u"do"_s, u"fail"_s}, {u"errcode"_s, 1200}, {u"n"_s, 1}});
        bench.say(u"m1"_s, u"不行"_s);
        auto outcome = bench.outcome(u"m1"_s);
        QCOMPARE(outcome.kind, Kind::Failed);
        QCOMPARE(outcome.code, 1200);
        bench.gateway->order({{u"do"_s, u"dropAfterAccept"_s}, {u"n"_s, 1}});
        bench.say(u"m2"_s, u"结果未知"_s);
        QCOMPARE(bench.outcome(u"m2"_s).kind, Kind::Unknown);
        QVERIFY(!bench.gateway->sent(u"结果未知"_s).isEmpty());
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.gaps.first().from <= bench.record.gaps.first().to);
        bench.gateway->order({{u"do"_s, u"ackDelay"_s}, {u"ms"_s, 1500}});
        bench.say(u"m3"_s, u"慢"_s);
        QCOMPARE(bench.outcome(u"m3"_s).kind, Kind::Unknown);
        bench.gateway->order({{u"do"_s, u"ackDelay"_s}, {u"ms"_s, 0}});
        bench.say(u"m4"_s, u"快"_s);
        QCOMPARE(bench.outcome(u"m4"_s).kind, Kind::Sent);
        for (const auto &id : {u"m1"_s, u"m2"_s, u"m3"_s, u"m4"_s})
            QCOMPARE(bench.record.outcomesOf(id), 1);
    }

    void silenceWithHeartbeat()
    {
        Bench bench;
        QVERIFY(bench.connects());
        bench.gateway->order({{u"do"_s, u"heartbeat"_s}, {u"ms"_s, 100}});
        QCOMPARE(bench.hearInGroup(u"一"_s).text, u"一"_s);
        // The last one announces an interval that is then not kept.
        bench.gateway->order({{u"do"_s, u"raw"_s},
                              {u"text"_s, u"{\"post_type\":\"meta_event\",\"meta_event_type\":"
                                          "\"heartbeat\",\"interval\":20,\"status\":{}}"_s}});
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.gaps.first().detail.contains(u"heartbeat"_s));
    }

    void silenceWithoutHeartbeat()
    {
        auto timings = quick();
        timings.silenceMs = 100;
        timings.actionMs = 200;
        Bench bench(false, u"token-1"_s, timings);
        QVERIFY(bench.connects());
        // Asked, it answers, and so lives.
        QVERIFY(!bench.gateway->report(u"action"_s, [](const QJsonObject &value) {
            return value[u"action"_s] == u"get_status"_s;
        }).isEmpty());
        QVERIFY(bench.record.gaps.isEmpty());
        bench.gateway->order({{u"do"_s, u"blackhole"_s}, {u"ms"_s, 1000}});
        QVERIFY(bench.reconnects(1));
    }

    void signedOutAtTheGateway()
    {
        Bench bench;
        QVERIFY(bench.connects());
        const auto beat = [&](const QString &online) {
            bench.gateway->order({{u"do"_s, u"raw"_s},
                                  {u"text"_s, u"{\"post_type\":\"meta_event\",\"meta_event_type\":"
                                              "\"heartbeat\",\"interval\":60000,\"status\":"
                                              "{\"online\":%1}}"_s.arg(online)}});
        };
        beat(u"false"_s);
        QVERIFY(eventually([&] { return bench.record.isIn(ConnectorState::Down); }));
        beat(u"true"_s);
        QVERIFY(bench.reconnects(1));
        QVERIFY(bench.record.isIn(ConnectorState::Connected));
    }

    void wrongTokenForward()
    {
        Bench bench(false, u"wrong"_s);
        QVERIFY(eventually([&] { return bench.record.isIn(ConnectorState::Down); }));
        QVERIFY(bench.record.detail.contains(u"access token"_s));
        bench.say(u"m1"_s, u"x"_s);
        QCOMPARE(bench.outcome(u"m1"_s).kind, Kind::Failed);
    }

    void wrongTokenReverse()
    {
        Bench bench(true, u"other"_s);
        QCOMPARE(bench.gateway->report(u"rejected"_s)[u"rejected"].toInt(), 403);
        QVERIFY(bench.record.messages.isEmpty());
        QVERIFY(!bench.record.isIn(ConnectorState::Connected));
    }

    void reverseDoor()
    {
        OneBotLink link(configOf({}, u"127.0.0.1:0"_s, u"token-1"_s), quick());
        link.start();
        const auto port = link.port();
        QVERIFY(port != 0);
        const QByteArray bearer = "Authorization: Bearer token-1\r\n";
        QVERIFY(handshake(port, "/onebot", {}).contains(" 401 "));
        QVERIFY(handshake(port, "/onebot", "Authorization: Bearer nope\r\n").contains(" 403 "));
        QVERIFY(handshake(port, "/elsewhere", bearer).contains(" 404 "));
        QVERIFY(handshake(port, "/onebot?access_token=token-1", {}).contains(" 101 "));
        OneBotLink open(configOf({}, u"127.0.0.1:0"_s, {}), quick());
        open.start();
        QVERIFY(handshake(open.port(), "/onebot", "Origin: https://example.com\r\n").contains(" 403 "));
        QVERIFY(handshake(open.port(), "/onebot", {}).contains(" 101 "));
    }

    void reverseNeedsATokenOnTheNetwork()
    {
        OneBotLink link(configOf({}, u"0.0.0.0:0"_s, {}), quick());
        LinkRecord record;
        record.listenTo(link);
        link.start();
        QVERIFY(record.isIn(ConnectorState::Down));
        QVERIFY(record.detail.contains(u"secret"_s));
        QCOMPARE(link.port(), 0);
    }

    void separateConnectionsForActionsAndEvents()
    {
        OneBotLink link(configOf({}, u"127.0.0.1:0"_s, {}), quick());
        LinkRecord record;
        record.listenTo(link);
        link.start();
        QWebSocket actions, events, other;
        QStringList asked;
        connect(&actions, &QWebSocket::textMessageReceived, this,
                [&](const QString &text) { asked.append(text); });
        const auto open = [&](QWebSocket &socket, const QByteArray &role, const QByteArray &self) {
            QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/onebot"_s.arg(link.port())));
            request.setRawHeader("X-Client-Role", role);
            request.setRawHeader("X-Self-ID", self);
            socket.open(request);
        };
        open(actions, "API", "1");
        open(events, "Event", "1");
        QVERIFY(eventually([&] { return asked.size() == 2; }));
        events.sendTextMessage(u"{\"post_type\":\"meta_event\",\"meta_event_type\":\"lifecycle\","
                               "\"sub_type\":\"connect\",\"self_id\":1}"_s);
        QVERIFY(eventually([&] { return record.isIn(ConnectorState::Connected); }));
        open(other, "Universal", "2");
        QVERIFY(eventually([&] {
            return other.closeCode() == QWebSocketProtocol::CloseCodePolicyViolated;
        }));
        QVERIFY(record.isIn(ConnectorState::Connected));
        events.abort();
        QVERIFY(eventually([&] { return record.isIn(ConnectorState::Connecting); }));
    }

    void stoppedIsSilent()
    {
        Bench bench;
        QVERIFY(bench.connects());
        bench.gateway->order({{u"do"_s, u"blackhole"_s}, {u"ms"_s, 60000}});
        bench.say(u"m1"_s, u"x"_s);
        const auto states = bench.record.states.size();
        bench.link->stop();
        QVERIFY(!bench.gateway->report(u"closed"_s).isEmpty());
        QVERIFY(bench.record.outcomes.isEmpty());
        QCOMPARE(bench.record.states.size(), states);
    }
};

QTEST_GUILESS_MAIN(TestOneBotLink)
#include "tst_onebotlink.moc"
