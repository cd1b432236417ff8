// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/cuttingproxy.h"

namespace quntai::tests {

CuttingProxy::CuttingProxy(QObject *parent) : QObject(parent)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

CuttingProxy::~CuttingProxy()
{
    cut();
}

QUrl CuttingProxy::url() const
{
    auto url = m_server;
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_listener.serverPort());
    return url;
}

void CuttingProxy::accept()
{
    while (auto *console = m_listener.nextPendingConnection()) {
        const Pair pair{console, new QTcpSocket(this)};
        m_pairs.append(pair);
        console->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(console, &QTcpSocket::readyRead, this, [=, this] { pass(pair, Way::Up); });
        connect(pair.server, &QTcpSocket::readyRead, this, [=, this] { pass(pair, Way::Down); });
        connect(pair.server, &QTcpSocket::connected, this, [=, this] {
            pair.server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            pass(pair, Way::Up);
        });
        for (auto *end : {console, pair.server}) {
            connect(end, &QTcpSocket::disconnected, this, [=, this] { gone(end); });
            connect(end, &QTcpSocket::errorOccurred, this, [=, this] { gone(end); });
        }
        pair.server->connectToHost(QHostAddress::LocalHost, quint16(m_server.port()));
    }
}

void CuttingProxy::pass(const Pair &pair, Way way)
{
    auto *from = way == Way::Up ? pair.console : pair.server;
    auto *to = way == Way::Up ? pair.server : pair.console;
    if (to->state() != QAbstractSocket::ConnectedState || m_isHeld)
        return; // read once it is, or may be
    auto bytes = from->readAll();
    const bool ends = m_left >= 0 && way == m_way && bytes.size() >= m_left;
    if (ends)
        bytes.truncate(m_left);
    else if (m_left >= 0 && way == m_way)
        m_left -= bytes.size();
    if (way == Way::Down && m_cutAt && m_cutAt(bytes)) {
        m_cutAt = {};
        return cut();
    }
    to->write(bytes);
    to->flush();
    if (ends)
        cut();
}

void CuttingProxy::cutAfter(Way way, qint64 bytes)
{
    m_way = way;
    m_left = bytes;
}

void CuttingProxy::cut()
{
    m_left = -1;
    m_cuts += !m_pairs.isEmpty();
    while (!m_pairs.isEmpty())
        drop(m_pairs.constLast().console);
}

void CuttingProxy::gone(QTcpSocket *socket)
{
    if (!m_isHeld)
        drop(socket);
}

void CuttingProxy::release()
{
    m_isHeld = false;
    const auto pairs = m_pairs;
    for (const auto &pair : pairs) {
        pass(pair, Way::Up);
        pass(pair, Way::Down);
        for (auto *end : {pair.console, pair.server}) {
            if (end->state() == QAbstractSocket::UnconnectedState)
                drop(end);
        }
    }
}

/** Both ends; what was passed on already arrives. */
void CuttingProxy::drop(QTcpSocket *socket)
{
    const auto at = std::ranges::find_if(m_pairs, [&](const Pair &pair) {
        return pair.console == socket || pair.server == socket;
    });
    if (at == m_pairs.end())
        return;
    const auto pair = *at;
    m_pairs.erase(at);
    for (auto *end : {pair.console, pair.server}) {
        end->disconnect(this);
        // Not here: a socket does not survive its own readyRead being answered with abort().
        QMetaObject::invokeMethod(end, [end] {
            end->flush();
            end->abort();
            end->deleteLater();
        }, Qt::QueuedConnection);
    }
}

} // namespace quntai::tests
