// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/paint/chip.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/// One chip as a widget; its text is the accessible name.
class ChipLabel : public ThemedWidget
{
    Q_OBJECT

public:
    ChipLabel(ThemeHost &host, ChipSpec chip, QWidget *parent = nullptr);

    void setChip(const ChipSpec &chip);
    const ChipSpec &chip() const { return m_chip; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipSpec m_chip;
};

} // namespace quntai
