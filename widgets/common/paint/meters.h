// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/theme.h"

#include <QList>
#include <QSize>
#include <QString>

class QPainter;

namespace quntai {

/// Confidence is blue and a length, emotion is warm and a number; they never swap.

/// A ring that runs down clockwise. `permille` is what is left, 0–1000. `rect` 14 or 16 square.
/// It always stands beside digits.
void paintRing(QPainter &painter, const Theme &theme, const QRectF &rect, int permille,
               const QColor &color);

/// Colour of a deadline's ring and digits by what is left of it: calm, warning, danger.
ColorRole deadlineRole(int permilleLeft);

/// "0.93" from 930.
QString confidenceText(int permille);

/// Bar 56×4 with a tick at the threshold, then two decimals.
QSize confidenceSize(const Theme &theme);
void paintConfidence(QPainter &painter, const Theme &theme, const QRect &rect, int permille,
                     int threshold = meter::confidenceThreshold);
/// The bare bar, as wide as `rect`, 4 px high in its middle. `threshold` < 0: no tick.
void paintConfidenceBar(QPainter &painter, const Theme &theme, const QRectF &rect, int permille,
                        int threshold = meter::confidenceThreshold);

/// A bare bar in any colour: reasons of a decision, budgets.
void paintBar(QPainter &painter, const Theme &theme, const QRectF &rect, int permille,
              const QColor &color);

/// Level 0–100 and its change over the last three turns; an arrow from ±6 on.
struct EmotionSpec
{
    int level = 0;
    int trend = 0;
};

/// "82↑"
QString emotionText(const EmotionSpec &emotion);
/// Face 14 px and number; bold from 70 on, danger from 80 on.
QSize emotionSize(const Theme &theme, const EmotionSpec &emotion);
void paintEmotion(QPainter &painter, const Theme &theme, const QRect &rect,
                  const EmotionSpec &emotion);

/// A small curve of levels 0–100 with the alert line, last point marked.
void paintSpark(QPainter &painter, const Theme &theme, const QRectF &rect, const QList<int> &levels,
                int alert = meter::emotionAlert);

} // namespace quntai
