// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme/stylecontrols.h"

#include <QPainter>
#include <QStyleOption>

namespace quntai::controls {

namespace {

constexpr int kIndicator = 14;

/// Rounded box whose border is one device pixel and lies inside `rect`.
void box(QPainter &painter, const QRectF &rect, qreal corner, const QColor &fill,
         const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    QPen pen(border, 1);
    pen.setCosmetic(true);
    painter.setPen(border.isValid() ? pen : QPen(Qt::NoPen));
    const qreal half = border.isValid() ? 0.5 / painter.device()->devicePixelRatio() : 0;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner);
    painter.restore();
}

QRectF indicatorRect(const QRect &rect)
{
    QRectF square(0, 0, kIndicator, kIndicator);
    square.moveCenter(QRectF(rect).center());
    return square.translated(0.01, 0.01).toAlignedRect().adjusted(0, 0, -1, -1);
}

} // namespace

ButtonState stateOf(const QStyleOption &option)
{
    return {.enabled = option.state.testFlag(QStyle::State_Enabled),
            .hovered = option.state.testFlag(QStyle::State_MouseOver),
            .pressed = option.state.testFlag(QStyle::State_Sunken),
            .checked = option.state.testFlag(QStyle::State_On)};
}

ButtonColors buttonColors(const Theme &theme, ButtonKind kind, const ButtonState &state)
{
    using enum ColorRole;
    const bool bare = kind == ButtonKind::Quiet || kind == ButtonKind::Link;
    if (!state.enabled) {
        const QColor text = theme.color(TextDisabled);
        if (bare)
            return {{}, {}, text};
        return {theme.color(SurfaceSunken), theme.color(BorderSubtle), text};
    }
    if (kind == ButtonKind::Primary) {
        const ColorRole fill = state.pressed ? AccentPressed
            : state.hovered                  ? AccentHover
                                             : AccentSolid;
        return {theme.color(fill), theme.color(fill), theme.color(AccentOn)};
    }
    QColor fill = bare ? QColor() : theme.color(SurfaceRaised);
    if (state.checked)
        fill = theme.color(AccentTint);
    else if (state.pressed)
        fill = theme.color(SurfaceSelectedInactive);
    else if (state.hovered)
        fill = theme.color(SurfaceHover);
    switch (kind) {
    case ButtonKind::Danger:
        return {fill, theme.color(DangerBorder), theme.color(DangerFg)};
    case ButtonKind::Quiet:
        return {fill, {}, theme.color(state.checked ? AccentFg : TextSecondary)};
    case ButtonKind::Link:
        return {fill, {}, theme.color(TextLink)};
    default:
        break;
    }
    if (state.checked)
        return {fill, theme.color(AccentBorder), theme.color(AccentFg)};
    return {fill, theme.color(BorderStrong), theme.color(TextPrimary)};
}

void paintButtonPanel(QPainter &painter, const Theme &theme, const QRect &rect, ButtonKind kind,
                      const ButtonState &state)
{
    const ButtonColors colors = buttonColors(theme, kind, state);
    if (colors.fill.isValid() || colors.border.isValid())
        box(painter, rect, radius::control, colors.fill, colors.border);
}

void paintField(QPainter &painter, const Theme &theme, const QRect &rect, bool focused,
                bool enabled)
{
    const QColor fill = theme.color(enabled ? ColorRole::SurfaceBase : ColorRole::SurfaceSunken);
    const QColor border = theme.color(enabled ? ColorRole::BorderStrong : ColorRole::BorderSubtle);
    box(painter, rect, radius::control, fill, border);
    if (focused)
        paintInnerFocus(painter, theme, rect);
}

void paintFocusRing(QPainter &painter, const Theme &theme, const QRectF &outer, qreal cornerRadius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
    const qreal inset = component::focusRing / 2.0;
    const qreal corner = cornerRadius + component::focusGap + inset;
    painter.drawRoundedRect(outer.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter.restore();
}

void paintInnerFocus(QPainter &painter, const Theme &theme, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
    const qreal inset = component::focusRing / 2.0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius::control - inset,
                            radius::control - inset);
    painter.restore();
}

