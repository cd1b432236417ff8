// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/onebotplatform.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace quntai::tests {

using namespace Qt::StringLiterals;

OneBotPlatform::OneBotPlatform() : m_server(u"onebot"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &OneBotPlatform::welcome);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

QByteArray OneBotPlatform::config() const
{
    return "connectors:\n  - {id: ob, kind: onebot11, url: \"ws://127.0.0.1:"
        + QByteArray::number(m_server.serverPort()) + "\"}\n";
}

void OneBotPlatform::welcome()
{
    auto *socket = m_server.nextPendingConnection();
    if (m_client)
        m_client->abort();
    m_client = socket;
    m_isAsked = false;
    connect(socket, &QWebSocket::textMessageReceived, this, &OneBotPlatform::answer);
    connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
}

void OneBotPlatform::answer(const QString &text)
{
    const auto request = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto data = resultOf(request[u"action"].toString(), request[u"params"].toObject());
    QJsonObject response{{u"status"_s, u"ok"_s}, {u"retcode"_s, 0}, {u"data"_s, data},
                         {u"echo"_s, request[u"echo"]}};
    if (m_client)
        m_client->sendTextMessage(
            QString::fromUtf8(QJsonDocument(response).toJson(QJsonDocument::Compact)));
}

QJsonObject OneBotPlatform::resultOf(const QString &action, const QJsonObject &params)
{
    if (action == u"get_login_info") {
        m_isAsked = true;
        return {{u"user_id"_s, self}, {u"nickname"_s, u"小禾"_s}};
    }
    if (action == u"get_group_info") {
        return {{u"group_id"_s, params[u"group_id"]}, {u"group_name"_s, u"清禾优选群"_s},
                {u"member_count"_s, 3}};
    }
    if (action == u"get_group_member_info") {
        return {{u"group_id"_s, params[u"group_id"]}, {u"user_id"_s, params[u"user_id"]},
                {u"nickname"_s, u"顾客%1"_s.arg(params[u"user_id"].toInteger())},
                {u"role"_s, u"member"_s}};
    }
    if (action != u"send_group_msg")
        return {};
    Sent sent{params[u"group_id"].toInteger(), {}, {}};
    for (const auto &segment : params[u"message"].toArray()) {
        sent.text += segment[u"data"][u"text"].toString();
        if (segment[u"type"].toString() == u"at")
            sent.mentions.append(segment[u"data"][u"qq"].toString());
        const auto file = segment[u"data"][u"file"].toString();
        if (!file.startsWith(u"base64://"_s))
            continue;
        auto &into = segment[u"type"].toString() == u"image" ? sent.pictures : sent.files;
        into.append(QByteArray::fromBase64(file.sliced(9).toLatin1()));
    }
    m_sent.append(sent);
    return {{u"message_id"_s, ++m_nextMessage}};
}

bool OneBotPlatform::notice(QStringView type, qint64 group, qint64 user)
{
    if (!isConnected())
        return false;
    const QJsonObject event{{u"post_type"_s, u"notice"_s}, {u"notice_type"_s, type.toString()},
                            {u"time"_s, QDateTime::currentSecsSinceEpoch()},
                            {u"self_id"_s, self}, {u"group_id"_s, group}, {u"user_id"_s, user}};
    m_client->sendTextMessage(
        QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
    return true;
}

bool OneBotPlatform::say(qint64 group, qint64 user, const QString &text, bool atBot)
{
    return deliver(group, user,
                   {{u"type"_s, u"text"_s}, {u"data"_s, QJsonObject{{u"text"_s, text}}}}, atBot);
}

bool OneBotPlatform::show(qint64 group, qint64 user, const QUrl &picture, bool atBot)
{
    const QJsonObject data{{u"file"_s, u"shot.png"_s}, {u"url"_s, picture.toString()}};
    return deliver(group, user, {{u"type"_s, u"image"_s}, {u"data"_s, data}}, atBot);
}

bool OneBotPlatform::deliver(qint64 group, qint64 user, const QJsonObject &segment, bool atBot)
{
    if (!isConnected())
        return false;
    QJsonArray message;
    if (atBot)
        message.append(QJsonObject{{u"type"_s, u"at"_s},
                                   {u"data"_s, QJsonObject{{u"qq"_s, QString::number(self)}}}});
    message.append(segment);
    const QJsonObject event{
        {u"post_type"_s, u"message"_s}, {u"message_type"_s, u"group"_s}, {u"sub_type"_s, u"normal"_s},
        {u"time"_s, QDateTime::currentSecsSinceEpoch()}, {u"self_id"_s, self},
        {u"message_id"_s, ++m_nextMessage}, {u"group_id"_s, group}, {u"user_id"_s, user},
        {u"message"_s, message},
        {u"sender"_s, QJsonObject{{u"user_id"_s, user}, {u"role"_s, u"member"_s},
                                  {u"nickname"_s, u"顾客%1"_s.arg(user)}}}};
    m_client->sendTextMessage(
        QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
    return true;
}

} // namespace quntai::tests
