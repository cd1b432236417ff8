// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/blobworker.h"

#include "models/session/tls.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(const QNetworkReply &reply)
{
    switch (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()) {
    case 401:
    case 403: return {ErrorKind::Unauthenticated, u"The backend does not give it to you"_s};
    case 404: return {ErrorKind::NotFound, u"The backend has it no longer"_s};
    default: return {ErrorKind::Unavailable, reply.errorString()};
    }
}

Error tooLarge(qint64 most)
{
    return {ErrorKind::TooLarge, u"It is larger than %1 MB"_s.arg(most / 1'000'000)};
}

} // namespace

QUrl blobUrl(const QUrl &server, const QString &sha256)
{
    const auto host = server.host();
    const bool here = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    const bool tls = server.scheme() == "wss"_L1;
    if (!tls && !(server.scheme() == "ws"_L1 && here))
        return {};
    QUrl url;
    url.setScheme(tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(server.port());
    url.setPath(u"/blob/"_s + sha256);
    return url;
}

BlobWorker::BlobWorker(QObject *parent)
    : QObject(parent), m_network(new QNetworkAccessManager(this))
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(true);
}

BlobWorker::~BlobWorker()
{
    // Replies end with the network; nobody may be told any more.
    blockSignals(true);
    m_waiting.clear();
}

void BlobWorker::setPass(const QUrl &server, const QString &token)
{
    m_server = server;
    m_token = token.toLatin1();
}

void BlobWorker::fetch(int ticket, const QString &sha256, qint64 most)
{
    if (!BlobCache::isName(sha256)) {
        Q_EMIT fetched(ticket, failure(ErrorKind::InvalidParams, u"That is no name of a blob"_s));
        return;
    }
    auto kept = m_cache.read(sha256);
    if (!kept)
        kept = m_outgoing.read(sha256);
    if (kept) {
        Q_EMIT fetched(ticket, kept->size() > most ? std::unexpected(tooLarge(most))
                                                   : Result<QByteArray>(*kept));
        return;
    }
    m_waiting.enqueue({ticket, sha256, most});
    next();
}

void BlobWorker::next()
{
    while (m_running < parallel && !m_waiting.isEmpty())
        get(m_waiting.dequeue());
}

void BlobWorker::get(const Job &job)
{
    const auto url = blobUrl(m_server, job.sha256);
    if (m_token.isEmpty() || url.isEmpty()) {
        Q_EMIT fetched(job.ticket, failure(ErrorKind::Unavailable, u"Not connected"_s));
        return;
    }
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setTransferTimeout(stallMs);
    if (url.scheme() == "https"_L1)
        request.setSslConfiguration(strictTls());
    auto *reply = m_network->get(request);
    // What is read stays in the reply until it is finished or too much.
    reply->setReadBufferSize(0);
    ++m_running;
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, job](qint64 got, qint64 total) {
        if (std::max(got, total) > job.most)
            reply->abort();
    });
    QTimer::singleShot(transferMs, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this, [this, reply, job] { finish(job, reply); });
}

void BlobWorker::finish(const Job &job, QNetworkReply *reply)
{
    --m_running;
    const auto length = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto bytes = reply->bytesAvailable() <= job.most ? reply->readAll() : QByteArray();
    if (std::max(length, reply->bytesAvailable()) > job.most) {
        Q_EMIT fetched(job.ticket, std::unexpected(tooLarge(job.most)));
    } else if (reply->error() != QNetworkReply::NoError || status != 200) {
        Q_EMIT fetched(job.ticket, std::unexpected(errorOf(*reply)));
    } else if (BlobCache::nameOf(bytes) != job.sha256) {
        Q_EMIT fetched(job.ticket,
                       failure(ErrorKind::Conflict, u"What came is not what was asked for"_s));
    } else {
        m_cache.keep(job.sha256, bytes);
        Q_EMIT fetched(job.ticket, bytes);
    }
    next();
}

} // namespace quntai
