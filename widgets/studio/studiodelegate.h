// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/correctionmodel.h"
#include "models/items/studiomodel.h"
#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

namespace quntai {

/**  ⌄ category (18)
 *  question                    [state]
 *  v8 · who · when
 */
class StudioDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit StudioDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintHeader(QPainter &painter, const QRect &rect, const StudioRow &row) const;
    void paintEntry(QPainter &painter, const QRect &rect, const StudioRow &row) const;

    ThemeHost &m_host;
};

/**  question                    14:28
 *  “the customer's words”
 *  who · how often
 */
class CorrectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CorrectionDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    ThemeHost &m_host;
};

} // namespace quntai
