// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/onebotlink.h"

#include "app/backend/connectors/privatechat.h"
#include "app/backend/connectors/reversesocket.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(oneBotLog, "quntai.connectors.onebot")

constexpr qint64 dayMs = 24 * 3600 * 1000LL;
constexpr qsizetype namesPerChat = 3000;
constexpr qsizetype chatsWithNames = 5000;

Instant now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

std::unique_ptr<PlatformSocket> socketFor(const ConnectorConfig &config, RetryPace pace)
{
    if (!config.listen.isEmpty())
        return std::make_unique<ReverseSocket>(config.listen, config.path, config.secret);
    QNetworkRequest request{QUrl(config.url)};
    if (!config.secret.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + config.secret.toUtf8());
    return std::make_unique<ClientSocket>(request, pace);
}

bool isTokenRefused(const QString &why)
{
    // Only the words of QWebSocket say what the handshake was answered.
    return why.contains(u"code: 401"_s) || why.contains(u"code: 403"_s);
}

bool isTokenRefused(const OneBotResponse &response)
{
    return response.code == 1401 || response.code == 1403;
}

} // namespace

OneBotLink::OneBotLink(ConnectorConfig config, OneBotTimings timings, QObject *parent)
    : ConnectorLink(parent), m_config(std::move(config)), m_timings(timings),
      m_socket(socketFor(m_config, timings.retry)),
      m_run(QUuid::createUuid().toString(QUuid::Id128).first(12)), m_account(m_config.id)
{
    connect(m_socket.get(), &PlatformSocket::opened, this, &OneBotLink::opened);
    connect(m_socket.get(), &PlatformSocket::received, this, &OneBotLink::take);
    connect(m_socket.get(), &PlatformSocket::closed, this, &OneBotLink::lost);
    connect(m_socket.get(), &PlatformSocket::failed, this,
            [this](const QString &why) { setState(ConnectorState::Down, why); });
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &OneBotLink::watch);
}

QString OneBotLink::channel() const
{
    return m_config.id;
}

QString OneBotLink::kind() const
{
    return u"onebot11"_s;
}

quint16 OneBotLink::port() const
{
    const auto *reverse = qobject_cast<ReverseSocket *>(m_socket.get());
    return reverse ? reverse->port() : 0;
}

void OneBotLink::start()
{
    if (std::exchange(m_running, true))
        return;
    setState(ConnectorState::Connecting,
             m_config.listen.isEmpty() ? QString() : u"waiting for the gateway to connect"_s);
    m_socket->start();
}

void OneBotLink::stop()
{
    m_running = false;
    m_waiting.clear();
    lost(u"stopped"_s);
    m_socket->stop();
}

void OneBotLink::opened()
{
    m_isOpen = true;
    m_isOnline = true;
    m_heartbeatMs = 0;
    m_introduced.clear();
    m_silence.start(m_timings.silenceMs);
    call(u"get_login_info"_s, {}, {Action::What::Login, {}, {}, {}});
    call(u"get_group_list"_s, {}, {Action::What::Groups, {}, {}, {}});
}

void OneBotLink::take(const QByteArray &text)
{
    m_lastAlive = now();
    m_silence.start(m_heartbeatMs > 0 ? int(m_heartbeatMs * 5 / 2) : m_timings.silenceMs);
    auto frame = decodeOneBot(m_json, text);
    if (!frame) {
        // Never the frame itself: it is customers' words.
        qCWarning(oneBotLog) << m_config.id << "unreadable frame of" << text.size()
                             << "bytes:" << frame.error().message;
        return;
    }
    if (frame->kind == OneBotFrame::Kind::Response) {
        if (m_waiting.contains(frame->response.echo)) {
            settle(frame->response.echo, &frame->response, {});
        } else if (!m_isSignedIn && isTokenRefused(frame->response)) {
            settleLogin(&frame->response);
        }
        return;
    }
    if (!frame->self.isEmpty())
        m_self = frame->self;
    signedIn();
    handle(*frame);
}

void OneBotLink::handle(OneBotFrame &frame)
{
    switch (frame.kind) {
    case OneBotFrame::Kind::Message:
        deliver(frame);
        return;
    case OneBotFrame::Kind::Joined:
        joined(frame);
        return;
    case OneBotFrame::Kind::Left:
        if (!frame.chat.isEmpty() && frame.user != m_self)
            Q_EMIT groupChanged({frame.chat, {}, GroupKind::External, 0, {}, {}, {frame.user}});
        return;
    case OneBotFrame::Kind::Recalled:
        if (!frame.chat.isEmpty() && !frame.messageId.isEmpty())
            Q_EMIT recalled({frame.chat, frame.messageId});
        return;
    case OneBotFrame::Kind::Renamed:
        m_names[frame.chat].insert(frame.user, frame.name);
        return;
    case OneBotFrame::Kind::Heartbeat:
        m_heartbeatMs = std::clamp<qint64>(frame.intervalMs, 0, 600000);
        setOnline(frame.online);
        return;
    case OneBotFrame::Kind::Offline:
        setOnline(false);
        return;
    case OneBotFrame::Kind::Response:
    case OneBotFrame::Kind::Connected:
    case OneBotFrame::Kind::Other:
        return;
    }
}

