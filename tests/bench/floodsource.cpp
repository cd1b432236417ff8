// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floodsource.h"

#include "models/domain/apply.h"
#include "models/protocol/eventcodec.h"
#include "models/protocol/statecodec.h"
#include "models/protocol/wire.h"
#include "tests/bench/figures.h"

#include <QDateTime>
#include <QTcpSocket>

namespace quntai::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 10;    // as the gateway gathers
constexpr int pageEvents = 500;
constexpr int recent = 50;
const auto sentence = u"你好，我上周买的那个保温杯到现在还没有发货，麻烦帮我查一下订单什么时候能到？"_s;

} // namespace

FloodSource::FloodSource() : m_server(u"flood"_s, QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({QString::fromLatin1(subprotocol)});
    connect(&m_server, &QWebSocketServer::newConnection, this, &FloodSource::accept);
    connect(&m_listener, &QTcpServer::newConnection, this, &FloodSource::upgrade);
    m_listener.listen(QHostAddress::LocalHost);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &FloodSource::sendBatch);
    fill();
}

GroupId FloodSource::groupAt(int index)
{
    return {u"wecom/g%1"_s.arg(index)};
}

qint64 FloodSource::madeAt(const QString &text)
{
    return text.startsWith(u'@') ? text.mid(1, text.indexOf(u' ') - 1).toLongLong() : 0;
}

TopicId FloodSource::topicAt(int group, int index)
{
    return {u"t-%1-%2"_s.arg(group).arg(index)};
}

QString FloodSource::wordOf(qint64 n)
{
    return u"单号%1止"_s.arg(n);
}

void FloodSource::write(const GroupId &group, const TopicId &topic, EventData data)
{
    ++m_seq;
    apply(m_state, {u"p0"_s, m_seq, m_seq - 1, {QDateTime::currentMSecsSinceEpoch()}, group, topic,
                    std::move(data)});
}

EventData FloodSource::message(const QString &text)
{
    MessageReceived said;
    said.message = {u"m-p0-%1"_s.arg(++m_said)};
    said.platformId = u"7305%1"_s.arg(m_said);
    said.author = {AuthorKind::Member, u"wecom/c%1"_s.arg(m_said % 900), u"客户%1"_s.arg(m_said % 900)};
    said.text = text;
    return said;
}

void FloodSource::fill()
{
    for (int i = 0; i < groups; ++i) {
        Group info;
        info.id = groupAt(i);
        info.name = u"优选福利 %1 群"_s.arg(i);
        info.channel = u"wecom"_s;
        write(info.id, {}, GroupChanged{info});
        const TopicId topic{u"t-%1"_s.arg(i)};
        write(info.id, topic, TopicOpened{u"保温杯没有发货"_s, {u"wecom/c1"_s}, u"客户1"_s, {}, {}});
        for (int m = 0; m < recent; ++m)
            write(info.id, {}, message(sentence));
    }
}

/** As the gateway does it: a QWebSocketServer that listens itself gives nobody its sockets, and with
 * Nagle's algorithm a frame may wait 40 ms for the other side's acknowledgement. */
void FloodSource::upgrade()
{
    auto *tcp = m_listener.nextPendingConnection();
    tcp->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    tcp->setParent(nullptr);
    m_server.handleConnection(tcp);
}

void FloodSource::accept()
{
    m_console = m_server.nextPendingConnection();
    connect(m_console, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { read(text.toUtf8()); });
}

void FloodSource::read(const QByteArray &text)
{
    const auto head = m_reader.read(text);
    if (!head)
        return;
    if (head->method == "feed.ack"_L1) {
        const auto ack = m_reader.body<FeedAck>();
        if (ack && ack->stream == "p0"_L1)
            m_acknowledged = ack->seq;
        if (m_count > 0 && m_sentNow == m_count && m_acknowledged == m_seq) {
            std::puts("stored");
            std::fflush(stdout);
            m_count = 0;
        }
    } else if (head->kind == FrameHead::Kind::Request) {
        answer(*head);
    }
}

