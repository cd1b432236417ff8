// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/navitem.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxBadge = 99;
} // namespace

NavItem::NavItem(ThemeHost &host, Icon icon, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_icon(icon)
{
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(component::navItem, component::navItem);
    connect(&host, &ThemeHost::changed, this, qOverload<>(&QWidget::update));
}

void NavItem::setBadge(int count)
{
    m_badge = count;
    setAccessibleName(count > 0 ? u"%1 %2"_s.arg(text()).arg(count) : text());
    update();
}

QSize NavItem::sizeHint() const
{
    return {component::navItem, component::navItem};
}

void NavItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_host.theme();
    if (isChecked())
        paintBox(painter, rect(), radius::card, theme.color(ColorRole::SurfaceSelected));
    else if (underMouse())
        paintBox(painter, rect(), radius::card, theme.color(ColorRole::SurfaceHover));
    const ColorRole ink = isChecked() ? ColorRole::AccentFg : ColorRole::TextSecondary;
    theme.paintIcon(painter, QRect(0, 5, width(), component::iconNav), m_icon, ink,
                    component::iconNav);
    const QFont font =
        isChecked() ? theme.boldFont(TextRole::Caption) : theme.font(TextRole::Caption);
    paintText(painter, QRect(0, 27, width(), 16), text(), font, theme.color(ink), Qt::AlignHCenter);
    if (m_badge > 0)
        paintBadge(painter);
}

void NavItem::paintBadge(QPainter &painter) const
{
    const Theme &theme = m_host.theme();
    QFont font = theme.boldFont(TextRole::Micro);
    font.setPixelSize(10);
    const QString text = m_badge > kMaxBadge ? u"%1+"_s.arg(kMaxBadge) : QString::number(m_badge);
    const int badgeWidth = qMax(16, textWidth(font, text) + 8);
    const QRect badge(width() - 3 - badgeWidth, 2, badgeWidth, 14);
    paintBox(painter, badge, 7, theme.color(ColorRole::DangerSolid));
    paintText(painter, badge, text, font, theme.color(ColorRole::DangerOn), Qt::AlignHCenter);
}

} // namespace quntai
