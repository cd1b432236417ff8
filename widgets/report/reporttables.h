// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "models/items/texttable.h"
#include "widgets/common/themedwidget.h"

class QTableView;

namespace quntai {

class SegmentedControl;

/** The charts' numbers as tables; selected cells are copied by Ctrl+C, without a selection all. */
class ReportTables : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ReportTables(ThemeHost &host, QWidget *parent = nullptr);

    void setReport(const Report &report, int offsetMinutes);
    void copy();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    Report m_report;
    int m_offset = 0;
    SegmentedControl *m_which;
    TextTableModel *m_model;
    QTableView *m_view;
};

} // namespace quntai
