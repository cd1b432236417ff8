// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenario/rawconsole.h"

#include "models/domain/apply.h"

#include <QUuid>
#include <QWebSocketHandshakeOptions>

namespace quntai::tests {

using namespace Qt::StringLiterals;

RawConsole::RawConsole()
{
    m_socket.setOutgoingFrameSize(1024 * 1024);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &RawConsole::take);
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_asked.clear();
        m_collecting.clear();
    });
}

RawConsole::~RawConsole()
{
    m_socket.disconnect(this);
}

bool RawConsole::connectTo(const QUrl &url)
{
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"quntai.v1"_s});
    m_socket.open(url, options);
    bool failed = false;
    const auto watch = connect(&m_socket, &QWebSocket::errorOccurred, this,
                               [&](QAbstractSocket::SocketError) { failed = true; });
    const bool done = QTest::qWaitFor([&] { return failed || isOpen(); }, 30'000);
    disconnect(watch);
    return done && isOpen();
}

Result<HelloResult> RawConsole::hello(const Credentials &who)
{
    HelloParams params;
    params.versions = {protocolVersion};
    params.client = {u"raw"_s, {}, {}};
    params.auth = who;
    params.session = m_session;
    auto result = ask<HelloResult>(u"session.hello", encodeBody(params));
    if (result) {
        m_tokens = result->token;
        m_session = result->session;
    }
    return result;
}

Result<HelloResult> RawConsole::signIn(const QString &user, const QString &password)
{
    return hello({AuthScheme::Password, {}, user, password});
}

Result<HelloResult> RawConsole::signInAgain()
{
    const auto tokens = ask<Tokens>(u"session.refresh", encodeBody(RefreshParams{m_tokens.refresh}));
    if (!tokens)
        return std::unexpected(tokens.error());
    m_tokens = *tokens;
    return signInWithAccess();
}

Result<HelloResult> RawConsole::signInWithAccess()
{
    return hello({AuthScheme::Bearer, m_tokens.access, {}, {}});
}

