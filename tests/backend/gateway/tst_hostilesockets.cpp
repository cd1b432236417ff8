// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/backend/gateway/testconsole.h"
#include "tests/models/protocol/randomvalue.h"

#include <QFile>
#include <QTest>

#include <tuple>

using namespace quntai;
using namespace Qt::StringLiterals;

namespace {

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

const QByteArray handshake = "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                             "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                             "Sec-WebSocket-Protocol: quntai.v1\r\n"
                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/** A frame that is mostly right: random opcode, flags and lengths now and then. */
QByteArray randomFrame(RandomValues &random)
{
    static const QList<QByteArray> payloads{
        "{}", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"session.ping\"}", "\xC3\x28",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"session.hello\",\"params\":{}}", "\x03\xE8", ""};
    auto payload = payloads[random.below(int(payloads.size()))];
    if (random.chance(5))
        payload = QByteArray(random.below(6000), 'x');
    QByteArray frame;
    frame += char((random.chance(90) ? 0x80 : 0) | (random.chance(2) ? 0x40 : 0)
                  | (random.chance(70) ? 1 : random.below(16)));
    const bool lies = random.chance(2);
    if (payload.size() < 126) {
        frame += char(0x80 | (lies ? 127 : payload.size()));
    } else {
        frame += char(0x80 | 126);
        frame += char(payload.size() >> 8);
        frame += char(payload.size() & 0xFF);
    }
    return frame + QByteArray(4, '\0') + payload;
}

std::unique_ptr<QTcpSocket> connected(quint16 port)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, port);
    if (!QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::ConnectedState; }))
        qWarning("no connection");
    return socket;
}

} // namespace

// The address sanitizer keeps freed memory back for a while: there the growth says nothing.
#ifdef __SANITIZE_ADDRESS__
constexpr bool measuresMemory = false;
#else
constexpr bool measuresMemory = true;
#endif

class TestHostileSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void strangeHeads_data();
    void strangeHeads();
    void endlessHead();
    void hundredThousandFrames();
    void pingFloodIsBounded();

private:
    bool serves();
    std::unique_ptr<GatewayRig> m_rig;
};

void TestHostileSockets::init()
{
    m_rig = std::make_unique<GatewayRig>();
    QVERIFY(m_rig->addUser(u"u"_s, Role::Supervisor));
}

void TestHostileSockets::cleanup()
{
    m_rig.reset();
}

bool TestHostileSockets::serves()
{
    TestConsole console(m_rig->gateway->port());
    return console.signIn(m_rig->token(u"u"_s)) && console.call(u"session.ping"_s);
}

void TestHostileSockets::strangeHeads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const QByteArray &head, const char *status) {
        QTest::newRow(name) << head << QByteArray(status);
    };
    row("nonsense", "hello\r\n\r\n", "400");
    row("binary", QByteArray("\x16\x03\x01\x02\r\n\r\n", 8), "400");
    row("no path", "GET http://evil/ HTTP/1.1\r\n\r\n", "400");
    row("folded header", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", "400");
    row("two lengths", "PUT / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "400");
    row("short key", QByteArray(handshake).replace("dGhlIHNhbXBsZSBub25jZQ==", "short"), "400");
    row("other protocol", QByteArray(handshake).replace("quntai.v1", "chat"), "400");
    row("foreign page", QByteArray(handshake).replace("Host: x", "Host: x\r\nOrigin: http://e"), "403");
    row("foreign page, HTTP", "GET /healthz HTTP/1.1\r\nOrigin: http://e\r\n\r\n", "403");
    row("many headers", "GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(100) + "\r\n", "400");
    row("delete", "DELETE /blob/x HTTP/1.1\r\n\r\n", "401");
}

void TestHostileSockets::strangeHeads()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, status);
    const auto socket = connected(m_rig->gateway->port());
    socket->write(head);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    const auto answer = socket->readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
    QVERIFY(serves());
}

void TestHostileSockets::endlessHead()
{
    const auto socket = connected(m_rig->gateway->port());
    socket->write("GET / HTTP/1.1\r\n" + QByteArray(20000, 'a'));
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket->readAll().startsWith("HTTP/1.1 431"));
}

void TestHostileSockets::hundredThousandFrames()
{
    RandomValues random(testSeed());
    const int connections = 1000;
    const int framesEach = 100;
    qint64 before = 0;
    for (int i = 0; i < connections; ++i) {
        const auto socket = connected(m_rig->gateway->port());
        QByteArray bytes = handshake;
        for (int frame = 0; frame < framesEach; ++frame)
            bytes += randomFrame(random);
        socket->write(bytes);
        std::ignore = QTest::qWaitFor([&] {
            return socket->bytesToWrite() == 0 || socket->state() != QAbstractSocket::ConnectedState;
        }, 1000);
        if (random.chance(50))
            QCoreApplication::processEvents();
        socket->abort();
        if (i == connections / 4)
            before = residentBytes();
    }
    QVERIFY(serves());
    const auto grown = residentBytes() - before;
    qInfo("grown by %lld KiB over the last three quarters", qlonglong(grown / 1024));
    QVERIFY(!measuresMemory || grown < 32 * 1024 * 1024);
}

void TestHostileSockets::pingFloodIsBounded()
{
    const auto socket = connected(m_rig->gateway->port());
    socket->setReadBufferSize(1024);
    socket->write(handshake);
    QTest::qWait(100);
    const auto before = residentBytes();
    const auto ping = QByteArray("\x89\x84\0\0\0\0abcd", 10).repeated(6000);
    qint64 sent = 0;
    while (socket->state() == QAbstractSocket::ConnectedState && sent < 256 * 1024 * 1024) {
        socket->write(ping);
        sent += ping.size();
        std::ignore = QTest::qWaitFor([&] {
            return socket->bytesToWrite() < 2 * ping.size()
                || socket->state() != QAbstractSocket::ConnectedState;
        }, 6000);
    }
    const auto grown = residentBytes() - before;
    qInfo("%lld MiB of pings, grown by %lld KiB", qlonglong(sent >> 20), qlonglong(grown / 1024));
    QVERIFY(socket->state() != QAbstractSocket::ConnectedState);
    QVERIFY(!measuresMemory || grown < 64 * 1024 * 1024);
    QVERIFY(serves());
}

QTEST_GUILESS_MAIN(TestHostileSockets)
#include "tst_hostilesockets.moc"
