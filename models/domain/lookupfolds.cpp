// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/folder.h"

#include <algorithm>

namespace quntai {

void Folder::fold(const LookupAsked &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    auto lookup = data.lookup;
    lookup.at = event.at;
    lookup.outcome = LookupOutcome::Pending;
    topic->lookups.removeIf([&](const Lookup &old) { return old.message == lookup.message; });
    topic->lookups.append(lookup);
    if (topic->lookups.size() > Topic::lookupLimit)
        topic->lookups.removeFirst();
}

void Folder::fold(const LookupDone &data)
{
    auto *topic = this->topic();
    if (!topic)
        return;
    for (auto &lookup : topic->lookups) {
        if (lookup.message != data.message)
            continue;
        lookup.outcome = data.outcome;
        lookup.problem = data.problem;
    }
}

} // namespace quntai
