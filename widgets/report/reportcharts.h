// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "widgets/common/themedwidget.h"

#include <optional>

namespace quntai {

class CoverageMap;
class NoticedCard;
class PlainLabel;
class ReliabilityChart;
class ReportCard;
class SegmentedControl;
class StepChart;
class TransferBars;

/** What a click on a chart asks for. */
struct ReportSlice
{
    Measure measure = Measure::FirstResponse;
    ReportSide side = ReportSide::All;
    std::optional<Answerer> who = {};
    std::optional<Reason> reason = {};
    std::optional<Instant> step = {};  //!< only of this step
    GroupId group = {};
    int weekday = 0;
    int hour = -1;
    QString words = {};                //!< names the slice; empty: all of the report
};

/** The charts of a report, one under the other: coverage, response times, rates, reasons,
 * how reliable the bot is and what it let pass. */
class ReportCharts : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ReportCharts(ThemeHost &host, QWidget *parent = nullptr);

    void setReport(const Report &report, int offsetMinutes);

Q_SIGNALS:
    void sliceChosen(const quntai::ReportSlice &slice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ReportCard *buildCoverage();
    ReportCard *buildResponse();
    ReportCard *buildRates();
    ReportCard *buildReasons();
    ReportCard *buildReliability();
    void refreshCoverage();
    void refreshResponse();
    void refreshRates();
    void chooseStep(ReportSlice slice, int step);
    QStringList stepLabels() const;

    Report m_report;
    int m_offset = 0;
    SegmentedControl *m_coverageBy;
    CoverageMap *m_coverage;
    PlainLabel *m_gaps;
    StepChart *m_response;
    StepChart *m_rates;
    TransferBars *m_reasons;
    ReportCard *m_reasonsCard;
    ReliabilityChart *m_reliability;
    NoticedCard *m_noticed;
};

} // namespace quntai
