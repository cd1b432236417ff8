// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/rails.h"
#include "widgets/timeline/rowreader.h"

#include <QAbstractListModel>

#include <functional>

namespace quntai::test {

/// Rows in a list, changed one by one as a model would.
class RowsModel : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    QVariant data(const QModelIndex &, int) const override { return {}; }
    const RowContent &at(int row) const { return m_rows.at(row); }

    void insert(int row, const QList<RowContent> &rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, row, row + int(rows.size()) - 1);
        m_rows.insert(row, rows.size(), RowContent());
        std::copy(rows.begin(), rows.end(), m_rows.begin() + row);
        endInsertRows();
    }
    void append(const QList<RowContent> &rows) { insert(rowCount(), rows); }
    void remove(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        m_rows.remove(row, count);
        endRemoveRows();
    }
    void change(int row, const RowContent &content)
    {
        m_rows[row] = content;
        emit dataChanged(index(row), index(row));
    }
    void reset(const QList<RowContent> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

private:
    QList<RowContent> m_rows;
};

class RowsReader : public RowReader
{
public:
    explicit RowsReader(const RowsModel &model) : m_model(model) {}
    RowContent read(const QModelIndex &index) const override
    {
        ++reads;
        return m_model.at(index.row());
    }
    bool isNews(const QModelIndex &index) const override
    {
        return m_model.at(index.row()).kind == RowKind::Message;
    }

    mutable int reads = 0;

private:
    const RowsModel &m_model;
};

inline Instant clockTime(int hour, int minute, int second = 0)
{
    return {((hour * 60LL + minute) * 60 + second) * 1000 + 1'700'000'000'000};
}

/// A customer's message with `text`, without a topic.
inline RowContent said(const QString &name, const QString &text)
{
    RowContent row;
    row.message = {name + text.left(20)};
    row.name = name;
    row.time = QStringLiteral("14:20");
    row.at = clockTime(14, 20);
    row.text = text;
    row.canQuote = true;
    return row;
}

/// The rows of the design's desk, light and dark.
QList<RowContent> designRows();
QList<LaneSpan> designLanes();
/// The rows of the design's focused and offline desks.
QList<RowContent> focusRows();
QList<LaneSpan> focusLanes();
QList<RowContent> offlineRows();
inline Instant designNow()
{
    return clockTime(14, 29, 55);
}

} // namespace quntai::test
