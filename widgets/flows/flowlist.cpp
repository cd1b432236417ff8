// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/flowlist.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/flows/flowdelegate.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

FlowList::FlowList(ThemeHost &host, FlowModel &flows, QWidget *parent)
    : ThemedWidget(host, parent), m_flows(flows),
      m_new(new IconButton(host, Icon::Plus, tr("New flow"), this)), m_list(new QListView(this)),
      m_empty(new EmptyState(host, Icon::Clock,
                             tr("There is no flow yet. A flow lets the bot speak by itself: a "
                                "welcome, a reminder, an answer to a keyword."),
                             this)),
      m_pages(new QStackedWidget(this))
{
    m_list->setAccessibleName(tr("Flows"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setItemDelegate(new FlowDelegate(host, this));
    // Before the view's own: it goes to the neighbour of a row that is gone, and nobody chose that.
    connect(&flows, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_quiet = true; });
    m_list->setModel(&flows);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_pages, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (m_quiet || !index.isValid())
                    return;
                m_current = index.data(FlowModel::Id).value<FlowId>();
                Q_EMIT flowChosen(m_current);
            });
    connect(&flows, &QAbstractItemModel::rowsInserted, this, &FlowList::refresh);
    connect(&flows, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_quiet = false;
        refresh();
    });
    connect(&flows, &QAbstractItemModel::modelReset, this, &FlowList::refresh);
    const auto dress = [this] {
        auto colors = m_list->palette();
        colors.setColor(QPalette::Base, theme().color(ColorRole::SurfaceWindow));
        m_list->setPalette(colors);
    };
    connect(&host, &ThemeHost::changed, m_list, dress);
    dress();
    refresh();
}

QWidget *FlowList::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x2, 0);
    row->addWidget(
        new PlainLabel(host(), tr("Flows"), TextRole::Title, ColorRole::TextPrimary, head), 1);
    row->addWidget(m_new);
    m_new->setKeyHint(u"Ctrl+N"_s);
    connect(m_new, &IconButton::clicked, this, &FlowList::newWanted);
    return head;
}

void FlowList::setCurrent(const FlowId &flow)
{
    m_current = flow;
    refresh();
}

void FlowList::setWhyNot(const QString &why)
{
    m_new->setEnabled(why.isEmpty());
}

void FlowList::focusList()
{
    m_list->setFocus();
}

void FlowList::refresh()
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_pages->setCurrentWidget(m_flows.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_list);
    const auto index = m_flows.indexOf(m_current);
    if (!index.isValid())
        m_list->selectionModel()->clear();
    else if (index != m_list->currentIndex())
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void FlowList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
