// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/gateway/consolesocket.h"

#include "models/protocol/wire.h"

#include <QHostAddress>
#include <QTimer>
#include <QWebSocket>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr double signedInPerSecond = 200;
constexpr double signedInBurst = 1000;
constexpr int closeMs = 3000;

} // namespace

ConsoleSocket::ConsoleSocket(QWebSocket *socket, QTcpSocket *tcp, QObject *parent)
    : QObject(parent), m_socket(socket), m_tcp(tcp)
{
    m_socket->setParent(nullptr);
    m_socket->setMaxAllowedIncomingFrameSize(quint64(maxHelloBytes));
    m_socket->setMaxAllowedIncomingMessageSize(quint64(maxHelloBytes));
    m_socket->setOutgoingFrameSize(1024 * 1024);
    m_socket->setReadBufferSize(2 * maxMessageBytes);
    m_tokens = m_burst;
    m_clock.start();
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { takeIn(text.toUtf8()); });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &ConsoleSocket::takeIn);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        m_closing = true;
        if (!std::exchange(m_gone, true))
            Q_EMIT gone();
    });
    // Pings are answered by Qt into a buffer without limit; this sees every read that made some.
    if (m_tcp)
        connect(m_tcp, &QIODevice::readyRead, this, &ConsoleSocket::checkUnsent);
}

ConsoleSocket::~ConsoleSocket()
{
    m_socket->disconnect(this);
    if (m_tcp)
        m_tcp->disconnect(this);
}

void ConsoleSocket::takeIn(const QByteArray &message)
{
    if (m_closing)
        return;
    if (isTooFast())
        return close(CloseCode::TooMany, u"Too many messages"_s);
    Q_EMIT received(message);
}

bool ConsoleSocket::isTooFast()
{
    const auto now = m_clock.elapsed();
    m_tokens = std::min(m_burst, m_tokens + double(now - m_refilled) * m_perSecond / 1000);
    m_refilled = now;
    if (m_tokens < 1)
        return true;
    m_tokens -= 1;
    return false;
}

void ConsoleSocket::relax()
{
    m_socket->setMaxAllowedIncomingFrameSize(quint64(maxMessageBytes));
    m_socket->setMaxAllowedIncomingMessageSize(quint64(maxMessageBytes));
    m_perSecond = signedInPerSecond;
    m_tokens = m_burst = signedInBurst;
}

void ConsoleSocket::send(const QString &message)
{
    if (m_closing)
        return;
    m_socket->sendTextMessage(message);
    checkUnsent();
}

qint64 ConsoleSocket::unsentBytes() const
{
    return m_socket->bytesToWrite();
}

void ConsoleSocket::checkUnsent()
{
    if (m_socket->bytesToWrite() <= unsentLimit)
        return;
    if (!m_closing)
        close(CloseCode::SlowReader, u"Too much is unsent"_s);
    // It does not read, so it will not read the goodbye either.
    QTimer::singleShot(0, this, &ConsoleSocket::abort);
}

void ConsoleSocket::close(CloseCode code, const QString &why)
{
    if (std::exchange(m_closing, true))
        return;
    m_socket->close(QWebSocketProtocol::CloseCode(int(code)), why);
    QTimer::singleShot(closeMs, this, &ConsoleSocket::abort);
}

void ConsoleSocket::closeNormally()
{
    if (std::exchange(m_closing, true))
        return;
    m_socket->close();
    QTimer::singleShot(closeMs, this, &ConsoleSocket::abort);
}

void ConsoleSocket::abort()
{
    m_closing = true;
    m_socket->abort();
    if (!std::exchange(m_gone, true))
        Q_EMIT gone();
}

QString ConsoleSocket::peerAddress() const
{
    return m_socket->peerAddress().toString();
}

} // namespace quntai
