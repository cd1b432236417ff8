// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/gateway/testconsole.h"

#include "models/domain/apply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>
#include <QWebSocketHandshakeOptions>

namespace quntai {

using namespace Qt::StringLiterals;

TestConsole::TestConsole(quint16 port, QObject *parent) : QObject(parent), m_port(port)
{
    socket.setOutgoingFrameSize(1024 * 1024);
    connect(&socket, &QWebSocket::textMessageReceived, this, &TestConsole::receive);
}

bool TestConsole::connectTo(const QByteArray &origin, const QString &protocol)
{
    QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_port)));
    if (!origin.isEmpty())
        request.setRawHeader("Origin", origin);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({protocol});
    socket.open(request, options);
    return QTest::qWaitFor([&] {
        return socket.state() == QAbstractSocket::ConnectedState
            || socket.error() != QAbstractSocket::UnknownSocketError;
    }) && socket.state() == QAbstractSocket::ConnectedState;
}

Result<QByteArray> TestConsole::call(const QString &method, const QByteArray &params)
{
    const auto id = QByteArray::number(++m_calls);
    socket.sendTextMessage(QString::fromUtf8(encodeRequest(id, method, params)));
    if (!QTest::qWaitFor([&] {
            return m_answers.contains(id) || socket.state() == QAbstractSocket::UnconnectedState;
        }, 10000) || !m_answers.contains(id))
        return failure(ErrorKind::Internal, u"no answer"_s);
    return m_answers.take(id);
}

Result<QByteArray> TestConsole::run(const CommandData &data)
{
    const Command command{{QUuid::createUuid().toString(QUuid::WithoutBraces)}, data};
    return call(methodName(data), encodeCommand(command));
}

Result<QByteArray> TestConsole::hello(const Credentials &auth, const QString &session)
{
    HelloParams params;
    params.versions = {1};
    params.client.name = u"test"_s;
    params.auth = auth;
    params.session = session;
    return call(u"session.hello"_s, params);
}

bool TestConsole::signIn(const QString &token)
{
    Credentials auth;
    auth.token = token;
    return connectTo() && hello(auth);
}

Result<QByteArray> TestConsole::open(bool resume)
{
    m_collectors.clear();
    return call(u"feed.open"_s, FeedOpenParams{resume ? positions.values() : QList<StreamPosition>{}});
}

bool TestConsole::waitForClose()
{
    return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; },
                           15000);
}

void TestConsole::notify(const QString &method, const QByteArray &params)
{
    socket.sendTextMessage(QString::fromUtf8(encodeNotification(method, params)));
}

void TestConsole::receive(const QString &text)
{
    const auto message = text.toUtf8();
    largest = std::max(largest, message.size());
    const auto head = m_reader.read(message);
    if (!head) {
        ++bad;
        return;
    }
    if (head->kind == FrameHead::Kind::Result) {
        const auto body = QJsonDocument::fromJson(message)[u"result"].toObject();
        m_answers.insert(head->id, QJsonDocument(body).toJson(QJsonDocument::Compact));
        return;
    }
    if (head->kind == FrameHead::Kind::Error) {
        m_answers.insert(head->id, std::unexpected(head->error));
        return;
    }
    if (head->method == u"session.ping") {
        socket.sendTextMessage(QString::fromUtf8(encodeResult(head->id, "{}")));
        return;
    }
    notices.append(head->method);
    lastNotice = message;
    if (head->method == u"feed.events")
        return takeEvents();
    if (head->method == u"feed.snapshot")
        return takePart();
    if (head->method == u"feed.tick") {
        const auto tick = m_reader.body<FeedTick>();
        if (tick)
            positions[tick->stream].seq = std::max(positions[tick->stream].seq, tick->seq);
        else
            ++bad;
    }
}

void TestConsole::takeEvents()
{
    const auto frame = m_reader.events();
    if (!frame || !frame->bad.isEmpty()) {
        ++bad;
        return;
    }
    auto &position = positions[frame->stream];
    for (const auto &event : frame->events) {
        if (event.seq <= position.seq) {
            ++repeats;
            continue;
        }
        if (event.prev > position.seq || frame->epoch != position.epoch)
            ++gaps;
        position.seq = event.seq;
        seen[frame->stream].append(event.seq);
        apply(state, event);
    }
    if (acks)
        notify(u"feed.ack"_s, encodeBody(FeedAck{frame->stream, position.seq}));
}

void TestConsole::takePart()
{
    auto part = m_reader.body<SnapshotPart>();
    if (!part) {
        ++bad;
        return;
    }
    auto &collector = m_collectors[part->stream];
    const FeedPartAck ack{part->stream, part->part};
    if (!collector.add(std::move(*part)))
        ++bad;
    if (acks)
        notify(u"feed.part"_s, encodeBody(ack));
    if (!collector.isComplete())
        return;
    const auto position = collector.position();
    positions[ack.stream] = {ack.stream, position.epoch, position.seq};
    snapshotAt[ack.stream] = position.seq;
    seen[ack.stream].clear();
    collector.moveInto(state);
}

} // namespace quntai
