// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/imagehelper/imageframe.h"
#include "app/shutin/helperprocess.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QQueue>

#include <functional>
#include <optional>

namespace quntai {

/** The console's end of quntai-imagehelper: one picture at a time is decoded in that program.
 *
 * It is started with the first picture, ended when it takes too long or answers nonsense, and
 * started again for the next one; a picture it dies of is told TimedOut or Died and not tried
 * again. After `idleMs` without work it is let go. GUI thread; never blocks.
 */
class ImageProcess : public QObject
{
    Q_OBJECT
public:
    struct Decoded
    {
        PictureProblem problem = PictureProblem::None;
        QSize whole;
        QImage image;
    };
    using Done = std::function<void(const Decoded &)>;

    explicit ImageProcess(QString program, QObject *parent = nullptr);

    /** The picture, fitted into `most`; done comes once, unless context is gone by then. */
    void decode(const QByteArray &bytes, QSize most, QObject *context, Done done);
    void setTimeout(int ms) { m_timeoutMs = ms; }
    /** 0: it does not run. */
    qint64 processId() const { return m_helper.processId(); }

    static constexpr int defaultTimeoutMs = 8000;
    static constexpr int idleMs = 60'000;

private:
    struct Job
    {
        QByteArray bytes;
        QSize most;
        QPointer<QObject> context;
        Done done;
    };

    void next();
    void start();
    void read();
    void readPixels();
    void giveUp(PictureProblem problem);
    void settle(const Decoded &decoded);

    HelperProcess m_helper;
    QQueue<Job> m_waiting;
    std::optional<Job> m_job;
    std::optional<ImageAnswer> m_head;
    int m_timeoutMs = defaultTimeoutMs;
    quint32 m_id = 0;
};

} // namespace quntai
