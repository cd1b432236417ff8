// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

/// How single controls are drawn; shared by QuntaiStyle and our own widgets. Pure painting.
namespace quntai::controls {

/// At most one Primary button per column of a page.
enum class ButtonKind : quint8 { Secondary, Primary, Danger, Quiet, Link };

struct ButtonState
{
    bool enabled = true;
    bool hovered = false;
    bool pressed = false;
    bool checked = false;
};

struct ButtonColors
{
    QColor fill, border, text;
};

ButtonColors buttonColors(const Theme &theme, ButtonKind kind, const ButtonState &state);
ButtonState stateOf(const QStyleOption &option);

void paintButtonPanel(QPainter &painter, const Theme &theme, const QRect &rect, ButtonKind kind,
                      const ButtonState &state);
/// Field frame; focused ones have a 2 px border.focus inside.
void paintField(QPainter &painter, const Theme &theme, const QRect &rect, bool focused,
                bool enabled);
/// Ring of 2 px with a 1 px gap around what is inside `outer` (3 px in).
void paintFocusRing(QPainter &painter, const Theme &theme, const QRectF &outer,
                    qreal cornerRadius = radius::control);
void paintInnerFocus(QPainter &painter, const Theme &theme, const QRectF &rect);
void paintCheck(QPainter &painter, const Theme &theme, const QStyleOption &option);
void paintRadio(QPainter &painter, const Theme &theme, const QStyleOption &option);
void paintScrollBar(QPainter &painter, const Theme &theme, const QStyleOptionSlider &option,
                    const QRect &slider);
void paintComboBox(QPainter &painter, const Theme &theme, const QStyleOptionComboBox &option);
void paintSpinBox(QPainter &painter, const Theme &theme, const QStyleOptionSpinBox &option,
                  const QRect &up, const QRect &down);
void paintProgress(QPainter &painter, const Theme &theme, const QStyleOptionProgressBar &option);

} // namespace quntai::controls
