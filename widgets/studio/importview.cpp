// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/importview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/chiplabel.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/studio/compareview.h"
#include "widgets/studio/importrowmodel.h"
#include "widgets/studio/studiowords.h"

#include <QHBoxLayout>
#include <QListView>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 10;

constexpr std::array changes{ImportRow::Change::New, ImportRow::Change::Changed,
                             ImportRow::Change::Unchanged, ImportRow::Change::Bad};

} // namespace

ImportView::ImportView(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("Import"), parent),
      m_state(new PlainLabel(host, {}, TextRole::Ui, ColorRole::TextSecondary, this)),
      m_target(new SegmentedControl(host, tr("What becomes of the rows"), this)),
      m_model(new ImportRowModel(this)), m_list(new QListView(this)),
      m_compare(new CompareView(host, this)),
      m_import(new ActionButton(host, ButtonKind::Primary, {}, this))
{
    auto *chips = new QWidget(this);
    auto *row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    for (const auto change : changes) {
        m_chips.append(new ChipLabel(host, {ImportRowModel::changeName(change),
                                            ImportRowDelegate::toneOf(change)},
                                     chips));
        row->addWidget(m_chips.constLast());
    }
    row->addStretch(1);
    m_target->addSegment(tr("Live at once"));
    m_target->addSegment(tr("As drafts"));
    row->addWidget(m_target);
    m_state->setFlow(PlainLabel::Flow::Wrapped);
    m_list->setAccessibleName(tr("Rows of the file"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImportRowDelegate(host, this));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    body().addCard(m_state);
    body().addCard(chips);
    body().addCard(m_list);
    body().addCard(m_compare);
    m_import->setGlyph(Icon::Download);
    addFootStretch();
    addToFoot(m_import);
    connect(m_target, &SegmentedControl::chosen, this, &ImportView::targetChanged);
    connect(m_import, &ActionButton::clicked, this, &ImportView::importWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ImportView::showRow);
}

bool ImportView::asDrafts() const
{
    return m_target->currentIndex() == 1;
}

void ImportView::begin(const QString &file)
{
    m_file = file;
    m_reading = true;
    m_total = 0;
    m_plan = {};
    m_model->setRows({});
    setTitle(tr("Import"), visibleText(file, 60));
    refresh();
}

void ImportView::setPlan(const ImportPlan &plan)
{
    m_reading = false;
    m_plan = plan;
    m_model->setRows(plan.rows);
    refresh();
}

void ImportView::setWritable(bool writable)
{
    m_writable = writable;
    refresh();
}

void ImportView::setProgress(int done, int total)
{
    m_total = total;
    refresh();
    if (total > 0)
        m_state->setPlainText(tr("%1 of %2 taken in").arg(done).arg(total));
}

void ImportView::setProblem(const QString &problem)
{
    m_total = 0;
    refresh();
    m_state->setRole(TextRole::Ui, ColorRole::DangerFg);
    m_state->setPlainText(problem);
}

void ImportView::setDone(int entries)
{
    m_state->setRole(TextRole::Ui, ColorRole::SuccessFg);
    m_state->setPlainText(tr("%n row(s) taken in", nullptr, entries));
}

void ImportView::refresh()
{
    const bool broken = m_plan.fault != ImportFault::None;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        m_chips.at(qsizetype(i))->setChip({u"%1 %2"_s.arg(ImportRowModel::changeName(changes[i]))
                                               .arg(m_plan.count(changes[i])),
                                           ImportRowDelegate::toneOf(changes[i])});
    }
    const auto due = m_plan.count(ImportRow::Change::New) + m_plan.count(ImportRow::Change::Changed);
    m_import->setText(tr("Import %n row(s)", nullptr, int(due)));
    m_import->setEnabled(m_writable && due > 0 && m_total == 0);
    m_import->updateGeometry();
    m_list->setVisible(!m_plan.rows.isEmpty());
    m_list->setFixedHeight(std::min<int>(m_model->rowCount(), mostRows)
                               * theme().metrics().tableRow + 2);
    showRow(m_list->currentIndex());
    m_state->setRole(TextRole::Ui, broken ? ColorRole::DangerFg : ColorRole::TextSecondary);
    if (m_reading)
        m_state->setPlainText(tr("Reading the file…"));
    else if (broken && m_plan.faultLine > 0)
        m_state->setPlainText(tr("Line %1: %2").arg(m_plan.faultLine)
                                  .arg(importFaultText(m_plan.fault, {})));
    else if (broken)
        m_state->setPlainText(importFaultText(m_plan.fault, {}));
    else if (m_plan.rows.isEmpty())
        m_state->setPlainText(tr("The file has no rows"));
    else
        m_state->setPlainText(
            tr("Nothing is changed yet. Bad rows are left out, unchanged ones too. Read as %1.")
                .arg(m_plan.gb18030 ? u"GB18030"_s : u"UTF-8"_s));
}

void ImportView::showRow(const QModelIndex &index)
{
    const auto row = m_model->row(index.isValid() ? index.row() : -1);
    const bool seen = row.line > 0 && row.change != ImportRow::Change::Bad;
    m_compare->setVisible(seen);
    if (!seen)
        return;
    m_compare->setTitles(row.current.version > 0 ? tr("Now, v%1").arg(row.current.version)
                                                 : tr("There is no such entry"),
                         tr("In the file"));
    m_compare->showEntries(row.current, row.entry);
}

} // namespace quntai
