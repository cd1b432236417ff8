// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/rowwords.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDragScrollMs = 30;

bool isClickable(RowAction action)
{
    return action != RowAction::None && action != RowAction::Body && action != RowAction::File;
}

bool hasToolTip(RowAction action)
{
    return isClickable(action) || action == RowAction::File;
}

} // namespace

bool TimelineView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Leave:
        m_pointer = {-1, -1};
        clearHover();
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineView::showToolTip(const QPoint &point, const QPoint &global)
{
    const RowHit hit = hitAt(point);
    const qsizetype row = m_flow.rowAt(point.y());
    const QString text = row < 0 || !hasToolTip(hit.action)
        ? QString()
        : rowToolTip(m_flow.laid(row)->content, hit);
    // A tooltip guesses whether it is given markup; names from outside must not be guessed about.
    const QString plain = text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QToolTip::showText(global, text.isEmpty() ? QString() : u"<qt>%1</qt>"_s.arg(plain), this);
    return true;
}

RowHit TimelineView::hitAt(const QPoint &point) const
{
    const qsizetype row = m_flow.rowAt(point.y());
    const LaidRowPtr laid = row < 0 ? nullptr : m_flow.laid(row);
    if (!laid)
        return {};
    const QPoint inside = point - QPoint(0, int(m_flow.topOf(row)));
    return hitRow(laid->content, laid->layout, inside, row == m_hoverRow);
}

void TimelineView::updateRow(qsizetype row)
{
    if (row >= 0)
        viewport()->update(rowRect(row).adjusted(0, -4, 0, 4));
}

void TimelineView::setHover(const QPoint &point)
{
    m_pointer = point;
    const qsizetype row = viewport()->rect().contains(point) ? m_flow.rowAt(point.y()) : -1;
    if (row != m_hoverRow) {
        updateRow(m_hoverRow);
        m_hoverRow = row;
        updateRow(row);
    }
    const RowHit hit = hitAt(point);
    if (hit != m_hover) {
        m_hover = hit;
        updateRow(row);
    }
    viewport()->setCursor(hit.action == RowAction::Body ? Qt::IBeamCursor
                              : isClickable(hit.action) ? Qt::PointingHandCursor
                                                        : Qt::ArrowCursor);
}

void TimelineView::clearHover()
{
    updateRow(m_hoverRow);
    m_hoverRow = -1;
    m_hover = {};
}

TextSelection::Point TimelineView::textPointAt(const QPoint &point) const
{
    const QList<RowFlow::Placed> rows = m_flow.visible();
    for (const RowFlow::Placed &placed : rows) {
        const bool last = placed.row == rows.last().row;
        if (!last && point.y() >= placed.y + placed.laid->layout.height)
            continue;
        const RowLayout &at = placed.laid->layout;
        const QPoint inText = point - QPoint(at.text.left(), placed.y + at.text.top());
        if (inText.y() < 0)
            return {placed.row, 0};
        if (inText.y() > at.text.height())
            return {placed.row, int(at.body.shown().size())};
        return {placed.row, at.body.positionAt(inText)};
    }
    return {};
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_keyboard = false;
    m_press = event->position().toPoint();
    setHover(m_press);
    m_pressed = m_hover;
    setCurrent(m_hoverRow);
    m_selectedFrom = QPersistentModelIndex();
    if (beginDrag(m_press))
        return;
    if (!isClickable(m_pressed.action)) {
        const TextSelection::Point at = textPointAt(m_press);
        if (event->modifiers() & Qt::ShiftModifier && !m_selection.isEmpty())
            m_selection.extend(at);
        else
            m_selection.start(at);
        m_dragging = true;
        viewport()->update();
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->buttons().testFlag(Qt::LeftButton) && continueDrag(point))
        return;
    if (!m_dragging) {
        setHover(point);
        return;
    }
    m_pointer = point;
    if (!viewport()->rect().contains(point) && !m_dragScroll.isActive())
        m_dragScroll.start(kDragScrollMs, this);
    else if (viewport()->rect().contains(point))
        m_dragScroll.stop();
    dragTo(point);
}

void TimelineView::dragTo(const QPoint &point)
{
    m_selection.extend(textPointAt(point));
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragScroll.stop();
    const bool dragged = std::exchange(m_dragging, false);
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || finishDrag())
        return;
    if (dragged && QApplication::clipboard()->supportsSelection() && !m_selection.isEmpty())
        QApplication::clipboard()->setText(selected(), QClipboard::Selection);
    setHover(point);
    if (!dragged && m_hover == m_pressed && isClickable(m_hover.action))
        perform(m_hoverRow, m_hover);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const RowHit hit = hitAt(point);
    const qsizetype row = m_flow.rowAt(point.y());
    if (hit.action != RowAction::Body || row < 0) {
        mousePressEvent(event);
        return;
    }
    const LaidRowPtr laid = m_flow.laid(row);
    const auto [start, end] = laid->layout.body.wordAt(textPointAt(point).position);
    m_selection.set({row, start}, {row, end});
    viewport()->update();
}

} // namespace quntai
