// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/correctionmodel.h"
#include "widgets/studio/sidepage.h"

namespace quntai {

class CompareView;

/** What agents corrected in an entry: the customer's words, the wrong answer, who and when, and
 * the entry before and now; to be accepted, adjusted or undone. */
class CorrectionView : public SidePage
{
    Q_OBJECT
public:
    explicit CorrectionView(ThemeHost &host, QWidget *parent = nullptr);

    /** now is the entry as the bot uses it; wrong are the wrong answers by message, as far as
     * they are at hand; names by user. */
    void open(const Correction &correction, const Entry &now,
              const QHash<MessageId, QString> &wrong, const QHash<UserId, QString> &names);
    EntryId entry() const { return m_correction.entry; }
    void setWritable(bool writable);
    void setProblem(const QString &problem);

Q_SIGNALS:
    void accepted(const quntai::EntryId &entry, int version);
    /** Back to how it was before the corrections; version 0: there was no such entry. */
    void undoWanted(const quntai::Entry &before, int version);
    void adjustWanted(const quntai::EntryId &entry);

private:
    void addCase(const CorrectionCase &one, const QString &wrong, const QString &who);

    Correction m_correction;
    int m_version = 0;
    QWidget *m_cases;
    CompareView *m_compare;
    PlainLabel *m_problem;
    ActionButton *m_undo;
    ActionButton *m_adjust;
    ActionButton *m_accept;
};

} // namespace quntai
