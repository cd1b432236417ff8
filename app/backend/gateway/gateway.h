// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/gateway/blobdoor.h"
#include "app/backend/gateway/console.h"
#include "app/backend/gateway/httpexchange.h"
#include "app/backend/gateway/listener.h"

#include <QElapsedTimer>
#include <QWebSocketServer>

namespace quntai {

/** The server consoles connect to: quntai.v1 over WebSocket, and /healthz, /metrics and /blob over
 * HTTP on the same port.
 *
 * Lives in one thread with the account store; the engine has threads of its own.
 */
class Gateway : public QObject
{
    Q_OBJECT
public:
    /** What reads the ledger beside its writer: the gateway's own thread, and that of reports. */
    struct Readers
    {
        std::unique_ptr<LedgerReader> own;
        std::unique_ptr<LedgerReader> reports;
    };
    /** engine and accounts must outlive this. */
    Gateway(Engine &engine, Readers readers, AccountStore &accounts, GatewayOptions options,
            QObject *parent = nullptr);
    ~Gateway() override;

    /** Takes the address, and lets nobody in yet. Unavailable says what is wrong with address,
     * certificate or folder. */
    Result<> listen();
    /** Lets consoles in once the engine's state is here (ready). Call after the engine was
     * started. Listens, unless listen() was called already. */
    Result<> start();
    /** Tells every console to come back later (why is for people) and lets nobody in. */
    void stop(const QString &why);

    /** Who answers customer.refresh; before start(). */
    void setCustomerRefresher(CustomerRefresher refresh)
    {
        m_refreshCustomer = std::move(refresh);
    }

    /** Who reads the pictures people want to send; before start(). */
    void setPictureReader(PictureReader reader) { m_blobs.setReader(std::move(reader)); }

    /** A blob was erased with a person's data: what was read in it goes, too. */
    void forgetBlob(const QString &sha256) { m_blobs.forget(sha256); }

    quint16 port() const { return m_listener.serverPort(); }
    int consoles() const { return int(m_consoles.size()); }

Q_SIGNALS:
    void ready();

private:
    void begin(const State &state);
    void takeIn(const EventList &events);
    void upgrade(QTcpSocket *socket);
    void welcome();
    void add(std::unique_ptr<ConsoleSocket> socket);
    void signedIn(Console *console, const QString &wantedSession);
    void gone(Console *console);
    void rescope(const User &user);
    bool isConnected(const UserId &user) const;
    void setPresence(const UserId &user, AgentStatus status);
    void markAbsent();
    HttpServices httpServices();
    QByteArray metrics() const;

    Engine &m_engine;
    AccountStore &m_accounts;
    const GatewayOptions m_options;
    FeedHub m_hub;
    Listener m_listener;
    QWebSocketServer m_upgrader;
    BlobDoor m_blobs;
    Audit m_audit;
    CustomerRefresher m_refreshCustomer;
    Reports m_reports;
    QHash<QString, QPointer<QTcpSocket>> m_upgrading;  //!< by address and port of the peer
    QList<Console *> m_consoles;
    QList<EventList> m_early;  //!< committed before the state came
    GatewayCounters m_counters;
    QString m_trouble;
    QTimer m_watch;
    QTimer m_ticks;
    QTimer m_absence;
    QTimer m_sweep;
    QElapsedTimer m_uptime;
    bool m_ready = false;
    bool m_stopped = false;
};

} // namespace quntai
