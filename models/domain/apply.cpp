// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/apply.h"

#include "models/domain/folder.h"

namespace quntai {

bool Changes::isEmpty() const
{
    return groups.isEmpty() && topics.isEmpty() && drafts.isEmpty() && entries.isEmpty()
        && customers.isEmpty() && people.isEmpty() && added.isEmpty() && changed.isEmpty()
        && merged.isEmpty() && foldSamples.isEmpty() && gaps.isEmpty() && promises.isEmpty() && flows.isEmpty() && !lessons && !suggestions && !canned && !policy && !connectors;
}

void apply(State &state, const Event &event, Changes *changes)
{
    auto &position = state.positions[event.stream];
    if (event.seq <= position)
        return;
    position = event.seq;
    state.times[event.stream] = event.at;

    Changes unread;
    Folder folder{state, event, changes ? *changes : unread};
    std::visit([&](const auto &data) { folder.fold(data); }, event.data);
}

} // namespace quntai
