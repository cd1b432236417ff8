// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entryimport.h"
#include "widgets/common/theme/themehost.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace quntai {

/** The rows of a plan, those with a fault first. */
class ImportRowModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<ImportRow> &rows);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    ImportRow row(int row) const { return m_rows.value(row); }

    /** "New", "Changed", … */
    static QString changeName(ImportRow::Change change);

private:
    QList<ImportRow> m_rows;
};

/** line · [what] · question · reason */
class ImportRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ImportRowDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    static Tone toneOf(ImportRow::Change change);

private:
    ThemeHost &m_host;
};

} // namespace quntai
