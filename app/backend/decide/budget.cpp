// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/budget.h"

#include <algorithm>

namespace quntai {

namespace {

/** The time from which fewer than limit sends lie within the last window. */
Instant windowOpens(const QList<Instant> &sends, int limit, qint64 windowSeconds)
{
    if (limit <= 0 || sends.size() < limit)
        return {};
    return sends[sends.size() - limit].plusSeconds(windowSeconds);
}

} // namespace

Instant earliestSend(const Scene &scene, const GroupId &group)
{
    auto sends = scene.group(group).sends;
    for (const auto &made : scene.events) {
        const auto *queued = std::get_if<MessageQueued>(&made.data);
        if (queued && made.group == group)
            sends.append(std::max(scene.now, queued->notBefore));
    }
    if (sends.isEmpty())
        return {};
    const auto policy = scene.policyOf(group);
    // Not before what already waits: the order of a group's texts is kept.
    const auto earliest = std::max({scene.now, sends.constLast(),
                                    windowOpens(sends, policy.budgetPerMinute, 60),
                                    windowOpens(sends, policy.budgetPerHour, 3600)});
    return earliest > scene.now ? earliest : Instant{};
}

} // namespace quntai
