// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/picturepainter.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace quntai {

namespace {

bool isSmall(const QRect &place)
{
    return place.height() <= component::thumbHeight;
}

void paintImage(QPainter &painter, const Theme &theme, const QRect &place, const QImage &image)
{
    const QRect area = pictureArea(place, image.size());
    // A small place is filled: what lies over its edges is cut off.
    const QSizeF shown = QSizeF(area.size()).scaled(image.size(), Qt::KeepAspectRatio);
    QRectF part(QPointF(), shown);
    part.moveCenter(QRectF(image.rect()).center());
    painter.save();
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(area, radius::control, radius::control);
    painter.setClipPath(outline, Qt::IntersectClip);
    // Transparent pictures are made for paper.
    painter.fillRect(area, theme.color(ColorRole::SurfaceSunken));
    painter.drawImage(area, image, part);
    painter.restore();
    paintBox(painter, area, radius::control, {}, theme.color(ColorRole::BorderSubtle));
}

void paintWords(QPainter &painter, const Theme &theme, const QRect &place, Icon icon,
                ColorRole role, const QString &words)
{
    paintBox(painter, place, radius::control, theme.color(ColorRole::SurfaceSunken),
             theme.color(ColorRole::BorderSubtle));
    const int line = theme.lineHeight(TextRole::Caption);
    const QRect inner = place.adjusted(4, 4, -4, -4);
    const QRect lower(inner.left(), inner.bottom() + 1 - 2 * line, inner.width(), 2 * line);
    const QRect upper(inner.left(), inner.top(), inner.width(), inner.height() - 2 * line);
    theme.paintIcon(painter, upper, icon, role,
                    isSmall(place) ? component::icon : component::iconNav);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.color(role));
    painter.drawText(lower, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
}

} // namespace

QRect pictureArea(const QRect &place, const QSize &picture)
{
    if (isSmall(place) || picture.isEmpty())
        return place;
    const QSize fitting = picture.width() <= place.width() && picture.height() <= place.height()
        ? picture
        : picture.scaled(place.size(), Qt::KeepAspectRatio);
    return QRect(place.topLeft(), fitting.expandedTo({24, 24}).boundedTo(place.size()));
}

void paintWordLines(QPainter &painter, const Theme &theme, const QRect &rect, const QString &from,
                    const QString &words)
{
    const QFont font = theme.font(TextRole::Caption);
    const QString whole = from + u' ' + words;
    QTextLayout flow(whole, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    flow.setTextOption(option);
    flow.beginLayout();
    const int height = theme.lineHeight(TextRole::Caption);
    for (int y = rect.top(); y + height <= rect.bottom() + 1; y += height) {
        QTextLine line = flow.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool last = y + 2 * height > rect.bottom() + 1;
        const QString shown = last ? elidedText(font, whole.mid(line.textStart()), rect.width())
                                   : whole.mid(line.textStart(), line.textLength());
        const QRect place(rect.left(), y, rect.width(), height);
        paintText(painter, place, shown, font, theme.color(ColorRole::TextSecondary),
                  Qt::AlignLeft | Qt::AlignVCenter);
        if (line.textStart() == 0)
            paintText(painter, place, from, font, theme.color(ColorRole::AccentFg),
                      Qt::AlignLeft | Qt::AlignVCenter);
    }
    flow.endLayout();
}

void paintPicturePlace(QPainter &painter, const Theme &theme, const QRect &rect,
                       const AttachmentBox &box, const RowState &state)
{
    const Picture picture = state.pictures && !box.sha256.isEmpty()
        ? state.pictures->thumbnail(box.sha256)
        : Picture();
    if (picture.isReady())
        paintImage(painter, theme, rect, picture.image);
    else if (picture.state == Picture::State::Failed)
        paintWords(painter, theme, rect, Icon::Warn, ColorRole::DangerFg, picture.why);
    else
        paintWords(painter, theme, rect, Icon::Image, ColorRole::TextTertiary, box.detail);
}

} // namespace quntai
