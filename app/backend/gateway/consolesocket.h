// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include <memory>

class QWebSocket;

namespace quntai {

enum class CloseCode : int;

/** One console's WebSocket with its limits: size and rate of what comes in, amount of what has not
 * gone out. Closes itself when a limit is passed.
 */
class ConsoleSocket : public QObject
{
    Q_OBJECT
public:
    /** Takes the WebSocket; tcp is the socket under it, which the WebSocket owns. */
    ConsoleSocket(QWebSocket *socket, QTcpSocket *tcp, QObject *parent = nullptr);
    ~ConsoleSocket() override;

    void send(const QString &message);
    /** Says goodbye; what comes in afterwards is dropped. */
    void close(CloseCode code, const QString &why);
    /** As close(), with the code of a normal end. */
    void closeNormally();
    void abort();
    /** After sign-in: larger messages, more of them. */
    void relax();
    /** Closes if too much is unsent; called when bytes come in and four times a second. */
    void checkUnsent();

    qint64 unsentBytes() const;
    QString peerAddress() const;
    QTcpSocket *tcp() const { return m_tcp; }
    bool isClosing() const { return m_closing; }

    static constexpr qint64 unsentLimit = 8 * 1024 * 1024;

Q_SIGNALS:
    void received(const QByteArray &message);
    /** Once, last. */
    void gone();

private:
    void takeIn(const QByteArray &message);
    bool isTooFast();

    std::unique_ptr<QWebSocket> m_socket;
    QPointer<QTcpSocket> m_tcp;
    QElapsedTimer m_clock;
    double m_tokens = 0;
    qint64 m_refilled = 0;
    double m_perSecond = 10;
    double m_burst = 10;
    bool m_closing = false;
    bool m_gone = false;
};

} // namespace quntai
