// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/review/reviewsubject.h"
#include "widgets/review/textcheck.h"

namespace quntai {

class ActionButton;
class Card;
class ConfidenceBar;
class FactGrid;
class PlainLabel;
class ReasonBars;
class ScrollColumn;

/** The right column of Review: what held the draft, what the rules say of the text as it is now,
 * the numbers behind the answer, its source, and how it would be sent. */
class CheckPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CheckPanel(ThemeHost &host, QWidget *parent = nullptr);

    void setSubject(const ReviewSubject &subject, Instant now);
    /** The rules, asked again for the text as it is written now. */
    /** warnings: names of word sets that let the text go, but warn of it. */
    void setFaults(const QList<TextFault> &faults, const QStringList &warnings);

Q_SIGNALS:
    void entryWanted(const quntai::EntryId &entry);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refreshChecks();
    void refreshVerdict();
    void refreshSource();
    void refreshSending(Instant now);
    void addCheck(Icon icon, ColorRole color, const QString &what, const QString &detail);
    void addRules();

    ReviewSubject m_subject;
    QList<TextFault> m_faults;
    QStringList m_warnings;
    ScrollColumn *m_body;
    Card *m_checks;
    PlainLabel *m_outcome;
    QList<QWidget *> m_rows;
    Card *m_verdict;
    ConfidenceBar *m_confidence;
    PlainLabel *m_emotion;
    ReasonBars *m_reasons;
    PlainLabel *m_sum;
    Card *m_source;
    PlainLabel *m_versions;
    PlainLabel *m_answer;
    ActionButton *m_open;
    Card *m_sending;
    FactGrid *m_facts;
};

} // namespace quntai
