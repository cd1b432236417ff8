// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>

namespace quntai {

/** A flat model whose rows are given as a whole and shown as the least inserts, removes and
 * changes between before and after.
 *
 * Row needs key() (unique among the rows, with qHash and ==) and ==. Rows that stay must keep
 * their order; one that does not is removed and inserted again. Equal heads and tails cost one
 * comparison per row, only what lies between is looked at closer.
 */
template <class Row>
class RowsModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    using Key = decltype(std::declval<const Row &>().key());

    const QList<Row> &rows() const { return m_rows; }

    const Row *rowAt(const QModelIndex &index) const
    {
        return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows.at(index.row())
                                                                 : nullptr;
    }

    /** The rows with a model reset; only when the model shows another thing than before. */
    void resetRows(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    void setRows(const QList<Row> &next)
    {
        const auto head = commonHead(next);
        const auto tail = commonTail(next, head);
        dropGone(next, head, m_rows.size() - tail);
        changeAndInsert(next, head, next.size() - tail);
    }

private:
    qsizetype commonHead(const QList<Row> &next) const
    {
        const auto limit = std::min(m_rows.size(), next.size());
        qsizetype head = 0;
        while (head < limit && m_rows.at(head) == next.at(head))
            ++head;
        return head;
    }

    qsizetype commonTail(const QList<Row> &next, qsizetype head) const
    {
        const auto limit = std::min(m_rows.size(), next.size()) - head;
        qsizetype tail = 0;
        while (tail < limit
               && m_rows.at(m_rows.size() - 1 - tail) == next.at(next.size() - 1 - tail))
            ++tail;
        return tail;
    }

    /** Of [first, end) only the rows stay that next has there too, in the same order. */
    void dropGone(const QList<Row> &next, qsizetype first, qsizetype end)
    {
        QHash<Key, qsizetype> wanted;
        const auto nextEnd = next.size() - (m_rows.size() - end);
        for (auto i = first; i < nextEnd; ++i)
            wanted.insert(next.at(i).key(), i);
        QList<bool> stays;
        qsizetype last = -1;
        for (auto i = first; i < end; ++i) {
            const auto at = wanted.value(m_rows.at(i).key(), -1);
            stays.append(at > last);
            last = std::max(last, at);
        }
        for (auto i = end - 1; i >= first;) {
            if (stays.at(i - first)) {
                --i;
                continue;
            }
            auto from = i;
            while (from > first && !stays.at(from - 1 - first))
                --from;
            beginRemoveRows({}, static_cast<int>(from), static_cast<int>(i));
            m_rows.remove(from, i - from + 1);
            endRemoveRows();
            i = from - 1;
        }
    }

    void changeAndInsert(const QList<Row> &next, qsizetype first, qsizetype end)
    {
        for (auto i = first; i < end;) {
            auto upTo = i;
            if (stands(next, i)) {
                while (upTo < end && stands(next, upTo) && !(m_rows.at(upTo) == next.at(upTo)))
                    m_rows[upTo] = next.at(upTo), ++upTo;
                if (upTo > i)
                    Q_EMIT dataChanged(index(static_cast<int>(i)),
                                       index(static_cast<int>(upTo - 1)));
                i = std::max(upTo, i + 1);
                continue;
            }
            const auto kept = i < m_rows.size() ? std::optional(m_rows.at(i).key()) : std::nullopt;
            while (upTo < end && !(kept && next.at(upTo).key() == *kept))
                ++upTo;
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(upTo - 1));
            m_rows.insert(i, upTo - i, Row{});
            std::copy(next.cbegin() + i, next.cbegin() + upTo, m_rows.begin() + i);
            endInsertRows();
            i = upTo;
        }
    }

    bool stands(const QList<Row> &next, qsizetype i) const
    {
        return i < m_rows.size() && m_rows.at(i).key() == next.at(i).key();
    }

    QList<Row> m_rows;
};

} // namespace quntai
