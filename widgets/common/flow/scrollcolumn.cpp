// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/flow/scrollcolumn.h"

#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

ScrollColumn::ScrollColumn(ThemeHost &host, ColorRole surface, QWidget *parent)
    : QScrollArea(parent), m_host(host), m_surface(surface), m_column(new QVBoxLayout)
{
    auto *body = new QWidget(this);
    m_column->setContentsMargins(space::x3, space::x3, space::x3, space::x3);
    m_column->setSpacing(space::x3);
    m_column->addStretch(1);
    body->setLayout(m_column);
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    connect(&host, &ThemeHost::changed, this, &ScrollColumn::refreshSurface);
    refreshSurface();
}

void ScrollColumn::addCard(QWidget *card)
{
    m_column->insertWidget(m_column->count() - 1, card);
}

void ScrollColumn::setMostWidth(int width)
{
    m_mostWidth = width;
    m_margins = m_column->contentsMargins();
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    if (m_mostWidth > 0) {
        const int inside = viewport()->width() - m_margins.left() - m_margins.right();
        auto margins = m_margins;
        margins.setRight(m_margins.right() + std::max(0, inside - m_mostWidth));
        m_column->setContentsMargins(margins);
    }
    QScrollArea::resizeEvent(event);
}

void ScrollColumn::refreshSurface()
{
    for (auto *area : {viewport(), widget()}) {
        auto look = area->palette();
        look.setColor(QPalette::Window, m_host.theme().color(m_surface));
        area->setPalette(look);
        area->setAutoFillBackground(true);
    }
}

} // namespace quntai
