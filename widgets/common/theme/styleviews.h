// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QStyleOption;

/// How lists, tables, menus and tabs are drawn by QuntaiStyle. Pure painting.
namespace quntai::views {

inline constexpr int kMenuItemHeight = 28;
inline constexpr int kMenuSeparatorHeight = 9;
inline constexpr int kTabGap = 16;

void paintItemBackground(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option);
void paintHeaderSection(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option);
void paintHeaderLabel(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option);
void paintPopup(QPainter &painter, const Theme &theme, const QRect &rect, bool rounded);
void paintMenuItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option);
QSize menuItemSize(const Theme &theme, const QStyleOptionMenuItem &option);
void paintTab(QPainter &painter, const Theme &theme, const QStyleOptionTab &option);
QSize tabSize(const Theme &theme, const QStyleOptionTab &option);

} // namespace quntai::views
