// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/meters.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QPainterPath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 6;
constexpr int kFaceGap = 4;
constexpr qreal kRingStroke = 2;
constexpr qreal kTickHeight = 10;

QRectF barRect(const QRectF &rect)
{
    return {rect.left(), rect.center().y() - component::meterBarHeight / 2.0, rect.width(),
            component::meterBarHeight};
}

QFont emotionFont(const Theme &theme, int level)
{
    return level >= meter::emotionAlert ? theme.boldFont(TextRole::Caption)
                                        : theme.font(TextRole::Caption);
}

} // namespace

void paintRing(QPainter &painter, const Theme &theme, const QRectF &rect, int permille,
               const QColor &color)
{
    const qreal inset = kRingStroke / 2 + 0.5;
    const QRectF arc = rect.adjusted(inset, inset, -inset, -inset);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(ColorRole::ConfidenceTrack), kRingStroke));
    painter.drawEllipse(arc);
    QPen pen(color, kRingStroke);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    // Qt counts 1/16 degrees counter-clockwise from three o'clock.
    painter.drawArc(arc, 90 * 16, -qBound(0, permille, 1000) * 360 * 16 / 1000);
    painter.restore();
}

ColorRole deadlineRole(int permilleLeft)
{
    if (permilleLeft < meter::ringDanger)
        return ColorRole::DangerFg;
    return permilleLeft < meter::ringWarning ? ColorRole::WarningFg : ColorRole::TextSecondary;
}

QString confidenceText(int permille)
{
    return QString::number(qBound(0, permille, 1000) / 1000.0, 'f', 2);
}

QSize confidenceSize(const Theme &theme)
{
    const int digits = textWidth(theme.font(TextRole::Caption), u"0.00"_s);
    return {component::confidenceWidth + kGap + digits, theme.lineHeight(TextRole::Caption)};
}

void paintConfidence(QPainter &painter, const Theme &theme, const QRect &rect, int permille,
                     int threshold)
{
    const QRectF bar(rect.left(), rect.top(), component::confidenceWidth, rect.height());
    paintConfidenceBar(painter, theme, bar, permille, threshold);
    const QRectF digits(bar.right() + kGap, rect.top(), rect.right() + 1 - bar.right() - kGap,
                        rect.height());
    paintText(painter, theme, digits, confidenceText(permille), TextRole::Caption,
              ColorRole::TextPrimary);
}

void paintConfidenceBar(QPainter &painter, const Theme &theme, const QRectF &rect, int permille,
                        int threshold)
{
    paintBar(painter, theme, rect, permille, theme.confidence(permille, qMax(threshold, 0)));
    if (threshold < 0)
        return;
    const QRectF bar = barRect(rect);
    const qreal x = qRound(bar.left() + bar.width() * qBound(0, threshold, 1000) / 1000);
    const qreal top = bar.center().y() - kTickHeight / 2;
    painter.fillRect(QRectF(x, top, 1, kTickHeight), theme.color(ColorRole::ConfidenceThreshold));
}

void paintBar(QPainter &painter, const Theme &theme, const QRectF &rect, int permille,
              const QColor &color)
{
    QRectF bar = barRect(rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(ColorRole::ConfidenceTrack));
    painter.drawRoundedRect(bar, radius::bar, radius::bar);
    bar.setWidth(bar.width() * qBound(0, permille, 1000) / 1000);
    painter.setBrush(color);
    painter.drawRoundedRect(bar, radius::bar, radius::bar);
    painter.restore();
}

QString emotionText(const EmotionSpec &emotion)
{
    QString text = QString::number(qBound(0, emotion.level, 100));
    if (qAbs(emotion.trend) >= meter::emotionTrend)
        text += emotion.trend > 0 ? u'↑' : u'↓';
    return text;
}

QSize emotionSize(const Theme &theme, const EmotionSpec &emotion)
{
    const int text = textWidth(emotionFont(theme, emotion.level), emotionText(emotion));
    return {component::iconSmall + kFaceGap + text, theme.lineHeight(TextRole::Caption)};
}

void paintEmotion(QPainter &painter, const Theme &theme, const QRect &rect,
                  const EmotionSpec &emotion)
{
    const QRect face(rect.left(), rect.top(), component::iconSmall, rect.height());
    const bool upset = emotion.level >= meter::emotionAlert;
    theme.paintIcon(painter, face, upset ? Icon::Face : Icon::FaceCalm, ColorRole::TextPrimary,
                    component::iconSmall);
    const QRect text = rect.adjusted(component::iconSmall + kFaceGap, 0, 0, 0);
    paintText(painter, text, emotionText(emotion), emotionFont(theme, emotion.level),
              theme.emotionText(emotion.level));
}

void paintSpark(QPainter &painter, const Theme &theme, const QRectF &rect, const QList<int> &levels,
                int alert)
{
    if (levels.isEmpty())
        return;
    const QRectF area = rect.adjusted(1, 2, -3, -2);
    const auto pointAt = [&](qsizetype i) {
        const qreal step = levels.size() > 1 ? area.width() / qreal(levels.size() - 1) : 0;
        const qreal share = qBound(0, levels[i], 100) / 100.0;
        return QPointF(area.left() + step * qreal(i), area.bottom() - area.height() * share);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal alertY = area.bottom() - area.height() * qBound(0, alert, 100) / 100;
    painter.setPen(QPen(theme.color(ColorRole::BorderStrong), 1, Qt::DotLine));
    painter.drawLine(QPointF(rect.left(), alertY), QPointF(rect.right(), alertY));
    QPainterPath path(pointAt(0));
    for (qsizetype i = 1; i < levels.size(); ++i)
        path.lineTo(pointAt(i));
    const QColor color = theme.emotion(levels.back());
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(pointAt(levels.size() - 1), 2, 2);
    painter.restore();
}

} // namespace quntai
