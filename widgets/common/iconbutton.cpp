// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/iconbutton.h"

#include "widgets/common/theme/stylecontrols.h"
#include "widgets/common/tooltip.h"

#include <QPainter>
#include <QStyleOption>

namespace quntai {

using namespace Qt::StringLiterals;

IconButton::IconButton(ThemeHost &host, Icon icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_icon(icon)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
    connect(&host, &ThemeHost::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void IconButton::setGlyph(Icon icon)
{
    m_icon = icon;
    update();
}

void IconButton::setKeyHint(const QString &keys)
{
    m_keys = keys;
    refreshToolTip();
}

void IconButton::setName(const QString &name)
{
    setAccessibleName(name);
    refreshToolTip();
}

void IconButton::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

void IconButton::refreshToolTip()
{
    setPlainToolTip(*this,
                    m_keys.isEmpty() ? accessibleName() : accessibleName() + u"  "_s + m_keys);
}

QSize IconButton::sizeHint() const
{
    const int side = m_small ? layout::hitTargetMin : m_host.theme().metrics().control;
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    controls::ButtonState state = controls::stateOf(option);
    state.pressed = isDown();
    state.checked = isChecked();
    controls::paintButtonPanel(painter, m_host.theme(), rect(), controls::ButtonKind::Quiet, state);
    m_host.theme().paintIcon(
        painter, rect(), m_icon,
        controls::buttonColors(m_host.theme(), controls::ButtonKind::Quiet, state).text);
}

} // namespace quntai
