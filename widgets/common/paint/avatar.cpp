// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/avatar.h"

#include "widgets/common/paint/textpaint.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kDot = 8;
constexpr qsizetype kNameScan = 64;

void paintShape(QPainter &painter, const QRect &rect, AvatarShape shape, const QColor &fill)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    if (shape == AvatarShape::Person)
        painter.drawEllipse(rect);
    else
        painter.drawRoundedRect(rect, radius::avatarGroup, radius::avatarGroup);
}

void paintRingAround(QPainter &painter, const QRect &rect, const QColor &gap, const QColor &line)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(gap, 1));
    painter.drawEllipse(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setPen(QPen(line, 1));
    painter.drawEllipse(QRectF(rect).adjusted(-1.5, -1.5, 1.5, 1.5));
}

void paintCornerDot(QPainter &painter, const Theme &theme, const QRect &rect, PresenceMark presence,
                    ColorRole behind)
{
    const QRectF dot(rect.right() + 2 - kDot, rect.bottom() + 2 - kDot, kDot, kDot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(behind));
    painter.drawEllipse(dot.adjusted(-2, -2, 2, 2));
    paintPresence(painter, theme, dot, presence);
}

} // namespace

QString avatarInitial(const QString &name)
{
    const QString start = name.left(kNameScan);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, start);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
        const QString shown = start.sliced(from, to - from);
        if (shown.front().isLetterOrNumber() || shown.front().isHighSurrogate())
            return shown.left(8).toUpper();
        from = to;
    }
    return u"?"_s;
}

void paintAvatar(QPainter &painter, const Theme &theme, const QRect &rect, const AvatarSpec &avatar,
                 ColorRole behind)
{
    painter.save();
    const ToneColors tone = theme.tone(avatar.tone);
    const bool ours = avatar.tone == Tone::Bot || avatar.tone == Tone::Agent;
    paintShape(painter, rect, avatar.shape,
               ours ? tone.solid : theme.color(ColorRole::CustomerBorder));
    const QColor ink = ours ? tone.on : theme.color(ColorRole::CustomerFg);
    if (avatar.tone == Tone::Bot) {
        const int size = rect.width() >= component::avatar ? component::icon : component::iconTiny;
        theme.paintIcon(painter, rect, Icon::Bot, ink, size);
    } else {
        QFont font = theme.font(TextRole::Caption);
        if (rect.width() < 24)
            font.setPixelSize(11);
        else if (rect.width() >= 36)
            font.setPixelSize(14);
        paintText(painter, rect, avatarInitial(avatar.name), font, ink, Qt::AlignHCenter);
    }
    if (avatar.ring)
        paintRingAround(painter, rect, theme.color(behind), theme.color(ColorRole::AgentSolid));
    if (avatar.presence)
        paintCornerDot(painter, theme, rect, *avatar.presence, behind);
    painter.restore();
}

QColor presenceColor(const Theme &theme, PresenceMark presence)
{
    switch (presence) {
    case PresenceMark::Online:
        return theme.color(ColorRole::SuccessSolid);
    case PresenceMark::Busy:
        return theme.color(ColorRole::WarningSolid);
    case PresenceMark::Problem:
        return theme.color(ColorRole::DangerSolid);
    case PresenceMark::Offline:
        break;
    }
    return theme.color(ColorRole::TextDisabled);
}

void paintPresence(QPainter &painter, const Theme &theme, const QRectF &rect, PresenceMark presence)
{
    QRectF dot(0, 0, kDot, kDot);
    dot.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(presenceColor(theme, presence));
    painter.drawEllipse(dot);
    painter.restore();
}

} // namespace quntai
