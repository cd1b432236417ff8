// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/actionbutton.h"

#include "widgets/common/paint/badges.h"
#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QStyleOption>

namespace quntai {

namespace {
constexpr int kGap = 6;
} // namespace

ActionButton::ActionButton(ThemeHost &host, ButtonKind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_kind(kind)
{
    setText(text);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
    connect(&host, &ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ActionButton::setKind(ButtonKind kind)
{
    m_kind = kind;
    update();
}

void ActionButton::setGlyph(std::optional<Icon> icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void ActionButton::setKeyHint(const QString &keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

void ActionButton::setButtonSize(ButtonSize size)
{
    m_size = size;
    updateGeometry();
    update();
}

QFont ActionButton::textFont() const
{
    const bool small = m_size == ButtonSize::Small || m_kind == ButtonKind::Link;
    return m_host.theme().font(small ? TextRole::Caption : TextRole::Ui);
}

int ActionButton::padding() const
{
    if (m_kind == ButtonKind::Link)
        return 2;
    return m_size == ButtonSize::Small ? 8 : 10;
}

int ActionButton::contentWidth() const
{
    int width = textWidth(textFont(), text());
    if (m_icon)
        width += component::icon + kGap;
    if (!m_keys.isEmpty())
        width += kGap + keyCapSize(m_host.theme(), m_keys).width();
    return width;
}

QSize ActionButton::sizeHint() const
{
    const int normal = m_host.theme().metrics().control;
    const int height = m_kind == ButtonKind::Link ? 20
        : m_size == ButtonSize::Small             ? qMin(normal, component::buttonSmallHeight)
                                                  : normal;
    return {contentWidth() + 2 * padding() + (m_kind == ButtonKind::Link ? 0 : 2), height};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_host.theme();
    QStyleOption option;
    option.initFrom(this);
    controls::ButtonState state = controls::stateOf(option);
    state.pressed = isDown();
    state.checked = isChecked();
    controls::paintButtonPanel(painter, theme, rect(), m_kind, state);
    const QColor ink = controls::buttonColors(theme, m_kind, state).text;

    int x = qMax(padding(), (width() - contentWidth()) / 2);
    if (m_icon) {
        theme.paintIcon(painter, QRect(x, 0, component::icon, height()), *m_icon, ink);
        x += component::icon + kGap;
    }
    const QSize cap = m_keys.isEmpty() ? QSize() : keyCapSize(theme, m_keys);
    const int room = width() - x - padding() - (m_keys.isEmpty() ? 0 : cap.width() + kGap);
    x += paintText(painter, QRect(x, 0, qMax(0, room), height()), text(), textFont(), ink) + kGap;
    if (!m_keys.isEmpty())
        paintKeyCap(painter, theme, QRect({x, (height() - cap.height()) / 2}, cap), m_keys, ink);
}

} // namespace quntai
