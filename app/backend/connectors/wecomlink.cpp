// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/wecomlink.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QUuid>

#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(wecomLog, "quntai.connectors.wecom")

const QString platformUrl = u"wss://openws.work.weixin.qq.com"_s;
constexpr int missedHeartbeats = 2;
constexpr qint64 dayMs = 24 * 3600 * 1000LL;

Instant now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

QUrl urlOf(const ConnectorConfig &config)
{
    return QUrl(config.url.isEmpty() ? platformUrl : config.url);
}

} // namespace

WecomLink::WecomLink(ConnectorConfig config, WecomTimings timings, QObject *parent)
    : ConnectorLink(parent), m_config(std::move(config)), m_timings(timings),
      m_socket(QNetworkRequest(urlOf(m_config)), timings.retry), m_sender(timings.patience)
{
    connect(&m_socket, &PlatformSocket::opened, this, &WecomLink::subscribe);
    connect(&m_socket, &PlatformSocket::received, this, &WecomLink::take);
    connect(&m_socket, &PlatformSocket::closed, this, &WecomLink::lost);
    connect(&m_sender, &WecomSender::frame, &m_socket, &PlatformSocket::write);
    connect(&m_sender, &WecomSender::outcome, this, [this](const SendOutcome &result) {
        if (m_running)
            Q_EMIT outcome(result);
    });
    connect(&m_sender, &WecomSender::subscriptionLost, this,
            [this] { m_socket.drop(u"the platform has forgotten the sign-in (846609)"_s); });
    m_heartbeat.setInterval(m_timings.heartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &WecomLink::beat);
    m_signIn.setSingleShot(true);
    m_signIn.setInterval(m_timings.patience.acknowledgeMs);
    connect(&m_signIn, &QTimer::timeout, this,
            [this] { m_socket.drop(u"the sign-in was not answered"_s); });
}

QString WecomLink::channel() const
{
    return m_config.id;
}

QString WecomLink::kind() const
{
    return u"wecom"_s;
}

void WecomLink::start()
{
    if (m_running && m_refusal.isEmpty())
        return;
    m_running = true;
    m_refusal.clear();
    m_refusedAs = ConnectorState::Down;
    const auto url = urlOf(m_config);
    if (url.scheme() != u"wss" && !(url.scheme() == u"ws" && isLocalHost(url.host()))) {
        m_refusal = u"The url must begin with wss:// (the secret would travel in the open)"_s;
        setState(ConnectorState::Down, m_refusal);
        return;
    }
    setState(ConnectorState::Connecting, {});
    m_socket.start();
}

void WecomLink::stop()
{
    m_running = false;
    m_sender.clear();
    lost(u"stopped"_s);
    m_socket.stop();
}

void WecomLink::send(const OutboundMessage &message)
{
    m_sender.send(message);
    if (m_running && (m_state == ConnectorState::Down || m_state == ConnectorState::Replaced))
        QTimer::singleShot(0, this, [this] { m_sender.giveUp(m_detail); });
}

bool WecomLink::recall(const QString &, const QString &)
{
    return false;
}

void WecomLink::subscribe()
{
    m_session = QUuid::createUuid().toString(QUuid::Id128).first(16);
    m_subscribeRequest = u"aibot_subscribe_"_s + m_session;
    m_signIn.start();
    m_socket.write(wecomSubscribe(m_subscribeRequest, m_config.botId, m_config.secret));
}

void WecomLink::take(const QByteArray &text)
{
    m_lastAlive = now();
    m_unanswered = 0;
    const auto frame = decodeWecom(m_json, text, m_config.name);
    if (!frame) {
        // Never the frame itself: it is customers' words.
        qCWarning(wecomLog) << m_config.id << "unreadable frame of" << text.size()
                            << "bytes:" << frame.error().message;
        return;
    }
    switch (frame->kind) {
    case WecomFrame::Kind::Acknowledgement:
        acknowledged(*frame);
        return;
    case WecomFrame::Kind::Message:
        deliver(*frame);
        return;
    case WecomFrame::Kind::Event:
        if (frame->event == u"disconnected_event")
            replaced();
        return;
    case WecomFrame::Kind::Other:
        return;
    }
}

