// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texttable.h"

#include "models/transfer/csv.h"

namespace quntai {

namespace {

QStringList safeCells(const QStringList &cells)
{
    QStringList safe;
    for (const auto &cell : cells)
        safe.append(safeCell(cell));
    return safe;
}

QString onOneLine(const QStringList &cells)
{
    auto safe = safeCells(cells);
    for (auto &cell : safe)
        cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    return safe.join(u'\t') + u'\n';
}

} // namespace

QByteArray csvOf(const TextTable &table)
{
    auto text = QString(QChar::ByteOrderMark) + csvLine(safeCells(table.head));
    for (const auto &row : table.rows)
        text += csvLine(safeCells(row));
    return text.toUtf8();
}

QString tabbedOf(const TextTable &table)
{
    auto text = onOneLine(table.head);
    for (const auto &row : table.rows)
        text += onOneLine(row);
    return text;
}

void TextTableModel::setTable(const TextTable &table)
{
    const bool sameShape
        = table.head == m_table.head && table.rows.size() == m_table.rows.size();
    if (!sameShape) {
        beginResetModel();
        m_table = table;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        if (table.rows.at(row) == m_table.rows.at(row))
            continue;
        m_table.rows[row] = table.rows.at(row);
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), columnCount() - 1));
    }
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.head.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return m_table.rows.at(index.row()).value(index.column());
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.head.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.head.at(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

} // namespace quntai
