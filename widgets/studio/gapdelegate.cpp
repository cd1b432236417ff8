// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/gapdelegate.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/rowground.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int pad = 12;
constexpr int rowHeight = 68;

} // namespace

QString nearestText(const Gap &gap)
{
    if (gap.nearest.isEmpty())
        return GapDelegate::tr("No entry comes near");
    return GapDelegate::tr("Nearest: %1 · %2 %")
        .arg(visibleText(gap.nearestTitle, 40))
        .arg((gap.confidence + 5) / 10);
}

GapDelegate::GapDelegate(ThemeHost &host, QObject *parent)
    : QStyledItemDelegate(parent), m_host(host)
{
}

QSize GapDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight};
}

void GapDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const auto &theme = m_host.theme();
    const auto row = index.data(GapModel::Value).value<GapRow>();
    painter->save();
    paintRowGround(*painter, theme, option);
    const auto rect = option.rect.adjusted(pad, 6, -pad, -6);
    const auto count = tr("%1 ×").arg(row.count);
    const int width = textWidth(theme.boldFont(TextRole::Ui), count);
    const QRect first(rect.left(), rect.top(), rect.width(), 18);
    paintText(*painter, first, count, theme.boldFont(TextRole::Ui),
              theme.color(ColorRole::TextPrimary), Qt::AlignRight);
    paintText(*painter, theme, first.adjusted(0, 0, -width - space::x2, 0),
              visibleText(index.data().toString(), 80));
    paintText(*painter, theme, QRect(rect.left(), rect.top() + 20, rect.width(), 16),
              visibleText(row.groupNames.join(u"、"_s), 80), TextRole::Caption,
              ColorRole::TextSecondary);
    paintText(*painter, theme, QRect(rect.left(), rect.top() + 38, rect.width(), 16),
              nearestText(row.gap), TextRole::Caption, ColorRole::TextTertiary);
    paintHLine(*painter, option.rect.left(), option.rect.right() + 1, option.rect.bottom(),
               theme.color(ColorRole::BorderSubtle));
    painter->restore();
}

} // namespace quntai
