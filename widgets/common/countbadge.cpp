// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/countbadge.h"

#include "widgets/common/paint/badges.h"

#include <QPainter>

namespace quntai {

CountBadge::CountBadge(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

void CountBadge::setCount(int count)
{
    m_count = count;
    setAccessibleName(QString::number(count));
    setVisible(!m_hideZero || count != 0);
    updateGeometry();
    update();
}

void CountBadge::setHot(bool hot)
{
    m_hot = hot;
    update();
}

void CountBadge::setHideZero(bool hide)
{
    m_hideZero = hide;
    setVisible(!hide || m_count != 0);
}

QSize CountBadge::sizeHint() const
{
    return countBadgeSize(theme(), m_count);
}

void CountBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCountBadge(painter, theme(), rect(), m_count, m_hot);
}

} // namespace quntai
