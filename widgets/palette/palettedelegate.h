// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"
#include "widgets/palette/palettemodel.h"

#include <QStyledItemDelegate>

namespace quntai {

///  [icon] text with hits  detail                      why not | kind   [keys]
/// One row of the palette, one line.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PaletteDelegate(ThemeHost &host, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int paintTail(QPainter &painter, const QRect &row, const PaletteItem &item) const;
    void paintWords(QPainter &painter, const QRect &room, const PaletteItem &item,
                    const QList<int> &hits) const;

    ThemeHost &m_host;
};

} // namespace quntai
