// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/walltiles.h"

namespace quntai {

QSet<GroupId> groupsOf(const State &state, const Changes &changes)
{
    auto groups = changes.groups;
    // A topic that is forgotten had ended before: no tile shows it.
    for (const auto &id : changes.topics) {
        if (const auto topic = state.topics.constFind(id); topic != state.topics.cend())
            groups.insert(topic->group);
    }
    for (const auto &message : changes.added)
        groups.insert(message->group);
    for (const auto &message : changes.changed)
        groups.insert(message->group);
    return groups;
}

QSet<GroupId> WallTiles::rebuild(const State &state)
{
    QSet<GroupId> touched(m_tiles.keyBegin(), m_tiles.keyEnd());
    for (auto at = state.groups.keyBegin(); at != state.groups.keyEnd(); ++at)
        touched.insert(*at);
    touched.removeIf([&](const GroupId &group) { return !read(state, group); });
    return touched;
}

QSet<GroupId> WallTiles::take(const State &state, const Changes &changes)
{
    // Both concern every group, and both are rare.
    if (changes.policy || changes.connectors)
        return rebuild(state);
    auto touched = groupsOf(state, changes);
    touched.removeIf([&](const GroupId &group) { return !read(state, group); });
    return touched;
}

bool WallTiles::read(const State &state, const GroupId &id)
{
    const auto group = state.groups.constFind(id);
    if (group == state.groups.cend())
        return m_tiles.remove(id);
    auto fresh = wallTileOf(state, *group);
    auto &kept = m_tiles[id];
    if (kept == fresh)
        return false;
    kept = std::move(fresh);
    return true;
}

const WallTile *WallTiles::find(const GroupId &group) const
{
    const auto found = m_tiles.constFind(group);
    return found == m_tiles.cend() ? nullptr : &*found;
}

} // namespace quntai
