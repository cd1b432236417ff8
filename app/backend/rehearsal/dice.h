// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <random>

namespace quntai {

/** Chance that is the same on every machine for the same seed; the distributions of the standard
 * library are not. */
class Dice
{
public:
    explicit Dice(quint32 seed) : m_engine(seed) {}

    /** least ≤ n ≤ most. */
    qint64 number(qint64 least, qint64 most)
    {
        return least + qint64(m_engine() % quint64(most - least + 1));
    }
    bool permille(int chance) { return number(0, 999) < chance; }
    /** Mostly short, sometimes long: between least and most, small ones more often. */
    qint64 wait(qint64 least, qint64 most)
    {
        const auto a = number(0, 1000);
        return least + (most - least) * a * a / 1'000'000;
    }
    template <class T>
    const T &pick(const QList<T> &list)
    {
        return list.at(number(0, list.size() - 1));
    }

private:
    std::mt19937 m_engine;
};

} // namespace quntai
