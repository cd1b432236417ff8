// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/crm/customersource.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <deque>

namespace quntai {

struct RestLimits
{
    qint64 bytes = 512 * 1024;
    int tryMs = 5000;     //!< one try, whole
    int tries = 3;
    int pauseMs = 500;    //!< before the second try; doubles
    int longestPauseMs = 10'000;  //!< when the system itself says how long
    int atOnce = 4;
    int waiting = 200;    //!< more are refused
};

/** Asks a REST service, bounded in size, time and number; the access it was given goes to that
 * service alone: redirections are not followed. Lives in one thread. */
class RestClient : public QObject
{
    Q_OBJECT
public:
    /** Nothing: there is no such thing there (404). */
    using Done = std::function<void(Answer<std::optional<QByteArray>>)>;

    /** authHeader may be empty. */
    RestClient(RestLimits limits, QByteArray authHeader, QByteArray authValue,
               QObject *parent = nullptr);
    ~RestClient() override;

    /** hurry: one try only. done comes later, once. */
    void get(const QUrl &url, bool hurry, Done done);

private:
    struct Job
    {
        QUrl url;
        Done done;
        int triesLeft = 1;
        int pauseMs = 0;
    };

    void begin();
    void attempt(Job job);
    void received(QNetworkReply *reply, Job job);
    int pauseBefore(const QNetworkReply &reply, const Job &job) const;

    const RestLimits m_limits;
    const QByteArray m_authHeader;
    const QByteArray m_authValue;
    QNetworkAccessManager m_network;
    std::deque<Job> m_waiting;
    int m_running = 0;
};

} // namespace quntai
