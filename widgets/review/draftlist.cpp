// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/draftlist.h"

#include "models/items/draftmodel.h"
#include "widgets/review/draftdelegate.h"

#include <QTimer>

namespace quntai {

namespace {

constexpr int releaseMs = 1000;

} // namespace

DraftList::DraftList(ThemeHost &host, DraftModel &model, std::function<Instant()> clock,
                     QWidget *parent)
    : QListView(parent), m_model(model), m_release(new QTimer(this)), m_tick(new QTimer(this))
{
    setAccessibleName(tr("Drafts waiting for review"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setItemDelegate(new DraftDelegate(host, std::move(clock), this));
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
    connect(&model, &QAbstractItemModel::modelReset, this, &DraftList::keepCurrent);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &DraftList::keepCurrent);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &DraftList::keepCurrent);
}

void DraftList::setCurrentDraft(const DraftId &draft)
{
    m_current = draft;
    keepCurrent();
}

/** The reviewer's draft stays the current row wherever it stands; when it is gone, none is. */
void DraftList::keepCurrent()
{
    const auto index = m_model.indexOf(m_current);
    if (index.isValid())
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clear();
}

DraftId DraftList::draftAt(int row) const
{
    return m_model.index(row, 0).data(DraftModel::Id).value<DraftId>();
}

int DraftList::rowOf(const DraftId &draft) const
{
    return m_model.indexOf(draft).row();
}

void DraftList::touch()
{
    m_model.setHoldOrder(true);
    m_release->start();
}

void DraftList::mousePressEvent(QMouseEvent *event)
{
    m_byHand = true;
    QListView::mousePressEvent(event);
    m_byHand = false;
}

void DraftList::mouseMoveEvent(QMouseEvent *event)
{
    touch();
    QListView::mouseMoveEvent(event);
}

void DraftList::leaveEvent(QEvent *event)
{
    m_release->start();
    QListView::leaveEvent(event);
}

void DraftList::keyPressEvent(QKeyEvent *event)
{
    touch();
    m_byHand = true;
    QListView::keyPressEvent(event);
    m_byHand = false;
}

void DraftList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // While rows are taken out the view moves on by itself; only people choose.
    if (!m_byHand || !current.isValid())
        return;
    const auto draft = current.data(DraftModel::Id).value<DraftId>();
    if (draft == m_current)
        return;
    m_current = draft;
    Q_EMIT draftChosen(draft);
}

} // namespace quntai
