// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pictures/pictureviewer.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kStep = 1.25;
constexpr int kMargin = 48;
constexpr int kArrow = 60;

} // namespace

PictureViewer::PictureViewer(ThemeHost &host, const QString &name, QWidget *over)
    : QWidget(over->window()), m_host(host), m_name(visibleText(name, 80)),
      m_close(new IconButton(host, Icon::X, tr("Close the picture"), this)),
      m_before(QApplication::focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_name.isEmpty() ? tr("Picture") : m_name);
    m_picture.state = Picture::State::Coming;
    m_close->setKeyHint(u"Esc"_s);
    connect(m_close, &IconButton::clicked, this, &PictureViewer::finish);
    connect(&host, &ThemeHost::changed, this, qOverload<>(&QWidget::update));
    parentWidget()->installEventFilter(this);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus();
}

void PictureViewer::setPicture(const Picture &picture)
{
    m_picture = picture;
    setAccessibleDescription(sentence());
    fit();
}

QString PictureViewer::sentence() const
{
    switch (m_picture.state) {
    case Picture::State::Unknown:
    case Picture::State::Coming:
        return tr("The picture is coming…");
    case Picture::State::Failed:
        return m_picture.why;
    case Picture::State::Ready:
        break;
    }
    return tr("%1 × %2 · %3 %")
        .arg(m_picture.whole.width())
        .arg(m_picture.whole.height())
        .arg(qRound(m_zoom * m_picture.image.width() * 100.0 / qMax(1, m_picture.whole.width())));
}

qreal PictureViewer::fitZoom() const
{
    const QSizeF room = QSizeF(size()) - QSizeF(2 * kMargin, 2 * kMargin);
    const QSizeF image = m_picture.image.size();
    if (image.isEmpty())
        return 1;
    return qBound(leastZoom,
                  qMin(1.0, qMin(room.width() / image.width(), room.height() / image.height())),
                  mostZoom);
}

void PictureViewer::fit()
{
    m_fitted = true;
    m_zoom = fitZoom();
    m_centre = QRectF(rect()).center();
    update();
}

QRectF PictureViewer::pictureRect() const
{
    QRectF area(QPointF(), QSizeF(m_picture.image.size()) * m_zoom);
    area.moveCenter(m_centre);
    return area;
}

/// What lies at a point stays there.
void PictureViewer::zoomTo(qreal zoom, const QPointF &at)
{
    const qreal next = qBound(leastZoom, zoom, mostZoom);
    m_centre = at + (m_centre - at) * (next / m_zoom);
    m_zoom = next;
    m_fitted = false;
    moveBy({});
}

/// At least a corner of the picture stays within reach.
void PictureViewer::moveBy(const QPointF &by)
{
    const QSizeF half = QSizeF(m_picture.image.size()) * m_zoom / 2;
    const auto bound = [](qreal value, qreal reach, qreal room) {
        return qBound(kMargin - reach, value, room - kMargin + reach);
    };
    m_centre += by;
    m_centre = {bound(m_centre.x(), half.width(), width()),
                bound(m_centre.y(), half.height(), height())};
    update();
}

void PictureViewer::finish()
{
    if (m_before)
        m_before->setFocus();
    close();
}

bool PictureViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

/// What lies under it is covered: Tab stays here.
bool PictureViewer::focusNextPrevChild(bool)
{
    (m_close->hasFocus() ? static_cast<QWidget *>(this) : m_close)->setFocus(Qt::TabFocusReason);
    return true;
}

void PictureViewer::resizeEvent(QResizeEvent *)
{
    m_close->adjustSize();
    m_close->move(width() - m_close->width() - space::x3, space::x3);
    if (m_fitted)
        fit();
    else
        moveBy({});
}

void PictureViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_host.theme();
    painter.fillRect(rect(), theme.color(ColorRole::SurfaceWindow));
    if (m_picture.isReady()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_zoom < 2);
        painter.drawImage(pictureRect(), m_picture.image);
    }
    const QFont &font = theme.font(TextRole::Caption);
    const QRect head(space::x4, space::x3, m_close->x() - 2 * space::x4, component::buttonHeight);
    const int used = paintText(painter, head, m_name, theme.boldFont(TextRole::Caption),
                               theme.color(ColorRole::TextPrimary));
    const int x = m_name.isEmpty() ? 0 : used + space::x3;
    if (m_picture.isReady())
        paintText(painter, head.adjusted(x, 0, 0, 0), sentence(), font,
                  theme.color(ColorRole::TextSecondary));
    else
        paintText(painter, rect(), sentence(), theme.font(TextRole::Message),
                  theme.color(ColorRole::TextSecondary), Qt::AlignHCenter);
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(rect()).center();
    switch (event->key()) {
    case Qt::Key_Escape:
        finish();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomTo(m_zoom * kStep, middle);
        break;
    case Qt::Key_Minus:
        zoomTo(m_zoom / kStep, middle);
        break;
    case Qt::Key_0:
        fit();
        break;
    case Qt::Key_1:
        zoomTo(1, middle);
        break;
    case Qt::Key_Left:
        moveBy({kArrow, 0});
        break;
    case Qt::Key_Right:
        moveBy({-kArrow, 0});
        break;
    case Qt::Key_Up:
        moveBy({0, kArrow});
        break;
    case Qt::Key_Down:
        moveBy({0, -kArrow});
        break;
    default:
        break;
    }
    // The window's own keys would act on what cannot be seen.
    event->accept();
}

void PictureViewer::wheelEvent(QWheelEvent *event)
{
    zoomTo(m_zoom * std::pow(kStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void PictureViewer::mousePressEvent(QMouseEvent *event)
{
    if (!pictureRect().contains(event->position())) {
        finish();
        return;
    }
    m_dragging = true;
    m_dragged = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void PictureViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    m_fitted = false;
    moveBy(event->position() - std::exchange(m_dragged, event->position()));
}

void PictureViewer::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    unsetCursor();
}

void PictureViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_fitted)
        zoomTo(qMax(1.0, m_zoom * 2), event->position());
    else
        fit();
}

} // namespace quntai
