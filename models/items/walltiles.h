// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"
#include "models/items/walltile.h"

namespace quntai {

/** Tiles of every group, kept in step with a state: only what a frame's changes touched is read
 * again. A value; owned by one thread. */
class WallTiles
{
public:
    /** Returns the groups whose tile is other than before, has come or is gone. */
    QSet<GroupId> rebuild(const State &state);
    /** state is the one after the changes. */
    QSet<GroupId> take(const State &state, const Changes &changes);

    const QHash<GroupId, WallTile> &all() const { return m_tiles; }
    /** Null when there is no such group. */
    const WallTile *find(const GroupId &group) const;

private:
    bool read(const State &state, const GroupId &group);

    QHash<GroupId, WallTile> m_tiles;
};

/** The groups a frame's changes are about. */
QSet<GroupId> groupsOf(const State &state, const Changes &changes);

} // namespace quntai