void OneBotLink::deliver(OneBotFrame &frame)
{
    auto &message = frame.message;
    if (message.platformId.isEmpty()) {
        qCWarning(oneBotLog) << m_config.id << "a message without message_id";
        return;
    }
    // Strangers can open any number of private chats.
    if (m_names.size() >= chatsWithNames)
        m_names.clear();
    auto &names = m_names[message.chat];
    if (names.size() >= namesPerChat)
        names.clear();
    names.insert(message.sender.id, message.sender.name);
    applySegments(message, frame.segments, frame.self,
                  [&names](const QString &user) { return names.value(user); });
    const auto host = m_config.listen.isEmpty() ? QUrl(m_config.url).host()
                                               : m_config.listen.section(u':', 0, -2);
    for (auto &media : message.media)
        media.local = isLocalHost(host);
    const auto at = now();
    if (message.sentAt.ms <= 0 || message.sentAt.ms > at.ms + dayMs)
        message.sentAt = at;
    if (message.single)
        message.chatName = message.sender.name;
    else
        introduce(message.chat);
    Q_EMIT received(message);
}

void OneBotLink::introduce(const QString &chat)
{
    if (m_introduced.contains(chat))
        return;
    m_introduced.insert(chat);
    if (m_groups.contains(chat))
        tellGroup(chat);
    else
        call(u"get_group_info"_s, {{u"group_id"_s, oneBotId(chat)}},
             {Action::What::GroupInfo, chat, {}, {}});
}

void OneBotLink::tellGroup(const QString &chat)
{
    const auto group = m_groups.value(chat);
    Q_EMIT groupChanged({chat, group.name, GroupKind::External, group.memberCount, {}, {}, {}});
}

void OneBotLink::learnGroups(const QList<OneBotGroup> &groups)
{
    for (const auto &group : groups) {
        if (group.id.isEmpty())
            continue;
        const bool isNews = m_groups.value(group.id).name != group.name;
        m_groups.insert(group.id, group);
        // Only groups where somebody has spoken: an account may be in many that are no business of ours.
        if (isNews && m_introduced.contains(group.id))
            tellGroup(group.id);
    }
}

void OneBotLink::joined(const OneBotFrame &frame)
{
    if (frame.chat.isEmpty() || frame.user.isEmpty())
        return;
    introduce(frame.chat);
    if (frame.user != m_self)
        call(u"get_group_member_info"_s,
             {{u"group_id"_s, oneBotId(frame.chat)}, {u"user_id"_s, oneBotId(frame.user)}},
             {Action::What::Member, frame.chat, frame.user, {}});
}

void OneBotLink::send(const OutboundMessage &message)
{
    if (!m_isSignedIn) {
        QTimer::singleShot(0, this, [this, id = message.id] {
            if (m_running)
                Q_EMIT outcome({id, SendOutcome::Kind::Failed, {},
                                u"There was no connection to send it over"_s, 0, true});
        });
        return;
    }
    const auto echo = expect({Action::What::Send, message.chat, {}, message.id},
                             message.files.isEmpty() ? m_timings.actionMs : m_timings.fileMs);
    m_socket->write(oneBotSend(message, echo));
}

bool OneBotLink::recall(const QString &chat, const QString &platformId)
{
    if (!m_isSignedIn || platformId.isEmpty())
        return false;
    call(u"delete_msg"_s, {{u"message_id"_s, oneBotId(platformId)}},
         {Action::What::Recall, chat, {}, {}});
    return true;
}

void OneBotLink::call(const QString &action, const QJsonObject &parameters, const Action &purpose)
{
    m_socket->write(oneBotAction(action, parameters, expect(purpose, m_timings.actionMs)));
}

QString OneBotLink::expect(const Action &purpose, int ms)
{
    const auto echo = u"%1-%2"_s.arg(m_run).arg(++m_lastEcho);
    m_waiting.insert(echo, purpose);
    QTimer::singleShot(ms, this,
                       [this, echo] { settle(echo, nullptr, u"no answer in time"_s); });
    return echo;
}