void FloodSource::answer(const FrameHead &head)
{
    if (head.method == "session.hello"_L1) {
        HelloResult hello;
        hello.session = u"s-1"_s;
        hello.user = {{u"lin"_s}, u"林"_s, Role::Agent, {}};
        hello.rights = {u"message.send"_s};
        hello.serverTime = {QDateTime::currentMSecsSinceEpoch()};
        hello.token = {u"access"_s, 900, u"refresh"_s};
        send(encodeResult(head.id, encodeBody(hello)));
    } else if (head.method == "feed.open"_L1) {
        FeedOpenResult opened;
        for (const auto &stream : {u"p0"_s, u"c0"_s})
            opened.streams.append({stream, u"e"_s, stream == "p0"_L1 ? m_seq : 0, false});
        send(encodeResult(head.id, encodeBody(opened)));
        for (const auto &one : std::as_const(opened.streams)) {
            for (const auto &part : encodeSnapshotParts(m_state, one.stream, u"e"_s, {}, 200 * 1024))
                send(encodeNotification(u"feed.snapshot", part));
        }
        m_acknowledged = m_seq;
    } else {
        send(encodeResult(head.id, "{}"));
    }
}

void FloodSource::flood(int perSecond, qint64 count)
{
    m_perSecond = perSecond;
    m_count = count;
    m_sentNow = 0;
    m_begun = steadyNs();
    m_tick.start(tickMs);
}

/** What is due by now. Each message carries the instant at which it became due. */
void FloodSource::sendBatch()
{
    const auto due = std::min(m_count, (steadyNs() - m_begun) * m_perSecond / 1'000'000'000);
    std::vector<RawEvent> page;
    while (m_sentNow < due && m_seq - m_acknowledged < feedWindow
           && page.size() < pageEvents) {
        sendDue(page, m_begun + m_sentNow * 1'000'000'000 / m_perSecond);
        ++m_sentNow;
    }
    if (!page.empty())
        send(encodeEventsFrame(u"p0", u"e", page));
    if (m_sentNow == m_count)
        m_tick.stop();
}

RawEvent FloodSource::next(const GroupId &group, const TopicId &topic, const EventData &data)
{
    ++m_seq;
    return {m_seq - 1, m_seq, {QDateTime::currentMSecsSinceEpoch()}, typeName(data), group, topic,
            encodeEventData(data)};
}

void FloodSource::sendDue(std::vector<RawEvent> &page, qint64 made)
{
    const auto text = u"@%1 %2 %3"_s.arg(made).arg(wordOf(m_said + 1), sentence);
    const auto said = message(text);
    const int group = int(m_said % groups) % busy;
    page.push_back(next(groupAt(group), {}, said));
    if (m_topics == 0)
        return;
    const auto topic = topicAt(group, int(m_said / groups) % m_topics);
    page.push_back(next(groupAt(group), topic,
                        TopicLinked{{std::get<MessageReceived>(said).message},
                                    LinkRule::SameAsker, 900, {}, 0, {}}));
}

void FloodSource::openTopics(int perGroup)
{
    m_topics = perGroup;
    std::vector<RawEvent> page;
    for (int i = 0; i < busy * perGroup; ++i) {
        const auto group = groupAt(i % busy);
        const auto topic = topicAt(i % busy, i / busy);
        const auto asker = u"%1"_s.arg(i % 900);
        page.push_back(next(group, topic, TopicOpened{u"保温杯还没有发货 %1"_s.arg(i),
                                                      {u"wecom/c"_s + asker}, u"客户"_s + asker, {}, {}}));
        if (i / busy % 10 == 0)
            page.push_back(next(group, topic, EscalationRaised{{{Reason::HumanRequest, 700, {}}}, 700, 600, {5}}));
        if (page.size() >= pageEvents)
            send(encodeEventsFrame(u"p0", u"e", std::exchange(page, {})));
    }
    if (!page.empty())
        send(encodeEventsFrame(u"p0", u"e", page));
}

void FloodSource::send(const QByteArray &frame)
{
    if (m_console)
        m_console->sendTextMessage(QString::fromUtf8(frame));
}

} // namespace quntai::bench
