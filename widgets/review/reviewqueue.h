// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/review/draftlist.h"

namespace quntai {

class CountBadge;
class EmptyState;
class PlainLabel;

/** The left column of Review: how many drafts wait, and the drafts. */
class ReviewQueue : public ThemedWidget
{
    Q_OBJECT
public:
    ReviewQueue(ThemeHost &host, DraftModel &model, std::function<Instant()> clock,
                QWidget *parent = nullptr);

    DraftList &list() const { return *m_list; }
    /** What happens when nobody decides; empty: nothing is said. */
    void setHint(const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    DraftModel &m_model;
    CountBadge *m_count;
    DraftList *m_list;
    PlainLabel *m_hint;
    EmptyState *m_empty;
};

} // namespace quntai
