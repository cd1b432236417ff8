// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The section of folded messages: a sample of each day, and what people say of it.
#include "app/console/reviewpage.h"

#include "widgets/common/words/refusals.h"
#include "widgets/review/checkpanel.h"
#include "widgets/review/foldpanel.h"
#include "widgets/review/reviewqueue.h"

#include <QStackedWidget>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostJudged = 50;

} // namespace

void ReviewPage::joinFolded()
{
    auto &list = m_queue->folded();
    connect(m_queue, &ReviewQueue::sectionChosen, this, [this] { showFolded(m_queue->showsFolded()); });
    connect(&list, &FoldList::chosen, this, &ReviewPage::refreshFolded);
    connect(&list, &FoldList::judged, this, &ReviewPage::judge);
    connect(&list, &FoldList::undoWanted, this, &ReviewPage::undoJudgement);
    connect(m_foldPanel, &FoldPanel::judged, this, &ReviewPage::judge);
    connect(m_foldPanel, &FoldPanel::undoWanted, this, &ReviewPage::undoJudgement);
    connect(m_foldPanel, &FoldPanel::groupWanted, this, [this] {
        if (const auto *row = m_queue->folded().current())
            Q_EMIT groupWanted(row->sample.group);
    });
    connect(m_samples, &FoldSampleModel::countsChanged, this, [this] {
        refreshFolded();
        refreshBadge();
    });
    connect(&session(), &Session::linkChanged, this, &ReviewPage::refreshFolded);
    connect(&session(), &Session::commandSettled, this,
            [this](const CommandId &, const Result<qint64> &) { refreshFolded(); });
    refreshFolded();
}

void ReviewPage::showFolded(bool show)
{
    m_queue->showFolded(show);
    showSection();
    if (!show)
        return m_queue->list().setFocus();
    m_samples->refresh();
    m_queue->folded().chooseFirst();
    m_queue->folded().setFocus();
    refreshFolded();
}

void ReviewPage::showSection()
{
    const bool folded = m_queue->showsFolded();
    const int count = m_model->rowCount();
    if (folded)
        m_middle->setCurrentWidget(m_foldPanel);
    else
        m_middle->setCurrentIndex(count > 0 ? 1 : 0);
    m_checks->setVisible(!folded && count > 0);
}

QString ReviewPage::whyNoJudgement() const
{
    if (!session().rights().contains(u"fold.judge"_s))
        return tr("Your role may not decide on this");
    return session().link().state == LinkState::Live ? QString()
                                                     : tr("There is no connection");
}

void ReviewPage::refreshFolded()
{
    if (m_queue->showsFolded())
        m_queue->folded().chooseOne();
    m_foldPanel->setSample(m_queue->folded().current());
    m_foldPanel->setCounts(m_samples->rowCount(), m_samples->checked(), m_samples->missed(),
                           m_samples->drawnToday());
    m_foldPanel->setLocked(whyNoJudgement());
    m_foldPanel->setUndo(!m_judged.isEmpty());
}

void ReviewPage::judge(FoldCheck check)
{
    const auto *row = m_queue->folded().current();
    if (!row || !whyNoJudgement().isEmpty())
        return;
    const JudgeFold judgement{row->sample.group, row->sample.message, check};
    m_judged.append(judgement);
    if (m_judged.size() > mostJudged)
        m_judged.removeFirst();
    send(judgement);
    // The row goes when the backend has said so; a second key is for the next one.
    m_queue->folded().chooseNext();
}

void ReviewPage::undoJudgement()
{
    if (m_judged.isEmpty() || !whyNoJudgement().isEmpty())
        return;
    auto judgement = m_judged.takeLast();
    judgement.check = FoldCheck::Open;
    send(judgement);
}

void ReviewPage::send(const JudgeFold &judgement)
{
    m_foldPanel->setProblem({});
    session().submit(judgement, this, [this, judgement](const Result<> &kept) {
        if (kept)
            return;
        m_judged.removeOne(judgement);
        m_foldPanel->setProblem(refusalText(kept.error()));
        refreshFolded();
    });
    refreshFolded();
}

} // namespace quntai
