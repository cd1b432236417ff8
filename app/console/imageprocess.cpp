// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/imageprocess.h"

#include "app/imagehelper/pictureformat.h"

namespace quntai {

ImageProcess::ImageProcess(QString program, QObject *parent)
    : QObject(parent), m_helper(std::move(program), idleMs)
{
    connect(&m_helper, &HelperProcess::answered, this, &ImageProcess::read);
    connect(&m_helper, &HelperProcess::failed, this, [this](HelperProcess::Failure failure) {
        giveUp(failure == HelperProcess::Failure::TimedOut ? PictureProblem::TimedOut
                                                           : PictureProblem::Died);
    });
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
    const ImageRequest head{++m_id, m_job->most.boundedTo({mostAnswerSide, mostAnswerSide}),
                            quint32(m_job->bytes.size())};
    m_head.reset();
    m_helper.ask(encodeHead(head), m_job->bytes, m_timeoutMs);
}

void ImageProcess::read()
{
    if (!m_job) {
        m_helper.end(); // it speaks without being asked
        return;
    }
    if (!m_head) {
        if (m_helper.bytesAvailable() < ImageAnswer::headBytes)
            return;
        m_head = readAnswer(m_helper.read(ImageAnswer::headBytes));
        if (!m_head || m_head->id != m_id) {
            giveUp(PictureProblem::Died);
            return;
        }
    }
    readPixels();
}

void ImageProcess::readPixels()
{
    if (m_helper.bytesAvailable() < qint64{m_head->length})
        return;
    Decoded decoded{m_head->problem, m_head->whole, {}};
    if (m_head->length > 0) {
        decoded.image = QImage(m_head->size, QImage::Format_ARGB32_Premultiplied);
        if (!decoded.image.isNull())
            m_helper.read(reinterpret_cast<char *>(decoded.image.bits()), m_head->length);
    }
    if (decoded.image.isNull() && decoded.problem == PictureProblem::None)
        decoded.problem = PictureProblem::Damaged;
    m_helper.rest();
    settle(decoded);
    next();
}

void ImageProcess::giveUp(PictureProblem problem)
{
    m_helper.end();
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
