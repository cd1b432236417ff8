// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/accounts/accountstore.h"
#include "app/backend/engine/engine.h"
#include "app/backend/gateway/audit.h"
#include "app/backend/gateway/blobdoor.h"
#include "app/backend/gateway/consolefeed.h"
#include "app/backend/gateway/consolesocket.h"
#include "app/backend/gateway/gatewayoptions.h"
#include "app/backend/reports/reports.h"
#include "models/protocol/customerwire.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace quntai {

/** Counters for /metrics. */
struct GatewayCounters
{
    quint64 connections = 0;
    quint64 messagesIn = 0;
    quint64 messagesOut = 0;
    quint64 badMessages = 0;
    quint64 commands = 0;
    quint64 refusedCommands = 0;
    quint64 failedSignIns = 0;
};

/** Asks the outside system about a member; done comes later, in context's thread, unless context is
 * gone by then. */
using CustomerRefresher =
    std::function<void(const RefreshCustomerParams &, const User &by, QObject *context,
                       std::function<void(Result<RefreshCustomerResult>)> done)>;

/** What all consoles share. */
struct ConsoleServices
{
    Engine &engine;
    AccountStore &accounts;
    FeedHub &hub;
    const GatewayOptions &options;
    GatewayCounters &counters;
    Audit &audit;
    const CustomerRefresher &refreshCustomer;  //!< unset: there is no such system
    Reports &reports;
    BlobDoor &blobs;
};

/** One connected console: sign-in, requests, feed, pings. */
class Console : public QObject
{
    Q_OBJECT
public:
    Console(std::unique_ptr<ConsoleSocket> socket, const ConsoleServices &services,
            QObject *parent = nullptr);
    ~Console() override;

    bool isSignedIn() const { return m_feed != nullptr; }
    const User &user() const { return m_user; }
    const QString &session() const { return m_session; }
    void setSession(const QString &session) { m_session = session; }
    const QString &family() const { return m_family; }
    ConsoleSocket &socket() { return *m_socket; }

    /** The user as they are now: other rights, or none. */
    void setUser(const User &user);
    void goAway(const QString &why);
    void tick();

Q_SIGNALS:
    /** Just before the answer to session.hello; the receiver may replace the session's id.
     * wanted is the id of an earlier connection. */
    void signedIn(const QString &wanted);
    void gone();

private:
    void receive(const QByteArray &message);
    void request(const FrameHead &head, qsizetype bytes);
    void notice(const FrameHead &head);
    Result<QByteArray> answerTo(const QString &method);
    void verify(const QByteArray &id);
    void refreshCustomer(const QByteArray &id);
    void test(const QByteArray &id);
    void previewFlow(const QByteArray &id);
    void customerTopics(const QByteArray &id);
    void report(const QByteArray &id);
    void reportTopics(const QByteArray &id);
    void hello(const QByteArray &id);
    void signInWithToken(const QByteArray &id, const HelloParams &params);
    void signInWithPassword(const QByteArray &id, const HelloParams &params);
    void finishSignIn(const QByteArray &id, const QString &wanted,
                      const Result<IssuedTokens> &tokens);
    void refuseSignIn(const QByteArray &id, const Error &error);
    void refresh(const QByteArray &id);
    void bye(const QByteArray &id);
    void command(const FrameHead &head, qsizetype bytes);
    void putUser(const QByteArray &id, Command command);
    void submit(const Command &command, const QByteArray &hash, Engine::CommandDone done);
    void answer(const QByteArray &id, const Result<QByteArray> &result);
    void answerCommand(const QByteArray &id, const Result<qint64> &result);
    void bad(const QByteArray &id, const Error &error);
    void send(const QByteArray &message);
    void ping();
    SelfInfo self() const;

    std::unique_ptr<ConsoleSocket> m_socket;
    ConsoleServices m_services;
    FrameReader m_reader;
    std::unique_ptr<ConsoleFeed> m_feed;
    User m_user;
    QString m_session;
    QString m_family;
    QTimer m_pingTimer;
    QTimer m_helloTimer;
    bool m_signingIn = false;
    bool m_testing = false;
    int m_badInARow = 0;
    int m_unanswered = 0;  //!< pings since anything came
    qint64 m_pings = 0;
};

} // namespace quntai