void paintCheck(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    using enum ColorRole;
    const ButtonState state = stateOf(option);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const QRectF square = indicatorRect(option.rect);
    if (!state.checked && !partly) {
        box(painter, square, radius::keyCap,
            theme.color(state.enabled ? SurfaceBase : SurfaceSunken),
            theme.color(state.hovered ? TextTertiary : BorderStrong));
        return;
    }
    const QColor fill = theme.color(state.enabled ? AccentSolid : TextDisabled);
    box(painter, square, radius::keyCap, fill, fill);
    const QColor ink = theme.color(state.enabled ? AccentOn : SurfaceBase);
    if (partly) {
        const QRectF dash(square.left() + 3, square.center().y() - 1, square.width() - 6, 2);
        painter.fillRect(dash, ink);
    } else {
        theme.paintIcon(painter, square, Icon::Check, ink, component::iconTiny);
    }
}

void paintRadio(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    using enum ColorRole;
    const ButtonState state = stateOf(option);
    const QRectF disc = indicatorRect(option.rect);
    if (!state.checked) {
        box(painter, disc, disc.width() / 2,
            theme.color(state.enabled ? SurfaceBase : SurfaceSunken),
            theme.color(state.hovered ? TextTertiary : BorderStrong));
        return;
    }
    const QColor fill = theme.color(state.enabled ? AccentSolid : TextDisabled);
    box(painter, disc, disc.width() / 2, fill, fill);
    const QRectF hole = disc.adjusted(4, 4, -4, -4);
    box(painter, hole, hole.width() / 2, theme.color(SurfaceBase), {});
}

void paintScrollBar(QPainter &painter, const Theme &theme, const QStyleOptionSlider &option,
                    const QRect &slider)
{
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state.testFlag(QStyle::State_Enabled)
        && (option.state.testFlag(QStyle::State_MouseOver)
            || option.state.testFlag(QStyle::State_Sunken));
    // 6 px wide, 2 px from the edge, in a 10 px hit area.
    const QRectF thumb = option.orientation == Qt::Vertical
        ? QRectF(slider.right() - 7, slider.top() + 1, 6, slider.height() - 2)
        : QRectF(slider.left() + 1, slider.bottom() - 7, slider.width() - 2, 6);
    box(painter, thumb, 3, theme.color(active ? ColorRole::TextTertiary : ColorRole::BorderStrong),
        {});
}

void paintComboBox(QPainter &painter, const Theme &theme, const QStyleOptionComboBox &option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus)
        && (option.editable || option.state.testFlag(QStyle::State_KeyboardFocusChange));
    paintField(painter, theme, option.rect, focused, enabled);
    const QRect arrow(option.rect.right() - 24, option.rect.top(), component::iconSmall,
                      option.rect.height());
    theme.paintIcon(painter, arrow, Icon::Down,
                    enabled ? ColorRole::TextSecondary : ColorRole::TextDisabled,
                    component::iconSmall);
}

void paintSpinBox(QPainter &painter, const Theme &theme, const QStyleOptionSpinBox &option,
                  const QRect &up, const QRect &down)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    paintField(painter, theme, option.rect, option.state.testFlag(QStyle::State_HasFocus), enabled);
    const auto role = [&](QAbstractSpinBox::StepEnabledFlag flag) {
        return enabled && option.stepEnabled.testFlag(flag) ? ColorRole::TextSecondary
                                                            : ColorRole::TextDisabled;
    };
    theme.paintIcon(painter, up, Icon::Up, role(QAbstractSpinBox::StepUpEnabled),
                    component::iconTiny);
    theme.paintIcon(painter, down, Icon::Down, role(QAbstractSpinBox::StepDownEnabled),
                    component::iconTiny);
}

void paintProgress(QPainter &painter, const Theme &theme, const QStyleOptionProgressBar &option)
{
    QRectF track(option.rect);
    track.setHeight(component::meterBarHeight);
    track.moveCenter(QRectF(option.rect).center());
    box(painter, track, radius::bar, theme.color(ColorRole::ConfidenceTrack), {});
    const double range = double(option.maximum) - option.minimum;
    if (range <= 0)
        return;
    track.setWidth(track.width() * qBound(0.0, (option.progress - option.minimum) / range, 1.0));
    box(painter, track, radius::bar, theme.color(ColorRole::AccentSolid), {});
}

} // namespace quntai::controls
