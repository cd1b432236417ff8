// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QString>

class QPainter;

namespace quntai {

/// Single lines of plain text: measured, shortened, painted. Text may come from outside; hidden
/// characters are marked (plaintext.h) and length is bounded. GUI thread.

/// Width of `text` as drawn by paintText, in device-independent pixels, rounded up.
int textWidth(const QFont &font, const QString &text);

/// `text` made visible and shortened with "…" to fit `width`. Never wider than `width`; a width
/// too small for one character and the "…" gives an empty text.
QString elidedText(const QFont &font, const QString &text, int width,
                   Qt::TextElideMode mode = Qt::ElideRight);

/// Paints one line, vertically centred in `rect`, shortened to its width.
/// Returns the width that was used.
int paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment = Qt::AlignLeft);

/// The same in a role of the theme.
int paintText(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &text,
              TextRole font = TextRole::Ui, ColorRole color = ColorRole::TextPrimary,
              Qt::Alignment alignment = Qt::AlignLeft);

/// Filled box with an optional border of one device pixel inside `rect`.
void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
              const QColor &border = {}, Qt::PenStyle style = Qt::SolidLine);

/// One device pixel high or wide, at every scale.
void paintHLine(QPainter &painter, qreal left, qreal right, qreal y, const QColor &color);
void paintVLine(QPainter &painter, qreal x, qreal top, qreal bottom, const QColor &color);

} // namespace quntai