void WecomLink::acknowledged(const WecomFrame &frame)
{
    if (frame.requestId == m_subscribeRequest)
        subscribed(frame);
    else if (!m_sender.acknowledged(frame)
             && frame.code == WecomCode::notSubscribed)
        m_sender.loseSubscription();
}

void WecomLink::subscribed(const WecomFrame &answer)
{
    if (m_isSubscribed)
        return;
    m_signIn.stop();
    if (answer.code != 0) {
        const bool isSecret = answer.code == WecomCode::badSecret;
        m_refusal = isSecret
            ? u"WeCom refused the bot id or the secret (853000): compare botId and secretFile with "
              "the bot's API page (智能机器人 › API 模式 › 长连接)"_s
            : u"WeCom refused the sign-in: %1 (%2)"_s.arg(answer.error).arg(answer.code);
        // Sign-ins are counted by the platform.
        m_socket.slowDown(m_timings.refusedMs);
        m_socket.drop(m_refusal);
        return;
    }
    m_isSubscribed = true;
    m_refusal.clear();
    m_unanswered = 0;
    m_heartbeat.start();
    m_socket.accepted();
    setState(ConnectorState::Connected, {});
    if (m_gapFrom.isSet())
        Q_EMIT gap(std::exchange(m_gapFrom, {}), now(), m_gapWhy);
    m_sender.connected(m_session);
}

void WecomLink::beat()
{
    if (m_unanswered >= missedHeartbeats) {
        m_socket.drop(u"%1 heartbeats were not answered"_s.arg(m_unanswered));
        return;
    }
    ++m_unanswered;
    m_socket.write(wecomPing(u"ping_%1_%2"_s.arg(m_session).arg(now().ms)));
}

void WecomLink::deliver(WecomFrame frame)
{
    auto &message = frame.message;
    if (message.platformId.isEmpty()) {
        qCWarning(wecomLog) << m_config.id << "a message without msgid, chat or sender";
        return;
    }
    for (auto &media : message.media)
        media.local = isLocalHost(urlOf(m_config).host());
    const auto at = now();
    if (message.sentAt.ms <= 0 || message.sentAt.ms > at.ms + dayMs)
        message.sentAt = at;
    message.replyHandle = WecomSender::replyHandle(m_session, frame.requestId, at);
    if (!m_introduced.contains(message.chat)) {
        m_introduced.insert(message.chat);
        InboundGroup group;
        group.chat = message.chat;
        group.kind = GroupKind::Internal;
        Q_EMIT groupChanged(group);
    }
    Q_EMIT received(message);
}

void WecomLink::lost(const QString &why)
{
    m_heartbeat.stop();
    m_signIn.stop();
    if (m_isSubscribed) {
        m_gapFrom = m_lastAlive;
        m_gapWhy = why;
    }
    m_isSubscribed = false;
    m_subscribeRequest.clear();
    if (!m_running)
        return;
    if (!m_refusal.isEmpty()) {
        setState(m_refusedAs, m_refusal);
        m_sender.giveUp(m_refusal);
        return;
    }
    setState(ConnectorState::Connecting, u"%1; trying again"_s.arg(why));
    m_sender.disconnected(why);
}

void WecomLink::replaced()
{
    const auto why = u"Another program has signed in as this bot, and WeCom keeps one connection per "
                     "bot. Stop the other program, then start the backend again"_s;
    m_socket.stop();
    m_refusal = why;
    m_refusedAs = ConnectorState::Replaced;
    lost(why);
}

void WecomLink::setState(ConnectorState state, const QString &detail)
{
    if (state == m_state && detail == m_detail)
        return;
    m_state = state;
    m_detail = detail;
    Q_EMIT stateChanged(state, m_config.name.isEmpty() ? m_config.botId : m_config.name, detail);
}

} // namespace quntai
