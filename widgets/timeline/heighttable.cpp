// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/heighttable.h"

#include <QtAssert>

#include <algorithm>

namespace quntai {

qint64 HeightTable::total() const
{
    if (m_chunks.empty())
        return 0;
    update();
    return m_before.back().height + m_chunks.back().sum;
}

void HeightTable::update() const
{
    m_before.resize(m_chunks.size());
    for (; m_valid < m_chunks.size(); ++m_valid) {
        if (m_valid == 0) {
            m_before[0] = {};
            continue;
        }
        const Before &last = m_before[m_valid - 1];
        const Chunk &chunk = m_chunks[m_valid - 1];
        m_before[m_valid] = {last.rows + qsizetype(chunk.cells.size()), last.height + chunk.sum};
    }
}

HeightTable::Spot HeightTable::spotOf(qsizetype row) const
{
    Q_ASSERT(row >= 0 && row <= m_size);
    update();
    const auto after = std::upper_bound(
        m_before.begin(), m_before.end(), row,
        [](qsizetype wanted, const Before &before) { return wanted < before.rows; });
    const auto chunk = size_t(std::distance(m_before.begin(), after)) - 1;
    return {chunk, size_t(row - m_before[chunk].rows)};
}

int HeightTable::height(qsizetype row) const
{
    const Spot spot = spotOf(row);
    return heightOf(m_chunks[spot.chunk].cells[spot.cell]);
}

bool HeightTable::isMeasured(qsizetype row) const
{
    const Spot spot = spotOf(row);
    return m_chunks[spot.chunk].cells[spot.cell] & 1;
}

qint64 HeightTable::offset(qsizetype row) const
{
    if (m_chunks.empty())
        return 0;
    const Spot spot = spotOf(row);
    const std::vector<Cell> &cells = m_chunks[spot.chunk].cells;
    qint64 y = m_before[spot.chunk].height;
    for (size_t i = 0; i < spot.cell; ++i)
        y += heightOf(cells[i]);
    return y;
}

HeightTable::Place HeightTable::find(qint64 y) const
{
    if (m_size == 0)
        return {};
    const qint64 end = total();
    y = std::clamp<qint64>(y, 0, std::max<qint64>(0, end - 1));
    const auto after = std::upper_bound(
        m_before.begin(), m_before.end(), y,
        [](qint64 wanted, const Before &before) { return wanted < before.height; });
    const auto chunk = size_t(std::distance(m_before.begin(), after)) - 1;
    const std::vector<Cell> &cells = m_chunks[chunk].cells;
    qint64 left = y - m_before[chunk].height;
    size_t cell = 0;
    while (cell + 1 < cells.size() && left >= heightOf(cells[cell]))
        left -= heightOf(cells[cell++]);
    return {m_before[chunk].rows + qsizetype(cell), int(left)};
}

void HeightTable::insert(qsizetype row, qsizetype count, int estimate)
{
    if (count <= 0)
        return;
    if (m_chunks.empty())
        m_chunks.emplace_back();
    const Spot spot = spotOf(row);
    Chunk &chunk = m_chunks[spot.chunk];
    chunk.cells.insert(chunk.cells.begin() + qsizetype(spot.cell), size_t(count),
                       cellOf(estimate, false));
    chunk.sum += qint64(count) * estimate;
    m_size += count;
    spoil(spot.chunk);
    split(spot.chunk);
}

/// Half-full pieces, so that the next inserts do not split again.
void HeightTable::split(size_t at)
{
    if (qsizetype(m_chunks[at].cells.size()) <= maxChunk)
        return;
    const std::vector<Cell> cells = std::move(m_chunks[at].cells);
    constexpr size_t piece = maxChunk / 2;
    std::vector<Chunk> pieces;
    for (size_t from = 0; from < cells.size(); from += piece) {
        const size_t to = std::min(from + piece, cells.size());
        Chunk chunk;
        chunk.cells.assign(cells.begin() + qsizetype(from), cells.begin() + qsizetype(to));
        for (Cell cell : chunk.cells)
            chunk.sum += heightOf(cell);
        pieces.push_back(std::move(chunk));
    }
    m_chunks.erase(m_chunks.begin() + qsizetype(at));
    m_chunks.insert(m_chunks.begin() + qsizetype(at), std::make_move_iterator(pieces.begin()),
                    std::make_move_iterator(pieces.end()));
}

void HeightTable::remove(qsizetype row, qsizetype count)
{
    Q_ASSERT(row >= 0 && count >= 0 && row + count <= m_size);
    if (count == 0)
        return;
    const Spot first = spotOf(row);
    size_t at = first.chunk;
    size_t cell = first.cell;
    for (qsizetype left = count; left > 0; ++at, cell = 0) {
        Chunk &chunk = m_chunks[at];
        const auto from = chunk.cells.begin() + qsizetype(cell);
        const auto to = from + std::min(left, qsizetype(chunk.cells.size() - cell));
        std::for_each(from, to, [&chunk](Cell gone) { chunk.sum -= heightOf(gone); });
        left -= std::distance(from, to);
        chunk.cells.erase(from, to);
    }
    m_size -= count;
    m_valid = std::min(m_valid, first.chunk);
    const auto begin = m_chunks.begin() + qsizetype(first.chunk);
    const auto end = m_chunks.begin() + qsizetype(at);
    m_chunks.erase(
        std::remove_if(begin, end, [](const Chunk &chunk) { return chunk.cells.empty(); }), end);
}

void HeightTable::measure(qsizetype row, int height)
{
    const Spot spot = spotOf(row);
    Chunk &chunk = m_chunks[spot.chunk];
    Cell &cell = chunk.cells[spot.cell];
    const int change = height - heightOf(cell);
    cell = cellOf(height, true);
    chunk.sum += change;
    if (change != 0)
        spoil(spot.chunk);
}

void HeightTable::forget(qsizetype row, qsizetype count)
{
    while (count > 0) {
        const Spot spot = spotOf(row);
        std::vector<Cell> &cells = m_chunks[spot.chunk].cells;
        const size_t end = std::min(cells.size(), spot.cell + size_t(count));
        for (size_t i = spot.cell; i < end; ++i)
            cells[i] &= ~Cell(1);
        row += qsizetype(end - spot.cell);
        count -= qsizetype(end - spot.cell);
    }
}

void HeightTable::clear()
{
    m_chunks.clear();
    m_before.clear();
    m_valid = 0;
    m_size = 0;
}

bool HeightTable::isConsistent() const
{
    update();
    Before before;
    for (size_t i = 0; i < m_chunks.size(); ++i) {
        const Chunk &chunk = m_chunks[i];
        qint64 sum = 0;
        for (Cell cell : chunk.cells)
            sum += heightOf(cell);
        const bool sized = !chunk.cells.empty() && qsizetype(chunk.cells.size()) <= maxChunk;
        const Before &known = m_before[i];
        if (!sized || sum != chunk.sum || known.rows != before.rows
            || known.height != before.height)
            return false;
        before.rows += qsizetype(chunk.cells.size());
        before.height += sum;
    }
    return before.rows == m_size;
}

} // namespace quntai
