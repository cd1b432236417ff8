// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/heighttable.h"
#include "widgets/timeline/rowlayout.h"

#include <deque>
#include <functional>
#include <memory>

namespace quntai {

/// A row that has been read and laid out.
struct LaidRow
{
    RowContent content;
    RowLayout layout;
};
using LaidRowPtr = std::shared_ptr<const LaidRow>;

/// Which rows stand where in the viewport: heights of all rows, layouts of the visible ones and a
/// page around them, and what stays in place when rows come and go.
///
/// Either the end is followed – then the last row stands at the bottom whatever arrives – or a row
/// is held: it keeps its place on the screen through inserts, removals, new heights and new
/// widths. Which of the two was decided by the last scrolling, never by an insertion.
/// Changes only note what happened; settle() does the work, once per frame.
class RowFlow
{
public:
    using Layer = std::function<LaidRowPtr(qsizetype row)>;
    struct Placed
    {
        qsizetype row = 0;
        int y = 0; ///< top, in the viewport
        LaidRowPtr laid;
    };

    /// `layer` reads and lays out one row; called in settle() only.
    explicit RowFlow(Layer layer);

    // what happened
    void reset(qsizetype count);
    void inserted(qsizetype row, qsizetype count);
    void removed(qsizetype row, qsizetype count);
    void changed(qsizetype row, qsizetype count);
    /// Everything must be laid out anew: another width, another theme.
    void layoutsChanged();
    void setViewportHeight(int height);

    /// Lays out what is seen and a page around it, drops the rest, and puts the rows in place.
    void settle();

    qsizetype count() const { return m_table.size(); }
    qint64 contentHeight() const { return m_table.total(); }
    /// Scroll position and its range, in pixels.
    qint64 value() const;
    qint64 maximum() const;
    void scrollTo(qint64 value);
    void scrollToEnd();
    /// Makes the row visible: not at all, if it is already.
    void reveal(qsizetype row);
    /// Puts the row in the middle.
    void centre(qsizetype row);
    bool isFollowing() const { return m_following; }

    /// After settle(): the rows that are seen, from the top.
    QList<Placed> visible() const;
    /// After settle(): all rows that are laid out.
    QList<Placed> laidOut() const;
    /// The laid out row, or null.
    LaidRowPtr laid(qsizetype row) const;
    /// Top of a row in the viewport.
    qint64 topOf(qsizetype row) const;
    /// The row at a height of the viewport; -1: none.
    qsizetype rowAt(int y) const;

    const HeightTable &table() const { return m_table; }

private:
    void ensure(qsizetype row);
    void settleFollowing();
    void settleHeld();
    void layAround();
    void layUpwards(qsizetype from, qint64 pixels);
    qsizetype layDownwards(qsizetype from, qint64 pixels);
    void dropFar();
    void holdAt(qint64 value);
    /// Empty space above the rows when there are few.
    qint64 slack() const;
    int estimate() const;

    Layer m_layer;
    HeightTable m_table;
    std::deque<LaidRowPtr> m_laid; ///< of a run of rows; null: not laid out
    qsizetype m_first = 0;         ///< row of m_laid's front
    HeightTable::Place m_held;     ///< row and pixel at the viewport's top edge
    bool m_following = true;
    int m_viewport = 0;
    qint64 m_measuredSum = 0;
    qint64 m_measuredCount = 0;
};

} // namespace quntai
