// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queueview.h"

#include "models/items/queuemodel.h"
#include "widgets/common/tooltip.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/queue/queuedelegate.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>

namespace quntai {

namespace {

constexpr int releaseMs = 1000;
constexpr int ticksPerOrder = 15;

} // namespace

QueueView::QueueView(ThemeHost &host, QueueModel &model, std::function<Instant()> clock,
                     QWidget *parent)
    : QListView(parent), m_model(model),
      m_delegate(new QueueDelegate(host, clock, this)), m_release(new QTimer(this)),
      m_tick(new QTimer(this)), m_clock(std::move(clock))
{
    setAccessibleName(tr("Queue"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setItemDelegate(m_delegate);
    setModel(&model);

    m_release->setSingleShot(true);
    m_release->setInterval(releaseMs);
    connect(m_release, &QTimer::timeout, this, [this] { m_model.setHoldOrder(false); });
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &QueueView::tick);
    m_tick->start();
    const auto dress = [this, &host] {
        auto colors = palette();
        colors.setColor(QPalette::Base, host.theme().color(ColorRole::SurfaceWindow));
        setPalette(colors);
        scheduleDelayedItemsLayout();
    };
    connect(&host, &ThemeHost::changed, this, dress);
    dress();
    const auto unsettle = [this] { m_isLaidOut = false; };
    connect(&model, &QAbstractItemModel::modelReset, this, unsettle);
    connect(&model, &QAbstractItemModel::rowsInserted, this, unsettle);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, unsettle);
    connect(&model, &QAbstractItemModel::rowsMoved, this, unsettle);
    connect(&model, &QAbstractItemModel::modelReset, this, &QueueView::keepCurrent);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueView::keepCurrent);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &QueueView::holdRow);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &QueueView::holdRow);
    connect(&model, &QAbstractItemModel::rowsAboutToBeMoved, this, &QueueView::holdRow);
}

void QueueView::doItemsLayout()
{
    QListView::doItemsLayout();
    m_isLaidOut = true;
}

bool QueueView::keepsHeight(int row) const
{
    const auto index = m_model.index(row);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return m_delegate->sizeHint(option, index).height() == visualRect(index).height();
}

/** The list's own way is to lay out all rows for each that changes, and there may be thousands. */
void QueueView::dataChanged(const QModelIndex &first, const QModelIndex &last,
                            const QList<int> &roles)
{
    bool keeps = m_isLaidOut;
    for (int row = first.row(); keeps && row <= last.row(); ++row)
        keeps = keepsHeight(row);
    if (keeps)
        QAbstractItemView::dataChanged(first, last, roles);
    else
        QListView::dataChanged(first, last, roles);
}

void QueueView::tick()
{
    viewport()->update();
    if (++m_ticks % ticksPerOrder == 0 && !viewport()->underMouse())
        m_model.reorder();
}

/** The row under the pointer, or the one the keys act on; the first of a run of changes counts. */
void QueueView::holdRow()
{
    if (m_holds) // asking where rows are lays out anew what the last change moved
        return;
    m_holds = true;
    QTimer::singleShot(0, this, &QueueView::releaseRow);
    const auto under = indexAt(viewport()->mapFromGlobal(QCursor::pos()));
    m_heldRow = viewport()->underMouse() && under.isValid() ? under : currentIndex();
    if (m_heldRow.isValid())
        m_heldTop = visualRect(m_heldRow).top();
}

void QueueView::releaseRow()
{
    m_holds = false;
    if (m_heldRow.isValid()) {
        executeDelayedItemsLayout();
        auto *bar = verticalScrollBar();
        bar->setValue(bar->value() + visualRect(m_heldRow).top() - m_heldTop);
    }
    m_heldRow = QPersistentModelIndex();
}

