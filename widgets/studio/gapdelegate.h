// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/gapmodel.h"
#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

namespace quntai {

/**  question                     12 ×
 *  group, group, …
 *  nearest entry · 34 %
 */
class GapDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit GapDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    ThemeHost &m_host;
};

/** The entry that came nearest and how near: "Refunds · 34 %"; or that there is none. */
QString nearestText(const Gap &gap);

} // namespace quntai
