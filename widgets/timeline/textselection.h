// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/rowflow.h"

namespace quntai {

/// Text selected in a timeline, from a character of one row to a character of another.
///
/// Rows are numbers of the model; the owner tells of inserted and removed rows.
class TextSelection
{
public:
    struct Point
    {
        qsizetype row = 0;
        int position = 0; ///< in BodyText::shown()

        auto operator<=>(const Point &) const = default;
    };
    /// [start, end) of one row's text; end < 0: to its end.
    struct Range
    {
        int start = 0;
        int end = 0;

        bool isEmpty() const { return end >= 0 && end <= start; }
    };

    bool isEmpty() const { return m_anchor == m_cursor; }
    void clear() { m_anchor = m_cursor = {}; }
    void start(Point point) { m_anchor = m_cursor = point; }
    void extend(Point point) { m_cursor = point; }
    void set(Point anchor, Point cursor);

    Point first() const { return std::min(m_anchor, m_cursor); }
    Point last() const { return std::max(m_anchor, m_cursor); }
    bool spansRows() const { return m_anchor.row != m_cursor.row; }
    Range in(qsizetype row) const;

    void inserted(qsizetype row, qsizetype count);
    /// A selection that loses its first or last row is given up.
    void removed(qsizetype row, qsizetype count);

private:
    Point m_anchor;
    Point m_cursor;
};

/// What BodyText shows of a row, without laying it out.
QString shownText(const RowContent &row);

/// The selected text for the clipboard: bare within one row, with name and time before each
/// message across rows. `contentOf` reads a row. At most selectionLimit rows are copied.
QString selectedText(const TextSelection &selection,
                     const std::function<RowContent(qsizetype row)> &contentOf);
inline constexpr qsizetype selectionLimit = 20000;

} // namespace quntai
