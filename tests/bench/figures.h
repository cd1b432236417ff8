// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace quntai::bench {

/** What is said of many times of the same thing; all 0 without any. */
struct Spread
{
    double p50 = 0;
    double p99 = 0;
    double most = 0;
    std::size_t count = 0;
};

inline Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return {values[values.size() / 2], values[values.size() * 99 / 100], values.back(),
            values.size()};
}

/** One line: the figure, its baseline in the same run, the ratio, and what is to be reached. */
inline void report(const char *name, double value, const char *unit, double baseline,
                   const char *of, const char *goal = "")
{
    std::printf("%-44s %9.2f %-5s %-18s %9.2f  ratio %6.2f  %s\n", name, value, unit, of, baseline,
                baseline > 0 ? value / baseline : 0, goal);
    std::fflush(stdout);
}

inline void say(const char *name, const Spread &spread, const char *unit)
{
    std::printf("%-44s p50 %.2f  p99 %.2f  max %.2f %s  n %zu\n", name, spread.p50, spread.p99,
                spread.most, unit, spread.count);
    std::fflush(stdout);
}

/** Nanoseconds of the clock all processes of a machine share. */
inline qint64 steadyNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

inline double msSince(qint64 ns)
{
    return double(steadyNs() - ns) / 1e6;
}

/** Resident memory of this process, MB. */
inline double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).chopped(2).trimmed().toDouble() / 1024;
    }
    return 0;
}

} // namespace quntai::bench
