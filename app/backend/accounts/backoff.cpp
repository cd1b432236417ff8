// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/accounts/backoff.h"

#include <algorithm>

namespace quntai {

namespace {

constexpr int freeFailures = 5;
constexpr qint64 firstWaitMs = 30'000;
constexpr qint64 longestWaitMs = 15 * 60'000;
constexpr qsizetype recordsKept = 10'000;

} // namespace

qint64 BackOff::waitMs(const QString &user, const QString &address) const
{
    const auto record = m_records.value({user, address});
    return std::max<qint64>(0, record.until - m_now());
}

void BackOff::failed(const QString &user, const QString &address)
{
    if (m_records.size() >= recordsKept)
        forgetOld();
    auto &record = m_records[{user, address}];
    record.last = m_now();
    if (++record.failures < freeFailures)
        return;
    const int doublings = std::min(record.failures - freeFailures, 10);
    record.until = record.last + std::min(firstWaitMs << doublings, longestWaitMs);
}

void BackOff::succeeded(const QString &user, const QString &address)
{
    m_records.remove({user, address});
}

void BackOff::forgetOld()
{
    const auto limit = m_now() - longestWaitMs;
    m_records.removeIf([&](auto it) { return it->last < limit; });
    // Still full: an attack from many addresses; dropping all lets nobody be locked out for ever.
    if (m_records.size() >= recordsKept)
        m_records.clear();
}

} // namespace quntai
