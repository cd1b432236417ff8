// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/clientsocket.h"
#include "app/backend/connectors/connector.h"
#include "app/backend/connectors/connectorconfig.h"
#include "app/backend/connectors/onebotframes.h"

#include <QSet>

#include <memory>

namespace quntai {

/** Everything a OneBot connection waits for. */
struct OneBotTimings
{
    RetryPace retry;
    int actionMs = 15000;   //!< for the answer to an action
    int fileMs = 120000;    //!< for the answer to a message with pictures or a file
    int silenceMs = 60000;  //!< before asking whether it lives, where no heartbeat is known
};

/** A OneBot 11 implementation, reached as an application: forward (we connect, config.url) or reverse
 * (it connects, config.listen). Gives the whole stream of its groups. */
class OneBotLink : public ConnectorLink
{
    Q_OBJECT
public:
    explicit OneBotLink(ConnectorConfig config, OneBotTimings timings = {},
                        QObject *parent = nullptr);

    QString channel() const override;
    QString kind() const override;
    void start() override;
    void stop() override;
    void send(const OutboundMessage &message) override;
    bool recall(const QString &chat, const QString &platformId) override;

    /** The port it listens on in reverse mode; 0 otherwise. */
    quint16 port() const;

private:
    struct Action
    {
        enum class What { Login, Groups, GroupInfo, Member, Send, Recall, Probe };
        What what = What::Probe;
        QString chat;
        QString user;
        MessageId message;
    };

    void opened();
    void take(const QByteArray &text);
    void handle(OneBotFrame &frame);
    void deliver(OneBotFrame &frame);
    void introduce(const QString &chat);
    void joined(const OneBotFrame &frame);
    void call(const QString &action, const QJsonObject &parameters, const Action &purpose);
    QString expect(const Action &purpose, int ms);
    void settle(const QString &echo, const OneBotResponse *response, const QString &why);
    void settleSend(const MessageId &id, const OneBotResponse *response, const QString &why);
    void settleLogin(const OneBotResponse *response);
    void settleMember(const Action &action, const OneBotResponse *response);
    void learnGroups(const QList<OneBotGroup> &groups);
    void tellGroup(const QString &chat);
    void signedIn();
    void setOnline(bool online);
    void watch();
    void lost(const QString &why);
    void setState(ConnectorState state, const QString &detail);

    ConnectorConfig m_config;
    OneBotTimings m_timings;
    std::unique_ptr<PlatformSocket> m_socket;
    PlatformJson m_json;
    QHash<QString, Action> m_waiting;                 //!< by echo
    QHash<QString, OneBotGroup> m_groups;
    QHash<QString, QHash<QString, QString>> m_names;  //!< chat → member → what it is called there
    QSet<QString> m_introduced;                       //!< groups whose name was told
    QTimer m_silence;
    QString m_run;           //!< makes echoes unique over restarts
    qint64 m_lastEcho = 0;
    QString m_self;
    QString m_account;
    qint64 m_heartbeatMs = 0;
    bool m_running = false;
    bool m_isOpen = false;
    bool m_isSignedIn = false;
    bool m_isOnline = true;  //!< the account at its platform, as the implementation says
    Instant m_lastAlive;
    Instant m_gapFrom;       //!< set while messages may be passing us by
    QString m_gapWhy;
    ConnectorState m_state = ConnectorState::Down;
    QString m_detail;
};

} // namespace quntai
