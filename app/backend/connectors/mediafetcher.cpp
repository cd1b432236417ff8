// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/mediafetcher.h"

#include <QNetworkReply>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> notHere(const QString &why)
{
    return failure(ErrorKind::Unavailable, why);
}

bool isTooLarge(const QNetworkReply &reply, qint64 limit)
{
    return reply.property("tooLarge").toBool() || reply.bytesAvailable() > limit
        || reply.header(QNetworkRequest::ContentLengthHeader).toLongLong() > limit;
}

/** What came, without looking into it. */
Result<QByteArray> contentOf(QNetworkReply &reply, qint64 limit)
{
    if (isTooLarge(reply, limit))
        return failure(ErrorKind::TooLarge,
                       u"it is larger than %1 MiB"_s.arg(limit / (1024 * 1024)));
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400 && status < 500)
        return failure(ErrorKind::NotFound, u"the platform does not have it (any more): %1"_s.arg(status));
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return notHere(u"it did not come in time"_s);
    if (reply.error() != QNetworkReply::NoError)
        return notHere(reply.errorString());
    if (status != 200)
        return failure(ErrorKind::NotFound, u"the platform answered %1"_s.arg(status));
    return reply.readAll();
}

} // namespace

MediaFetcher::MediaFetcher(MediaLimits limits, QObject *parent) : QObject(parent), m_limits(limits)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

MediaFetcher::~MediaFetcher() = default;

void MediaFetcher::fetch(const MediaSource &source, Done done)
{
    if (int(m_waiting.size()) >= m_limits.waiting) {
        QMetaObject::invokeMethod(
            this, [done] { done(notHere(u"too many pictures and files at once"_s)); },
            Qt::QueuedConnection);
        return;
    }
    m_waiting.push_back({source, std::move(done), 0});
    QMetaObject::invokeMethod(this, &MediaFetcher::begin, Qt::QueuedConnection);
}

void MediaFetcher::begin()
{
    while (m_running < m_limits.atOnce && !m_waiting.empty()) {
        auto job = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running;
        attempt(std::move(job));
    }
}

void MediaFetcher::attempt(Job job)
{
    if (!job.source.bytes.isEmpty())
        return finish(job, job.source.bytes);
    if (const auto why = whyNotFetched(job.source.url, job.source.local); !why.isEmpty())
        return finish(job, notHere(why));
    ++job.tries;
    QNetworkRequest request(job.source.url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    auto *reply = m_network.get(request);
    // One more than the limit is enough to know; more is not taken from the socket.
    reply->setReadBufferSize(m_limits.bytes + 1);
    QTimer::singleShot(m_limits.tryMs, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::readyRead, reply, [this, reply] {
        if (!isTooLarge(*reply, m_limits.bytes))
            return;
        reply->setProperty("tooLarge", true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, job = std::move(job)] { received(reply, job); });
}

void MediaFetcher::received(QNetworkReply *reply, Job job)
{
    reply->deleteLater();
    auto content = contentOf(*reply, m_limits.bytes);
    if (!content && content.error().kind == ErrorKind::Unavailable && job.tries < m_limits.tries) {
        const int pause = m_limits.pauseMs << (job.tries - 1);
        QTimer::singleShot(pause, this, [this, job = std::move(job)] { attempt(job); });
        return;
    }
    if (content && !job.source.key.isEmpty())
        content = decryptMedia(*content, job.source.key);
    if (content && content->isEmpty())
        content = notHere(u"it is empty"_s);
    finish(job, content);
}

void MediaFetcher::finish(const Job &job, const Result<QByteArray> &result)
{
    --m_running;
    QMetaObject::invokeMethod(this, &MediaFetcher::begin, Qt::QueuedConnection);
    job.done(result);
}

} // namespace quntai
