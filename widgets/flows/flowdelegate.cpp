// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/flowdelegate.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/flows/flowwords.h"

namespace quntai {

namespace {

constexpr int pad = 12;
constexpr int rowHeight = 68;

} // namespace

FlowDelegate::FlowDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize FlowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight};
}

void FlowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto row = index.data(FlowModel::Value).value<FlowRow>();
    painter->save();
    paintRowGround(*painter, theme, option);
    const auto rect = option.rect.adjusted(pad, 6, -pad, -6);
    const auto chip = flowChip(row.flow);
    const auto size = chipSize(theme, chip);
    paintChip(*painter, theme, QRect({rect.right() - size.width() + 1, rect.top()}, size), chip);
    paintText(*painter, theme,
              QRect(rect.left(), rect.top(), rect.width() - size.width() - space::x2, 18),
              visibleText(row.flow.name, 60), TextRole::Ui,
              row.flow.enabled ? ColorRole::TextPrimary : ColorRole::TextSecondary);
    paintText(*painter, theme, QRect(rect.left(), rect.top() + 20, rect.width(), 16),
              flowTriggerText(row.flow), TextRole::Caption, ColorRole::TextSecondary);
    paintText(*painter, theme, QRect(rect.left(), rect.top() + 38, rect.width(), 16),
              flowCountsText(row), TextRole::Caption, ColorRole::TextTertiary);
    paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
    painter->restore();
}

} // namespace quntai
