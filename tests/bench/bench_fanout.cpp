// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long an event takes from the ledger's writer to each of 200 consoles at 1,000 events a
// second, beside a bare QWebSocketServer that sends texts as large at the same pace.
// bench_fanout [CONSOLES [SECONDS]]. The consoles' sockets are in a process of their own.
#include "models/protocol/framecodec.h"
#include "models/protocol/wire.h"
#include "tests/backend/gateway/gatewayrig.h"
#include "tests/bench/eventloop.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>
#include <QWebSocketServer>

#include <functional>
#include <numeric>

using namespace quntai;
using namespace quntai::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int perSecond = 1000;
constexpr int recordMs = 2;      // two events at a time
constexpr int ackMs = 100;
constexpr int patienceMs = 60'000;
const auto sentence = u"你好，我上周买的那个保温杯到现在还没有发货，麻烦帮我查一下订单什么时候能到？"_s;

QString stamped()
{
    return u"@%1 "_s.arg(steadyNs()) + sentence;
}

/** One console's socket: looks for the instants in what comes, and acknowledges. */
class Listener
{
public:
    Listener(const QUrl &url, const QString &token, std::vector<double> &times)
        : m_token(token), m_times(times)
    {
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket, [this] { opened(); });
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &text) { take(text); });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({QString::fromLatin1(subprotocol)});
        m_socket.open(url, options);
    }

    bool isReady() const { return m_ready; }
    void acknowledge()
    {
        if (std::exchange(m_told, m_seq) < m_seq)
            notify(u"feed.ack", encodeBody(FeedAck{u"p0"_s, m_seq}));
    }

private:
    void opened()
    {
        if (auto *tcp = m_socket.findChild<QTcpSocket *>())
            tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        HelloParams hello;
        hello.versions = {protocolVersion};
        hello.auth = {AuthScheme::Bearer, m_token, {}, {}};
        m_ready = m_token.isEmpty();
        if (!m_ready) {
            ask("1", u"session.hello", encodeBody(hello));
            ask("2", u"feed.open", encodeBody(FeedOpenParams{}));
        }
    }
    void ask(const QByteArray &id, QStringView method, const QByteArray &params)
    {
        m_socket.sendTextMessage(QString::fromUtf8(encodeRequest(id, method, params)));
    }
    void notify(QStringView method, const QByteArray &params)
    {
        m_socket.sendTextMessage(QString::fromUtf8(encodeNotification(method, params)));
    }

    void take(const QString &text)
    {
        const auto now = steadyNs();
        for (auto at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
            const auto end = text.indexOf(u' ', at);
            if (end < 0)
                break;
            const auto made = QStringView(text).sliced(at + 1, end - at - 1).toLongLong();
            if (made > 0)
                m_times.push_back(double(now - made) / 1e6);
        }
        if (m_token.isEmpty())
            return;
        if (text.contains(u"\"feed.events\""_s)) {
            const auto at = text.lastIndexOf(u"\"seq\":"_s) + 6;
            qsizetype end = at;
            while (end < text.size() && text.at(end).isDigit())
                ++end;
            m_seq = QStringView(text).sliced(at, end - at).toLongLong();
        } else if (text.contains(u"\"feed.snapshot\""_s)) {
            takePart(text.toUtf8());
        } else if (text.contains(u"\"session.ping\""_s)) {
            if (const auto head = m_reader.read(text.toUtf8()))
                m_socket.sendTextMessage(QString::fromUtf8(encodeResult(head->id, "{}")));
        }
    }
    void takePart(const QByteArray &text)
    {
        const auto head = m_reader.read(text);
        const auto part = head ? m_reader.body<SnapshotPart>() : Result<SnapshotPart>();
        if (!part)
            return;
        notify(u"feed.part", encodeBody(FeedPartAck{part->stream, part->part}));
        m_whole += part->part == part->of;
        m_ready = m_whole == 2;
    }

    QWebSocket m_socket;
    const QString m_token;
    std::vector<double> &m_times;
    FrameReader m_reader;
    qint64 m_seq = 0;
    qint64 m_told = 0;
    int m_whole = 0;   //!< streams whose snapshot is here
    bool m_ready = false;
};

