// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connectors/wecomupload.h"

namespace quntai {

using namespace Qt::StringLiterals;

WecomUpload::WecomUpload(int acknowledgeMs, QObject *parent)
    : QObject(parent), m_acknowledgeMs(acknowledgeMs)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        settle({{}, 0, u"The platform did not answer the upload in time"_s});
    });
}

void WecomUpload::begin(const OutboundFile &file, Done done)
{
    m_jobs.enqueue({file, std::move(done)});
    // As from a network: no outcome before this has returned.
    QMetaObject::invokeMethod(this, &WecomUpload::next, Qt::QueuedConnection);
}

void WecomUpload::next()
{
    if (m_running || m_jobs.isEmpty())
        return;
    m_running = true;
    m_uploadId.clear();
    m_piece = 0;
    ask(wecomUploadBegin(nextRequest(), m_jobs.head().file));
}

QString WecomUpload::nextRequest()
{
    m_request = u"aibot_upload_media_%1"_s.arg(++m_asked);
    return m_request;
}

void WecomUpload::ask(const QByteArray &frame)
{
    m_wait.start(m_acknowledgeMs);
    Q_EMIT this->frame(frame);
}

bool WecomUpload::acknowledged(const WecomFrame &frame)
{
    if (!m_running || frame.requestId != m_request)
        return false;
    m_wait.stop();
    if (frame.code != 0)
        settle({{}, frame.code, frame.error});
    else
        goOn(frame);
    return true;
}

void WecomUpload::goOn(const WecomFrame &answer)
{
    if (!answer.mediaId.isEmpty())
        return settle({answer.mediaId, 0, {}});
    if (!answer.uploadId.isEmpty())
        m_uploadId = answer.uploadId;
    const auto &file = m_jobs.head().file;
    const auto pieces = wecomPieces(file);
    if (m_uploadId.isEmpty() || m_piece > pieces)
        return settle({{}, -1, u"The platform named no media"_s});
    const auto piece = m_piece++;
    ask(piece < pieces ? wecomUploadPiece(nextRequest(), m_uploadId, file, piece)
                       : wecomUploadEnd(nextRequest(), m_uploadId));
}

void WecomUpload::settle(const Outcome &outcome)
{
    m_wait.stop();
    m_request.clear();
    m_running = false;
    const auto job = m_jobs.dequeue();
    QMetaObject::invokeMethod(this, &WecomUpload::next, Qt::QueuedConnection);
    job.done(outcome);
}

void WecomUpload::disconnected(const QString &why)
{
    // None of them begins before all are told.
    m_wait.stop();
    m_request.clear();
    m_running = false;
    for (const auto &job : std::exchange(m_jobs, {}))
        job.done({{}, 0, why});
}

void WecomUpload::clear()
{
    m_wait.stop();
    m_request.clear();
    m_running = false;
    m_jobs.clear();
}

} // namespace quntai
