// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/backoff.h"
#include "models/session/linknews.h"
#include "models/session/query.h"
#include "models/session/resume.h"
#include "models/session/session.h"

#include <QAbstractSocket>
#include <QElapsedTimer>
#include <QTimer>

class QWebSocket;

namespace quntai {

/** The connection itself: lives in the link thread, where frames are read and parsed.
 *
 * Signs in, pings every 5 s and gives the connection up after two misses, and comes back after
 * 1 s … 30 s for ever. TLS is verified, always; plain ws only to this machine. The password is
 * forgotten once it has been taken; later connections use the tokens, which live in memory only.
 */
class LinkWorker : public QObject
{
    Q_OBJECT
public:
    explicit LinkWorker(QObject *parent = nullptr);
    ~LinkWorker() override;

    void start(const SignIn &who);
    /** Says goodbye, which revokes the tokens, and stays away. */
    void stop();
    void tryNow();
    /** Asks the other side now, and gives the connection up when no answer comes within 3 s; without
     * a connection makes one now. For after a sleep, when a socket may stand that leads nowhere. */
    void check();
    /** What comes over this connection is of no use. */
    void restart(const QString &why);

    void openFeed(const QMap<QString, Position> &positions);
    void send(const Command &command);
    void askHistory(int ticket, const HistoryParams &page);
    void askQuery(int ticket, const Query &query);
    void rest() { m_reader.rest(); }
    void acknowledge(const QString &stream, qint64 seq);
    void acknowledgePart(const QString &stream, int part);

Q_SIGNALS:
    void news(const quntai::LinkNews &news);

private:
    enum class Asked { Hello, Refresh, Feed, Command, History, Query, Ping, Check, Bye };
    struct Question
    {
        Asked what = Asked::Ping;
        CommandId command;
        int ticket = 0;
        std::function<Result<std::any>(const FrameReader &)> read = {};  //!< with Query
    };

    void connectSocket();
    void closeSocket();
    void connected();
    void disconnected();
    void retry(LinkProblem problem, const QString &why, qint64 atLeastMs = Backoff::leastMs);
    void refuse(LinkProblem problem, const QString &why);
    LinkProblem lossOf(QAbstractSocket::SocketError error) const;
    void signIn();
    void read(QByteArrayView message);
    void readNotice(const FrameHead &head);
    void readAnswer(const FrameHead &head);
    void readHello(const FrameHead &head);
    void readRefresh(const FrameHead &head);
    void ping();
    void readCheck();
    void ask(const Question &question, QStringView method, const QByteArray &params);
    void tell(QStringView method, const QByteArray &params);
    void write(const QByteArray &frame);
    void dropQuestions(const QString &why);
    QString closeReason() const;

    SignIn m_who;
    QUrl m_server;              //!< where it connects: m_who.server, or where goaway sent it
    std::unique_ptr<QWebSocket> m_socket;
    FrameReader m_reader;
    QHash<QByteArray, Question> m_questions;
    QTimer m_retry;
    QTimer m_ping;
    QTimer m_deadline;          //!< of connecting and signing in, and of check()
    QTimer m_refresh;
    QElapsedTimer m_pinged;
    QElapsedTimer m_tokenAge;
    Backoff m_backoff;
    Tokens m_tokens;
    QString m_session;
    QString m_problem;          //!< what the socket said before it closed
    LinkProblem m_distrust = LinkProblem::NotTrusted;  //!< with it
    qint64 m_goAwayMs = -1;
    qint64 m_lastId = 0;
    int m_misses = 0;
    bool m_wanted = false;
    bool m_signedIn = false;
    bool m_opened = false;      //!< this connection speaks WebSocket
    bool m_feedAsked = false;   //!< on this connection
};

} // namespace quntai
