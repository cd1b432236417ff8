// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/gatewayoptions.h"
#include "app/backend/gateway/httphead.h"
#include "models/domain/result.h"

#include <QHash>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

class QSslSocket;
class QTimer;

namespace quntai {

/** Accepts connections, does TLS, and reads the head of the first request to tell a WebSocket from
 * plain HTTP. Bounded in time, size and number of sockets per address before anything is handed on.
 */
class Listener : public QTcpServer
{
    Q_OBJECT
public:
    explicit Listener(const GatewayOptions &options, QObject *parent = nullptr);
    ~Listener() override;

    /** Unavailable: the address is taken, or certificate and key do not work. */
    Result<> start();

    /** A socket counts against its address from accept until this is called or it is gone. */
    void settled(QTcpSocket *socket);
    int unsettled() const { return int(m_pending.size()); }

Q_SIGNALS:
    /** An upgrade of an allowed origin; the head is still unread. The receiver owns the socket. */
    void webSocketAsked(QTcpSocket *socket);
    /** The head has been read. The receiver owns the socket. */
    void requested(QTcpSocket *socket, const quntai::HttpHead &head);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Pending
    {
        QString address;
        QPointer<QTimer> timer;
    };

    Result<QSslConfiguration> readTls() const;
    void secure(QSslSocket *socket);
    void waitForHead(QTcpSocket *socket);
    void readHead(QTcpSocket *socket);
    void handOn(QTcpSocket *socket, const HttpHead &head);
    void refuse(QTcpSocket *socket, int status, const QByteArray &why);

    GatewayOptions m_options;
    std::optional<QSslConfiguration> m_tls;
    QHash<QObject *, Pending> m_pending;
    QHash<QString, int> m_perAddress;
};

} // namespace quntai
