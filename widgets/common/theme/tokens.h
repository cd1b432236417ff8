// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/roles.h"

/// Sizes of the design in device-independent pixels. They do not depend on the colour scheme;
/// what depends on density is in DensityMetrics.
namespace quntai::space {
inline constexpr int x1 = 4;
inline constexpr int x2 = 8;
inline constexpr int x3 = 12;
inline constexpr int x4 = 16;
inline constexpr int x5 = 20;
inline constexpr int x6 = 24;
inline constexpr int x8 = 32;
inline constexpr int x10 = 40;
} // namespace quntai::space

namespace quntai::radius {
inline constexpr int bar = 2;
inline constexpr int keyCap = 3;
inline constexpr int control = 4;
inline constexpr int card = 6;
inline constexpr int popup = 8;
inline constexpr int avatarGroup = 6;
inline constexpr int pill = 10;
} // namespace quntai::radius

namespace quntai::layout {
/// Column widths: minimum, default and maximum.
struct Column
{
    int min, def, max;
};
inline constexpr int navRail = 56;
inline constexpr Column queue{248, 288, 400};
inline constexpr Column context{280, 320, 480};
inline constexpr Column correction{360, 392, 520};
inline constexpr Column studioList{248, 288, 400};
inline constexpr Column testBench{320, 376, 520};
inline constexpr Column whatIf{480, 528, 640};
inline constexpr int timelineMin = 480;
inline constexpr int timelineTextMax = 640;
inline constexpr int wallSide = 320;
inline constexpr int verdictColumn = 204;
/// Below this width of the timeline a verdict becomes one line under the question.
inline constexpr int verdictInlineBelow = 700;
inline constexpr int laneGutter = 72;
inline constexpr int laneFirstCentre = 12;
inline constexpr int lanePitch = 16;
inline constexpr int laneOverflowPitch = 8;
inline constexpr int laneMaxVisible = 4;
inline constexpr int laneNode = 16;
inline constexpr int laneNodeTop = 12;
inline constexpr int laneRail = 2;
inline constexpr int kpiStrip = 76;
inline constexpr int ownershipBar = 40;
inline constexpr int actionBar = 48;
inline constexpr int header = 48;
inline constexpr int laneBar = 36;
inline constexpr int statusBar = 26;
inline constexpr int composerMin = 132;
inline constexpr int composerMax = 360;
inline constexpr int hitTargetMin = 24;
} // namespace quntai::layout

namespace quntai::component {
inline constexpr int chipHeight = 18;
inline constexpr int chipPadX = 6;
inline constexpr int laneBadge = 16;
inline constexpr int laneTab = 24;
inline constexpr int segmentHeight = 26;
inline constexpr int buttonHeight = 28;
inline constexpr int buttonSmallHeight = 24;
inline constexpr int fieldHeight = 28;
inline constexpr int navItem = 48;
inline constexpr int avatar = 28;
inline constexpr int avatarSmall = 20;
inline constexpr int thumbWidth = 84;
inline constexpr int thumbHeight = 64;
inline constexpr int foldRow = 28;
inline constexpr int systemRow = 26;
inline constexpr int selectionBar = 3;
inline constexpr int icon = 16;
inline constexpr int iconNav = 20;
inline constexpr int iconSmall = 14;
inline constexpr int iconTiny = 12;
inline constexpr int meterBarHeight = 4;
inline constexpr int confidenceWidth = 56;
inline constexpr int emotionWidth = 40;
inline constexpr int ring = 14;
inline constexpr int ringLarge = 16;
inline constexpr int focusRing = 2;
inline constexpr int focusGap = 1;
} // namespace quntai::component

namespace quntai::meter {
/// Confidence in permille: where "high" starts unless a policy says otherwise, and "mid".
inline constexpr int confidenceThreshold = 720;
inline constexpr int confidenceMid = 500;
/// Emotion 0–100: from here on bold, and from here on in the danger colour.
inline constexpr int emotionAlert = 70;
inline constexpr int emotionDanger = 80;
/// A change over three turns from which an arrow is drawn.
inline constexpr int emotionTrend = 6;
/// Share of a deadline left (permille) below which its ring warns, and alarms.
inline constexpr int ringWarning = 700;
inline constexpr int ringDanger = 250;
} // namespace quntai::meter

namespace quntai {

/// Sizes that follow the density setting.
struct DensityMetrics
{
    int queueRow, queueRowTwoLine, queueRowBot, entryRow, sectionHeader, messagePadY;
    int avatar, control, controlLarge, tableRow, tileWidth, tileHeight, tileGap, cardPad;
};

inline constexpr DensityMetrics kComfortable{.queueRow = 76,
                                             .queueRowTwoLine = 58,
                                             .queueRowBot = 32,
                                             .entryRow = 50,
                                             .sectionHeader = 28,
                                             .messagePadY = 5,
                                             .avatar = 28,
                                             .control = 28,
                                             .controlLarge = 32,
                                             .tableRow = 32,
                                             .tileWidth = 249,
                                             .tileHeight = 136,
                                             .tileGap = 12,
                                             .cardPad = 12};
inline constexpr DensityMetrics kCompact{.queueRow = 56,
                                         .queueRowTwoLine = 44,
                                         .queueRowBot = 26,
                                         .entryRow = 40,
                                         .sectionHeader = 24,
                                         .messagePadY = 2,
                                         .avatar = 20,
                                         .control = 24,
                                         .controlLarge = 28,
                                         .tableRow = 26,
                                         .tileWidth = 208,
                                         .tileHeight = 112,
                                         .tileGap = 8,
                                         .cardPad = 8};

} // namespace quntai
