// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/reviewqueue.h"

#include "models/items/draftmodel.h"
#include "widgets/common/countbadge.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

namespace {

constexpr int hintHeight = 28;

} // namespace

ReviewQueue::ReviewQueue(ThemeHost &host, DraftModel &model, FoldSampleModel &folded,
                         std::function<Instant()> clock, QWidget *parent)
    : ThemedWidget(host, parent), m_model(model), m_samples(folded),
      m_count(new CountBadge(host, this)),
      m_tabs(new SegmentedControl(host, tr("Drafts or folded messages"), this)),
      m_list(new DraftList(host, model, std::move(clock), this)),
      m_folded(new FoldList(host, folded, this)),
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
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(space::x3, space::x2, space::x3, space::x2);
    tabs->addWidget(m_tabs, 0, Qt::AlignLeft);
    column->addLayout(tabs);
    column->addWidget(m_list, 1);
    column->addWidget(m_folded, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_hint);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ReviewQueue::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &ReviewQueue::refresh);
    connect(&folded, &FoldSampleModel::countsChanged, this, &ReviewQueue::refresh);
    m_tabs->addSegment(tr("Drafts"));
    m_tabs->addSegment(tr("Folded messages to check"));
    connect(m_tabs, &SegmentedControl::chosen, this, [this] {
        refresh();
        Q_EMIT sectionChosen();
    });
    refresh();
}

bool ReviewQueue::showsFolded() const
{
    return m_tabs->currentIndex() == 1;
}

void ReviewQueue::showFolded(bool show)
{
    m_tabs->setCurrentIndex(show ? 1 : 0);
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
    const int folded = m_samples.rowCount();
    const bool checks = showsFolded();
    m_count->setCount(waiting);
    m_tabs->setSegmentText(0, waiting > 0 ? tr("Drafts %1").arg(waiting) : tr("Drafts"));
    m_tabs->setSegmentText(1, folded > 0 ? tr("Folded messages to check %1").arg(folded)
                                         : tr("Folded messages to check"));
    m_list->setVisible(!checks && waiting > 0);
    m_folded->setVisible(checks);
    m_empty->setVisible(!checks && waiting == 0);
}

void ReviewQueue::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), layout::header - 1, theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
