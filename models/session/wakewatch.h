// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace quntai {

/** Two clocks of this computer, in ms from whatever moment each began. */
struct WakeClocks
{
    std::function<qint64()> wall;    //!< goes on while the computer sleeps; may be set by hand
    std::function<qint64()> awake;   //!< never set; stands still meanwhile (CLOCK_MONOTONIC on Linux)
};

/** The real ones. */
WakeClocks machineClocks();

/** Notices that this computer slept, by two clocks that have drifted apart since the last look, or
 * that this program did not run for long (stopped, or its computer a virtual one that was), by a
 * timer that comes far too late. A wall clock that is set ahead looks like sleep: whoever is told
 * does nothing that harms then. Lives in its owner's thread, which must run an event loop.
 */
class WakeWatch : public QObject
{
    Q_OBJECT
public:
    /** How often it looks; a person who opens the lid has not read a line by then. */
    static constexpr int everyMs = 2000;
    /** Less than this breaks no connection, and a busy computer lets a timer wait as long. */
    static constexpr qint64 leastMs = 5000;

    explicit WakeWatch(WakeClocks clocks = machineClocks(), QObject *parent = nullptr);

    /** Compares the clocks with the last look. By itself every everyMs. */
    void look();

Q_SIGNALS:
    /** sleptMs: how far the wall clock went without us; 0 when this program alone stood still. */
    void woke(qint64 sleptMs);

private:
    WakeClocks m_clocks;
    QTimer m_timer;
    qint64 m_wall;
    qint64 m_awake;
};

} // namespace quntai
