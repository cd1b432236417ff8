// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texttable.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

/** Spreadsheets run what begins like this, also from a file. */
QString withoutFormula(const QString &cell)
{
    static const QString starts = u"=+-@\t\r"_s;
    return !cell.isEmpty() && starts.contains(cell.front()) ? u'\'' + cell : cell;
}

QString quoted(const QString &cell)
{
    auto safe = withoutFormula(cell);
    const bool needs = safe.contains(u',') || safe.contains(u'"') || safe.contains(u'\n')
        || safe.contains(u'\r');
    return needs ? u'"' + safe.replace(u'"', u"\"\""_s) + u'"' : safe;
}

QString onOneLine(const QString &cell)
{
    auto safe = withoutFormula(cell);
    return safe.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

template <class Cell>
QString joined(const QStringList &cells, QChar between, Cell &&cell)
{
    QStringList texts;
    for (const auto &each : cells)
        texts.append(cell(each));
    return texts.join(between);
}

} // namespace

QByteArray csvOf(const TextTable &table)
{
    auto text = QString(QChar::ByteOrderMark) + joined(table.head, u',', quoted) + u"\r\n"_s;
    for (const auto &row : table.rows)
        text += joined(row, u',', quoted) + u"\r\n"_s;
    return text.toUtf8();
}

QString tabbedOf(const TextTable &table)
{
    auto text = joined(table.head, u'\t', onOneLine) + u'\n';
    for (const auto &row : table.rows)
        text += joined(row, u'\t', onOneLine) + u'\n';
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
