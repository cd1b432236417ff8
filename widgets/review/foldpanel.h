// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/foldsamplemodel.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

class ActionButton;
class PlainLabel;

/** One folded message in full, why it was folded, and the two things a person may say of it. */
class FoldPanel : public ThemedWidget
{
    Q_OBJECT
public:
    explicit FoldPanel(ThemeHost &host, QWidget *parent = nullptr);

    /** Null: there is nothing (more) to check. */
    void setSample(const FoldSampleRow *row);
    void setCounts(int waiting, int checked, int missed, int today);
    /** Why nobody may judge now; empty: they may. */
    void setLocked(const QString &why);
    void setProblem(const QString &problem);
    /** There is a word to take back. */
    void setUndo(bool can);

Q_SIGNALS:
    void judged(quntai::FoldCheck check);
    void undoWanted();
    /** See it among the other messages of its group. */
    void groupWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildButtons();

    PlainLabel *m_where;
    PlainLabel *m_text;
    PlainLabel *m_why;
    PlainLabel *m_counts;
    PlainLabel *m_problem;
    QWidget *m_body;
    PlainLabel *m_nothing;
    ActionButton *m_right;
    ActionButton *m_missed;
    ActionButton *m_undo;
    ActionButton *m_show;
    bool m_any = false;
    QString m_locked;
};

} // namespace quntai
