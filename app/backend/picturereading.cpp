// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/picturereading.h"

namespace quntai {

using namespace Qt::StringLiterals;

PictureReading::PictureReading(QString program, QObject *parent)
    : QObject(parent), m_program(std::move(program))
{
    m_deadline.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { giveUp({ErrorKind::Unavailable, u"Reading it took too long"_s, {}}); });
    connect(&m_idle, &QTimer::timeout, this, &PictureReading::end);
}

PictureReading::~PictureReading()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(500);
}

void PictureReading::read(const QByteArray &bytes, bool urgent, QObject *context, Done done)
{
    if (bytes.isEmpty() || bytes.size() > mostReadBytes || m_waiting.size() >= mostWaiting) {
        const bool full = m_waiting.size() >= mostWaiting;
        const Error why{full ? ErrorKind::RateLimited : ErrorKind::InvalidParams,
                        full ? u"Too many pictures wait"_s : u"It is no picture to read"_s, {}};
        QMetaObject::invokeMethod(context, [done, why] { done(std::unexpected(why)); },
                                  Qt::QueuedConnection);
        return;
    }
    (urgent ? m_urgent : m_waiting).enqueue({bytes, context, std::move(done)});
    // Answers never come before the question has returned.
    QMetaObject::invokeMethod(this, &PictureReading::next, Qt::QueuedConnection);
}

void PictureReading::next()
{
    while (!m_job && !(m_urgent.isEmpty() && m_waiting.isEmpty())) {
        m_job = m_urgent.isEmpty() ? m_waiting.dequeue() : m_urgent.dequeue();
        if (m_job->context)
            return start();
        m_job.reset();
    }
}

void PictureReading::start()
{
    m_idle.stop();
    if (!m_process) {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::SeparateChannels);
        m_process->setStandardErrorFile(QProcess::nullDevice());
        connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &PictureReading::take);
        connect(m_process.get(), &QProcess::finished, this, [this] {
            giveUp({ErrorKind::Unavailable, u"The reading program ended"_s, {}});
        });
        connect(m_process.get(), &QProcess::errorOccurred, this,
                [this](QProcess::ProcessError error) {
                    if (error == QProcess::FailedToStart)
                        giveUp({ErrorKind::NotFound, u"There is no reading program"_s, {}});
                });
        m_process->start(m_program, {});
        if (!m_process)
            return; // it could not be started, and that is told already
    }
    m_head.reset();
    m_deadline.start(m_timeoutMs);
    m_process->write(encodeHead(ReadRequest{++m_id, quint32(m_job->bytes.size())}));
    m_process->write(m_job->bytes);
}

/** Kills it without waiting. */
void PictureReading::end()
{
    m_deadline.stop();
    m_idle.stop();
    if (!m_process)
        return;
    auto *process = m_process.release();
    process->disconnect(this);
    process->setParent(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

void PictureReading::take()
{
    if (!m_job)
        return end(); // it speaks without being asked
    if (!m_head) {
        if (m_process->bytesAvailable() < ReadAnswer::headBytes)
            return;
        m_head = readReadAnswer(m_process->read(ReadAnswer::headBytes));
        if (!m_head || m_head->id != m_id)
            return giveUp({ErrorKind::Unavailable, u"The reading program talks nonsense"_s, {}});
    }
    if (m_process->bytesAvailable() < qint64{m_head->length})
        return;
    const auto text = QString::fromUtf8(m_process->read(m_head->length));
    m_deadline.stop();
    m_idle.start(idleMs);
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
    end();
    if (m_job)
        settle(std::unexpected(why));
    next();
}

void PictureReading::settle(const Result<Words> &words)
{
    const Job job = *std::exchange(m_job, std::nullopt);
    m_head.reset();
    if (job.context)
        job.done(words);
}

} // namespace quntai
