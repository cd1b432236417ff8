// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QStyledItemDelegate>

namespace quntai {

/**  name                        On
 *  when it speaks
 *  what became of it
 */
class FlowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit FlowDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    ThemeHost &m_host;
};

} // namespace quntai
