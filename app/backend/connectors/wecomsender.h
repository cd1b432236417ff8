// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/wecomupload.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>
#include <QTimer>

namespace quntai {

/** How long to wait for the AI bot platform. */
struct WecomPatience
{
    int acknowledgeMs = 5000;
    int connectionMs = 60000;  //!< what was never written waits at most this long for a connection
};

/** Sends the AI bot's messages over connections that come and go: one at a time per chat, one outcome
 * for each. A picture or file is uploaded first; that much of it reaches no chat.
 *
 * A message that was written and not acknowledged is Unknown, whatever happened to the connection;
 * one that was never written, or that the platform said it did not take, waits for the next
 * connection. Knows no socket.
 */
class WecomSender : public QObject
{
    Q_OBJECT
public:
    explicit WecomSender(WecomPatience patience, QObject *parent = nullptr);

    void send(const OutboundMessage &message);
    /** A subscription is there: reply handles of this session work from now on. */
    void connected(const QString &session);
    void disconnected(const QString &why);
    /** No connection will come until somebody acts: what waits has failed. */
    void giveUp(const QString &why);
    /** Forgets everything without an outcome. */
    void clear();
    /** An acknowledgement; false when it is for none of our messages. */
    bool acknowledged(const WecomFrame &frame);
    /** The platform said 846609 to something else. */
    void loseSubscription();

    /** What a callback's answer needs later: the session, the request and when it came. */
    static QString replyHandle(const QString &session, const QString &requestId, Instant at);

Q_SIGNALS:
    void frame(const QByteArray &frame);
    void outcome(const quntai::SendOutcome &outcome);
    /** The platform no longer knows this connection, and nothing waits for an answer on it. */
    void subscriptionLost();

private:
    struct Send
    {
        OutboundMessage message;
        QStringList parts;
        qsizetype part = 0;
        QString request;         //!< empty: not written
        bool uploading = false;
        QString mediaId;         //!< of its file, once that is uploaded
        bool pushOnly = false;   //!< the request it answers is gone
        bool retried = false;
    };
    struct UnderWay
    {
        QString chat;
        qint64 write = 0;  //!< which, as one request may be written again
    };

    void pump(const QString &chat);
    void pumpAll();
    void write(Send &send);
    void upload(Send &send);
    void uploaded(const MessageId &id, const QString &chat, const WecomUpload::Outcome &outcome);
    bool acknowledged(const QString &requestId, int code, const QString &error);
    QString requestToAnswer(const Send &send) const;
    void timedOut(const QString &requestId, qint64 write);
    void failAll(const QString &why);
    void finish(const QString &chat, SendOutcome::Kind kind, const QString &reason = {}, int code = 0,
                bool retryable = false);
    void refused(const QString &chat, int code, const QString &error);
    void checkSubscription();

    WecomPatience m_patience;
    QHash<QString, QQueue<Send>> m_chats;  //!< the first of each may be under way
    QHash<QString, UnderWay> m_underWay;   //!< by request
    QSet<QString> m_answered;              //!< requests of this session that have their answer
    QString m_session;                     //!< empty while there is no connection
    bool m_lostSubscription = false;
    qint64 m_writes = 0;
    QTimer m_wait;                         //!< for a connection
    WecomUpload m_uploads;
};

} // namespace quntai
