// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/gapmodel.h"
#include "widgets/studio/sidepage.h"

namespace quntai {

/** A gap of the knowledge base: what was asked, how often and where, and which entry came nearest;
 * to be made into an entry, added to the nearest one, or dismissed; one that was dismissed can be
 * opened again. */
class GapView : public SidePage
{
    Q_OBJECT
public:
    explicit GapView(ThemeHost &host, QWidget *parent = nullptr);

    /** by: who dismissed it. */
    void open(const GapRow &row, const QString &by = {});
    GapId gap() const { return m_row.gap.id; }
    void setWritable(bool writable);
    void setProblem(const QString &problem);

Q_SIGNALS:
    void entryWritten(const quntai::Gap &gap);
    void addedToNearest(const quntai::Gap &gap);
    void dismissed(const quntai::GapId &gap);
    void reopened(const quntai::GapId &gap);

private:
    void addFacts();
    bool isDismissed() const { return m_row.gap.state == GapState::Dismissed; }
    void addQuestions();

    GapRow m_row;
    QString m_by;
    QWidget *m_cards;
    PlainLabel *m_problem;
    ActionButton *m_dismiss;
    ActionButton *m_nearest;
    ActionButton *m_write;
    bool m_writable = false;
};

} // namespace quntai
