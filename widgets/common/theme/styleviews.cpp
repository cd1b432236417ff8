// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/styleviews.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

namespace quntai::views {

namespace {

constexpr int kMenuPad = 12;
constexpr int kMenuIconColumn = 24;
constexpr int kMenuShortcutGap = 32;
constexpr int kHeaderPad = 8;

/// The two halves of a menu item's text: words and shortcut.
std::pair<QString, QString> splitMenuText(const QString &text)
{
    const qsizetype tab = text.indexOf(u'\t');
    return tab < 0 ? std::pair(text, QString()) : std::pair(text.left(tab), text.mid(tab + 1));
}

void paintMenuMark(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option,
                   const QRect &column, ColorRole ink)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        theme.paintIcon(painter, column, Icon::Check, ColorRole::AccentFg);
    } else if (!option.icon.isNull()) {
        QRect icon(0, 0, component::icon, component::icon);
        icon.moveCenter(column.center());
        const bool enabled = ink != ColorRole::TextDisabled;
        option.icon.paint(&painter, icon, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

void paintItemBackground(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active = option.state.testFlag(QStyle::State_Active);
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (selected)
        painter.fillRect(
            option.rect,
            theme.color(active ? ColorRole::SurfaceSelected : ColorRole::SurfaceSelectedInactive));
    else if (option.state.testFlag(QStyle::State_MouseOver)
             && option.state.testFlag(QStyle::State_Enabled))
        painter.fillRect(option.rect, theme.color(ColorRole::SurfaceHover));
    const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning
        || option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
    if (selected && first)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), component::selectionBar,
                               option.rect.height()),
                         theme.color(active ? ColorRole::AccentSolid : ColorRole::BorderStrong));
}

void paintHeaderSection(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, option.palette.brush(QPalette::Base));
    const qreal line = 1 / painter.device()->devicePixelRatio();
    painter.fillRect(
        QRectF(option.rect.left(), option.rect.bottom() + 1 - line, option.rect.width(), line),
        theme.color(ColorRole::BorderSubtle));
}

void paintHeaderLabel(QPainter &painter, const Theme &theme, const QStyleOptionHeader &option)
{
    const QFont font = theme.font(TextRole::Caption);
    const QFontMetrics metrics(font);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    QRect rect = option.rect.adjusted(kHeaderPad, 0, -kHeaderPad, 0);
    if (sorted) {
        const QRect mark(rect.right() - component::iconTiny, rect.top(), component::iconTiny,
                         rect.height());
        const bool down = option.sortIndicator == QStyleOptionHeader::SortDown;
        theme.paintIcon(painter, mark, down ? Icon::Down : Icon::Up, ColorRole::TextSecondary,
                        component::iconTiny);
        rect.setRight(mark.left() - 2);
    }
    painter.setFont(font);
    painter.setPen(theme.color(sorted ? ColorRole::TextPrimary : ColorRole::TextTertiary));
    painter.drawText(rect,
                     int(option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter
                         | Qt::TextSingleLine,
                     metrics.elidedText(option.text, Qt::ElideRight, rect.width()));
}

void paintPopup(QPainter &painter, const Theme &theme, const QRect &rect, bool rounded)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(ColorRole::SurfaceOverlay));
    QPen pen(theme.color(ColorRole::BorderStrong), 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    const qreal half = 0.5 / painter.device()->devicePixelRatio();
    const qreal corner = rounded ? radius::popup : 0;
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner);
    painter.restore();
}

void paintMenuItem(QPainter &painter, const Theme &theme, const QStyleOptionMenuItem &option)
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left() + 1, rect.center().y(), rect.width() - 2, 1),
                         theme.color(ColorRole::BorderSubtle));
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (enabled && option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(rect.adjusted(1, 0, -1, 0), theme.color(ColorRole::SurfaceHover));
    const ColorRole ink = enabled ? ColorRole::TextPrimary : ColorRole::TextDisabled;
    const QRect column(rect.left() + 4, rect.top(), kMenuIconColumn, rect.height());
    paintMenuMark(painter, theme, option, column, ink);
    const auto [words, keys] = splitMenuText(option.text);
    const QRect text = rect.adjusted(4 + kMenuIconColumn + 4, 0, -kMenuPad, 0);
    painter.setFont(theme.font(TextRole::Ui));
    painter.setPen(theme.color(ink));
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, words);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        theme.paintIcon(painter, QRect(text.right() - 12, text.top(), 12, text.height()),
                        Icon::Right, ColorRole::TextTertiary, component::iconTiny);
    } else if (!keys.isEmpty()) {
        painter.setFont(theme.font(TextRole::Micro));
        painter.setPen(theme.color(enabled ? ColorRole::TextTertiary : ColorRole::TextDisabled));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, keys);
    }
}

QSize menuItemSize(const Theme &theme, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {10, kMenuSeparatorHeight};
    const auto [words, keys] = splitMenuText(option.text);
    int width = 4 + kMenuIconColumn + 4 + kMenuPad;
    width += QFontMetrics(theme.font(TextRole::Ui)).horizontalAdvance(words);
    if (!keys.isEmpty())
        width +=
            kMenuShortcutGap + QFontMetrics(theme.font(TextRole::Micro)).horizontalAdvance(keys);
    return {qMax(width, 120), kMenuItemHeight};
}

void paintTab(QPainter &painter, const Theme &theme, const QStyleOptionTab &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setFont(theme.font(selected ? TextRole::UiStrong : TextRole::Ui));
    const ColorRole ink = !enabled ? ColorRole::TextDisabled
        : selected || hovered      ? ColorRole::TextPrimary
                                   : ColorRole::TextSecondary;
    painter.setPen(theme.color(ink));
    const QRect text = option.rect.adjusted(kTabGap / 2, 0, -kTabGap / 2, 0);
    painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic,
                     option.text);
    if (selected)
        painter.fillRect(QRect(text.left(), text.bottom() - 1, text.width(), 2),
                         theme.color(ColorRole::AccentSolid));
}

QSize tabSize(const Theme &theme, const QStyleOptionTab &option)
{
    // Room for bold, or neighbours would move when a tab is chosen.
    const QFontMetrics metrics(theme.font(TextRole::UiStrong));
    return {metrics.horizontalAdvance(option.text) + kTabGap, 36};
}

} // namespace quntai::views
