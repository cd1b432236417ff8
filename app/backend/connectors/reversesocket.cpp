// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/reversesocket.h"

#include "app/backend/connectors/platformvalue.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QSet>
#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headLimit = 8192;
constexpr int headMs = 5000;
constexpr int listenAgainMs = 5000;
constexpr int waitingLimit = 20;

/** Takes as long for a wrong token as for the right one. */
bool isSame(const QByteArray &a, const QByteArray &b)
{
    return QCryptographicHash::hash(a, QCryptographicHash::Sha256)
        == QCryptographicHash::hash(b, QCryptographicHash::Sha256);
}

} // namespace

ReverseSocket::ReverseSocket(QString listen, QString path, QString token, QObject *parent)
    : PlatformSocket(parent), m_listen(std::move(listen)), m_path(std::move(path)),
      m_token(std::move(token)), m_server(u"quntai"_s, QWebSocketServer::NonSecureMode)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(listenAgainMs);
    connect(&m_retry, &QTimer::timeout, this, &ReverseSocket::listenNow);
    m_tcp.setMaxPendingConnections(waitingLimit);
    connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = m_tcp.nextPendingConnection())
            greet(socket);
    });
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection())
            admit(socket);
    });
}

ReverseSocket::~ReverseSocket()
{
    stop();
    // A QWebSocket uses its TCP socket to the end and does not delete it: that is our child, too,
    // and goes after it.
    qDeleteAll(findChildren<QWebSocket *>(Qt::FindDirectChildrenOnly));
}

void ReverseSocket::start()
{
    listenNow();
}

void ReverseSocket::listenNow()
{
    const auto colon = m_listen.lastIndexOf(u':');
    auto host = m_listen.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    QHostAddress address(host);
    bool isPort = false;
    const auto port = QStringView(m_listen).sliced(colon + 1).toUShort(&isPort);
    if (address.isNull() || !isPort) {
        Q_EMIT failed(u"listen: \"%1\" is not ADDRESS:PORT"_s.arg(m_listen));
    } else if (m_token.isEmpty() && !address.isLoopback()) {
        Q_EMIT failed(u"listen: %1 is open to the network and needs a secret"_s.arg(m_listen));
    } else if (!m_tcp.isListening() && !m_tcp.listen(address, port)) {
        m_retry.start();
        Q_EMIT closed(u"cannot listen on %1: %2"_s.arg(m_listen, m_tcp.errorString()));
    }
}

void ReverseSocket::stop()
{
    m_retry.stop();
    m_tcp.close();
    discard();
}

void ReverseSocket::greet(QTcpSocket *socket)
{
    if (m_tcp.findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly).size() > waitingLimit) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readHead(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    auto *patience = new QTimer(socket);
    patience->setObjectName(u"patience"_s);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, socket, &QTcpSocket::abort);
    patience->start(headMs);
    readHead(socket);
}

void ReverseSocket::readHead(QTcpSocket *socket)
{
    const auto text = socket->peek(headLimit);
    const auto end = text.indexOf("\r\n\r\n");
    if (end < 0) {
        if (text.size() == headLimit)
            socket->abort();
        return;
    }
    socket->disconnect(this);
    socket->disconnect(socket);
    delete socket->findChild<QTimer *>(u"patience"_s);
    const auto status = refusal(parseHead(QByteArrayView(text).first(end)));
    if (status.isEmpty()) {
        socket->setParent(this);
        m_server.handleConnection(socket);
        return;
    }
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->readAll();
    socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
}

ReverseSocket::Head ReverseSocket::parseHead(QByteArrayView text)
{
    Head head;
    const auto lines = text.toByteArray().split('\n');
    const auto target = lines.first().split(' ').value(1);
    const auto question = target.indexOf('?');
    head.path = question < 0 ? target : target.first(question);
    head.query = question < 0 ? QByteArray() : target.sliced(question + 1);
    for (const auto &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        if (colon > 0)
            head.headers.insert(line.first(colon).trimmed().toLower(),
                                line.sliced(colon + 1).trimmed());
    }
    return head;
}

QByteArray ReverseSocket::refusal(const Head &head) const
{
    const auto trimmed = [](QByteArray path) {
        while (path.size() > 1 && path.endsWith('/'))
            path.chop(1);
        return path;
    };
    if (!m_path.isEmpty() && trimmed(head.path) != trimmed(m_path.toUtf8()))
        return "404 Not Found";
    auto given = head.headers.value("authorization");
    given = given.startsWith("Bearer ") ? given.sliced(7).trimmed() : QByteArray();
    if (given.isEmpty()) {
        const QUrlQuery query(QString::fromUtf8(head.query));
        given = query.queryItemValue(u"access_token"_s, QUrl::FullyDecoded).toUtf8();
    }
    // Any web page in a browser on this machine could call a port that asks for no token.
    if (m_token.isEmpty())
        return head.headers.contains("origin") ? "403 Forbidden" : QByteArray();
    if (given.isEmpty())
        return "401 Unauthorized";
    return isSame(given, m_token.toUtf8()) ? QByteArray() : "403 Forbidden";
}

void ReverseSocket::admit(QWebSocket *socket)
{
    socket->setParent(this);
    const auto self = socket->request().rawHeader("X-Self-ID");
    if ((m_actions || m_events) && self != m_self) {
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        socket->close(QWebSocketProtocol::CloseCodePolicyViolated,
                      u"another account is connected"_s);
        return;
    }
    const auto role = socket->request().rawHeader("X-Client-Role").toLower();
    const bool takesActions = role != "event", givesEvents = role != "api";
    if ((takesActions && m_actions) || (givesEvents && m_events))
        drop(u"the implementation connected anew"_s);
    m_self = self;
    if (takesActions)
        m_actions = socket;
    if (givesEvents)
        m_events = socket;
    attach(socket);
    if (m_actions && m_events)
        Q_EMIT opened();
}

void ReverseSocket::attach(QWebSocket *socket)
{
    socket->setMaxAllowedIncomingMessageSize(PlatformJson::maxBytes);
    socket->setMaxAllowedIncomingFrameSize(PlatformJson::maxBytes);
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT received(text.toUtf8()); });
    connect(socket, &QWebSocket::binaryMessageReceived, this, &ReverseSocket::received);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        drop(socket->closeReason().isEmpty() ? u"the implementation left"_s : socket->closeReason());
    });
}

void ReverseSocket::write(const QByteArray &text)
{
    if (m_actions)
        m_actions->sendTextMessage(QString::fromUtf8(text));
}

void ReverseSocket::discard()
{
    const QSet sockets{m_actions, m_events};
    m_actions = m_events = nullptr;
    for (auto *socket : sockets) {
        if (!socket)
            continue;
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void ReverseSocket::drop(const QString &why)
{
    const bool wasOpen = m_actions && m_events;
    discard();
    if (wasOpen)
        Q_EMIT closed(why);
}

} // namespace quntai
