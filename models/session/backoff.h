// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <algorithm>

namespace quntai {

/** How long to wait before the next try: 1 s, 2 s, … 30 s, for ever, each time anything between
 * half a second and that, so that many consoles do not come back at once. */
class Backoff
{
public:
    static constexpr qint64 leastMs = 500;
    static constexpr qint64 firstMs = 1000;
    static constexpr qint64 mostMs = 30'000;

    /** random: uniform 32 bits. atLeastMs: what the other side asked for. */
    qint64 next(quint32 random, qint64 atLeastMs = leastMs)
    {
        const auto most = std::min(mostMs, firstMs << std::min(m_tries++, 5));
        const auto least = std::max(leastMs, atLeastMs);
        const auto room = std::max<qint64>(0, most - least);
        return least + static_cast<qint64>(random) * room / 0xffffffffLL;
    }
    void reset() { m_tries = 0; }

private:
    int m_tries = 0;
};

} // namespace quntai
