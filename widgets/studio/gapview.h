// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/gapmodel.h"
#include "widgets/studio/sidepage.h"

namespace quntai {

/** A gap of the knowledge base: what was asked, how often and where, and which entry came nearest;
 * to be made into an entry, added to the nearest one, or dismissed. */
class GapView : public SidePage
{
    Q_OBJECT
public:
    explicit GapView(ThemeHost &host, QWidget *parent = nullptr);

    void open(const GapRow &row);
    GapId gap() const { return m_row.gap.id; }
    void setWritable(bool writable);
    void setProblem(const QString &problem);

Q_SIGNALS:
    void entryWritten(const quntai::Gap &gap);
    void addedToNearest(const quntai::Gap &gap);
    void dismissed(const quntai::GapId &gap);

private:
    void addFacts();
    void addQuestions();

    GapRow m_row;
    QWidget *m_cards;
    PlainLabel *m_problem;
    ActionButton *m_dismiss;
    ActionButton *m_nearest;
    ActionButton *m_write;
    bool m_writable = false;
};

} // namespace quntai
