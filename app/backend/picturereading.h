// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picturereader/readerframe.h"
#include "app/shutin/helperprocess.h"
#include "models/domain/result.h"

#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace quntai {

/** The backend's end of quntai-picturereader: the words of one picture at a time are read in that
 * program, which is shut in.
 *
 * It is started with the first picture, ended when it takes too long or answers nonsense, and started
 * again for the next one. After idleMs without work it is let go, with the model it holds. What waits
 * holds no bytes: they are fetched, in a thread of its own, when its turn has come. Main thread; never
 * blocks.
 */
class PictureReading : public QObject
{
    Q_OBJECT
public:
    struct Words
    {
        QString text;  //!< tidy, a line of the picture is a line; empty: none
        int sure = 0;  //!< percent
    };
    /** NotFound: there is no such program, or no model of the language: nothing will be read.
     * InvalidParams: it cannot be read. Unavailable: it took too long, or the program died of it.
     * RateLimited: too many wait. */
    using Done = std::function<void(const Result<Words> &)>;

    /** Gives the bytes of a picture, in any thread; none: it is not there. */
    using Load = std::function<QByteArray()>;

    explicit PictureReading(QString program, QObject *parent = nullptr);
    ~PictureReading() override;

    /** urgent: before those nobody waits for. done comes later, once, unless context is gone. */
    void read(Load load, bool urgent, QObject *context, Done done);
    void setTimeout(int ms) { m_timeoutMs = ms; }
    /** 0: it does not run. */
    qint64 processId() const { return m_helper.processId(); }

    static constexpr int defaultTimeoutMs = 20'000;
    static constexpr int idleMs = 120'000;
    static constexpr qsizetype mostWaiting = 200;
    /** Of those somebody waits for: more would not be read while they do. */
    static constexpr qsizetype mostUrgent = 40;

private:
    struct Job
    {
        Load load;
        QPointer<QObject> context;
        Done done;
    };

    void next();
    void load();
    void start(const QByteArray &bytes);
    void take();
    void giveUp(const Error &why);
    void settle(const Result<Words> &words);

    HelperProcess m_helper;
    QQueue<Job> m_urgent;
    QQueue<Job> m_waiting;
    std::optional<Job> m_job;
    bool m_isAsked = false;  //!< it has been handed over; until then its bytes are on their way
    std::optional<ReadAnswer> m_head;
    int m_timeoutMs = defaultTimeoutMs;
    quint32 m_id = 0;
    QThreadPool m_worker;
};

} // namespace quntai
