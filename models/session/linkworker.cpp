// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/linkworker.h"

#include "models/session/socketproblem.h"
#include "models/session/tls.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int signInMs = 10'000;
constexpr int refreshAgainMs = 30'000;
constexpr int missesAllowed = 2;
constexpr quint64 frameBytes = 1024 * 1024;

/** Plain ws carries passwords in the open, so it stays within this machine. */
bool isAllowed(const QUrl &server)
{
    if (server.scheme() == "wss"_L1)
        return true;
    const auto host = server.host();
    return server.scheme() == "ws"_L1
        && (host == "localhost"_L1 || QHostAddress(host).isLoopback());
}

/** Without it single events wait for the acknowledgement of the one before. */
void sendAtOnce(QWebSocket *socket)
{
    if (auto *tcp = socket->findChild<QAbstractSocket *>())
        tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

} // namespace

LinkWorker::LinkWorker(QObject *parent)
    : QObject(parent), m_retry(this), m_ping(this), m_deadline(this), m_refresh(this)
{
    for (auto *once : {&m_retry, &m_deadline, &m_refresh})
        once->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LinkWorker::connectSocket);
    connect(&m_ping, &QTimer::timeout, this, &LinkWorker::ping);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { retry(LinkProblem::Silent, u"The backend does not answer"_s); });
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_signedIn)
            ask({Asked::Refresh, {}, 0}, u"session.refresh",
                encodeBody(RefreshParams{m_tokens.refresh}));
    });
}

LinkWorker::~LinkWorker()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void LinkWorker::start(const SignIn &who)
{
    closeSocket();
    m_who = who;
    m_server = who.server;
    m_tokens = {};
    m_session.clear();
    m_wanted = true;
    m_backoff.reset();
    if (isAllowed(m_server))
        connectSocket();
    else
        refuse(LinkProblem::Unsafe, u"%1: only wss:// is allowed, and ws:// on this machine"_s.arg(
                                        m_server.toDisplayString()));
}

void LinkWorker::stop()
{
    m_wanted = false;
    m_retry.stop();
    if (m_signedIn)
        ask({Asked::Bye, {}, 0}, u"session.bye", encodeBody(Nothing{}));
    if (m_socket)
        m_socket->flush();
    closeSocket();
    m_who = {};
    m_tokens = {};
}

void LinkWorker::tryNow()
{
    if (m_wanted && !m_socket)
        connectSocket();
}

void LinkWorker::connectSocket()
{
    m_retry.stop();
    closeSocket();
    m_problem.clear();
    m_goAwayMs = -1;
    m_feedAsked = m_opened = false;
    Q_EMIT news(LinkTrying{});
    const bool secure = m_server.scheme() == "wss"_L1;
    if (!secure)
        forgetCertificates(); // before the socket, which keeps what it finds
    auto *socket = (m_socket = std::make_unique<QWebSocket>()).get();
    socket->setOutgoingFrameSize(frameBytes);
    socket->setMaxAllowedIncomingFrameSize(frameBytes);
    socket->setMaxAllowedIncomingMessageSize(frameBytes);
    if (secure)
        socket->setSslConfiguration(strictTls());
    connect(socket, &QWebSocket::connected, this, &LinkWorker::connected);
    connect(socket, &QWebSocket::disconnected, this, &LinkWorker::disconnected);
    connect(socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_distrust = problemOf(errors.constFirst().error());
        m_problem = u"The backend's certificate is not trusted: %1"_s.arg(
            errors.constFirst().errorString());
    });
    connect(socket, &QWebSocket::errorOccurred, this, [this, socket](auto error) {
        const auto why = m_problem.isEmpty() ? socket->errorString() : m_problem;
        if (socket->state() == QAbstractSocket::ConnectedState)
            return;
        // A refused handshake is told as a refused connection; the stream itself was well.
        if (error == QAbstractSocket::ConnectionRefusedError && socket->error() != error)
            error = QAbstractSocket::UnknownSocketError;
        // At the first sign-in a person waits and must read it; later it may pass.
        if (!m_problem.isEmpty() && m_session.isEmpty())
            refuse(lossOf(error), why);
        else
            retry(lossOf(error), why);
    });
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { read(text.toUtf8()); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { read(bytes); });
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString::fromLatin1(subprotocol)});
    socket->open(m_server, options);
    m_deadline.start(signInMs);
}

