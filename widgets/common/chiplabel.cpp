// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/chiplabel.h"

#include "widgets/common/paint/plaintext.h"

#include <QPainter>

namespace quntai {

ChipLabel::ChipLabel(ThemeHost &host, ChipSpec chip, QWidget *parent) : ThemedWidget(host, parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setChip(chip);
}

void ChipLabel::setChip(const ChipSpec &chip)
{
    m_chip = chip;
    setAccessibleName(visibleText(chip.text));
    updateGeometry();
    update();
}

QSize ChipLabel::sizeHint() const
{
    return chipSize(theme(), m_chip);
}

void ChipLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, theme(), rect(), m_chip);
}

} // namespace quntai
