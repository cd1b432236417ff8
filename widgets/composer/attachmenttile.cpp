// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/attachmenttile.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/tooltip.h"
#include "widgets/common/words/attachmentwords.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize tileSize{180, 48};
constexpr int pictureSide = 36;
constexpr int inset = 6;
constexpr int nameShown = 80;

} // namespace

AttachmentTile::AttachmentTile(ThemeHost &host, QWidget *parent)
    : QAbstractButton(parent), m_host(host), m_remove(new IconButton(host, Icon::X, {}, this))
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_remove->setSmall(true);
    m_remove->setFocusPolicy(Qt::NoFocus);
    m_remove->setKeyHint(u"Del"_s);
    connect(m_remove, &IconButton::clicked, this, &AttachmentTile::removeWanted);
    connect(&host, &ThemeHost::changed, this, qOverload<>(&QWidget::update));
}

QSize AttachmentTile::sizeHint() const
{
    return tileSize;
}

void AttachmentTile::setFile(const ComposerFile &file)
{
    m_file = file;
    const auto name = visibleText(file.file.name, nameShown);
    const auto kind = file.file.kind == MessageKind::Image ? tr("Picture") : tr("File");
    setAccessibleName(u"%1 %2, %3"_s.arg(kind, name, detail()));
    m_remove->setName(tr("Take “%1” away").arg(name));
    setPlainToolTip(*this, file.problem.isEmpty() ? name : name + u" · "_s + file.problem);
    update();
}

void AttachmentTile::setThumbnail(const QImage &image)
{
    m_thumbnail = image;
    update();
}

QString AttachmentTile::detail() const
{
    if (m_file.coming)
        return tr("being taken over…");
    return m_file.problem.isEmpty() ? sizeText(m_file.file.bytes) : m_file.problem;
}

void AttachmentTile::resizeEvent(QResizeEvent *)
{
    m_remove->resize(m_remove->sizeHint());
    m_remove->move(width() - m_remove->width() - 2, 2);
}

void AttachmentTile::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: Q_EMIT removeWanted(); return;
    case Qt::Key_Left: Q_EMIT stepWanted(-1); return;
    case Qt::Key_Right: Q_EMIT stepWanted(1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // With Ctrl it means sending what is written; the button would take it as a click.
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
            click();
        else
            event->ignore();
        return;
    default: break;
    }
    QAbstractButton::keyPressEvent(event);
}

void AttachmentTile::paintPicture(QPainter &painter, const QRect &place) const
{
    const auto &look = m_host.theme();
    if (m_thumbnail.isNull()) {
        const bool picture = m_file.file.kind == MessageKind::Image;
        paintBox(painter, QRectF(place), radius::control, look.color(ColorRole::SurfaceSunken));
        look.paintIcon(painter, place, !m_file.problem.isEmpty() ? Icon::Warn
                                           : picture             ? Icon::Image
                                                                 : Icon::Doc,
                       m_file.problem.isEmpty() ? ColorRole::TextSecondary : ColorRole::DangerFg,
                       component::iconNav);
        return;
    }
    QPainterPath outline;
    outline.addRoundedRect(place, radius::control, radius::control);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipPath(outline);
    painter.fillRect(place, look.color(ColorRole::SurfaceSunken));
    QRectF part(QPointF(), QSizeF(place.size()).scaled(m_thumbnail.size(), Qt::KeepAspectRatio));
    part.moveCenter(QRectF(m_thumbnail.rect()).center());
    painter.drawImage(place, m_thumbnail, part);
    painter.restore();
}

void AttachmentTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &look = m_host.theme();
    const bool wrong = !m_file.problem.isEmpty();
    const auto border = hasFocus() ? ColorRole::BorderFocus
        : wrong                    ? ColorRole::DangerBorder
                                   : ColorRole::BorderSubtle;
    paintBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::control,
             look.color(underMouse() ? ColorRole::SurfaceHover : ColorRole::SurfaceBase),
             look.color(border));
    const QRect place(inset, (height() - pictureSide) / 2, pictureSide, pictureSide);
    paintPicture(painter, place);
    const int left = place.right() + 8;
    const int line = look.lineHeight(TextRole::Caption);
    const QRect upper(left, height() / 2 - line, m_remove->x() - left, line);
    const QRect lower(left, height() / 2 + 1, width() - left - inset, line);
    const auto font = look.font(TextRole::Caption);
    const auto name = visibleText(m_file.file.name, nameShown);
    paintText(painter, upper, elidedText(font, name, upper.width(), Qt::ElideMiddle), font,
              look.color(ColorRole::TextPrimary), Qt::AlignLeft | Qt::AlignVCenter);
    paintText(painter, lower, elidedText(font, detail(), lower.width()), font,
              look.color(wrong ? ColorRole::DangerFg : ColorRole::TextTertiary),
              Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace quntai
