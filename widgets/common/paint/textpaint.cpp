// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/textpaint.h"

#include "widgets/common/paint/plaintext.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPainter>
#include <QStaticText>

namespace quntai {

namespace {
constexpr int kElideTries = 8;
} // namespace

namespace {

struct LineKey
{
    QString text;
    QFont font;
    int width;

    bool operator==(const LineKey &) const = default;
};

size_t qHash(const LineKey &key, size_t seed)
{
    return qHashMulti(seed, key.text, key.font.pixelSize(), int(key.font.weight()),
                      key.font.underline(), key.width);
}

/// One line, shortened and shaped.
struct Line
{
    QStaticText words;
    int width = 0;
};

/// Shaping a line costs ten times what drawing it costs, and the same lines are drawn again and
/// again while a list scrolls: the last ones are kept. GUI thread, like all painting.
const Line *lineOf(const QFont &font, const QString &text, int width)
{
    constexpr int kept = 4000;
    static QCache<LineKey, Line> cache(kept);
    // A text of many kilobytes is not worth keeping, nor hashing twice.
    const LineKey key{text.left(kMaxLineText + 1), font, width};
    if (const Line *known = cache.object(key))
        return known;
    const QString shown = elidedText(font, text, width);
    auto *line = new Line;
    line->width = qCeil(QFontMetricsF(font).horizontalAdvance(shown));
    line->words.setTextFormat(Qt::PlainText);
    line->words.setText(shown);
    line->words.prepare({}, font);
    cache.insert(key, line);
    return line;
}

} // namespace

int textWidth(const QFont &font, const QString &text)
{
    return qCeil(QFontMetricsF(font).horizontalAdvance(visibleText(text)));
}

QString elidedText(const QFont &font, const QString &text, int width, Qt::TextElideMode mode)
{
    if (width <= 0)
        return {};
    const QFontMetricsF metrics(font);
    const QString shown = visibleText(text);
    if (metrics.horizontalAdvance(shown) <= width)
        return shown;
    // Qt measures the pieces it joins; contextual spacing can make the whole a little wider.
    qreal room = width;
    for (int i = 0; i < kElideTries && room > 0; ++i) {
        const QString shortened = metrics.elidedText(shown, mode, room);
        const qreal over = metrics.horizontalAdvance(shortened) - width;
        if (over <= 0)
            return shortened;
        room -= qMax(over, 1.0);
    }
    return {};
}

int paintText(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
              const QColor &color, Qt::Alignment alignment)
{
    const Line *line = lineOf(font, text, qFloor(rect.width()));
    if (!line || line->width == 0)
        return 0;
    painter.setFont(font);
    painter.setPen(color);
    qreal x = rect.left();
    if (alignment & Qt::AlignHCenter)
        x += (rect.width() - line->width) / 2;
    else if (alignment & Qt::AlignRight)
        x += rect.width() - line->width;
    const qreal y = rect.top() + (rect.height() - line->words.size().height()) / 2;
    painter.drawStaticText(QPointF(x, y), line->words);
    return line->width;
}

int paintText(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &text,
              TextRole font, ColorRole color, Qt::Alignment alignment)
{
    return paintText(painter, rect, text, theme.font(font), theme.color(color), alignment);
}

void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill,
              const QColor &border, Qt::PenStyle style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!border.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    } else {
        QPen pen(border, 1, style);
        pen.setCosmetic(true);
        if (style != Qt::SolidLine)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const qreal half = 0.5 / painter.device()->devicePixelRatio();
        const QRectF line = rect.adjusted(half, half, -half, -half);
        painter.drawRoundedRect(line, radius - half, radius - half);
    }
    painter.restore();
}

void paintHLine(QPainter &painter, qreal left, qreal right, qreal y, const QColor &color)
{
    const qreal thick = 1 / painter.device()->devicePixelRatio();
    painter.fillRect(QRectF(left, y, right - left, thick), color);
}

void paintVLine(QPainter &painter, qreal x, qreal top, qreal bottom, const QColor &color)
{
    const qreal thick = 1 / painter.device()->devicePixelRatio();
    painter.fillRect(QRectF(x, top, thick, bottom - top), color);
}

} // namespace quntai
