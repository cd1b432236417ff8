// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>

namespace quntai {

// log and exp of the C library choose their code by the processor and may differ in the last bit.
// These use only operations IEEE 754 fixes exactly, so a decision is the same on every machine.

/** Natural logarithm; x > 0. Error below 1e-12. */
inline double steadyLog(double x)
{
    int exponent = 0;
    const double m = std::frexp(x, &exponent);  // [0.5, 1)
    const double t = (m - 1.0) / (m + 1.0);     // ln m = 2·atanh t, |t| ≤ 1/3
    const double t2 = t * t;
    double sum = 0.0;
    for (int k = 25; k >= 1; k -= 2)
        sum = sum * t2 + 1.0 / k;
    return 2.0 * t * sum + exponent * 0.69314718055994530942;
}

/** e to the x; the result is 0 or 1e300 outside ±690. */
inline double steadyExp(double x)
{
    if (x < -690.0)
        return 0.0;
    if (x > 690.0)
        return 1e300;
    constexpr int terms = 13; // |rest| ≤ ln 2 / 2: the next one is below 1e-16
    constexpr auto parts = [] {
        std::array<double, terms + 1> of{};
        for (int k = 1; k <= terms; ++k)
            of[size_t(k)] = 1.0 / k;
        return of;
    }();
    const int whole = int(std::floor(x * 1.44269504088896340736 + 0.5));
    const double rest = x - whole * 0.69314718055994530942;
    double sum = 1.0;
    for (size_t k = terms; k >= 1; --k)
        sum = 1.0 + sum * (rest * parts[k]);
    return std::ldexp(sum, whole);
}

/** 1 / (1 + e^-x) as permille, 0–1000. */
inline int logisticPermille(double x)
{
    return int(std::floor(1000.0 / (1.0 + steadyExp(-x)) + 0.5));
}

} // namespace quntai
