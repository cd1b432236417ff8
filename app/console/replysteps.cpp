// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replysteps.h"

#include <ranges>

namespace quntai {

Entry entryWithSteps(const State &state, const Topic &topic, const QList<Suggestion> &suggestions)
{
    QList<EntryId> meant;
    // Steps under way stay, whatever the customer says next.
    for (const auto &tick : topic.ticks | std::views::reverse)
        meant.append(tick.entry);
    meant.append(topic.intent);
    for (const auto &suggestion : suggestions)
        meant.append(suggestion.entry);
    for (const auto &id : std::as_const(meant)) {
        const auto entry = state.entries.value(id);
        if (!entry.steps.isEmpty())
            return entry;
    }
    return {};
}

} // namespace quntai
