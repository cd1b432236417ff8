// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/ledger/upcasters.h"

#include <algorithm>

namespace quntai {

Upcasters::Upcasters(QList<Upcaster> steps)
    : m_steps(std::move(steps))
{
    std::ranges::stable_sort(m_steps, {}, &Upcaster::from);
}

int Upcasters::currentVersion(const QString &type) const
{
    int version = 1;
    for (const Upcaster &step : m_steps) {
        if (step.type == type)
            version = std::max(version, step.from + 1);
    }
    return version;
}

Result<QByteArray> Upcasters::upcast(const QString &type, int version, QByteArray payload) const
{
    if (payload.isNull())
        return payload;
    for (const Upcaster &step : m_steps) {
        if (step.type != type || step.from != version)
            continue;
        auto next = step.convert(payload);
        if (!next)
            return next;
        payload = std::move(*next);
        ++version;
    }
    return payload;
}

} // namespace quntai
