// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>

#include <random>

namespace quntai::tests {

/** The seed of a random test: QUNTAI_SEED, else a fresh one; printed, so that a failure can be
 * run again. */
inline quint32 seed()
{
    bool given = false;
    const auto fixed = qEnvironmentVariable("QUNTAI_SEED").toUInt(&given);
    const auto used = given ? fixed : std::random_device{}();
    qInfo("seed %u (set QUNTAI_SEED to run it again)", used);
    return used;
}

/** The size of a random test: small at every change, large when QUNTAI_SOAK is set. */
inline int rounds(int gate, int soak)
{
    return qEnvironmentVariableIsSet("QUNTAI_SOAK") ? soak : gate;
}

/** Uniform in [0, below). Same numbers on every platform. */
class Dice
{
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint32>(limit)); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::mt19937 m_engine;
};

} // namespace quntai::tests
