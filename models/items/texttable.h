// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>

namespace quntai {

/** A table of texts, as people see it. */
struct TextTable
{
    QStringList head;
    QList<QStringList> rows;  //!< each as long as head

    bool operator==(const TextTable &) const = default;
};

/** For spreadsheets: UTF-8 with a byte order mark, CRLF, quoted where needed. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it. */
QByteArray csvOf(const TextTable &table);
/** For the clipboard: tabs and line ends, which cells lose; formulas as in csvOf(). */
QString tabbedOf(const TextTable &table);

/** Shows a table; a change of cells is told cell by cell, only another shape resets. */
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const TextTable &table);
    const TextTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    TextTable m_table;
};

} // namespace quntai
