// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTimer>

// QTest::qWait sleeps up to 10 ms between two looks at the event loop, and those would be measured.

namespace quntai::bench {

/** Runs the event loop as a program does. */
inline void runFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/** Runs it until that is so, which is looked at every 20 ms; false when it was not in time. */
template <class Condition>
bool runUntil(Condition isSo, int patienceMs)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    look.start(20);
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    if (!isSo())
        loop.exec();
    return isSo();
}

} // namespace quntai::bench
