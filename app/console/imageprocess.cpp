// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/imageprocess.h"

#include "app/imagehelper/pictureformat.h"

namespace quntai {

ImageProcess::ImageProcess(QString program, QObject *parent)
    : QObject(parent), m_program(std::move(program))
{
    m_deadline.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(PictureProblem::TimedOut); });
    connect(&m_idle, &QTimer::timeout, this, &ImageProcess::end);
}

ImageProcess::~ImageProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(500);
}

void ImageProcess::decode(const QByteArray &bytes, QSize most, QObject *context, Done done)
{
    m_waiting.enqueue({bytes, most, context, std::move(done)});
    // Answers never come before the question has returned.
    QMetaObject::invokeMethod(this, &ImageProcess::next, Qt::QueuedConnection);
}

void ImageProcess::next()
{
    while (!m_job && !m_waiting.isEmpty()) {
        m_job = m_waiting.dequeue();
        if (!m_job->context) {
            m_job.reset();
        } else if (m_job->bytes.isEmpty()) {
            settle({PictureProblem::Empty, {}, {}});
        } else if (m_job->bytes.size() > mostPictureBytes) {
            settle({PictureProblem::TooLong, {}, {}});
        } else if (pictureFormat(m_job->bytes) == PictureFormat::None) {
            settle({PictureProblem::NotAPicture, {}, {}});
        } else {
            start();
            return;
        }
    }
}

void ImageProcess::start()
{
    m_idle.stop();
    if (!m_process) {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::SeparateChannels);
        m_process->setStandardErrorFile(QProcess::nullDevice());
        connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ImageProcess::read);
        connect(m_process.get(), &QProcess::finished, this,
                [this] { giveUp(PictureProblem::Died); });
        connect(m_process.get(), &QProcess::errorOccurred, this,
                [this](QProcess::ProcessError error) {
                    if (error == QProcess::FailedToStart)
                        giveUp(PictureProblem::Died);
                });
        m_process->start(m_program, {});
        if (!m_process)
            return; // it could not be started, and that is told already
    }
    const ImageRequest head{++m_id, m_job->most.boundedTo({mostAnswerSide, mostAnswerSide}),
                            quint32(m_job->bytes.size())};
    m_head.reset();
    m_deadline.start(m_timeoutMs);
    m_process->write(encodeHead(head));
    m_process->write(m_job->bytes);
}

/** Kills it without waiting: what is left of it is no business of the GUI thread. */
void ImageProcess::end()
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

void ImageProcess::read()
{
    if (!m_job) {
        end(); // it speaks without being asked
        return;
    }
    if (!m_head) {
        if (m_process->bytesAvailable() < ImageAnswer::headBytes)
            return;
        m_head = readAnswer(m_process->read(ImageAnswer::headBytes));
        if (!m_head || m_head->id != m_id) {
            giveUp(PictureProblem::Died);
            return;
        }
    }
    readPixels();
}

void ImageProcess::readPixels()
{
    if (m_process->bytesAvailable() < qint64{m_head->length})
        return;
    Decoded decoded{m_head->problem, m_head->whole, {}};
    if (m_head->length > 0) {
        decoded.image = QImage(m_head->size, QImage::Format_ARGB32_Premultiplied);
        if (!decoded.image.isNull())
            m_process->read(reinterpret_cast<char *>(decoded.image.bits()), m_head->length);
    }
    if (decoded.image.isNull() && decoded.problem == PictureProblem::None)
        decoded.problem = PictureProblem::Damaged;
    m_deadline.stop();
    m_idle.start(idleMs);
    settle(decoded);
    next();
}

void ImageProcess::giveUp(PictureProblem problem)
{
    end();
    if (m_job)
        settle({problem, {}, {}});
    next();
}

void ImageProcess::settle(const Decoded &decoded)
{
    const Job job = *std::exchange(m_job, std::nullopt);
    m_head.reset();
    if (job.context)
        job.done(decoded);
}

} // namespace quntai
