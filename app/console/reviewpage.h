// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"
#include "models/items/draftmodel.h"
#include "models/items/foldsamplemodel.h"

#include <QHash>

class QStackedWidget;
class QTimer;

namespace quntai {

class CheckPanel;
class DraftPanel;
class EmptyState;
class FoldPanel;
class ReviewQueue;
class SameCard;
class SameDecision;

/** 审核: drafts that wait for a person before they go into a group.
 *
 * A decision needs the connection: what a reviewer has not seen must not be decided on later. What
 * is being written for a draft is kept while the console runs, whatever becomes of the draft.
 */
class ReviewPage : public Page
{
    Q_OBJECT
public:
    ReviewPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    void entered() override;
    void addActions(ActionRegistry &registry) override;
    int badge() const override { return m_badge; }

    void chooseDraft(const DraftId &draft);
    const DraftId &draft() const { return m_current; }
    DraftPanel &panel() const { return *m_panel; }
    DraftModel &drafts() const { return *m_model; }
    FoldSampleModel &folded() const { return *m_samples; }
    /** The section of folded messages to check, or that of drafts. */
    void showFolded(bool show);

private:
    void build();
    void join();
    void joinPanel();

    void refresh();
    void refreshBadge();
    void refreshLock();
    void leaveGone(const DraftRow &gone);
    void showRow(int row);
    void showDraft();
    void openWithOthers(const DraftId &draft);
    void step(int by);
    void lookAtNew();
    void tick();
    void takeOver();
    void submit(const CommandData &command);
    void settle(const CommandId &id, const Result<qint64> &result);
    void note(const QList<HappeningPtr> &happenings);
    void joinFolded();
    void showSection();
    void refreshFolded();
    void judge(FoldCheck check);
    void undoJudgement();
    void send(const JudgeFold &judgement);
    QString whyNoJudgement() const;

    qint64 seen(const DraftRow &row) const;
    QString lockedWhy() const;
    QString whatBecameOf(const DraftRow &row) const;
    bool mayReview() const;

    DraftModel *m_model;
    FoldSampleModel *m_samples;
    FoldPanel *m_foldPanel;
    QList<JudgeFold> m_judged;   //!< by this person, in order; to be taken back
    ReviewQueue *m_queue;
    DraftPanel *m_panel;
    SameCard *m_card;
    SameDecision *m_same;
    CheckPanel *m_checks;
    EmptyState *m_empty;
    QStackedWidget *m_middle;
    QTimer *m_tick;

    DraftId m_current;
    DraftRow m_row;      //!< of it, as it was last
    int m_at = 0;        //!< where it stood
    int m_badge = 0;
    QHash<DraftId, QString> m_written;
    QHash<DraftId, qint64> m_seen;
    QHash<DraftId, HappeningPtr> m_decided;   //!< by anybody, of late
    QHash<CommandId, DraftId> m_pending;
    QSet<DraftId> m_deciding;                 //!< by this person, until it is gone or refused
};

} // namespace quntai
