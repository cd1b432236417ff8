// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/wall/tilelayout.h"

namespace quntai {

// What the wall says about a tile, in words.

QString verbName(WallVerb verb);
Icon verbIcon(WallVerb verb);
/** What follows when it is done: the tool tip. */
QString verbConsequence(WallVerb verb, const WallTile &tile);
/** The chip of the bot's mode, or that the group cannot be reached. */
ChipSpec tileModeChip(BotMode mode, ConnectorState link);
/** How long the oldest question waits, or that none does. */
QString ageText(const WallTile &tile, Instant now);
/** What the holder of a topic asks supervisors; empty: nobody asks. Untrusted. */
QString askingText(const WallTile &tile);
/** That; else the question that waits longest; else what was said last, and when. */
QString questionText(const WallTile &tile, Instant now);
/** The whole tile as one sentence, for screen readers. */
QString tileSentence(const WallTile &tile, Instant now);
/** A section's header. */
QString sectionName(int grouping, const QString &section);

/** The topic a verb acts on, as an index of tile.topics; -1: there is none.
 * Whisper: the held one whose question waits longest; Join: of those nobody holds the same;
 * TakeOver: the one whose question waits longest that I do not hold. */
int topicFor(WallVerb verb, const WallTile &tile, const UserId &me);

} // namespace quntai
