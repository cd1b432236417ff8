// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <concepts>

namespace quntai {

/** FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) over UTF-16 units, on from a hash: 32 or 64 bits by its
 * type. The same on every machine and in every run, unlike qHash. */
template <std::unsigned_integral Hash>
constexpr Hash hashedOn(Hash hash, QStringView text)
{
    constexpr Hash prime = sizeof(Hash) == 4 ? Hash(16777619U) : Hash(1099511628211ULL);
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * prime;
    return hash;
}

} // namespace quntai
