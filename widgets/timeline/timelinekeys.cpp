// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard in the timeline: the current row, selecting, copying.
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>

#include <limits>

namespace quntai {

void TimelineView::setCurrent(qsizetype row)
{
    if (row == current())
        return;
    updateRow(current());
    m_current =
        row < 0 ? QPersistentModelIndex() : QPersistentModelIndex(m_model->index(int(row), 0));
    updateRow(row);
    emit currentChanged(row);
    if (row >= 0 && QAccessible::isActive()) {
        QAccessibleEvent focus(this, QAccessible::Focus);
        focus.setChild(int(row));
        QAccessible::updateAccessibility(&focus);
    }
}

/// Where a key leads from the current row; -1: it is no key that moves.
qsizetype TimelineView::rowByKey(int key) const
{
    if (m_flow.count() == 0)
        return -1;
    const qsizetype last = m_flow.count() - 1;
    const qsizetype page = qMax<qsizetype>(1, m_flow.visible().size() - 1);
    const qsizetype from = current() < 0 ? last : current();
    const qsizetype step = current() < 0 ? 0 : 1;
    switch (key) {
    case Qt::Key_Up:
        return qMax<qsizetype>(0, from - step);
    case Qt::Key_Down:
        return qMin(last, from + step);
    case Qt::Key_PageUp:
        return qMax<qsizetype>(0, from - page);
    case Qt::Key_PageDown:
        return qMin(last, from + page);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return -1;
    }
}

bool TimelineView::moveCurrent(int key, bool selecting)
{
    const qsizetype to = rowByKey(key);
    if (to < 0)
        return false;
    if (!selecting) {
        if (m_selectedFrom.isValid())
            m_selection.clear();
        m_selectedFrom = QPersistentModelIndex();
    } else if (!m_selectedFrom.isValid()) {
        m_selectedFrom = QPersistentModelIndex(
            m_model->index(int(m_current.isValid() ? current() : to), 0));
    }
    m_keyboard = true;
    setCurrent(to);
    if (selecting)
        selectRows(m_selectedFrom.row(), to);
    // Heights met on the way may have pushed the row out again: twice.
    for (int pass = 0; pass < 2; ++pass) {
        if (to == m_flow.count() - 1)
            scrollToEnd();
        else
            m_flow.reveal(to);
        m_dirty = true;
        settle();
    }
    return true;
}

/// Whole rows, with the end that moves at `to`.
void TimelineView::selectRows(qsizetype from, qsizetype to)
{
    constexpr int end = std::numeric_limits<int>::max();
    if (from <= to)
        m_selection.set({from, 0}, {to, end});
    else
        m_selection.set({from, end}, {to, 0});
    viewport()->update();
}

bool TimelineView::actByKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (m_selection.isEmpty() && current() >= 0)
            copyRow(contentOf(current()));
        else
            copySelection();
        return true;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if (event->key() == Qt::Key_Escape && m_carrying) {
        cancelDrag();
        return true;
    }
    if (event->key() == Qt::Key_Escape && !m_selection.isEmpty()) {
        m_selection.clear();
        m_selectedFrom = QPersistentModelIndex();
        viewport()->update();
        return true;
    }
    return current() >= 0 && actOnRow(event, current());
}

bool TimelineView::actOnRow(QKeyEvent *event, qsizetype row)
{
    const RowContent content = contentOf(row);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool correctKey = event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier;
    if (enter && content.kind == RowKind::Fold)
        perform(row, {RowAction::Unfold, 0, {}});
    else if (enter && !content.attachments.isEmpty() && isPictureHere(content.attachments.first()))
        perform(row, {RowAction::Attachment, 0, {}});
    else if (correctKey && content.canCorrect)
        perform(row, {RowAction::Correct, 0, {}});
    else
        return false;
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if ((plain && moveCurrent(event->key(), shift)) || actByKey(event))
        event->accept();
    else
        event->ignore();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    m_keyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (m_keyboard && current() < 0 && m_flow.count() > 0 && !m_flow.visible().isEmpty())
        setCurrent(m_flow.visible().last().row);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *)
{
    viewport()->update();
}

void TimelineView::selectAll()
{
    if (m_flow.count() == 0)
        return;
    selectRows(0, m_flow.count() - 1);
}

QString TimelineView::selected() const
{
    return selectedText(m_selection, [this](qsizetype row) { return contentOf(row); });
}

void TimelineView::copySelection() const
{
    const QString text = selected();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

/// What is shown of the row's text.
void TimelineView::copyRow(const RowContent &row) const
{
    const QString text = shownText(row);
    if (!text.isEmpty())
        QApplication::clipboard()->setText(cleanedText(text));
}

} // namespace quntai
