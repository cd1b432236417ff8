// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/botbox.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

BotBox::BotBox(ThemeHost &host, QWidget *text, QWidget *parent) : ThemedWidget(host, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addWidget(text);
}

void BotBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::BotTint),
             theme().color(ColorRole::BotBorder));
}

} // namespace quntai
