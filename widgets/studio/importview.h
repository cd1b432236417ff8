// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entryimport.h"
#include "widgets/studio/sidepage.h"

class QListView;

namespace quntai {

class ChipLabel;
class CompareView;
class ImportRowModel;
class SegmentedControl;

/** What a file would change, row by row, before anything is changed. */
class ImportView : public SidePage
{
    Q_OBJECT
public:
    explicit ImportView(ThemeHost &host, QWidget *parent = nullptr);

    /** file is its name. While it is read the page says so. */
    void begin(const QString &file);
    void setPlan(const ImportPlan &plan);
    bool asDrafts() const;
    void setWritable(bool writable);
    /** Rows of the plan taken in so far; total 0: none under way. */
    void setProgress(int done, int total);
    void setProblem(const QString &problem);
    void setDone(int entries);

Q_SIGNALS:
    void importWanted();
    /** Live or draft was chosen: the plan is another one now. */
    void targetChanged();

private:
    void refresh();
    void showRow(const QModelIndex &index);

    ImportPlan m_plan;
    QString m_file;
    bool m_reading = false;
    bool m_writable = true;
    int m_total = 0;

    QList<ChipLabel *> m_chips;
    PlainLabel *m_state;
    SegmentedControl *m_target;
    ImportRowModel *m_model;
    QListView *m_list;
    CompareView *m_compare;
    ActionButton *m_import;
};

} // namespace quntai
