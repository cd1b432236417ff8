// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flows/flowconflict.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/diff/diffview.h"
#include "widgets/common/plainlabel.h"

#include <QGridLayout>

namespace quntai {

FlowConflict::FlowConflict(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("Written at the same time"), parent),
      m_theirsTitle(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_mineTitle(new PlainLabel(host, tr("Yours"), TextRole::UiStrong, ColorRole::TextPrimary,
                                 this)),
      m_left(new DiffView(host, DiffView::Side::Old, tr("Theirs"), this)),
      m_right(new DiffView(host, DiffView::Side::New, tr("Yours"), this)),
      m_theirs(new ActionButton(host, ButtonKind::Secondary, tr("Take theirs, drop mine"), this)),
      m_mine(new ActionButton(host, ButtonKind::Primary, tr("Go on with mine"), this))
{
    auto *hint = new PlainLabel(host,
                                tr("Nothing is overwritten. Go on with yours, take over what you "
                                   "need of theirs, then save."),
                                TextRole::Ui, ColorRole::TextSecondary, this);
    hint->setFlow(PlainLabel::Flow::Wrapped);
    auto *both = new QWidget(this);
    auto *grid = new QGridLayout(both);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::x3);
    grid->setVerticalSpacing(space::x1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_theirsTitle, 0, 0);
    grid->addWidget(m_mineTitle, 0, 1);
    grid->addWidget(m_left, 1, 0, Qt::AlignTop);
    grid->addWidget(m_right, 1, 1, Qt::AlignTop);
    body().addCard(hint);
    body().addCard(both);
    addToFoot(m_theirs);
    addFootStretch();
    addToFoot(m_mine);
    connect(m_theirs, &ActionButton::clicked, this, &FlowConflict::theirsChosen);
    connect(m_mine, &ActionButton::clicked, this, &FlowConflict::mineChosen);
}

void FlowConflict::open(const QString &who, const QString &theirs, const QString &mine)
{
    m_theirsTitle->setPlainText(who);
    const auto parts = wordDiff(theirs, mine);
    m_left->setParts(parts);
    m_right->setParts(parts);
    body().ensureVisible(0, 0);
}

void FlowConflict::setWritable(bool writable)
{
    m_theirs->setEnabled(writable);
    m_mine->setEnabled(writable);
}

} // namespace quntai
