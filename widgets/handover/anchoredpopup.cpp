// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/anchoredpopup.h"

#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int width_ = 400;
constexpr int margin = 12;
constexpr int gapToAnchor = 6;

} // namespace

AnchoredPopup::AnchoredPopup(ThemeHost &host, const QString &title, QWidget *parent)
    : ThemedWidget(host, parent), m_content(new QVBoxLayout)
{
    setAccessibleName(title);
    auto *head = new QHBoxLayout;
    auto *close = new IconButton(host, Icon::X, tr("Close; the text is kept"), this);
    close->setSmall(true);
    close->setKeyHint(u"Esc"_s);
    connect(close, &IconButton::clicked, this, &AnchoredPopup::dismiss);
    head->addWidget(new PlainLabel(host, title, TextRole::UiStrong, ColorRole::TextPrimary, this),
                    1);
    head->addWidget(close);
    m_content->setSpacing(space::x2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, space::x2, space::x3, space::x3);
    column->setSpacing(space::x2);
    column->addLayout(head);
    column->addLayout(m_content);
    hide();
}

void AnchoredPopup::openAbove(QWidget *anchor)
{
    if (m_anchor)
        m_anchor->removeEventFilter(this);
    if (parentWidget() != anchor->window()) {
        if (auto *old = parentWidget())
            old->removeEventFilter(this);
        setParent(anchor->window());
    }
    m_anchor = anchor;
    anchor->installEventFilter(this);
    anchor->window()->installEventFilter(this);
    show();
    raise();
    place();
    firstField()->setFocus(Qt::PopupFocusReason);
}

void AnchoredPopup::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT dismissed();
}

void AnchoredPopup::place()
{
    if (!m_anchor || isHidden())
        return;
    const auto room = m_anchor->window()->rect().adjusted(margin, margin, -margin, -margin);
    const int wide = std::min(width_, room.width());
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wide)
                                                     : layout()->totalSizeHint().height();
    const auto topRight = m_anchor->mapTo(m_anchor->window(), QPoint(m_anchor->width(), 0));
    const int high = std::min(wanted, room.height());
    const int left = std::clamp(topRight.x() - margin - wide, room.left(),
                                std::max(room.left(), room.right() - wide));
    int top = topRight.y() - gapToAnchor - high;
    if (top < room.top()) {
        const int below = topRight.y() + m_anchor->height() + gapToAnchor;
        top = below + high <= room.bottom() ? below : room.top();
    }
    setGeometry(left, top, wide, high);
}

bool AnchoredPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Hide && watched == m_anchor)
        dismiss(); // what it belongs to is not on screen any more; its text is kept
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move
        || event->type() == QEvent::LayoutRequest)
        place();
    return ThemedWidget::eventFilter(watched, event);
}

void AnchoredPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        ThemedWidget::keyPressEvent(event);
}

void AnchoredPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::popup, theme().color(ColorRole::SurfaceOverlay),
             theme().color(ColorRole::BorderStrong));
}

} // namespace quntai
