// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/wakewatch.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace quntai {

WakeClocks machineClocks()
{
    return {[] { return QDateTime::currentMSecsSinceEpoch(); },
            [] {
                using namespace std::chrono;
                return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
            }};
}

WakeWatch::WakeWatch(WakeClocks clocks, QObject *parent)
    : QObject(parent), m_clocks(std::move(clocks)), m_timer(this), m_wall(m_clocks.wall()),
      m_awake(m_clocks.awake())
{
    connect(&m_timer, &QTimer::timeout, this, &WakeWatch::look);
    m_timer.start(everyMs);
}

void WakeWatch::look()
{
    const auto wall = m_clocks.wall();
    const auto awake = m_clocks.awake();
    const auto ran = awake - std::exchange(m_awake, awake);
    const auto slept = wall - std::exchange(m_wall, wall) - ran;
    if (slept >= leastMs)
        Q_EMIT woke(slept);
    else if (ran - everyMs >= leastMs)
        Q_EMIT woke(0);
}

} // namespace quntai
