// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/rowground.h"

namespace quntai {

void paintRowGround(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option)
{
    const bool active = option.state.testFlag(QStyle::State_Active);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(option.rect, theme.color(active ? ColorRole::SurfaceSelected
                                                         : ColorRole::SurfaceSelectedInactive));
        painter.fillRect(QRect(option.rect.topLeft(),
                               QSize(component::selectionBar, option.rect.height())),
                         theme.color(active ? ColorRole::AccentSolid : ColorRole::TextTertiary));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
    }
}

} // namespace quntai
