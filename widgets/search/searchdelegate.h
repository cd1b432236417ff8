// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

namespace quntai {

/** One message found: who, where and when; below it the words around the first hit, every hit
 * marked. */
class SearchDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    SearchDelegate(ThemeHost &host, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintExcerpt(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    ThemeHost &m_host;
};

} // namespace quntai
