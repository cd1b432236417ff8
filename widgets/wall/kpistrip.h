// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wallfigures.h"
#include "widgets/common/themedwidget.h"

#include <array>

namespace quntai {

class KpiButton;

/** The figures over the wall, each with its definition as tool tip. One tab stop; arrows move
 * inside. Those whose topics stand on the wall can be pressed. */
class KpiStrip : public ThemedWidget
{
    Q_OBJECT
public:
    enum Figure { Open, NeedPerson, Oldest, ByBot, Response, Upset };
    static constexpr int count = 6;

    KpiStrip(ThemeHost &host, QWidget *parent = nullptr);

    void setFigures(const WallFigures &figures, Instant now);
    /** The groups are being read: no figure is known. */
    void setUnknown();
    /** For tests. */
    KpiButton &button(Figure figure) const { return *m_buttons[figure]; }

Q_SIGNALS:
    void chosen(quntai::KpiStrip::Figure figure);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<KpiButton *, count> m_buttons;
};

} // namespace quntai
