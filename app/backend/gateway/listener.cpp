// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/listener.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** TLS 1.3 suites and those of TLS 1.2 that authenticate what they encrypt. */
QList<QSslCipher> authenticatedCiphers()
{
    QList<QSslCipher> ciphers;
    for (const auto &cipher : QSslConfiguration::supportedCiphers()) {
        const auto name = cipher.name();
        const bool aead = name.contains(u"GCM"_s) || name.contains(u"CHACHA20"_s);
        const bool forward = name.startsWith(u"TLS_"_s) || name.startsWith(u"ECDHE"_s);
        if (aead && forward)
            ciphers.append(cipher);
    }
    return ciphers;
}

QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Listener::Listener(const GatewayOptions &options, QObject *parent)
    : QTcpServer(parent), m_options(options)
{
    setMaxPendingConnections(64);
    connect(this, &QTcpServer::acceptError, this, [](QAbstractSocket::SocketError error) {
        qWarning("A connection could not be accepted: error %d", int(error));
    });
}

Listener::~Listener()
{
    const auto sockets = m_pending.keys();
    m_pending.clear();
    for (auto *socket : sockets)
        delete socket;
}

Result<> Listener::start()
{
    if (!m_options.certificate.isEmpty() || !m_options.key.isEmpty()) {
        const auto tls = readTls();
        if (!tls)
            return std::unexpected(tls.error());
        m_tls = *tls;
    } else if (!m_options.address.isLoopback()) {
        return failure(ErrorKind::Unavailable,
                       u"Without certificate and key only loopback is listened on; give both, or"
                       u" listen on 127.0.0.1"_s);
    }
    if (!listen(m_options.address, m_options.port))
        return failure(ErrorKind::Unavailable,
                       u"%1 port %2 cannot be listened on: %3. Stop the program that holds it, or "
                       "name another port with --listen."_s
                           .arg(m_options.address.toString()).arg(m_options.port)
                           .arg(errorString()));
    return {};
}

Result<QSslConfiguration> Listener::readTls() const
{
    const auto chain = QSslCertificate::fromData(contents(m_options.certificate));
    if (chain.isEmpty())
        return failure(ErrorKind::Unavailable,
                       u"%1 holds no PEM certificate"_s.arg(m_options.certificate));
    const auto key = readKey(contents(m_options.key));
    if (key.isNull())
        return failure(ErrorKind::Unavailable, u"%1 holds no PEM key"_s.arg(m_options.key));
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setCiphers(authenticatedCiphers());
    return tls;
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    // Without it small messages wait for each other (Nagle): p99 23 ms instead of 0.2 ms.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    const auto address = socket->peerAddress().toString();
    auto *timer = new QTimer(socket);
    m_pending.insert(socket, {address, timer});
    const int open = ++m_perAddress[address];
    // QWebSocket cuts every connection of the socket itself; those of a child stay.
    connect(new QObject(socket), &QObject::destroyed, this, [this, socket] { settled(socket); });
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, socket, &QAbstractSocket::abort);
    timer->start(m_options.helloMs);

    if (open > m_options.socketsPerAddress && !m_tls)
        return refuse(socket, 429, "Too many connections that have not signed in");
    if (open > m_options.socketsPerAddress)
        return socket->abort();
    if (m_tls)
        secure(static_cast<QSslSocket *>(socket));
    else
        waitForHead(socket);
}

void Listener::settled(QTcpSocket *socket)
{
    const auto found = m_pending.constFind(socket);
    if (found == m_pending.cend())
        return;
    if (--m_perAddress[found->address] <= 0)
        m_perAddress.remove(found->address);
    delete found->timer;
    m_pending.erase(found);
}

void Listener::secure(QSslSocket *socket)
{
    socket->setSslConfiguration(*m_tls);
    connect(socket, &QSslSocket::encrypted, this, [this, socket] { waitForHead(socket); });
    socket->startServerEncryption();
}

void Listener::waitForHead(QTcpSocket *socket)
{
    socket->setReadBufferSize(512 * 1024);
    connect(socket, &QIODevice::readyRead, this, [this, socket] { readHead(socket); });
    readHead(socket);
}

void Listener::readHead(QTcpSocket *socket)
{
    const auto bytes = socket->peek(maxHttpHeadBytes);
    const auto length = httpHeadLength(bytes);
    if (length == 0 && bytes.size() >= maxHttpHeadBytes)
        return refuse(socket, 431, "The head of the request is too large");
    if (length == 0)
        return;
    disconnect(socket, &QIODevice::readyRead, this, nullptr);
    const auto head = parseHttpHead(QByteArrayView(bytes).first(length));
    if (!head)
        return refuse(socket, 400, head.error().message.toUtf8());
    const auto origin = head->header("origin");
    if (!origin.isEmpty() && !m_options.origins.contains(QString::fromUtf8(origin)))
        return refuse(socket, 403, "This origin may not connect");
    handOn(socket, *head);
}

void Listener::handOn(QTcpSocket *socket, const HttpHead &head)
{
    // The receiver watches the time from now on; this is for what never becomes a WebSocket.
    if (const auto timer = m_pending.value(socket).timer)
        timer->start(2 * m_options.helloMs);
    if (!head.isUpgrade()) {
        if (const auto timer = m_pending.value(socket).timer)
            timer->stop();
        socket->read(httpHeadLength(socket->peek(maxHttpHeadBytes)));
        Q_EMIT requested(socket, head);
        return;
    }
    const auto key = QByteArray::fromBase64Encoding(head.header("sec-websocket-key"));
    if (!key || (*key).size() != 16)
        return refuse(socket, 400, "Sec-WebSocket-Key must be 16 bytes in base64");
    if (!head.header("sec-websocket-protocol").contains("quntai.v1"))
        return refuse(socket, 400, "The subprotocol must be quntai.v1");
    // From here on QWebSocket deletes the socket.
    disconnect(socket, &QAbstractSocket::disconnected, socket, nullptr);
    Q_EMIT webSocketAsked(socket);
}

void Listener::refuse(QTcpSocket *socket, int status, const QByteArray &why)
{
    disconnect(socket, &QIODevice::readyRead, this, nullptr);
    socket->write(httpResponse(status, "text/plain; charset=utf-8", why + '\n'));
    socket->disconnectFromHost();
}

} // namespace quntai
