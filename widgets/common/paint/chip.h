// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QList>
#include <QString>

#include <optional>

class QPainter;

namespace quntai {

/// A small fact with a rank: 18 px high, tint and text colour of its tone.
struct ChipSpec
{
    QString text;
    Tone tone = Tone::Neutral;
    /// Outlined, without rank: a choice or a bare fact. With a lane: a weak link.
    bool line = false;
    std::optional<Icon> icon = {};
    /// 0–7: in that lane's colours instead of the tone's.
    std::optional<int> lane = {};

    bool operator==(const ChipSpec &) const = default;
};

QSize chipSize(const Theme &theme, const ChipSpec &chip);

/// `rect` of chipSize() or narrower: the text is then shortened.
void paintChip(QPainter &painter, const Theme &theme, const QRect &rect, const ChipSpec &chip);

///  [chip0] [chip1] [+2]
/// Where a row of chips stands. `rects` has one rectangle for each chip shown, from the first;
/// `hidden` counts the rest, for which `more` is the place of "+n" (null if none hidden).
struct ChipRow
{
    QList<QRect> rects;
    QRect more;
    int hidden = 0;
};

/// Lays chips in `area`, left to right, `gap` between; what does not fit becomes "+n". A single
/// first chip that is too wide is narrowed rather than hidden. Pure.
ChipRow layoutChips(const Theme &theme, const QList<ChipSpec> &chips, const QRect &area,
                    int gap = 4);
void paintChips(QPainter &painter, const Theme &theme, const ChipRow &row,
                const QList<ChipSpec> &chips);

} // namespace quntai
