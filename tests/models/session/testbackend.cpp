// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/session/testbackend.h"

#include "models/protocol/eventcodec.h"
#include "models/protocol/statecodec.h"

namespace quntai::tests {

using namespace Qt::StringLiterals;

namespace {

const GroupId group{u"wecom/g0"_s};

} // namespace

TestBackend::TestBackend() : m_server(u"test"_s, QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({QString::fromLatin1(subprotocol)});
    connect(&m_server, &QWebSocketServer::newConnection, this, &TestBackend::accept);
    setListening(true);
    Group info;
    info.id = group;
    info.name = u"优选福利群"_s;
    info.channel = u"wecom"_s;
    write(GroupChanged{info});
}

QUrl TestBackend::url() const
{
    return QUrl(u"ws://127.0.0.1:%1"_s.arg(m_port));
}

void TestBackend::setListening(bool listening)
{
    if (listening && m_server.listen(QHostAddress::LocalHost, m_port))
        m_port = m_server.serverPort();
    if (!listening)
        m_server.close();
}

void TestBackend::accept()
{
    m_console = m_server.nextPendingConnection();
    m_console->setParent(this);
    m_told = -1;
    connect(m_console, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { read(text.toUtf8()); });
}

void TestBackend::drop(int code)
{
    if (m_console)
        m_console->close(static_cast<QWebSocketProtocol::CloseCode>(code), u"dropped"_s);
    m_console = nullptr;
    m_told = -1;
}

void TestBackend::read(const QByteArray &message)
{
    if (silent || sender() != m_console)
        return;
    const auto head = m_reader.read(message);
    if (!head)
        return;
    seen.append(head->method.toUtf8());
    if (head->method == "feed.ack"_L1)
        ++acknowledged;
    else if (head->kind == FrameHead::Kind::Request)
        answer(*head);
}

void TestBackend::answer(const FrameHead &head)
{
    if (head.method == "session.hello"_L1) {
        hello(head);
    } else if (head.method == "session.ping"_L1) {
        reply(head, encodeBody(PingResult{{m_now}}));
    } else if (head.method == "session.bye"_L1) {
        reply(head, encodeBody(Nothing{}));
    } else if (head.method == "feed.open"_L1) {
        openFeed(head);
    } else if (head.method == "history.page"_L1) {
        const auto page = m_reader.body<HistoryParams>();
        HistoryResult result;
        for (const auto &message : m_state.groups.value(page->group).recent) {
            if (message->seq < page->before)
                result.messages.prepend(*message);
        }
        reply(head, encodeBody(result));
    } else {
        execute(head);
    }
}

void TestBackend::hello(const FrameHead &head)
{
    const auto params = m_reader.body<HelloParams>();
    const bool known = params
        && ((params->auth.password == "geheim"_L1 && !expectsToken)
            || params->auth.token == "access"_L1);
    if (!known) {
        send(encodeError(head.id, {ErrorKind::Unauthenticated, u"wrong password"_s, {}}));
        return;
    }
    HelloResult result;
    result.session = u"s-1"_s;
    result.user = {{u"u-1"_s}, u"周敏"_s, Role::Agent, {}};
    result.rights = {u"message.send"_s};
    result.serverTime = {m_now};
    result.limits.pingSeconds = 1;
    result.token = {u"access"_s, 900, u"refresh"_s};
    reply(head, encodeBody(result));
}

void TestBackend::openFeed(const FrameHead &request)
{
    const auto params = m_reader.body<FeedOpenParams>();
    FeedOpenResult result;
    for (const auto &stream : {u"p0"_s, u"c0"_s}) {
        OpenedStream opened{stream, m_epoch, stream == "p0"_L1 ? head() : 0, false};
        for (const auto &one : params->resume) {
            if (one.stream == stream)
                opened.resumed = one.epoch == m_epoch;
        }
        result.streams.append(opened);
    }
    reply(request, encodeBody(result));
    m_told = head();
    for (const auto &opened : std::as_const(result.streams)) {
        if (opened.resumed) {
            ++resumes;
            for (const auto &one : params->resume)
                m_told = one.stream == "p0"_L1 && opened.stream == "p0"_L1 ? one.seq : m_told;
            continue;
        }
        ++snapshots;
        for (const auto &part :
             encodeSnapshotParts(m_state, opened.stream, m_epoch, {}, 16 * 1024))
            send(encodeNotification(u"feed.snapshot", part));
    }
    sendFrom(m_told);
}

RawEvent TestBackend::raw(const Event &event) const
{
    return {event.prev, event.seq, event.at, typeName(event.data), event.group, event.topic,
            encodeEventData(event.data)};
}

void TestBackend::sendFrom(qint64 seq)
{
    std::vector<RawEvent> page;
    for (const auto &event : std::as_const(m_log)) {
        if (event.seq > seq)
            page.push_back(raw(event));
    }
    if (m_told < 0 || page.empty())
        return;
    for (std::size_t at = 0; at < page.size(); at += 100) {
        const auto count = std::min<std::size_t>(100, page.size() - at);
        send(encodeEventsFrame(u"p0", m_epoch, std::span(page).subspan(at, count)));
    }
    m_told = head();
}

void TestBackend::write(EventData data, const TopicId &topic)
{
    m_now += 1000;
    const auto seq = head() + 1;
    const Event event{u"p0"_s, seq, seq - 1, {m_now}, group, topic, std::move(data)};
    apply(m_state, event);
    m_log.append(event);
    sendFrom(m_told);
}

void TestBackend::say(const QString &text, const TopicId &topic)
{
    MessageReceived said;
    said.message = {u"m-%1"_s.arg(head() + 1)};
    said.author = {AuthorKind::Member, u"wecom/c1"_s, u"李海燕"_s};
    said.text = text;
    write(said);
    if (!topic.isEmpty())
        write(TopicLinked{{said.message}, LinkRule::SameAsker, 900, {}, 0, {}}, topic);
}

void TestBackend::openTopic(const TopicId &topic)
{
    write(TopicOpened{topic.value, {u"wecom/c1"_s}, u"李海燕"_s, {}, {}}, topic);
}

void TestBackend::execute(const FrameHead &request)
{
    const auto command = m_reader.command(request.method);
    if (!command) {
        send(encodeError(request.id, command.error()));
        return;
    }
    if (const auto why = std::exchange(refusal, std::nullopt)) {
        send(encodeError(request.id, *why));
        return;
    }
    if (!m_done.contains(command->id.value))
        m_done.insert(command->id.value, perform(*command));
    if (std::exchange(losesAnswers, false))
        drop();
    else
        reply(request, encodeBody(CommandResult{m_done.value(command->id.value)}));
}

qint64 TestBackend::perform(const Command &command)
{
    const auto *text = std::get_if<SendMessage>(&command.data);
    if (!text)
        return head();
    texts.append(text->text);
    MessageQueued queued;
    queued.message = {u"m-%1"_s.arg(head() + 1)};
    queued.author = {AuthorKind::Agent, u"u-1"_s, u"周敏"_s};
    queued.text = text->text;
    queued.command = command.id;
    write(queued, text->topic);
    return head();
}

void TestBackend::reply(const FrameHead &head, const QByteArray &result)
{
    send(encodeResult(head.id, result));
}

void TestBackend::send(const QByteArray &frame)
{
    if (m_console)
        m_console->sendTextMessage(QString::fromUtf8(frame));
}

} // namespace quntai::tests
