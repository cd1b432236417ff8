// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <vector>

namespace quntai {

/// Heights of all rows of a long list: as long as the model, measured where a row was laid out,
/// estimated elsewhere.
///
/// Rows lie in chunks of at most maxChunk. Finding a row by offset, or the offset of a row, is a
/// binary search over chunk sums and a walk inside one chunk; sums behind the first change are
/// made again when they are next needed. A value type without a thread of its own.
class HeightTable
{
public:
    struct Place
    {
        qsizetype row = 0;
        int inside = 0; ///< pixels below the row's top, 0 … height - 1

        bool operator==(const Place &) const = default;
    };

    qsizetype size() const { return m_size; }
    /// Height of all rows together.
    qint64 total() const;
    int height(qsizetype row) const;
    bool isMeasured(qsizetype row) const;
    /// Top of a row; of size(), the end of the last one.
    qint64 offset(qsizetype row) const;
    /// The row that covers `y`; before the first: the first, behind the last: its last pixel.
    Place find(qint64 y) const;

    void insert(qsizetype row, qsizetype count, int estimate);
    void remove(qsizetype row, qsizetype count);
    /// The height of a row that has been laid out.
    void measure(qsizetype row, int height);
    /// The rows' heights become estimates; their values stay, as the best guess there is.
    void forget(qsizetype row, qsizetype count);
    void clear();

    /// For tests: whether all sums and counts agree with the rows.
    bool isConsistent() const;

    static constexpr qsizetype maxChunk = 1024;

private:
    /// Height times two, plus one when measured.
    using Cell = quint32;
    struct Chunk
    {
        std::vector<Cell> cells;
        qint64 sum = 0;
    };
    struct Before
    {
        qsizetype rows = 0;
        qint64 height = 0;
    };
    struct Spot
    {
        size_t chunk = 0;
        size_t cell = 0;
    };

    static int heightOf(Cell cell) { return int(cell >> 1); }
    static Cell cellOf(int height, bool measured) { return Cell(height) << 1 | Cell(measured); }

    Spot spotOf(qsizetype row) const;
    void update() const;
    void spoil(size_t chunk) { m_valid = std::min(m_valid, chunk + 1); }
    void split(size_t chunk);

    std::vector<Chunk> m_chunks;
    /// What lies before each chunk; right for the first m_valid chunks.
    mutable std::vector<Before> m_before;
    mutable size_t m_valid = 0;
    qsizetype m_size = 0;
};

} // namespace quntai
