// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/reporttopicmodel.h"
#include "widgets/report/reportcharts.h"
#include "widgets/report/reporthead.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace quntai {

class EmptyState;
class InlineBanner;
class MeasureStrip;
class ReportTables;
class TopicsPanel;

/** The whole report: head, measures, charts or tables at the left, the topics behind a number at
 * the right. Shows what it is given; asks by signals. */
class ReportView : public ThemedWidget
{
    Q_OBJECT
public:
    ReportView(ThemeHost &host, ReportTopicModel &topics, QWidget *parent = nullptr);

    ReportHead &head() const { return *m_head; }
    MeasureStrip &strip() const { return *m_strip; }
    TopicsPanel &topics() const { return *m_topics; }
    const Report &report() const { return m_report; }

    void setReport(const Report &report, int offsetMinutes);
    /** A report was asked for: after a moment grey blocks, unless there are numbers already. */
    void setAsking();
    /** It did not come; what was shown stays. Offline: no way to ask, the connection will come. */
    void setProblem(const QString &why, bool offline);
    /** Nothing here is for this person; sentence says for whom it is. Empty: it is for them. */
    void setClosed(const QString &sentence);
    /** Lists the topics of a slice of the report. */
    void showSlice(const ReportSlice &slice);
    QPixmap picture() const;
    void copyFigures();

Q_SIGNALS:
    void retryWanted();
    void topicChosen(const quntai::ReportTopic &topic);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildBody();
    void join();
    void showBody();
    ReportTopicsParams questionFor(const ReportSlice &slice) const;

    Report m_report;
    int m_offset = 0;
    ReportSlice m_slice;
    bool m_hasReport = false;
    bool m_tablesWanted = false;
    QTimer *m_loadingSoon;
    ReportHead *m_head;
    MeasureStrip *m_strip;
    InlineBanner *m_banner;
    QStackedWidget *m_left;
    ReportCharts *m_charts;
    ReportTables *m_tables;
    EmptyState *m_empty;
    TopicsPanel *m_topics;
    QSplitter *m_splitter;
};

} // namespace quntai
