// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/queueview.h"

#include "models/items/queuemodel.h"
#include "widgets/queue/queuedelegate.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>

namespace quntai {

namespace {

constexpr int releaseMs = 1000;

} // namespace

QueueView::QueueView(ThemeHost &host, QueueModel &model, std::function<Instant()> clock,
                     QWidget *parent)
    : QListView(parent), m_model(model),
      m_delegate(new QueueDelegate(host, std::move(clock), this)), m_release(new QTimer(this)),
      m_tick(new QTimer(this))
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
    connect(m_tick, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_tick->start();
    const auto dress = [this, &host] {
        auto colors = palette();
        colors.setColor(QPalette::Base, host.theme().color(ColorRole::SurfaceWindow));
        setPalette(colors);
        scheduleDelayedItemsLayout();
    };
    connect(&host, &ThemeHost::changed, this, dress);
    dress();
    connect(&model, &QAbstractItemModel::modelReset, this, &QueueView::keepCurrent);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueView::keepCurrent);
}

void QueueView::setStale(bool stale)
{
    m_delegate->setStale(stale);
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