QString QueueView::explanation(const QModelIndex &index) const
{
    if (!index.isValid() || index.data(QueueModel::IsHeader).toBool())
        return {};
    QStringList parts;
    const auto now = m_clock();
    const auto clock = index.data(QueueModel::Clock).value<SlaClock>();
    if (clock.dueAt.isSet())
        parts.append(slaText(clock, now));
    if (const auto later = laterText(index.data(QueueModel::Value).value<Topic>(), now);
        !later.isEmpty())
        parts.append(later);
    if (const int misses = index.data(QueueModel::Misses).toInt(); misses > 0)
        parts.append(tr("%n offer(s) missed", nullptr, misses));
    parts.append(priorityText(m_model.priority(index.data(QueueModel::Id).value<TopicId>())));
    return parts.join(u'\n');
}

void QueueView::explain()
{
    const auto index = currentIndex();
    const auto words = explanation(index);
    if (words.isEmpty())
        return;
    scrollTo(index);
    const auto rect = visualRect(index);
    setAccessibleDescription(words);
    QToolTip::showText(viewport()->mapToGlobal(rect.topRight()), plainToolTip(words), viewport());
}

bool QueueView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto index = indexAt(help->pos());
    const auto words = explanation(index);
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainToolTip(words), viewport(), visualRect(index));
    return true;
}

void QueueView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || index.data(QueueModel::IsHeader).toBool())
        return;
    const auto at = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                          : event->globalPos();
    Q_EMIT menuWanted(index.data(QueueModel::Id).value<TopicId>(), at);
}

void QueueView::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
}

void QueueView::setPinned(const QSet<TopicId> &topics)
{
    m_delegate->setPinned(topics);
    viewport()->update();
}

TopicId QueueView::currentTopic() const
{
    return m_current;
}

void QueueView::setCurrentTopic(const TopicId &topic)
{
    m_current = topic;
    keepCurrent();
}

/** The person's topic stays the current row wherever its row comes back. */
void QueueView::keepCurrent()
{
    const auto index = m_model.indexOf(m_current);
    if (index.isValid() && index != currentIndex())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else if (!index.isValid())
        selectionModel()->clear();
}

void QueueView::touch()
{
    m_model.setHoldOrder(true);
    m_release->start();
}

bool QueueView::toggleHeader(const QModelIndex &index)
{
    if (!index.isValid() || !index.data(QueueModel::IsHeader).toBool())
        return false;
    const auto list = index.data(QueueModel::List).value<DeskList>();
    m_model.setCollapsed(list, !m_model.isCollapsed(list));
    return true;
}

void QueueView::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (toggleHeader(index))
        return;
    if (index.isValid()
        && m_delegate->isAccept(index, visualRect(index), event->position().toPoint())) {
        Q_EMIT offerAccepted(index.data(QueueModel::Id).value<TopicId>());
        return;
    }
    QListView::mousePressEvent(event);
}

void QueueView::mouseMoveEvent(QMouseEvent *event)
{
    touch();
    QListView::mouseMoveEvent(event);
}

void QueueView::leaveEvent(QEvent *event)
{
    m_release->start();
    QListView::leaveEvent(event);
}

QModelIndex QueueView::nextTopic(int row, int step) const
{
    for (row += step; row >= 0 && row < m_model.rowCount(); row += step) {
        const auto index = m_model.index(row, 0);
        if (!index.data(QueueModel::IsHeader).toBool())
            return index;
    }
    return {};
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    touch();
    const auto current = currentIndex();
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        const auto next = nextTopic(current.isValid() ? current.row() : -1, step);
        if (next.isValid())
            setCurrentIndex(next);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current.isValid()
        && current.data(QueueModel::OfferedToMe).toBool()) {
        Q_EMIT offerAccepted(current.data(QueueModel::Id).value<TopicId>());
        return;
    }
    QListView::keyPressEvent(event);
}

void QueueView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid() || current.data(QueueModel::IsHeader).toBool())
        return;
    const auto topic = current.data(QueueModel::Id).value<TopicId>();
    if (topic == m_current)
        return;
    m_current = topic;
    Q_EMIT topicChosen(topic);
}

} // namespace quntai
