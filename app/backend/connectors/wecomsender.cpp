// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/wecomsender.h"

#include <QDateTime>
#include <QUuid>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// A day, less what the way there and two clocks may take.
constexpr qint64 replyWindowMs = (24 * 3600 - 60) * 1000LL;
constexpr qsizetype waitingLimit = 500;

} // namespace

WecomSender::WecomSender(WecomPatience patience, QObject *parent)
    : QObject(parent), m_patience(patience), m_uploads(patience.acknowledgeMs)
{
    connect(&m_uploads, &WecomUpload::frame, this, &WecomSender::frame);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this,
            [this] { failAll(u"There was no connection to send it over"_s); });
}

void WecomSender::send(const OutboundMessage &message)
{
    auto &queue = m_chats[message.chat];
    if (queue.size() >= waitingLimit) {
        QTimer::singleShot(0, this, [this, id = message.id] {
            Q_EMIT outcome({id, SendOutcome::Kind::Failed, {},
                            u"Too many messages wait for this chat"_s, 0, true});
        });
        return;
    }
    Send send;
    send.message = message;
    send.parts = splitUtf8(withMentionNames(message), wecomTextBytes);
    queue.enqueue(send);
    if (m_session.isEmpty() && !m_wait.isActive())
        m_wait.start(m_patience.connectionMs);
    // As from a network: no outcome before this has returned.
    QTimer::singleShot(0, this, [this, chat = message.chat] { pump(chat); });
}

QString WecomSender::replyHandle(const QString &session, const QString &requestId, Instant at)
{
    return u"%1:%2:%3"_s.arg(session).arg(at.ms).arg(requestId);
}

QString WecomSender::requestToAnswer(const Send &send) const
{
    const auto handle = send.message.replyHandle;
    if (send.pushOnly || handle.section(u':', 0, 0) != m_session)
        return {};
    const auto age = QDateTime::currentMSecsSinceEpoch() - handle.section(u':', 1, 1).toLongLong();
    return age < replyWindowMs ? handle.section(u':', 2) : QString();
}

void WecomSender::connected(const QString &session)
{
    m_wait.stop();
    m_session = session;
    m_answered.clear();
    m_lostSubscription = false;
    pumpAll();
}

void WecomSender::pumpAll()
{
    const auto chats = m_chats.keys();
    for (const auto &chat : chats)
        pump(chat);
}

void WecomSender::pump(const QString &chat)
{
    const auto queue = m_chats.find(chat);
    if (queue == m_chats.end() || queue->isEmpty() || m_session.isEmpty() || m_lostSubscription)
        return;
    auto &head = queue->head();
    if (!head.request.isEmpty() || head.uploading)
        return;
    if (!head.message.files.isEmpty() && head.mediaId.isEmpty())
        upload(head);
    else
        write(head);
}

void WecomSender::upload(Send &send)
{
    send.uploading = true;
    m_uploads.begin(send.message.files.constFirst(),
                    [this, id = send.message.id, chat = send.message.chat](
                        const WecomUpload::Outcome &outcome) { uploaded(id, chat, outcome); });
}

/** What a lost connection cut off waits for the next one, as what was never written does. */
void WecomSender::uploaded(const MessageId &id, const QString &chat,
                           const WecomUpload::Outcome &outcome)
{
    const auto queue = m_chats.find(chat);
    if (queue == m_chats.end() || queue->head().message.id != id)
        return;
    queue->head().uploading = false;
    queue->head().mediaId = outcome.mediaId;
    if (m_session.isEmpty())
        return;
    if (!outcome.mediaId.isEmpty())
        pump(chat);
    else if (outcome.code == WecomCode::notSubscribed)
        refused(chat, outcome.code, outcome.error);
    else
        finish(chat, SendOutcome::Kind::Failed,
               outcome.code == 0 ? outcome.error : wecomProblem(outcome.code, outcome.error),
               outcome.code, outcome.code == 0 || isRetryable(outcome.code));
    checkSubscription();
}

