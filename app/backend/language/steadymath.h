// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>

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

/** The next whole number down; |x| below 2³¹. std::floor is a call where the processor need not have
 * an instruction for it. */
inline int steadyFloor(double x)
{
    const int whole = int(x);
    return whole - int(double(whole) > x);
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
    const int whole = steadyFloor(x * 1.44269504088896340736 + 0.5);
    const double rest = x - whole * 0.69314718055994530942;
    double sum = 1.0;
    for (size_t k = terms; k >= 1; --k)
        sum = 1.0 + sum * (rest * parts[k]);
    // Within ±690 a power of two between 2⁻⁹⁹⁶ and 2⁹⁹⁶, and a product that is no rounding.
    return sum * std::bit_cast<double>(std::uint64_t(whole + 1023) << 52);
}

/** steadyExp of each, the very same numbers, two at a time; all within ±690. */
inline void steadyExpEach(std::span<double> numbers)
{
    using Pair = double __attribute__((vector_size(16)));
    using Bits = std::int64_t __attribute__((vector_size(16)));
    constexpr double toWhole = 6755399441055744.0;   // 1.5 · 2⁵²: adding it rounds to a whole number
    constexpr double exponent = 4503599627371519.0;  // 2⁵² + 1023: leaves the biased number last
    size_t at = 0;
    for (; at + 1 < numbers.size(); at += 2) {
        const Pair x{numbers[at], numbers[at + 1]};
        const Pair wanted = x * 1.44269504088896340736 + 0.5;
        Pair whole = (wanted + toWhole) - toWhole;
        whole = whole > wanted ? whole - 1.0 : whole;
        const Pair rest = x - whole * 0.69314718055994530942;
        Pair sum = {1.0, 1.0};
        for (int k = 13; k >= 1; --k)
            sum = 1.0 + sum * (rest * (1.0 / k));
        const Pair power = std::bit_cast<Pair>(std::bit_cast<Bits>(whole + exponent) << 52);
        const Pair result = sum * power;
        numbers[at] = result[0];
        numbers[at + 1] = result[1];
    }
    for (; at < numbers.size(); ++at)
        numbers[at] = steadyExp(numbers[at]);
}

/** 1 / (1 + e^-x) as permille, 0–1000. */
inline int logisticPermille(double x)
{
    return int(std::floor(1000.0 / (1.0 + steadyExp(-x)) + 0.5));
}

} // namespace quntai
