// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/kpibutton.h"

#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"

#include <QKeyEvent>
#include <QPainter>

namespace quntai {

namespace {

constexpr int padX = 16;
constexpr int labelTop = 8;
constexpr int labelHeight = 16;
constexpr int valueHeight = 28;

} // namespace

KpiButton::KpiButton(ThemeHost &host, const QString &label, const QString &definition,
                     QWidget *parent)
    : QAbstractButton(parent), m_host(host)
{
    setText(label);
    setAttribute(Qt::WA_Hover);
    setAccessibleDescription(definition);
    setPlainToolTip(*this, definition);
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(layout::kpiStrip);
}

void KpiButton::setFigure(const QString &value, const QString &note, ColorRole role)
{
    if (value == m_value && note == m_note && role == m_role)
        return;
    m_value = value;
    m_note = note;
    m_role = role;
    setAccessibleName(tr("%1 %2, %3").arg(text(), value, visibleText(note)));
    update();
}

void KpiButton::setPressable(bool pressable)
{
    m_pressable = pressable;
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize KpiButton::sizeHint() const
{
    return {160, layout::kpiStrip};
}

void KpiButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = m_host.theme();
    if (m_pressable && isEnabled() && underMouse())
        painter.fillRect(rect().adjusted(1, 0, 0, -1), theme.color(ColorRole::SurfaceHover));
    const QRect line(padX, labelTop, width() - padX - space::x2, labelHeight);
    const int used = paintText(painter, theme, line, text(), TextRole::Caption,
                               ColorRole::TextSecondary);
    QPen dots(theme.color(ColorRole::TextTertiary), 1, Qt::DotLine);
    dots.setCosmetic(true);
    painter.setPen(dots);
    painter.drawLine(line.left(), line.bottom() + 1, line.left() + used, line.bottom() + 1);
    const QRect value(padX, line.bottom() + 2, line.width(), valueHeight);
    paintText(painter, value, m_value, theme.boldFont(TextRole::Metric), theme.color(m_role));
    const QRect note(padX, value.bottom(), line.width(), labelHeight);
    paintText(painter, theme, note, m_note, TextRole::Caption, ColorRole::TextSecondary);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(theme.color(ColorRole::BorderFocus), component::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(2, 1, -1, -2));
    }
}

void KpiButton::keyPressEvent(QKeyEvent *event)
{
    const bool right = event->key() == Qt::Key_Right;
    if (!right && event->key() != Qt::Key_Left) {
        QAbstractButton::keyPressEvent(event);
        return;
    }
    const auto all = parentWidget()->findChildren<KpiButton *>(Qt::FindDirectChildrenOnly);
    const auto at = all.indexOf(this) + (right ? 1 : -1);
    if (at >= 0 && at < all.size())
        all.at(at)->setFocus(Qt::TabFocusReason);
}

} // namespace quntai
