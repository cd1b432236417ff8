// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/topic.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/timeline/rowwords.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDragScrollMs = 30;

bool isClickable(RowAction action)
{
    return action != RowAction::None && action != RowAction::Body;
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
    const QString text = row < 0 || !isClickable(hit.action)
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
    if (m_pressed.action == RowAction::Body || m_pressed.action == RowAction::None) {
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
    if (event->button() != Qt::LeftButton)
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

void TimelineView::perform(qsizetype row, const RowHit &hit)
{
    if (row < 0)
        return;
    const RowContent content = contentOf(row);
    if (hit.action == RowAction::Unfold)
        emit unfold(m_model->index(int(row), 0));
    else if (hit.action == RowAction::FocusTopic)
        emit focusTopic(content.topic);
    else if (hit.action == RowAction::More)
        showMenu(row, hit.rect.bottomLeft() + rowRect(row).topLeft());
    else if (hit.action == RowAction::MoveTo)
        chooseTopic(content, hit.rect.bottomLeft() + rowRect(row).topLeft());
    else if (hit.action == RowAction::ShowMore) {
        m_whole.insert(content.message);
        m_flow.changed(row, 1);
        schedule();
    } else if (content.kind == RowKind::Pending)
        performOnPending(content, hit.action);
    else
        performOnMessage(content, hit);
}

void TimelineView::performOnMessage(const RowContent &row, const RowHit &hit)
{
    switch (hit.action) {
    case RowAction::ConfirmLink:
        emit confirmLink(row.message, row.topic);
        break;
    case RowAction::OpenQuote:
        emit openMessage(row.quoted);
        break;
    case RowAction::Attachment:
        emit openAttachment(row.message, hit.index);
        break;
    case RowAction::OpenEntry:
        emit openEntry(row.sources.value(hit.index).entry);
        break;
    case RowAction::MarkSent:
        emit markSent(row.message);
        break;
    case RowAction::Retry:
        emit retry(row.message);
        break;
    case RowAction::Recall:
        emit recall(row.message);
        break;
    case RowAction::Correct:
        emit correct(row.message);
        break;
    case RowAction::Quote:
        emit quote(row.message);
        break;
    case RowAction::Verdict:
        emit showVerdict(row.message);
        break;
    default:
        break;
    }
}

void TimelineView::performOnPending(const RowContent &row, RowAction action)
{
    if (action == RowAction::Retry)
        emit retryPending(row.command);
    else if (action == RowAction::Edit)
        emit editPending(row.command);
    else if (action == RowAction::Discard)
        emit discardPending(row.command);
}

void TimelineView::addTopics(QMenu *menu, const RowContent &row)
{
    for (const LaneSpan &lane : std::as_const(m_lanes)) {
        if (lane.topic == row.topic)
            continue;
        QString title = laneLetter(lane.lane) + u"  "_s + visibleText(lane.title, 40);
        // An ampersand in a title is no shortcut.
        title.replace(u'&', u"&&"_s);
        menu->addAction(title, this, [this, message = row.message, topic = lane.topic] {
            emit moveMessage(message, topic);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("New topic"), this,
                    [this, message = row.message] { emit moveMessage(message, TopicId()); });
}

void TimelineView::chooseTopic(const RowContent &row, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTopics(menu, row);
    menu->popup(viewport()->mapToGlobal(at));
}

void TimelineView::showMenu(qsizetype row, const QPoint &at)
{
    const RowContent content = contentOf(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, RowAction action) {
        menu->addAction(text, this,
                        [this, index = QPersistentModelIndex(m_model->index(int(row), 0)), action] {
                            if (index.isValid())
                                perform(index.row(), {action, 0, {}});
                        });
    };
    auto *copy = menu->addAction(tr("Copy"), this, &TimelineView::copySelection);
    copy->setEnabled(!m_selection.isEmpty());
    if (content.canQuote)
        add(RowWords::action(RowAction::Quote), RowAction::Quote);
    if (content.canCorrect)
        add(RowWords::action(RowAction::Correct), RowAction::Correct);
    if (recallSecondsLeft(content, m_clock()) > 0)
        add(RowWords::action(RowAction::Recall), RowAction::Recall);
    for (const FooterAction &action : content.actions)
        add(action.text, action.action);
    if (!content.topic.isEmpty())
        add(RowWords::action(RowAction::FocusTopic), RowAction::FocusTopic);
    if (content.kind == RowKind::Message && content.who == Tone::Neutral)
        addTopics(menu->addMenu(RowWords::move()), content);
    menu->popup(viewport()->mapToGlobal(at));
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const qsizetype row = byKey ? current() : m_flow.rowAt(event->pos().y());
    if (row < 0)
        return;
    showMenu(row, byKey ? rowRect(row).topLeft() + QPoint(layout::laneGutter, 24) : event->pos());
}

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

bool TimelineView::moveCurrent(int key)
{
    const qsizetype last = m_flow.count() - 1;
    if (last < 0)
        return false;
    const QList<RowFlow::Placed> seen = m_flow.visible();
    const qsizetype page = qMax<qsizetype>(1, seen.size() - 1);
    const qsizetype from = current();
    qsizetype to = from;
    switch (key) {
    case Qt::Key_Up:
        to = from < 0 ? last : from - 1;
        break;
    case Qt::Key_Down:
        to = from < 0 ? last : from + 1;
        break;
    case Qt::Key_PageUp:
        to = (from < 0 ? last : from) - page;
        break;
    case Qt::Key_PageDown:
        to = (from < 0 ? last : from) + page;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        return false;
    }
    m_keyboard = true;
    setCurrent(qBound<qsizetype>(0, to, last));
    if (current() == last)
        scrollToEnd();
    else
        m_flow.reveal(current());
    m_dirty = true;
    settle();
    // Heights met on the way may have pushed the row out again.
    m_flow.reveal(current());
    m_dirty = true;
    settle();
    return true;
}

bool TimelineView::actByKey(QKeyEvent *event)
{
    const qsizetype row = current();
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if (row < 0)
        return false;
    const RowContent content = contentOf(row);
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && content.kind == RowKind::Fold) {
        perform(row, {RowAction::Unfold, 0, {}});
        return true;
    }
    const bool correctKey = event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier;
    if (correctKey && content.canCorrect) {
        perform(row, {RowAction::Correct, 0, {}});
        return true;
    }
    return false;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if ((plain && moveCurrent(event->key())) || actByKey(event))
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
    m_selection.set({0, 0}, {m_flow.count() - 1, std::numeric_limits<int>::max()});
    viewport()->update();
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

} // namespace quntai
