// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/wallgrid.h"

#include <algorithm>

namespace quntai {

void WallGrid::arrange(const QList<bool> &headers, int width, const DensityMetrics &metrics)
{
    const int gap = metrics.tileGap;
    const int least = metrics.tileWidth < narrowest ? narrowestCompact : narrowest;
    const int room = std::max(width - 2 * sidePad, least);
    m_columns = std::max(1, (room + gap) / (least + gap));
    m_line = metrics.tileHeight + gap;
    m_headers = headers;
    m_rects.clear();
    m_rects.reserve(headers.size());
    int y = topPad;
    int column = 0;
    const auto left = [&](int of) { return sidePad + of * (room + gap) / m_columns; };
    for (const bool isHeader : headers) {
        if (isHeader) {
            y += column > 0 ? m_line : 0;
            column = 0;
            m_rects.append({sidePad, y, room, headerHeight});
            y += headerHeight + gap / 2;
            continue;
        }
        m_rects.append({left(column), y, left(column + 1) - gap - left(column),
                        metrics.tileHeight});
        if (++column == m_columns) {
            column = 0;
            y += m_line;
        }
    }
    m_height = y + (column > 0 ? m_line : 0) - gap + topPad;
}

int WallGrid::tileAt(const QPoint &at) const
{
    const auto [first, last] = rowsBetween(at.y(), at.y());
    for (int row = first; row < last; ++row) {
        if (!m_headers.at(row) && m_rects.at(row).contains(at))
            return row;
    }
    return -1;
}

std::pair<int, int> WallGrid::rowsBetween(int top, int bottom) const
{
    const auto first = std::ranges::lower_bound(m_rects, top, {}, &QRect::bottom);
    const auto last = std::ranges::upper_bound(m_rects, bottom, {}, &QRect::top);
    return {static_cast<int>(first - m_rects.cbegin()),
            static_cast<int>(std::max(first, last) - m_rects.cbegin())};
}

int WallGrid::step(int row, int by) const
{
    for (int at = row + by; at >= 0 && at < count(); at += by) {
        if (!m_headers.at(at))
            return at;
    }
    return row;
}

/** The tile of the next line that stands most nearly above or below. */
int WallGrid::nextLine(int row, int by) const
{
    const auto here = m_rects.at(row);
    int best = row;
    for (int at = step(row, by); at != best || at != row; at = step(at, by)) {
        const auto there = m_rects.at(at);
        const bool sameLine = there.top() == here.top();
        if (!sameLine && best != row && there.top() != m_rects.at(best).top())
            break;
        const auto distance = [&](int of) {
            return std::abs(m_rects.at(of).left() - here.left());
        };
        if (!sameLine && (best == row || distance(at) < distance(best)))
            best = at;
        if (step(at, by) == at)
            break;
    }
    return best;
}

int WallGrid::neighbour(int row, Move move) const
{
    const int first = step(-1, 1);
    if (first < 0)
        return -1;
    if (row < 0 || row >= count() || m_headers.at(row))
        return move == Move::Last ? step(count(), -1) : first;
    switch (move) {
    case Move::Left: return step(row, -1);
    case Move::Right: return step(row, 1);
    case Move::Up: return nextLine(row, -1);
    case Move::Down: return nextLine(row, 1);
    case Move::First: return first;
    case Move::Last: return step(count(), -1);
    }
    return row;
}

} // namespace quntai
