// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/crm/restclient.h"

#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

using Content = Answer<std::optional<QByteArray>>;

bool isTooLarge(const QNetworkReply &reply, qint64 limit)
{
    return reply.property("tooLarge").toBool() || reply.bytesAvailable() > limit
        || reply.header(QNetworkRequest::ContentLengthHeader).toLongLong() > limit;
}

Content statusTrouble(const QNetworkReply &reply, int status)
{
    if (status == 401 || status == 403) {
        return trouble(SystemProblem::Refused,
                       u"it refused our access (%1); check secretFile and header"_s.arg(status));
    }
    if (status == 429)
        return trouble(SystemProblem::Busy, u"it asks for fewer questions (429)"_s);
    if (status >= 300 && status < 400) {
        const auto to = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        return trouble(SystemProblem::Redirected,
                       u"it points elsewhere (%1, %2), where our access is not taken; correct url"_s
                           .arg(status)
                           .arg(to.host().left(100)));
    }
    return trouble(SystemProblem::Failed, u"it answered %1"_s.arg(status));
}

Content contentOf(QNetworkReply &reply, const RestLimits &limits)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.property("timedOut").toBool()) {
        return trouble(SystemProblem::TimedOut,
                       u"no answer within %1 s"_s.arg((limits.tryMs + 999) / 1000));
    }
    if (isTooLarge(reply, limits.bytes)) {
        return trouble(SystemProblem::TooLarge,
                       u"the answer is larger than %1 KiB"_s.arg(limits.bytes / 1024));
    }
    if (status == 404 || status == 410 || status == 204)
        return std::nullopt;
    if (status != 0 && status != 200)
        return statusTrouble(reply, status);
    if (status == 0 || reply.error() != QNetworkReply::NoError)
        return trouble(SystemProblem::Unreachable, reply.errorString().left(200));
    return reply.readAll();
}

/** Another try may help. */
bool isPassing(const SystemTrouble &trouble)
{
    return trouble.problem == SystemProblem::Unreachable
        || trouble.problem == SystemProblem::TimedOut || trouble.problem == SystemProblem::Busy
        || trouble.problem == SystemProblem::Failed;
}

} // namespace

RestClient::RestClient(RestLimits limits, QByteArray authHeader, QByteArray authValue,
                       QObject *parent)
    : QObject(parent), m_limits(limits), m_authHeader(std::move(authHeader)),
      m_authValue(std::move(authValue))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RestClient::~RestClient() = default;

void RestClient::get(const QUrl &url, bool hurry, Done done)
{
    if (int(m_waiting.size()) >= m_limits.waiting) {
        QMetaObject::invokeMethod(
            this,
            [done] { done(trouble(SystemProblem::Busy, u"too many questions at once"_s)); },
            Qt::QueuedConnection);
        return;
    }
    Job job{url, std::move(done), hurry ? 1 : m_limits.tries, m_limits.pauseMs};
    // A person waits: before what nobody waits for.
    if (hurry)
        m_waiting.push_front(std::move(job));
    else
        m_waiting.push_back(std::move(job));
    QMetaObject::invokeMethod(this, &RestClient::begin, Qt::QueuedConnection);
}

void RestClient::begin()
{
    while (m_running < m_limits.atOnce && !m_waiting.empty()) {
        auto job = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running;
        attempt(std::move(job));
    }
}

void RestClient::attempt(Job job)
{
    --job.triesLeft;
    QNetworkRequest request(job.url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept", "application/json");
    // Said by us, Qt unpacks nothing, and a small answer cannot become a huge one.
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_authHeader.isEmpty())
        request.setRawHeader(m_authHeader, m_authValue);
    auto *reply = m_network.get(request);
    reply->setReadBufferSize(m_limits.bytes + 1);
    QTimer::singleShot(m_limits.tryMs, reply, [reply] {
        reply->setProperty("timedOut", true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::readyRead, reply, [this, reply] {
        if (!isTooLarge(*reply, m_limits.bytes))
            return;
        reply->setProperty("tooLarge", true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, job = std::move(job)] { received(reply, job); });
}

int RestClient::pauseBefore(const QNetworkReply &reply, const Job &job) const
{
    bool ok = false;
    const auto seconds = reply.rawHeader("Retry-After").trimmed().toInt(&ok);
    return ok && seconds >= 0 ? int(std::min<qint64>(1000LL * seconds, m_limits.longestPauseMs))
                              : job.pauseMs;
}

void RestClient::received(QNetworkReply *reply, Job job)
{
    reply->deleteLater();
    const auto content = contentOf(*reply, m_limits);
    if (!content && isPassing(content.error()) && job.triesLeft > 0) {
        const int pause = pauseBefore(*reply, job);
        job.pauseMs *= 2;
        QTimer::singleShot(pause, this, [this, job = std::move(job)] { attempt(job); });
        return;
    }
    --m_running;
    QMetaObject::invokeMethod(this, &RestClient::begin, Qt::QueuedConnection);
    job.done(content);
}

} // namespace quntai
