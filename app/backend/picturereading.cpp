// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/picturereading.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

Error errorOf(HelperProcess::Failure failure)
{
    switch (failure) {
    case HelperProcess::Failure::NotStarted:
        return {ErrorKind::NotFound, u"There is no reading program"_s, {}};
    case HelperProcess::Failure::Ended:
        return {ErrorKind::Unavailable, u"The reading program ended"_s, {}};
    case HelperProcess::Failure::TimedOut: break;
    }
    return {ErrorKind::Unavailable, u"Reading it took too long"_s, {}};
}

} // namespace

PictureReading::PictureReading(QString program, QObject *parent)
    : QObject(parent), m_helper(std::move(program), idleMs)
{
    m_worker.setMaxThreadCount(1);
    connect(&m_helper, &HelperProcess::answered, this, &PictureReading::take);
    connect(&m_helper, &HelperProcess::failed, this,
            [this](HelperProcess::Failure failure) { giveUp(errorOf(failure)); });
}

PictureReading::~PictureReading()
{
    m_worker.waitForDone();
}

void PictureReading::read(Load load, bool urgent, QObject *context, Done done)
{
    auto &queue = urgent ? m_urgent : m_waiting;
    if (queue.size() >= (urgent ? mostUrgent : mostWaiting)) {
        const Error why{ErrorKind::RateLimited, u"Too many pictures wait"_s, {}};
        QMetaObject::invokeMethod(context, [done, why] { done(std::unexpected(why)); },
                                  Qt::QueuedConnection);
        return;
    }
    queue.enqueue({std::move(load), context, std::move(done)});
    // Answers never come before the question has returned.
    QMetaObject::invokeMethod(this, &PictureReading::next, Qt::QueuedConnection);
}

void PictureReading::next()
{
    while (!m_job && !(m_urgent.isEmpty() && m_waiting.isEmpty())) {
        m_job = m_urgent.isEmpty() ? m_waiting.dequeue() : m_urgent.dequeue();
        if (m_job->context)
            return load();
        m_job.reset();
    }
}

void PictureReading::load()
{
    m_worker.start([this, load = m_job->load] {
        const auto bytes = load();
        QMetaObject::invokeMethod(this, [this, bytes] { start(bytes); }, Qt::QueuedConnection);
    });
}

void PictureReading::start(const QByteArray &bytes)
{
    if (!m_job->context) {
        m_job.reset();
        return next();
    }
    if (bytes.isEmpty() || bytes.size() > mostReadBytes) {
        settle(failure(ErrorKind::InvalidParams, u"It is no picture to read"_s));
        return next();
    }
    const ReadRequest head{++m_id, quint32(bytes.size())};
    m_head.reset();
    m_isAsked = true;
    m_helper.ask(encodeHead(head), bytes, m_timeoutMs);
}

void PictureReading::take()
{
    if (!m_isAsked)
        return m_helper.end(); // it speaks without being asked
    if (!m_head) {
        if (m_helper.bytesAvailable() < ReadAnswer::headBytes)
            return;
        m_head = readReadAnswer(m_helper.read(ReadAnswer::headBytes));
        if (!m_head || m_head->id != m_id)
            return giveUp({ErrorKind::Unavailable, u"The reading program talks nonsense"_s, {}});
    }
    if (m_helper.bytesAvailable() < qint64{m_head->length})
        return;
    const auto text = QString::fromUtf8(m_helper.read(m_head->length));
    m_helper.rest();
    switch (m_head->problem) {
    case ReadProblem::None: settle(Words{text, int(m_head->sure)}); break;
    case ReadProblem::Unreadable:
        settle(failure(ErrorKind::InvalidParams, u"It cannot be read"_s));
        break;
    case ReadProblem::NoModel:
        settle(failure(ErrorKind::NotFound,
                       u"The model of simplified Chinese is not installed: tesseract-ocr-chi-sim"_s));
        break;
    }
    next();
}

void PictureReading::giveUp(const Error &why)
{
    m_helper.end();
    if (m_isAsked)
        settle(std::unexpected(why));
    next();
}

void PictureReading::settle(const Result<Words> &words)
{
    const Job job = *std::exchange(m_job, std::nullopt);
    m_isAsked = false;
    m_head.reset();
    if (job.context)
        job.done(words);
}

} // namespace quntai