void WecomSender::write(Send &send)
{
    const auto &text = send.parts.at(send.part);
    const auto answers = requestToAnswer(send);
    QByteArray out;
    ++m_writes;
    if (!send.mediaId.isEmpty()) {
        send.request = u"aibot_send_msg_%1_%2"_s.arg(m_session).arg(m_writes);
        out = wecomPushMedia(send.request, send.message.chat,
                             send.message.files.constFirst().kind, send.mediaId);
    } else if (!answers.isEmpty() && !m_answered.contains(answers)) {
        // A second answer to one request could not be told from the first by its acknowledgement.
        m_answered.insert(answers);
        send.request = answers;
        out = wecomReply(answers, QUuid::createUuid().toString(QUuid::WithoutBraces), text);
    } else {
        send.request = u"aibot_send_msg_%1_%2"_s.arg(m_session).arg(m_writes);
        out = wecomPush(send.request, send.message.chat, text);
    }
    m_underWay.insert(send.request, {send.message.chat, m_writes});
    QTimer::singleShot(m_patience.acknowledgeMs, this,
                       [this, request = send.request, write = m_writes] {
                           timedOut(request, write);
                       });
    Q_EMIT frame(out);
}

void WecomSender::timedOut(const QString &requestId, qint64 write)
{
    const auto at = m_underWay.value(requestId);
    if (at.write != write)
        return;
    finish(at.chat, SendOutcome::Kind::Unknown, u"The platform did not acknowledge it in time"_s);
    checkSubscription();
}

bool WecomSender::acknowledged(const WecomFrame &frame)
{
    return m_uploads.acknowledged(frame) || acknowledged(frame.requestId, frame.code, frame.error);
}

bool WecomSender::acknowledged(const QString &requestId, int code, const QString &error)
{
    const auto at = m_underWay.constFind(requestId);
    if (at == m_underWay.cend())
        return false;
    const auto chat = at->chat;
    m_underWay.erase(at);
    auto &head = m_chats[chat].head();
    head.request.clear();
    if (code != 0) {
        refused(chat, code, error);
    } else if (head.part + 1 < head.parts.size()) {
        ++head.part;
        head.retried = false;
        pump(chat);
    } else {
        finish(chat, SendOutcome::Kind::Sent);
    }
    checkSubscription();
    return true;
}

void WecomSender::refused(const QString &chat, int code, const QString &error)
{
    auto &head = m_chats[chat].head();
    if ((code == WecomCode::badRequest || code == WecomCode::streamExpired) && !head.pushOnly) {
        head.pushOnly = true;
        pump(chat);
        return;
    }
    if (code == WecomCode::notSubscribed) {
        m_lostSubscription = true;
        if (!head.retried) {
            head.retried = true;
            return;
        }
    }
    finish(chat, SendOutcome::Kind::Failed, wecomProblem(code, error), code, isRetryable(code));
}

void WecomSender::finish(const QString &chat, SendOutcome::Kind kind, const QString &reason, int code,
                         bool retryable)
{
    auto &queue = m_chats[chat];
    const auto done = queue.dequeue();
    m_underWay.remove(done.request);
    if (queue.isEmpty())
        m_chats.remove(chat);
    SendOutcome result{done.message.id, kind, {}, reason, code, retryable};
    if (done.part > 0 && kind != SendOutcome::Kind::Sent) {
        // Sending all of it again would repeat what people have read.
        result.retryable = false;
        result.reason = u"%1; part %2 of %3, those before it were sent"_s.arg(reason)
                            .arg(done.part + 1).arg(done.parts.size());
    }
    QTimer::singleShot(0, this, [this, chat] { pump(chat); });
    Q_EMIT outcome(result);
}

void WecomSender::checkSubscription()
{
    if (m_lostSubscription && m_underWay.isEmpty() && !m_session.isEmpty())
        Q_EMIT subscriptionLost();
}

void WecomSender::loseSubscription()
{
    m_lostSubscription = true;
    checkSubscription();
}

void WecomSender::disconnected(const QString &why)
{
    m_session.clear();
    m_uploads.disconnected(why);
    const auto underWay = m_underWay.values();
    for (const auto &send : underWay) {
        finish(send.chat, SendOutcome::Kind::Unknown,
               u"The connection was lost before the platform acknowledged it: %1"_s.arg(why));
    }
    if (!m_chats.isEmpty() && !m_wait.isActive())
        m_wait.start(m_patience.connectionMs);
}

void WecomSender::giveUp(const QString &why)
{
    disconnected(why);
    failAll(why);
}

void WecomSender::failAll(const QString &why)
{
    m_wait.stop();
    const auto chats = m_chats.keys();
    for (const auto &chat : chats) {
        for (auto waiting = m_chats.value(chat).size(); waiting > 0; --waiting)
            finish(chat, SendOutcome::Kind::Failed, why, 0, true);
    }
}

void WecomSender::clear()
{
    m_wait.stop();
    m_session.clear();
    m_uploads.clear();
    m_chats.clear();
    m_underWay.clear();
}

} // namespace quntai