void LinkWorker::closeSocket()
{
    m_ping.stop();
    m_deadline.stop();
    m_refresh.stop();
    m_signedIn = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close();
    m_socket.release()->deleteLater();
    dropQuestions(u"The connection is lost"_s);
}

void LinkWorker::dropQuestions(const QString &why)
{
    const auto questions = std::exchange(m_questions, {});
    for (const auto &question : questions) {
        if (question.what == Asked::History)
            Q_EMIT news(HistoryAnswer{question.ticket, failure(ErrorKind::Unavailable, why)});
        if (question.what == Asked::Query)
            Q_EMIT news(QueryAnswer{question.ticket, failure(ErrorKind::Unavailable, why)});
    }
}

void LinkWorker::connected()
{
    m_opened = true;
    sendAtOnce(m_socket.get());
    const bool expired = m_tokens.access.isEmpty()
        || m_tokenAge.elapsed() > qint64{m_tokens.expiresIn} * 1000;
    if (expired && !m_tokens.refresh.isEmpty())
        ask({Asked::Refresh, {}, 0}, u"session.refresh",
            encodeBody(RefreshParams{m_tokens.refresh}));
    else
        signIn();
}

void LinkWorker::signIn()
{
    HelloParams hello;
    hello.versions = {protocolVersion};
    hello.client = {u"quntai"_s, QStringLiteral(QUNTAI_VERSION), QSysInfo::productType()};
    hello.locale = QLocale::system().name();
    hello.session = m_session;
    if (!m_tokens.access.isEmpty())
        hello.auth = {AuthScheme::Bearer, m_tokens.access, {}, {}};
    else if (!m_who.token.isEmpty())
        hello.auth = {AuthScheme::Bearer, m_who.token, {}, {}};
    else
        hello.auth = {AuthScheme::Password, {}, m_who.user, m_who.password};
    ask({Asked::Hello, {}, 0}, u"session.hello", encodeBody(hello));
}

void LinkWorker::readHello(const FrameHead &head)
{
    if (head.kind == FrameHead::Kind::Error) {
        const bool expired = head.error.kind == ErrorKind::Unauthenticated
            && !m_tokens.refresh.isEmpty();
        const auto waitMs = head.error.data.value("retryAfterMs"_L1).toInteger(0);
        if (expired) {
            // A restarted backend knows no access tokens, and hangs up on who brings one: come
            // again and begin with the refresh token.
            m_tokens.access.clear();
            retry(LinkProblem::Lost, head.error.message);
        } else if (head.error.kind == ErrorKind::RateLimited
                   || head.error.kind == ErrorKind::Unavailable) {
            retry(LinkProblem::Busy, head.error.message, waitMs);
        } else {
            refuse(head.error.kind == ErrorKind::Forbidden ? LinkProblem::NotAllowed
                                                           : LinkProblem::WrongSignIn,
                   head.error.message);
        }
        return;
    }
    auto hello = m_reader.body<HelloResult>();
    if (!hello) {
        retry(LinkProblem::Garbled, hello.error().message);
        return;
    }
    m_deadline.stop();
    m_signedIn = true;
    m_session = hello->session;
    m_tokens = hello->token;
    m_tokenAge.start();
    m_who.password.clear();
    m_who.token.clear();
    m_refresh.start(std::max(30, m_tokens.expiresIn * 4 / 5) * 1000);
    m_misses = 0;
    m_ping.start(std::clamp(hello->limits.pingSeconds, 1, 60) * 1000);
    hello->token = {};
    Q_EMIT news(LinkPass{m_server, m_tokens.access});
    Q_EMIT news(LinkUp{std::move(*hello)});
}

