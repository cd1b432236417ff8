// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wall/tilelayout.h"

#include <optional>

class QPainter;

namespace quntai {

/** What of a tile's look is not in its value. */
struct TileLook
{
    bool hovered = false;     //!< the pointer is on it: the verbs show
    bool current = false;     //!< keys act on it: the verbs show, with focus a ring
    bool focused = false;
    bool stale = false;       //!< as of an earlier time: spans are grey
    std::optional<WallVerb> hoveredVerb = {};
    std::optional<WallVerb> pressedVerb = {};
    std::array<bool, wallVerbCount> enabled{true, true, true, true};
};

/** Paints a tile where its layout says, all but what paintTileTimes() does; nothing outside its
 * rectangle. */
void paintTileBody(QPainter &painter, const Theme &theme, const WallTile &tile,
                   const TileLayout &layout, const TileLook &look, Instant now);
/** What is another every second: how long the oldest question waits, and what the last minute used
 * of the send budget. */
void paintTileTimes(QPainter &painter, const Theme &theme, const WallTile &tile,
                    const TileLayout &layout, const TileLook &look, Instant now);

/** A tile that is still to come: still grey blocks in its shape. */
void paintTileSkeleton(QPainter &painter, const Theme &theme, const QRect &rect);

} // namespace quntai
