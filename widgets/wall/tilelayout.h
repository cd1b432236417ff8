// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/walltile.h"
#include "widgets/common/paint/chip.h"
#include "widgets/common/theme/theme.h"

#include <QRect>

#include <array>

namespace quntai {

/** What a supervisor can do with a tile, in the order of its buttons. */
enum class WallVerb { Watch, Whisper, Join, TakeOver };
inline constexpr int wallVerbCount = 4;

/** Someone whose face stands on a tile; an empty user is the bot. */
struct TileOwner
{
    UserId user;
    QString name;

    bool operator==(const TileOwner &) const = default;
};

/** How a tile's time stands: what its border says. */
enum class TileAlarm { Calm, Near, Late };

/** Where everything of a tile goes; pure, so that painting and hit tests agree.
 *
 *   ┌────────────────────────────────┐
 *   │ name (bold)             [mode] │
 *   │ (A)(B)(C)+2            (周)(bot)│  open topics, who serves
 *   │ oldest unanswered     emotion  │
 *   │ 03:55 (16 bold)       ~~spark~~│
 *   │ last question          ➤ 26/30 │  gives way to the verbs
 *   ├───────┬────────┬───────┬───────┤
 *   │ watch │ whisper│ join  │ take  │
 *   └───────┴────────┴───────┴───────┘
 */
struct TileLayout
{
    QRect tile;
    QRect name;
    QRect mode;
    ChipSpec modeChip;
    QList<QRect> lanes;       //!< of the first topics
    int hiddenLanes = 0;      //!< the rest, "+n" in moreLanes
    QRect moreLanes;
    QRect noTopics;           //!< words in place of the lanes
    QList<TileOwner> owners;
    QList<QRect> faces;       //!< of the first owners; the bot's is always among them
    QRect label;
    QRect age;
    QRect emotion;
    QRect spark;
    QRect question;
    QRect budget;             //!< empty: nothing was sent for an hour
    QString budgetText;       //!< empty: nothing was sent in the last minute
    QRect verbBar;
    std::array<QRect, wallVerbCount> verbs;
};

TileLayout layoutTile(const Theme &theme, const WallTile &tile, const QRect &rect, Instant now);
TileAlarm tileAlarm(const WallTile &tile, Instant now);

} // namespace quntai
