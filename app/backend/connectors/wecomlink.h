// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/clientsocket.h"
#include "app/backend/connectors/connector.h"
#include "app/backend/connectors/connectorconfig.h"
#include "app/backend/connectors/wecomsender.h"

#include <QSet>

namespace quntai {

/** Everything the AI bot connection waits for. */
struct WecomTimings
{
    RetryPace retry;
    WecomPatience patience;
    int heartbeatMs = 30000;
    int refusedMs = 60000;  //!< at least, before the next try with a bot id or secret that was refused
};

/** WeCom's AI bot (智能机器人) over its long connection: internal groups and members, only messages
 * that mention the bot.
 *
 * The platform keeps one live connection per bot and tells the older one when a newer one signs in;
 * this link then stays away until start() is called again, or two programs would throw each other
 * out for ever.
 */
class WecomLink : public ConnectorLink
{
    Q_OBJECT
public:
    explicit WecomLink(ConnectorConfig config, WecomTimings timings = {}, QObject *parent = nullptr);

    QString channel() const override;
    QString kind() const override;
    void start() override;
    void stop() override;
    void send(const OutboundMessage &message) override;
    bool recall(const QString &chat, const QString &platformId) override;

private:
    void subscribe();
    void take(const QByteArray &text);
    void acknowledged(const WecomFrame &frame);
    void subscribed(const WecomFrame &answer);
    void beat();
    void deliver(WecomFrame frame);
    void lost(const QString &why);
    void replaced();
    void setState(ConnectorState state, const QString &detail);

    ConnectorConfig m_config;
    WecomTimings m_timings;
    ClientSocket m_socket;
    WecomSender m_sender;
    PlatformJson m_json;
    QTimer m_heartbeat;
    QTimer m_signIn;            //!< runs while the subscription is not answered
    QString m_session;          //!< of this connection; part of reply handles, new each time
    QString m_subscribeRequest;
    QString m_refusal;          //!< why the platform does not let us in
    ConnectorState m_refusedAs = ConnectorState::Down;
    bool m_running = false;
    bool m_isSubscribed = false;
    int m_unanswered = 0;       //!< heartbeats
    Instant m_lastAlive;
    Instant m_gapFrom;          //!< set while messages may be passing us by
    QString m_gapWhy;
    QSet<QString> m_introduced; //!< chats whose kind was told
    ConnectorState m_state = ConnectorState::Down;
    QString m_detail;
};

} // namespace quntai
