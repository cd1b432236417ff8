// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studio/conflictview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/studio/compareview.h"

namespace quntai {

ConflictView::ConflictView(ThemeHost &host, QWidget *parent)
    : SidePage(host, tr("Written at the same time"), parent),
      m_compare(new CompareView(host, this)),
      m_theirs(new ActionButton(host, ButtonKind::Secondary, tr("Take theirs, drop mine"), this)),
      m_mine(new ActionButton(host, ButtonKind::Primary, tr("Go on with mine"), this))
{
    auto *hint = new PlainLabel(host,
                                tr("Nothing is overwritten. Going on with yours shows theirs as "
                                   "the version before; take over what you need, then save."),
                                TextRole::Ui, ColorRole::TextSecondary, this);
    hint->setFlow(PlainLabel::Flow::Wrapped);
    body().addCard(hint);
    body().addCard(m_compare);
    addToFoot(m_theirs);
    addFootStretch();
    addToFoot(m_mine);
    connect(m_theirs, &ActionButton::clicked, this, &ConflictView::theirsChosen);
    connect(m_mine, &ActionButton::clicked, this, &ConflictView::mineChosen);
}

void ConflictView::open(const QString &who, const Entry &theirs, const Entry &mine)
{
    setTitle(tr("Written at the same time"), visibleText(mine.question, 60));
    m_compare->setTitles(who, tr("Yours"));
    m_compare->showEntries(theirs, mine);
    body().ensureVisible(0, 0);
}

void ConflictView::setWritable(bool writable)
{
    m_theirs->setEnabled(writable);
    m_mine->setEnabled(writable);
}

} // namespace quntai
