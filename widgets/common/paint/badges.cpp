// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/badges.h"

#include "models/domain/topic.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxCount = 999;
constexpr int kCountHeight = 16;
constexpr int kCountMinWidth = 18;
constexpr int kCountPad = 5;
constexpr int kCapPad = 4;
constexpr int kCapHeight = 16;
constexpr int kRefPad = 3;
constexpr int kRefHeight = 14;

QString countText(int count)
{
    return count > kMaxCount ? u"%1+"_s.arg(kMaxCount) : QString::number(count);
}

/// Half-strong ink for the cap's outline on a filled button.
QColor softened(QColor ink)
{
    ink.setAlphaF(0.6f);
    return ink;
}

} // namespace

void paintLaneBadge(QPainter &painter, const Theme &theme, const QRectF &rect, int lane,
                    LaneFill fill, bool halo)
{
    const LaneColors &colors = theme.lane(lane);
    const QColor surface = theme.color(ColorRole::SurfaceBase);
    QRectF disc(0, 0, component::laneBadge, component::laneBadge);
    disc.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (halo) {
        painter.setBrush(surface);
        painter.drawEllipse(disc.adjusted(-2, -2, 2, 2));
    }
    painter.setBrush(colors.rail);
    painter.drawEllipse(disc);
    if (fill == LaneFill::Hollow) {
        painter.setBrush(surface);
        painter.drawEllipse(disc.adjusted(2, 2, -2, -2));
    }
    QFont font = theme.boldFont(TextRole::Micro);
    font.setPixelSize(10);
    painter.restore();
    paintText(painter, disc, laneLetter(lane), font,
              fill == LaneFill::Solid ? colors.on : colors.text, Qt::AlignHCenter);
}

QSize countBadgeSize(const Theme &theme, int count)
{
    const int text = textWidth(theme.font(TextRole::Micro), countText(count));
    return {qMax(kCountMinWidth, text + 2 * kCountPad), kCountHeight};
}

void paintCountBadge(QPainter &painter, const Theme &theme, const QRect &rect, int count, bool hot)
{
    paintBox(painter, rect, rect.height() / 2.0,
             theme.color(hot ? ColorRole::DangerSolid : ColorRole::SurfaceSelectedInactive));
    paintText(painter, theme, rect, countText(count), TextRole::Micro,
              hot ? ColorRole::DangerOn : ColorRole::TextSecondary, Qt::AlignHCenter);
}

QSize keyCapSize(const Theme &theme, const QString &keys)
{
    return {textWidth(theme.font(TextRole::Micro), keys) + 2 * kCapPad + 2, kCapHeight};
}

void paintKeyCap(QPainter &painter, const Theme &theme, const QRect &rect, const QString &keys,
                 const QColor &ink)
{
    if (ink.isValid())
        paintBox(painter, rect, radius::keyCap, {}, softened(ink));
    else
        paintBox(painter, rect, radius::keyCap, theme.color(ColorRole::SurfaceSunken),
                 theme.color(ColorRole::BorderSubtle));
    paintText(painter, rect, keys, theme.font(TextRole::Micro),
              ink.isValid() ? ink : theme.color(ColorRole::TextTertiary), Qt::AlignHCenter);
}

QSize refSize(const Theme &theme, const QString &text)
{
    return {textWidth(theme.font(TextRole::Micro), text) + 2 * kRefPad, kRefHeight};
}

void paintRef(QPainter &painter, const Theme &theme, const QRect &rect, const QString &text)
{
    paintBox(painter, rect, radius::keyCap, theme.color(ColorRole::AccentTint));
    paintText(painter, theme, rect, text, TextRole::Micro, ColorRole::TextLink, Qt::AlignHCenter);
}

} // namespace quntai
