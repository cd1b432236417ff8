// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/factgrid.h"

#include "widgets/common/plainlabel.h"

#include <QGridLayout>

namespace quntai {

namespace {

constexpr int nameWidth = 56;

} // namespace

FactGrid::FactGrid(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::x2);
    m_grid->setVerticalSpacing(space::x1);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::clear()
{
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows = 0;
}

void FactGrid::add(const QString &name, const QString &value, ColorRole color)
{
    if (value.isEmpty())
        return;
    auto *label = new PlainLabel(host(), value, TextRole::Caption, color, this);
    label->setFlow(PlainLabel::Flow::Wrapped);
    addWidget(name, label);
}

void FactGrid::addWidget(const QString &name, QWidget *value)
{
    auto *label = new PlainLabel(host(), name, TextRole::Caption, ColorRole::TextSecondary, this);
    m_grid->addWidget(label, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(value, m_rows, 1);
    ++m_rows;
}

} // namespace quntai