/** The other process: opens the sockets, listens until told to stop, prints what it measured. */
int listenTo(const QUrl &url, const QString &token, int consoles)
{
    std::vector<double> times;
    std::vector<std::unique_ptr<Listener>> all;
    for (int i = 0; i < consoles; ++i) {
        all.push_back(std::make_unique<Listener>(url, token, times));
        if (!runUntil([&] { return all.back()->isReady(); }, patienceMs))
            return 1;
    }
    QTimer acks;
    QObject::connect(&acks, &QTimer::timeout, &acks, [&] {
        for (const auto &one : all)
            one->acknowledge();
    });
    acks.start(ackMs);
    times.clear();
    std::puts("ready");
    std::fflush(stdout);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    const auto spread = spreadOf(times);
    std::printf("%f %f %f %zu\n", spread.p50, spread.p99, spread.most, spread.count);
    return 0;
}

/** Lets events happen while the other process listens. */
Spread measure(quint16 port, const QString &token, int consoles, int seconds,
                const std::function<void()> &happen)
{
    QProcess listeners;
    listeners.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    listeners.start(QCoreApplication::applicationFilePath(),
                    {u"--listen"_s, u"ws://127.0.0.1:%1"_s.arg(port), QString::number(consoles),
                     token});
    if (!runUntil([&] { return listeners.canReadLine(); }, patienceMs))
        return {};
    listeners.readLine();
    QTimer pace;
    pace.setTimerType(Qt::PreciseTimer);
    const auto begin = steadyNs();
    qint64 done = 0;
    QObject::connect(&pace, &QTimer::timeout, &pace, [&] {
        for (const auto due = (steadyNs() - begin) * perSecond / 1'000'000'000; done < due; ++done)
            happen();
    });
    pace.start(recordMs);
    runFor(seconds * 1000);
    pace.stop();
    runFor(500);
    listeners.write("stop\n");
    if (!runUntil([&] { return listeners.canReadLine(); }, patienceMs))
        return {};
    const auto words = listeners.readLine().trimmed().split(' ');
    listeners.waitForFinished(patienceMs);
    return {words.value(0).toDouble(), words.value(1).toDouble(), words.value(2).toDouble(),
            std::size_t(words.value(3).toULongLong())};
}

Spread throughTheGateway(int consoles, int seconds)
{
    const auto rig = GatewayRig::withPeople();
    // Of a kind the bot has nothing to decide about: what is measured is the way out.
    return measure(rig->gateway->port(), rig->token(u"u-boss"_s), consoles, seconds, [&] {
        rig->record({{{u"w/a"_s}, {}, MessageSent{{u"m-none"_s}, stamped()}}});
    });
}

/** The barest thing that could do it: each text to each socket at once, gathered as the gateway
 * gathers. */
Spread throughABareServer(int consoles, int seconds)
{
    QTcpServer tcp;
    QWebSocketServer server(u"bare"_s, QWebSocketServer::NonSecureMode);
    server.setSupportedSubprotocols({QString::fromLatin1(subprotocol)});
    std::vector<QWebSocket *> sockets;
    QObject::connect(&tcp, &QTcpServer::newConnection, &tcp, [&] {
        auto *socket = tcp.nextPendingConnection();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        server.handleConnection(socket);
    });
    QObject::connect(&server, &QWebSocketServer::newConnection, &server,
                     [&] { sockets.push_back(server.nextPendingConnection()); });
    tcp.listen(QHostAddress::LocalHost);
    QString gathered;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &tick, [&] {
        const auto text = std::exchange(gathered, {});
        for (auto *socket : sockets) {
            if (!text.isEmpty())
                socket->sendTextMessage(text);
        }
    });
    tick.start(FeedHub::coalesceMs);
    // What an event has around its text.
    const auto around = QString(220, u'x');
    const auto spread = measure(tcp.serverPort(), {}, consoles, seconds,
                                 [&] { gathered += stamped() + around; });
    qDeleteAll(sockets);
    return spread;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--listen"_L1)
        return listenTo(QUrl(arguments.value(2)), arguments.value(4), arguments.value(3).toInt());
    const int consoles = argc > 1 ? arguments.at(1).toInt() : 200;
    const int seconds = argc > 2 ? arguments.at(2).toInt() : 10;
    const auto bare = throughABareServer(consoles, seconds);
    const auto ours = throughTheGateway(consoles, seconds);
    report("event to each console, p99", ours.p99, "ms", bare.p99, "bare server",
           "goal <= 15 ms, ratio <= 1.5");
    say("  gateway, ledger included", ours, "ms");
    say("  bare server", bare, "ms");
    return ours.count > 0 && bare.count > 0 ? 0 : 1;
}
