// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "models/items/texttable.h"
#include "widgets/common/theme/roles.h"

#include <QString>

namespace quntai {

/** One number of the strip above the charts. */
struct MeasureView
{
    Measure measure = Measure::FirstResponse;
    QString name;
    QString definition;
    QString value;   //!< "14.8%", "6 s", "–" when there is nothing to say
    QString note;    //!< denominator, split or trend
    ColorRole color = ColorRole::TextPrimary;
    ReportSide side = ReportSide::All;  //!< which topics stand behind the number
};

QString measureName(Measure measure);
/** The measure's definition, as models/domain/report.h has it, in the person's language. */
QString measureDefinition(Measure measure);
QString answererName(Answerer who);
/** "6 s", "1:30", "2 h 05". */
QString durationText(qint64 ms);
/** "86.2%"; "–" for nothing. */
QString percentText(const Share &share);
double percentOf(const Share &share);
/** "1 900 / 12 840". */
QString countText(int count);
/** "11-26", or "11-26 14:00" for steps shorter than a day; by the company's clock. */
QString stepText(Instant at, qint64 stepMs, int offsetMinutes);
QString weekdayName(int weekday);

/** All measures in the order they are shown. */
QList<MeasureView> measureViews(const Report &report);

/** The same as the charts, as tables: one row a step and one for all of it. */
TextTable figuresTable(const Report &report, int offsetMinutes);
/** Share of covered minutes by hour; rows are weekdays or groups. */
TextTable coverageTable(const QList<CoverageRow> &rows);
TextTable reasonsTable(const Report &report);
/** For export: the topics listed. */
TextTable topicsTable(const QList<ReportTopic> &topics);

} // namespace quntai
