// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pictures/pictureviewer.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/pictures/picturetext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
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
      m_previous(new IconButton(host, Icon::Left, tr("The picture before"), this)),
      m_next(new IconButton(host, Icon::Right, tr("The picture after"), this)),
      m_words(new PictureText(host, this)),
      m_before(QApplication::focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_name.isEmpty() ? tr("Picture") : m_name);
    m_picture.state = Picture::State::Coming;
    m_close->setKeyHint(u"Esc"_s);
    m_previous->setKeyHint(tr("Page Up"));
    m_next->setKeyHint(tr("Page Down"));
    connect(m_close, &IconButton::clicked, this, &PictureViewer::finish);
    connect(m_previous, &IconButton::clicked, this, [this] { step(-1); });
    connect(m_next, &IconButton::clicked, this, [this] { step(1); });
    setSteps(false, false);
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

void PictureViewer::setName(const QString &name)
{
    m_name = visibleText(name, 80);
    m_picture = {};
    m_picture.state = Picture::State::Coming;
    setAccessibleName(m_name.isEmpty() ? tr("Picture") : m_name);
    setWords({});
    fit();
}

void PictureViewer::setSteps(bool before, bool after)
{
    m_previous->setVisible(before || after);
    m_next->setVisible(before || after);
    m_previous->setEnabled(before);
    m_next->setEnabled(after);
}

void PictureViewer::setWords(const QString &words)
{
    m_words->setWords(words);
    m_words->setVisible(!words.isEmpty());
    resizeEvent(nullptr);
}

void PictureViewer::step(int by)
{
    const bool there = by < 0 ? m_previous->isEnabled() : m_next->isEnabled();
    if (there)
        emit stepWanted(by);
}

/// What the picture may take.
QRect PictureViewer::room() const
{
    return m_words->isHidden() ? rect() : rect().adjusted(0, 0, -m_words->width(), 0);
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
    const QSizeF room = QSizeF(this->room().size()) - QSizeF(2 * kMargin, 2 * kMargin);
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
    m_centre = QRectF(room()).center();
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
    m_centre = {bound(m_centre.x(), half.width(), room().width()),
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

QList<QWidget *> PictureViewer::stops() const
{
    QList<QWidget *> all{const_cast<PictureViewer *>(this), m_previous, m_next, m_words->text(),
                         m_words->copyButton(), m_close};
    all.removeIf([this](const QWidget *stop) {
        return stop != this && (!stop->isVisible() || !stop->isEnabled());
    });
    return all;
}

/// What lies under it is covered: Tab stays here.
bool PictureViewer::focusNextPrevChild(bool next)
{
    const QList<QWidget *> all = stops();
    const auto at = qMax<qsizetype>(0, all.indexOf(QApplication::focusWidget()));
    const auto to = (at + (next ? 1 : all.size() - 1)) % all.size();
    all[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void PictureViewer::resizeEvent(QResizeEvent *)
{
    m_close->adjustSize();
    m_close->move(width() - m_close->width() - space::x3, space::x3);
    const int beside = qBound(220, width() / 4, 360);
    m_words->setGeometry(width() - beside, m_close->geometry().bottom() + space::x3, beside,
                         height() - m_close->geometry().bottom() - space::x3);
    for (IconButton *button : {m_previous, m_next})
        button->adjustSize();
    const int middle = (height() - m_next->height()) / 2;
    m_previous->move(space::x3, middle);
    m_next->move(room().width() - m_next->width() - space::x3, middle);
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
        paintText(painter, room(), sentence(), theme.font(TextRole::Message),
                  theme.color(ColorRole::TextSecondary), Qt::AlignHCenter);
}

/// Arrows move what is larger than the window; while all of it is seen there is nothing to move.
bool PictureViewer::moveByKey(int key)
{
    if (m_fitted && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        step(key == Qt::Key_Left ? -1 : 1);
        return true;
    }
    const QPointF by = key == Qt::Key_Left ? QPointF(kArrow, 0)
        : key == Qt::Key_Right             ? QPointF(-kArrow, 0)
        : key == Qt::Key_Up                ? QPointF(0, kArrow)
        : key == Qt::Key_Down              ? QPointF(0, -kArrow)
                                           : QPointF();
    if (by.isNull())
        return false;
    m_fitted = false;
    moveBy(by);
    return true;
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    const QPointF middle = QRectF(room()).center();
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
    case Qt::Key_PageUp:
        step(-1);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        step(1);
        break;
    default:
        (void)moveByKey(event->key());
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
