// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/correction/choicechip.h"

#include "widgets/common/paint/chip.h"

#include <QPainter>

namespace quntai {

namespace {

constexpr int lift = 3;   // the place to click is higher than the chip

ChipSpec chipOf(const QString &text, bool taken)
{
    ChipSpec chip;
    chip.text = text;
    chip.line = !taken;
    chip.tone = taken ? Tone::Accent : Tone::Neutral;
    if (taken)
        chip.icon = Icon::Check;
    return chip;
}

} // namespace

ChoiceChip::ChoiceChip(ThemeHost &host, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_host(host)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&host, &ThemeHost::changed, this, [this] { updateGeometry(); });
}

QSize ChoiceChip::sizeHint() const
{
    // Room for the check mark from the start: nothing moves when a chip is taken.
    return chipSize(m_host.theme(), chipOf(text(), true)) + QSize(0, 2 * lift);
}

void ChoiceChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto chip = chipOf(text(), isChecked());
    const auto size = chipSize(m_host.theme(), chip);
    paintChip(painter, m_host.theme(), QRect(QPoint(0, lift), size), chip);
}

} // namespace quntai
