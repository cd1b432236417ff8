// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/platformsocket.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>
#include <QWebSocketServer>

namespace quntai {

/** The called side: a OneBot implementation connects to us (reverse WebSocket).
 *
 * Path, access token and origin are checked before the connection becomes a WebSocket. One account at
 * a time; a newer connection of the same account takes the place of the older one, which may only
 * look alive. An implementation that uses one connection for actions and one for events is open when
 * both are there.
 */
class ReverseSocket : public PlatformSocket
{
    Q_OBJECT
public:
    /** listen is ADDR:PORT, 0 picks a port; an empty path means any; an empty token is for loopback
     * only. */
    ReverseSocket(QString listen, QString path, QString token, QObject *parent = nullptr);
    ~ReverseSocket() override;

    void start() override;
    void stop() override;
    void write(const QByteArray &text) override;
    void drop(const QString &why) override;

    quint16 port() const { return m_tcp.serverPort(); }  //!< 0 while not listening

private:
    struct Head
    {
        QByteArray path;
        QByteArray query;
        QHash<QByteArray, QByteArray> headers;  //!< names in lower case
    };

    void listenNow();
    void greet(QTcpSocket *socket);
    void readHead(QTcpSocket *socket);
    static Head parseHead(QByteArrayView text);
    QByteArray refusal(const Head &head) const;
    void admit(QWebSocket *socket);
    void attach(QWebSocket *socket);
    void discard();

    QString m_listen;
    QString m_path;
    QString m_token;
    QTcpServer m_tcp;
    QWebSocketServer m_server;
    QTimer m_retry;
    QWebSocket *m_actions = nullptr;
    QWebSocket *m_events = nullptr;  //!< often the same
    QByteArray m_self;               //!< account of the connection
};

} // namespace quntai
