// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/tokens.h"

#include <QList>
#include <QRect>

namespace quntai {

/** Where the rows of the wall stand; pure.
 *
 *   ┌ header ──────────────────┐
 *   ├──────┐ ┌──────┐ ┌──────┐
 *   │ tile │ │ tile │ │ tile │     as many columns as fit at 240 or more
 *   └──────┘ └──────┘ └──────┘
 *   ┌──────┐
 *   │ tile │
 *   └──────┘
 *   ┌ header ──────────────────┐
 * Content coordinates, device-independent pixels; rows are numbered as in the model.
 */
class WallGrid
{
public:
    enum class Move { Left, Right, Up, Down, First, Last };

    static constexpr int narrowest = 240;   // a tile
    static constexpr int narrowestCompact = 200;
    static constexpr int sidePad = 16;
    static constexpr int topPad = 11;
    static constexpr int headerHeight = 28;

    /** headers: for each row, whether it is one. */
    void arrange(const QList<bool> &headers, int width, const DensityMetrics &metrics);

    int count() const { return static_cast<int>(m_rects.size()); }
    int columns() const { return m_columns; }
    int height() const { return m_height; }
    int lineHeight() const { return m_line; }
    QRect rectOf(int row) const { return m_rects.value(row); }
    bool isHeader(int row) const { return m_headers.value(row); }
    /** -1 between tiles and on headers. */
    int tileAt(const QPoint &at) const;
    /** Rows that reach into the span, first and the one after the last. */
    std::pair<int, int> rowsBetween(int top, int bottom) const;
    /** The tile a key leads to; the row itself when there is none, -1 without any tile. */
    int neighbour(int row, Move move) const;

private:
    int step(int row, int by) const;
    int nextLine(int row, int by) const;

    QList<QRect> m_rects;
    QList<bool> m_headers;
    int m_columns = 1;
    int m_height = 0;
    int m_line = 0;   //!< a tile and the gap below
};

} // namespace quntai
