// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pictures/picturesource.h"
#include "widgets/timeline/rails.h"
#include "widgets/timeline/rowflow.h"

class QPainter;

namespace quntai {

/// What a row's look depends on beside its content: things of the view, not of the message.
struct RowState
{
    bool hovered = false;
    RowHit hover;
    bool current = false; ///< with keyboard focus: a ring
    bool dimmed = false;  ///< another topic is in focus
    bool marked = false;  ///< its answer is being corrected
    qreal flash = 0;      ///< 1 … 0 after a jump to it
    Instant now;
    int selectionStart = 0; ///< [start, end) of the body's text
    int selectionEnd = 0;
    QString find; ///< words to highlight; empty: none
    bool found = false; ///< the one of the found rows that is looked at
    const PictureSource *pictures = nullptr; ///< null: places of pictures stay empty
    QList<RailPiece> rails;
    bool narrowLanes = false;
};

/// Paints one laid out row with its top left corner at the painter's origin.
void paintRow(QPainter &painter, const Theme &theme, const LaidRow &row, const RowState &state);

/// Paints lines of lanes through empty space.
void paintRails(QPainter &painter, const Theme &theme, const QList<RailPiece> &rails, int height,
                int nodeY, bool narrow);

/// Seconds until the message can no longer be recalled; 0 when that is past.
qint64 recallSecondsLeft(const RowContent &row, Instant now);

} // namespace quntai