bool RawConsole::openFeed()
{
    FeedOpenParams params;
    for (const auto &[stream, at] : m_at.asKeyValueRange())
        params.resume.append({stream, at.epoch, at.seq});
    QStringList awaited;
    m_collecting.clear();
    const auto id = begin(u"feed.open", encodeBody(params), [&](const FrameHead &head) {
        const auto opened = m_reader.body<FeedOpenResult>();
        if (head.kind == FrameHead::Kind::Error || !opened)
            return fault(u"feed.open: "_s + head.error.message);
        for (const auto &stream : opened->streams) {
            ++(stream.resumed ? m_resumed : m_snapshots);
            if (stream.resumed && !m_at.contains(stream.stream))
                fault(u"resumed from nothing: "_s + stream.stream);
            if (!stream.resumed) {
                m_at.remove(stream.stream);
                awaited.append(stream.stream);
            }
        }
        awaited.append(QString());  // the answer is here
    });
    const auto isHere = [&] {
        return awaited.contains(QString())
            && std::ranges::all_of(awaited, [&](const QString &stream) {
                   return stream.isEmpty() || m_at.contains(stream);
               });
    };
    const bool done = QTest::qWaitFor([&] { return isHere() || !isOpen(); }, 30'000);
    m_asked.remove(id);
    return done && isOpen();
}

bool RawConsole::join(const QUrl &url, const QString &user, const QString &password)
{
    if (!connectTo(url))
        return false;
    if (const auto in = signIn(user, password); !in) {
        qWarning().noquote() << in.error().message;
        return false;
    }
    return openFeed();
}

CommandId RawConsole::newId()
{
    return {QUuid::createUuid().toString(QUuid::WithoutBraces)};
}

Result<qint64> RawConsole::run(const CommandData &data)
{
    const auto answer = ask<CommandResult>(methodName(data), encodeCommand({newId(), data}));
    return answer.transform([](const CommandResult &result) { return result.seq; });
}

void RawConsole::submit(const Command &command, Answered answered)
{
    begin(methodName(command.data), encodeCommand(command), [this, answered](const FrameHead &head) {
        if (head.kind == FrameHead::Kind::Error)
            return answered(std::unexpected(head.error));
        answered(m_reader.body<CommandResult>().transform(
            [](const CommandResult &result) { return result.seq; }));
    });
}

QByteArray RawConsole::begin(QStringView method, const QByteArray &params,
                             std::function<void(const FrameHead &)> answered)
{
    const auto id = "\"r-" + QByteArray::number(++m_nextId) + '"';
    m_asked.insert(id, std::move(answered));
    m_socket.sendTextMessage(QString::fromUtf8(encodeRequest(id, method, params)));
    return id;
}

void RawConsole::tell(QStringView method, const QByteArray &params)
{
    m_socket.sendTextMessage(QString::fromUtf8(encodeNotification(method, params)));
}

void RawConsole::fault(const QString &what)
{
    m_faults.append(what);
}

void RawConsole::take(const QString &text)
{
    const auto head = m_reader.read(text.toUtf8());
    if (!head)
        return fault(u"unreadable: "_s + head.error().message);
    switch (head->kind) {
    case FrameHead::Kind::Request:
        m_socket.sendTextMessage(
            QString::fromUtf8(encodeResult(head->id, encodeBody(PingResult{}))));
        return;
    case FrameHead::Kind::Notification:
        takeNotice(*head);
        return;
    case FrameHead::Kind::Result:
    case FrameHead::Kind::Error:
        if (const auto answered = m_asked.take(head->id))
            answered(*head);
        return;
    }
}

void RawConsole::takeNotice(const FrameHead &head)
{
    if (head.method == u"feed.events")
        return takeEvents();
    if (head.method == u"feed.snapshot")
        return takePart();
    if (head.method == u"feed.tick") {
        if (const auto tick = m_reader.body<FeedTick>(); tick && m_at.contains(tick->stream))
            m_at[tick->stream].seq = std::max(m_at[tick->stream].seq, tick->seq);
    } else if (head.method == u"session.goaway") {
        m_goAway = m_reader.body<GoAway>().value_or(GoAway{}).why;
    }
}

void RawConsole::takeEvents()
{
    const auto frame = m_reader.events();
    if (!frame)
        return fault(frame.error().message);
    for (const auto &bad : frame->bad)
        fault(u"bad event %1: %2"_s.arg(bad.seq).arg(bad.error.message));
    auto at = m_at.find(frame->stream);
    if (at == m_at.end() || at->epoch != frame->epoch)
        return fault(u"events of a stream that is not open: "_s + frame->stream);
    for (const auto &event : frame->events) {
        if (event.seq <= at->seq || event.prev > at->seq)
            fault(u"%1: %2 → %3 at %4"_s.arg(frame->stream).arg(event.prev).arg(event.seq).arg(at->seq));
        at->seq = event.seq;
        apply(m_state, event);
        m_events.append(event);
    }
    tell(u"feed.ack", encodeBody(FeedAck{frame->stream, at->seq}));
}

void RawConsole::takePart()
{
    auto part = m_reader.body<SnapshotPart>();
    if (!part)
        return fault(part.error().message);
    const auto number = part->part;
    const auto stream = part->stream;
    auto &collector = m_collecting[stream];
    if (const auto added = collector.add(std::move(*part)); !added)
        return fault(added.error().message);
    tell(u"feed.part", encodeBody(FeedPartAck{stream, number}));
    if (!collector.isComplete())
        return;
    const auto at = collector.position();
    collector.moveInto(m_state);
    m_collecting.remove(stream);
    m_at.insert(stream, at);
    if (!m_begin.contains(stream))
        m_begin.insert(stream, at.seq);
}

} // namespace quntai::tests