void LinkWorker::readRefresh(const FrameHead &head)
{
    auto tokens = head.kind == FrameHead::Kind::Error ? Result<Tokens>(std::unexpected(head.error))
                                                      : m_reader.body<Tokens>();
    if (!tokens && m_signedIn && tokens.error().kind != ErrorKind::Unauthenticated) {
        m_refresh.start(refreshAgainMs);
        return;
    }
    if (!tokens && tokens.error().kind != ErrorKind::Unauthenticated) {
        retry(LinkProblem::Busy, tokens.error().message);
        return;
    }
    if (!tokens) {
        m_tokens = {};
        refuse(LinkProblem::Expired, tokens.error().message);
        return;
    }
    m_tokens = std::move(*tokens);
    Q_EMIT news(LinkPass{m_server, m_tokens.access});
    m_tokenAge.start();
    m_refresh.start(std::max(30, m_tokens.expiresIn * 4 / 5) * 1000);
    if (!m_signedIn)
        signIn();
}

void LinkWorker::disconnected()
{
    if (!m_socket || !m_opened)
        return; // why it could not be made is told next
    const auto code = static_cast<int>(m_socket->closeCode());
    const auto why = closeReason();
    if (code == static_cast<int>(CloseCode::SignedInElsewhere))
        refuse(LinkProblem::Elsewhere, why);
    else if (code == static_cast<int>(CloseCode::Forbidden))
        refuse(LinkProblem::NotAllowed, why);
    else if (m_goAwayMs >= 0)
        retry(LinkProblem::Restarting, why, m_goAwayMs);
    else
        retry(LinkProblem::Lost, why);
}

QString LinkWorker::closeReason() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const auto reason = m_socket->closeReason();
    return reason.isEmpty() ? u"The backend closed the connection"_s : reason;
}

/** What an error of the socket means. */
LinkProblem LinkWorker::lossOf(QAbstractSocket::SocketError error) const
{
    if (!m_problem.isEmpty())
        return m_distrust;
    return m_opened ? LinkProblem::Lost : problemOf(error);
}

void LinkWorker::retry(LinkProblem problem, const QString &why, qint64 atLeastMs)
{
    closeSocket();
    if (!m_wanted)
        return;
    const auto wait = m_backoff.next(QRandomGenerator::global()->generate(), atLeastMs);
    m_retry.start(static_cast<int>(wait));
    Q_EMIT news(LinkDown{problem, why, wait, false});
}

void LinkWorker::refuse(LinkProblem problem, const QString &why)
{
    closeSocket();
    m_retry.stop();
    m_wanted = false;
    Q_EMIT news(LinkDown{problem, why, -1, true});
}

void LinkWorker::read(QByteArrayView message)
{
    m_misses = 0;
    const auto head = m_reader.read(message);
    if (!head) {
        retry(LinkProblem::Garbled,
              u"The backend sent something that is not the console protocol: %1"_s.arg(
                  head.error().message));
        return;
    }
    switch (head->kind) {
    case FrameHead::Kind::Request:
        if (head->method == "session.ping"_L1)
            write(encodeResult(head->id,
                               encodeBody(PingResult{{QDateTime::currentMSecsSinceEpoch()}})));
        else
            write(encodeError(head->id, {ErrorKind::UnknownMethod, head->method, {}}));
        break;
    case FrameHead::Kind::Notification:
        readNotice(*head);
        break;
    case FrameHead::Kind::Result:
    case FrameHead::Kind::Error:
        readAnswer(*head);
        break;
    }
}

void LinkWorker::readNotice(const FrameHead &head)
{
    const auto tellBody = [this]<class T>(const Result<T> &body) {
        if (body)
            Q_EMIT news(*body);
        else
            retry(LinkProblem::Garbled, body.error().message);
    };
    if (head.method == "feed.events"_L1) {
        tellBody(m_reader.events());
    } else if (head.method == "feed.tick"_L1) {
        tellBody(m_reader.body<FeedTick>());
    } else if (head.method == "feed.snapshot"_L1) {
        tellBody(m_reader.body<SnapshotPart>());
    } else if (head.method == "scope.changed"_L1) {
        tellBody(m_reader.body<ScopeChanged>());
    } else if (head.method == "session.goaway"_L1) {
        const auto goAway = m_reader.body<GoAway>();
        if (!goAway)
            return;
        m_goAwayMs = std::clamp(qint64{goAway->afterMs}, qint64{0}, Backoff::mostMs);
        const QUrl other(goAway->alt);
        if (!goAway->alt.isEmpty() && isAllowed(other) && other.scheme() == m_server.scheme())
            m_server = other;
        Q_EMIT news(*goAway);
    } // Others are of a newer version of the protocol: nothing to us.
}

