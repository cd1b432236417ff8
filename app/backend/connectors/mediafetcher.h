// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/media.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <deque>
#include <functional>

namespace quntai {

struct MediaLimits
{
    qint64 bytes = 20 * 1024 * 1024;
    int tryMs = 30'000;     //!< one try, whole
    int tries = 3;
    int pauseMs = 2000;     //!< before the second try; doubles
    int atOnce = 4;
    int waiting = 200;      //!< more are refused
};

/** Fetches what customers sent, bounded in size, time and number. Lives in one thread. */
class MediaFetcher : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<QByteArray>)>;

    explicit MediaFetcher(MediaLimits limits = {}, QObject *parent = nullptr);
    ~MediaFetcher() override;

    /** The plain bytes, or why there are none: in words for people. done comes later, once. */
    void fetch(const MediaSource &source, Done done);

private:
    struct Job
    {
        MediaSource source;
        Done done;
        int tries = 0;
    };

    void begin();
    void attempt(Job job);
    void received(QNetworkReply *reply, Job job);
    void finish(const Job &job, const Result<QByteArray> &result);

    const MediaLimits m_limits;
    QNetworkAccessManager m_network;
    std::deque<Job> m_waiting;
    int m_running = 0;
};

} // namespace quntai
