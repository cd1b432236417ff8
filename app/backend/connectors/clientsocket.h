// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/connectors/platformsocket.h"

#include <QNetworkRequest>
#include <QTimer>
#include <QWebSocket>

namespace quntai {

/** When to try again after a connection has broken: first × 2^n up to cap, half of it random. */
struct RetryPace
{
    int firstMs = 1000;
    int capMs = 30000;
    int connectMs = 15000;  //!< an attempt that takes longer has failed
};

/** The calling side: connects, and connects again for ever. */
class ClientSocket : public PlatformSocket
{
    Q_OBJECT
public:
    ClientSocket(QNetworkRequest request, RetryPace pace, QObject *parent = nullptr);

    void start() override;
    void stop() override;
    void write(const QByteArray &text) override;
    void drop(const QString &why) override;
    void accepted() override;
    void slowDown(int milliseconds) override;

private:
    void connectNow();
    void discard();
    void ended(const QString &why);
    int nextPause();

    QNetworkRequest m_request;
    RetryPace m_pace;
    QWebSocket *m_socket = nullptr;  //!< a new one per attempt: no signal of an old one is heard
    QTimer m_retry;
    QTimer m_patience;
    int m_failures = 0;
    int m_atLeastMs = 0;
};

} // namespace quntai