void LinkWorker::readAnswer(const FrameHead &head)
{
    const auto question = m_questions.constFind(head.id);
    if (question == m_questions.cend())
        return;
    const auto asked = *question;
    m_questions.erase(question);
    const bool refused = head.kind == FrameHead::Kind::Error;
    const auto answer = [&]<class T>(std::type_identity<T>) {
        return refused ? Result<T>(std::unexpected(head.error)) : m_reader.body<T>();
    };
    switch (asked.what) {
    case Asked::Hello: readHello(head); break;
    case Asked::Refresh: readRefresh(head); break;
    case Asked::Feed:
        if (!refused)
            m_backoff.reset();
        Q_EMIT news(FeedAnswer{answer(std::type_identity<FeedOpenResult>{})});
        break;
    case Asked::Command: {
        const auto result = answer(std::type_identity<CommandResult>{});
        Q_EMIT news(CommandAnswer{asked.command, result.transform([](const CommandResult &r) {
                                return r.seq;
                            })});
        break;
    }
    case Asked::History:
        Q_EMIT news(HistoryAnswer{asked.ticket, answer(std::type_identity<HistoryResult>{})});
        break;
    case Asked::Query:
        Q_EMIT news(QueryAnswer{asked.ticket, refused ? Result<std::any>(std::unexpected(head.error))
                                                      : asked.read(m_reader)});
        break;
    case Asked::Ping:
        Q_EMIT news(LinkLatency{static_cast<int>(m_pinged.elapsed())});
        break;
    case Asked::Check: readCheck(); break;
    case Asked::Bye: break;
    }
}

void LinkWorker::ping()
{
    if (m_misses >= missesAllowed) {
        retry(LinkProblem::Silent, u"The backend does not answer any more"_s);
        return;
    }
    ++m_misses; // until anything arrives
    m_pinged.start();
    ask({Asked::Ping, {}, 0}, u"session.ping", encodeBody(Nothing{}));
}

void LinkWorker::restart(const QString &why)
{
    if (m_socket)
        retry(LinkProblem::Lost, why);
}

void LinkWorker::openFeed(const QMap<QString, Position> &positions)
{
    FeedOpenParams params;
    for (auto it = positions.cbegin(); it != positions.cend(); ++it)
        params.resume.append({it.key(), it->epoch, it->seq});
    m_feedAsked = true;
    ask({Asked::Feed, {}, 0}, u"feed.open", encodeBody(params));
}

void LinkWorker::send(const Command &command)
{
    ask({Asked::Command, command.id, 0}, methodName(command.data), encodeCommand(command));
}

void LinkWorker::askHistory(int ticket, const HistoryParams &page)
{
    if (m_signedIn)
        ask({Asked::History, {}, ticket}, u"history.page", encodeBody(page));
    else
        Q_EMIT news(HistoryAnswer{ticket, failure(ErrorKind::Unavailable, u"Not connected"_s)});
}

void LinkWorker::askQuery(int ticket, const Query &query)
{
    if (m_signedIn)
        ask({Asked::Query, {}, ticket, query.read}, query.method, query.params);
    else
        Q_EMIT news(QueryAnswer{ticket, failure(ErrorKind::Unavailable, u"Not connected"_s)});
}

void LinkWorker::acknowledge(const QString &stream, qint64 seq)
{
    tell(u"feed.ack", encodeBody(FeedAck{stream, seq}));
}

void LinkWorker::acknowledgePart(const QString &stream, int part)
{
    tell(u"feed.part", encodeBody(FeedPartAck{stream, part}));
}

void LinkWorker::ask(const Question &question, QStringView method, const QByteArray &params)
{
    if (!m_socket)
        return;
    const auto id = "\"c-" + QByteArray::number(++m_lastId) + '"';
    m_questions.insert(id, question);
    write(encodeRequest(id, method, params));
}

void LinkWorker::tell(QStringView method, const QByteArray &params)
{
    // What the session says before it has asked for the feed concerns the connection before.
    if (m_signedIn && m_feedAsked)
        write(encodeNotification(method, params));
}

void LinkWorker::write(const QByteArray &frame)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(frame));
}

} // namespace quntai
