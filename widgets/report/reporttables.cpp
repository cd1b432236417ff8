// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reporttables.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/report/reportwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace quntai {

ReportTables::ReportTables(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_which(new SegmentedControl(host, tr("Table"), this)),
      m_model(new TextTableModel(this)), m_view(new QTableView(this))
{
    for (const auto &words :
         {tr("By time"), tr("Coverage by weekday"), tr("Coverage by group"), tr("Transfer reasons")})
        m_which->addSegment(words);
    m_which->setCurrentIndex(0);
    auto *copyButton = new ActionButton(host, ButtonKind::Quiet, tr("Copy"), this);
    copyButton->setGlyph(Icon::Copy);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Table of the report"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QTableView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(host.theme().metrics().tableRow);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::x4, space::x2, space::x3, space::x2);
    head->addWidget(m_which);
    head->addStretch(1);
    head->addWidget(copyButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(m_which, &SegmentedControl::chosen, this, &ReportTables::refresh);
    connect(copyButton, &QAbstractButton::clicked, this, &ReportTables::copy);
}

void ReportTables::setReport(const Report &report, int offsetMinutes)
{
    m_report = report;
    m_offset = offsetMinutes;
    refresh();
}

void ReportTables::refresh()
{
    switch (m_which->currentIndex()) {
    case 1: m_model->setTable(coverageTable(m_report.weekdays)); break;
    case 2: m_model->setTable(coverageTable(m_report.groups)); break;
    case 3: m_model->setTable(reasonsTable(m_report)); break;
    default: m_model->setTable(figuresTable(m_report, m_offset));
    }
    m_view->resizeColumnsToContents();
}

void ReportTables::copy()
{
    TextTable chosen;
    const auto cells = m_view->selectionModel()->selection();
    if (cells.isEmpty()) {
        chosen = m_model->table();
    } else {
        const auto &range = cells.constFirst();
        const auto &all = m_model->table();
        const auto columns = range.right() - range.left() + 1;
        chosen.head = all.head.mid(range.left(), columns);
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen.rows.append(all.rows.at(row).mid(range.left(), columns));
    }
    QGuiApplication::clipboard()->setText(tabbedOf(chosen));
}

bool ReportTables::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return ThemedWidget::eventFilter(watched, event);
}

void ReportTables::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceRaised),
             theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
