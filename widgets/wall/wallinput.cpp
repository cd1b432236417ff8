// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do on the wall.
#include "widgets/wall/wallview.h"

#include "widgets/common/tooltip.h"
#include "widgets/wall/tilewords.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace quntai {

namespace {

std::optional<WallGrid::Move> moveOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return WallGrid::Move::Left;
    case Qt::Key_Right: return WallGrid::Move::Right;
    case Qt::Key_Up: return WallGrid::Move::Up;
    case Qt::Key_Down: return WallGrid::Move::Down;
    case Qt::Key_Home: return WallGrid::Move::First;
    case Qt::Key_End: return WallGrid::Move::Last;
    default: return std::nullopt;
    }
}

} // namespace

WallView::Spot WallView::spotAt(const QPoint &at) const
{
    const int row = m_grid.tileAt(at + QPoint(0, top()));
    if (row < 0 || !viewport()->rect().contains(at))
        return {};
    Spot spot{m_groups.at(row)};
    const auto layout = layoutOf(row);
    for (int i = 0; i < wallVerbCount; ++i) {
        if (layout.verbs[size_t(i)].contains(at))
            spot.verb = static_cast<WallVerb>(i);
    }
    return spot;
}

void WallView::point(const Spot &spot)
{
    if (spot == m_spot)
        return;
    const auto before = std::exchange(m_spot, spot);
    updateTile(before.group);
    updateTile(spot.group);
    viewport()->setCursor(spot.group.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

bool WallView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
        m_inside = true;
        updateTile(m_current);
        break;
    case QEvent::Leave:
        m_inside = false;
        updateTile(m_current);
        point({});
        touch();
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        return toolTipAt(help->pos(), help->globalPos());
    }
    default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool WallView::toolTipAt(const QPoint &at, const QPoint &global)
{
    const auto spot = spotAt(at);
    const auto *tile = m_model.tiles().find(spot.group);
    if (!tile) {
        QToolTip::hideText();
        return true;
    }
    QString text = tileSentence(*tile, m_model.now());
    if (spot.verb) {
        text = m_whyNot ? m_whyNot(*tile, *spot.verb) : QString();
        if (text.isEmpty())
            text = verbConsequence(*spot.verb, *tile);
    }
    QToolTip::showText(global, plainToolTip(text), viewport());
    return true;
}

void WallView::mouseMoveEvent(QMouseEvent *event)
{
    m_inside = true;
    point(spotAt(event->position().toPoint()));
}

void WallView::mousePressEvent(QMouseEvent *event)
{
    const auto spot = spotAt(event->position().toPoint());
    point(spot);
    if (spot.group.isEmpty())
        return;
    makeCurrent(spot.group, false);
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = spot;
    updateTile(spot.group);
}

void WallView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto pressed = std::exchange(m_pressed, {});
    updateTile(pressed.group);
    if (event->button() != Qt::LeftButton || pressed.group.isEmpty()
        || pressed != spotAt(event->position().toPoint()))
        return;
    if (pressed.verb)
        act(pressed.group, *pressed.verb);
    else
        Q_EMIT entered(pressed.group);
}

void WallView::act(const GroupId &group, WallVerb verb)
{
    const auto *tile = m_model.tiles().find(group);
    if (tile && (!m_whyNot || m_whyNot(*tile, verb).isEmpty()))
        Q_EMIT verbChosen(group, verb);
}

void WallView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) {
        const auto spot = spotAt(event->pos());
        if (!spot.group.isEmpty())
            Q_EMIT menuWanted(spot.group, event->globalPos());
        return;
    }
    if (const int row = currentRow(); row >= 0)
        Q_EMIT menuWanted(m_current, viewport()->mapToGlobal(tileRect(row).center()));
}

bool WallView::move(int key)
{
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        const auto by = key == Qt::Key_PageUp ? WallGrid::Move::Up : WallGrid::Move::Down;
        int row = m_grid.neighbour(currentRow(), WallGrid::Move::Up);
        row = currentRow() < 0 ? row : currentRow();
        for (int lines = std::max(1, viewport()->height() / m_grid.lineHeight()); lines > 0; --lines)
            row = m_grid.neighbour(row, by);
        makeCurrent(m_groups.value(row), true);
        return true;
    }
    const auto direction = moveOf(key);
    if (!direction)
        return false;
    makeCurrent(m_groups.value(m_grid.neighbour(currentRow(), *direction)), true);
    return true;
}

void WallView::keyPressEvent(QKeyEvent *event)
{
    touch();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (move(event->key()))
        return;
    const bool here = currentRow() >= 0;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (here)
            Q_EMIT entered(m_current);
        return;
    case Qt::Key_Space:
        if (here)
            act(m_current, WallVerb::Watch);
        return;
    default: event->ignore();   // not the scroll bar's: arrows are ours
    }
}

void WallView::makeCurrent(const GroupId &group, bool scroll)
{
    if (group.isEmpty())
        return;
    const auto before = std::exchange(m_current, group);
    updateTile(before);
    updateTile(group);
    const int row = currentRow();
    if (row < 0)
        return;
    if (scroll) {
        const auto rect = m_grid.rectOf(row);
        auto *bar = verticalScrollBar();
        if (rect.top() - WallGrid::topPad < bar->value())
            bar->setValue(rect.top() - WallGrid::topPad);
        else if (rect.bottom() + WallGrid::topPad > bar->value() + viewport()->height())
            bar->setValue(rect.bottom() + WallGrid::topPad - viewport()->height());
    }
    if (before != group && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
}

void WallView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason
        || event->reason() == Qt::OtherFocusReason;
    if (byKey && currentRow() < 0) {
        const int first = m_grid.rowsBetween(top(), top() + viewport()->height()).first;
        const int row = m_grid.isHeader(first) ? first + 1 : first;
        makeCurrent(m_groups.value(row), false);
    }
    updateTile(m_current);
}

void WallView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    updateTile(m_current);
}

} // namespace quntai
