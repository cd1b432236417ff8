// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/blobsender.h"

#include "models/domain/attachments.h"
#include "models/session/blobworker.h"
#include "models/session/tls.h"

#include <QNetworkReply>
#include <QTimer>
#include <QUrlQuery>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** What the backend's answer means for who waits: what is final, what passes. */
Error errorOf(QNetworkReply &reply)
{
    const auto words = reply.isOpen() ? QString::fromUtf8(reply.read(500)).simplified() : QString();
    switch (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()) {
    case 403: return {ErrorKind::Forbidden, u"You may not send to this group"_s};
    case 413: return {ErrorKind::TooLarge, words, {{u"limit"_s, mostAttachmentBytes}}};
    case 415:
        return {ErrorKind::InvalidParams, words,
                {{u"problem"_s, QString::fromLatin1(wordOf(AttachmentProblem::Program))}}};
    case 404:
    case 411:
    case 422: return {ErrorKind::InvalidParams, words};
    case 424: return {ErrorKind::Unavailable, words, {{u"cause"_s, u"unread"_s}}};
    case 429: return {ErrorKind::RateLimited, words};
    case 507: return {ErrorKind::StorageFull, words};
    default: return {ErrorKind::Unavailable, words.isEmpty() ? reply.errorString() : words};
    }
}

QNetworkRequest requestFor(QUrl url, const GroupId &group, const QByteArray &token)
{
    // Encoded by hand: a "+" in it would come back as a blank.
    url.setQuery(u"group="_s + QString::fromLatin1(QUrl::toPercentEncoding(group.value)));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/octet-stream"_ba);
    request.setTransferTimeout(BlobSender::stallMs);
    if (url.scheme() == "https"_L1)
        request.setSslConfiguration(strictTls());
    return request;
}

} // namespace

BlobSender::BlobSender(QObject *parent)
    : QObject(parent), m_network(new QNetworkAccessManager(this))
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(true);
}

BlobSender::~BlobSender()
{
    // Replies end with the network; nobody may be told any more.
    blockSignals(true);
    m_waiting.clear();
}

void BlobSender::setFolders(const QString &waiting, const QString &cache)
{
    m_files = OutgoingFiles(waiting);
    m_cache = BlobCache(cache);
}

void BlobSender::setPass(const QUrl &server, const QString &token)
{
    m_server = server;
    m_token = token.toLatin1();
}

void BlobSender::take(int ticket, const NewFile &file)
{
    Q_EMIT taken(ticket, m_files.take(file));
}

void BlobSender::bring(int ticket, const QString &sha256, const GroupId &group)
{
    m_waiting.enqueue({ticket, sha256, group});
    next();
}

void BlobSender::drop(int ticket)
{
    m_waiting.removeIf([ticket](const Job &job) { return job.ticket == ticket; });
    if (m_running == ticket && m_reply)
        m_reply->abort();
}

void BlobSender::release(const QString &sha256)
{
    // Seen in the timeline next: it need not come back over the network.
    if (const auto bytes = m_files.read(sha256))
        m_cache.keep(sha256, *bytes);
    m_files.remove(sha256);
}

void BlobSender::next()
{
    while (m_running == 0 && !m_waiting.isEmpty())
        begin(m_waiting.dequeue());
}

std::optional<QByteArray> BlobSender::bytesOf(const QString &sha256) const
{
    const auto bytes = m_files.read(sha256);
    return bytes ? bytes : m_cache.read(sha256); // sent before, and again now
}

void BlobSender::begin(const Job &job)
{
    const auto bytes = bytesOf(job.sha256);
    if (!bytes)
        return tell(job, failure(ErrorKind::NotFound, u"The file is not on this computer any more"_s,
                                 {{u"field"_s, u"attachments"_s}}));
    if (m_token.isEmpty() || blobUrl(m_server, job.sha256).isEmpty())
        return tell(job, failure(ErrorKind::Unavailable, u"Not connected"_s));
    bytes->size() < askBytes ? put(job, *bytes) : ask(job);
}

void BlobSender::ask(const Job &job)
{
    m_running = job.ticket;
    m_reply = m_network->head(requestFor(blobUrl(m_server, job.sha256), job.group, m_token));
    connect(m_reply, &QNetworkReply::finished, this,
            [this, job, reply = m_reply.data()] { takeAnswer(job, reply); });
}

/** 405: a backend that does not know the question. */
void BlobSender::takeAnswer(const Job &job, QNetworkReply *reply)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 404 && status != 405)
        return finish(job, reply);
    m_running = 0;
    const auto bytes = bytesOf(job.sha256);
    if (bytes && !m_token.isEmpty())
        return put(job, *bytes);
    tell(job, failure(ErrorKind::Unavailable, u"Not connected"_s));
    next();
}

void BlobSender::put(const Job &job, const QByteArray &bytes)
{
    m_running = job.ticket;
    m_reply = m_network->put(requestFor(blobUrl(m_server, job.sha256), job.group, m_token), bytes);
    m_told.start();
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this, job](qint64 sent, qint64 total) {
        if (m_told.elapsed() < tellMs && sent < total)
            return;
        m_told.restart();
        Q_EMIT moved(job.ticket, sent);
    });
    QTimer::singleShot(transferMs, m_reply, &QNetworkReply::abort);
    connect(m_reply, &QNetworkReply::finished, this,
            [this, job, reply = m_reply.data()] { finish(job, reply); });
}

void BlobSender::tell(const Job &job, const Result<> &result)
{
    Q_EMIT brought(job.ticket, result);
}

void BlobSender::finish(const Job &job, QNetworkReply *reply)
{
    m_running = 0;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool kept = status == 201 || status == 200;
    tell(job, kept ? Result<>() : std::unexpected(errorOf(*reply)));
    next();
}

} // namespace quntai