void OneBotLink::settle(const QString &echo, const OneBotResponse *response, const QString &why)
{
    const auto at = m_waiting.constFind(echo);
    if (at == m_waiting.cend())
        return;
    const auto action = *at;
    m_waiting.erase(at);
    switch (action.what) {
    case Action::What::Login:
        settleLogin(response);
        return;
    case Action::What::Groups:
    case Action::What::GroupInfo:
        if (response)
            learnGroups(response->groups);
        return;
    case Action::What::Member:
        settleMember(action, response);
        return;
    case Action::What::Send:
        settleSend(action.message, response, why);
        return;
    case Action::What::Recall:
        if (!response || response->code > 1)
            qCWarning(oneBotLog) << m_config.id << "a message was not taken back:"
                                 << (response ? response->problem : why);
        return;
    case Action::What::Probe:
        if (!response && m_isOpen)
            m_socket->drop(u"the gateway no longer answers"_s);
        else if (response && response->code == 0)
            setOnline(response->online);
        return;
    }
}

void OneBotLink::settleSend(const MessageId &id, const OneBotResponse *response, const QString &why)
{
    using Kind = SendOutcome::Kind;
    if (!response) {
        Q_EMIT outcome({id, Kind::Unknown, {}, u"The gateway did not say what became of it: %1"_s
                            .arg(why), 0, false});
    } else if (response->code == 0 || response->code == 1) {
        Q_EMIT outcome({id, Kind::Sent, response->messageId, {}, 0, false});
    } else if (isDoubtful(*response)) {
        Q_EMIT outcome({id, Kind::Unknown, {}, response->problem, int(response->code), false});
    } else {
        const auto reason = response->problem.isEmpty() ? u"no reason given"_s : response->problem;
        const bool isOurFault = response->code >= 1400 && response->code < 1500;
        Q_EMIT outcome({id, Kind::Failed, {},
                        u"The gateway refused it: %1 (%2)"_s.arg(reason).arg(response->code),
                        int(response->code), !isOurFault});
    }
}

void OneBotLink::settleLogin(const OneBotResponse *response)
{
    if (!response) {
        if (m_isOpen)
            m_socket->drop(u"the gateway does not answer"_s);
        return;
    }
    if (isTokenRefused(*response)) {
        m_socket->drop(u"code: 403"_s);
        return;
    }
    if (!response->userId.isEmpty()) {
        m_self = response->userId;
        m_account = response->nickname.isEmpty()
            ? m_self : u"%1 (%2)"_s.arg(response->nickname, m_self);
        if (m_isSignedIn && m_isOnline)
            Q_EMIT stateChanged(m_state, m_account, m_detail);
    }
    signedIn();
}

void OneBotLink::settleMember(const Action &action, const OneBotResponse *response)
{
    InboundMember member;
    member.id = action.user;
    if (response && response->code == 0) {
        member.name = response->card.isEmpty() ? response->nickname : response->card;
        member.role = oneBotRole(response->role);
        m_names[action.chat].insert(member.id, member.name);
    }
    Q_EMIT groupChanged({action.chat, {}, GroupKind::External, 0, {}, {member}, {}});
}

void OneBotLink::signedIn()
{
    if (m_isSignedIn || !m_isOpen)
        return;
    m_isSignedIn = true;
    m_socket->accepted();
    setState(ConnectorState::Connected, {});
    if (m_gapFrom.isSet())
        Q_EMIT gap(std::exchange(m_gapFrom, {}), now(), m_gapWhy);
}

void OneBotLink::setOnline(bool online)
{
    if (online == m_isOnline)
        return;
    m_isOnline = online;
    if (online) {
        setState(ConnectorState::Connected, {});
        if (m_gapFrom.isSet())
            Q_EMIT gap(std::exchange(m_gapFrom, {}), now(), m_gapWhy);
        return;
    }
    m_gapFrom = now();
    m_gapWhy = u"the account was offline at the gateway"_s;
    setState(ConnectorState::Down,
             u"The account is signed out at the gateway: sign it in there again"_s);
}

void OneBotLink::watch()
{
    if (m_heartbeatMs > 0)
        m_socket->drop(u"no heartbeat for %1 s"_s.arg(m_heartbeatMs * 5 / 2000));
    else
        call(u"get_status"_s, {}, {Action::What::Probe, {}, {}, {}});
}

void OneBotLink::lost(const QString &why)
{
    m_silence.stop();
    m_isOpen = false;
    if (std::exchange(m_isSignedIn, false) && !m_gapFrom.isSet()) {
        m_gapFrom = m_lastAlive;
        m_gapWhy = why;
    }
    if (!m_running)
        return;
    if (isTokenRefused(why))
        setState(ConnectorState::Down,
                 u"The gateway refused the access token: compare secretFile with its settings"_s);
    else
        setState(ConnectorState::Connecting, u"%1; trying again"_s.arg(why));
    const auto echoes = m_waiting.keys();
    for (const auto &echo : echoes)
        settle(echo, nullptr, why);
}

void OneBotLink::setState(ConnectorState state, const QString &detail)
{
    if (state == m_state && detail == m_detail)
        return;
    m_state = state;
    m_detail = detail;
    Q_EMIT stateChanged(state, m_account, detail);
}

} // namespace quntai
