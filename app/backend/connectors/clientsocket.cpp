// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/clientsocket.h"

#include "app/backend/connectors/platformvalue.h"

#include <QRandomGenerator>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

ClientSocket::ClientSocket(QNetworkRequest request, RetryPace pace, QObject *parent)
    : PlatformSocket(parent), m_request(std::move(request)), m_pace(pace)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ClientSocket::connectNow);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { ended(u"no answer to the attempt to connect"_s); });
}

void ClientSocket::start()
{
    m_failures = 0;
    m_retry.stop();
    connectNow();
}

void ClientSocket::stop()
{
    m_retry.stop();
    discard();
}

void ClientSocket::connectNow()
{
    discard();
    m_atLeastMs = 0;
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(PlatformJson::maxBytes);
    m_socket->setMaxAllowedIncomingFrameSize(PlatformJson::maxBytes);
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_patience.stop();
        Q_EMIT opened();
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { Q_EMIT received(text.toUtf8()); });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &ClientSocket::received);
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        const auto reason = m_socket->closeReason();
        ended(reason.isEmpty() ? m_socket->errorString() : reason);
    });
    connect(m_socket, &QWebSocket::errorOccurred, this,
            [this] { ended(m_socket->errorString()); });
    m_patience.start(m_pace.connectMs);
    m_socket->open(m_request);
}

void ClientSocket::discard()
{
    m_patience.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void ClientSocket::ended(const QString &why)
{
    if (!m_socket)
        return;
    discard();
    m_retry.start(nextPause());
    Q_EMIT closed(why);
    // Only now is known whether the listener wants a longer pause, or none because it has stopped.
    if (m_retry.isActive() && m_atLeastMs > m_retry.interval())
        m_retry.start(m_atLeastMs);
}

int ClientSocket::nextPause()
{
    const int steps = std::min(m_failures++, 16);
    const auto pause = std::min<qint64>(qint64(m_pace.firstMs) << steps, m_pace.capMs);
    return int(pause / 2 + QRandomGenerator::global()->bounded(pause / 2 + 1));
}

void ClientSocket::write(const QByteArray &text)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(text));
}

void ClientSocket::drop(const QString &why)
{
    ended(why);
}

void ClientSocket::accepted()
{
    m_failures = 0;
}

void ClientSocket::slowDown(int milliseconds)
{
    m_atLeastMs = milliseconds;
}

} // namespace quntai
