// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewqueue.h"

#include "models/items/draftmodel.h"
#include "widgets/common/countbadge.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

namespace {

constexpr int hintHeight = 28;

} // namespace

ReviewQueue::ReviewQueue(ThemeHost &host, DraftModel &model, std::function<Instant()> clock,
                         QWidget *parent)
    : ThemedWidget(host, parent), m_model(model), m_count(new CountBadge(host, this)),
      m_list(new DraftList(host, model, std::move(clock), this)),
      m_hint(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_empty(new EmptyState(host, Icon::Review,
                             tr("No drafts wait. Answers in groups with review first, and ones the "
                                "rules hold back, come here before they are sent."),
                             this))
{
    auto *head = new QWidget(this);
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    row->addWidget(new PlainLabel(host, tr("Review"), TextRole::Title, ColorRole::TextPrimary, head));
    row->addWidget(m_count);
    row->addStretch(1);
    m_count->setHot(true);
    m_count->setHideZero(true);
    m_hint->setContentsMargins(space::x3, 0, space::x3, 0);
    m_hint->setFixedHeight(hintHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_hint);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ReviewQueue::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &ReviewQueue::refresh);
    refresh();
}

void ReviewQueue::setHint(const QString &hint)
{
    m_hint->setPlainText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void ReviewQueue::refresh()
{
    const int waiting = m_model.rowCount();
    m_count->setCount(waiting);
    m_list->setVisible(waiting > 0);
    m_empty->setVisible(waiting == 0);
}

void ReviewQueue::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
