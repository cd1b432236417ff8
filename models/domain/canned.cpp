// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/canned.h"

#include <algorithm>

namespace quntai {

bool isAllowedIn(const CannedReply &reply, const Group &group)
{
    const auto isTagged = [&](const QString &tag) { return group.tags.contains(tag); };
    return (reply.groups.isEmpty() && reply.tags.isEmpty()) || reply.groups.contains(group.id)
        || std::ranges::any_of(reply.tags, isTagged);
}

} // namespace quntai
