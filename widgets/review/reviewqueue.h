// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/review/draftlist.h"
#include "widgets/review/foldlist.h"

namespace quntai {

class CountBadge;
class EmptyState;
class PlainLabel;
class SegmentedControl;

/** The left column of Review: how many drafts wait, and the drafts; or the folded messages to
 * check. */
class ReviewQueue : public ThemedWidget
{
    Q_OBJECT
public:
    ReviewQueue(ThemeHost &host, DraftModel &model, FoldSampleModel &folded,
                std::function<Instant()> clock, QWidget *parent = nullptr);

    DraftList &list() const { return *m_list; }
    FoldList &folded() const { return *m_folded; }
    bool showsFolded() const;
    /** No signal. */
    void showFolded(bool show);
    /** What happens when nobody decides; empty: nothing is said. */
    void setHint(const QString &hint);

Q_SIGNALS:
    /** A person chose the drafts or the folded messages. */
    void sectionChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    DraftModel &m_model;
    FoldSampleModel &m_samples;
    CountBadge *m_count;
    SegmentedControl *m_tabs;
    DraftList *m_list;
    FoldList *m_folded;
    PlainLabel *m_hint;
    EmptyState *m_empty;
};

} // namespace quntai
