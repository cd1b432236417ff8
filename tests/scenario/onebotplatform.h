// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QPointer>
#include <QWebSocket>
#include <QWebSocketServer>

namespace quntai::tests {

/** An OneBot 11 gateway on loopback (forward WebSocket): groups where customers speak, and what
 * the bot said there. */
class OneBotPlatform : public QObject
{
    Q_OBJECT
public:
    struct Sent
    {
        qint64 group = 0;
        QString text;
        QStringList mentions;  //!< accounts
        QList<QByteArray> pictures = {};
        QList<QByteArray> files = {};
    };

    OneBotPlatform();

    /** The connectors section of a backend's configuration for this gateway. */
    QByteArray config() const;
    bool isConnected() const { return m_client && m_isAsked; }
    /** False: nobody is connected, nothing was said. */
    bool say(qint64 group, qint64 user, const QString &text, bool atBot = false);
    /** Somebody shows a picture that is to be had there. */
    bool show(qint64 group, qint64 user, const QUrl &picture, bool atBot = false);
    /** Somebody comes, or goes. */
    bool join(qint64 group, qint64 user) { return notice(u"group_increase", group, user); }
    bool leave(qint64 group, qint64 user) { return notice(u"group_decrease", group, user); }
    const QList<Sent> &sent() const { return m_sent; }

    static constexpr qint64 self = 10001;
    static QString groupId(qint64 group) { return QStringLiteral("ob/%1").arg(group); }

private:
    void welcome();
    bool notice(QStringView type, qint64 group, qint64 user);
    bool deliver(qint64 group, qint64 user, const QJsonObject &segment, bool atBot);
    void answer(const QString &text);
    QJsonObject resultOf(const QString &action, const QJsonObject &params);

    QWebSocketServer m_server;
    QPointer<QWebSocket> m_client;
    QList<Sent> m_sent;
    qint64 m_nextMessage = 5000;
    bool m_isAsked = false;
};

} // namespace quntai::tests
