// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/reportcharts.h"

#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/report/coveragemap.h"
#include "widgets/report/noticedcard.h"
#include "widgets/report/reliabilitychart.h"
#include "widgets/report/reportcard.h"
#include "widgets/common/words/words.h"
#include "widgets/report/reportwords.h"
#include "widgets/report/stepchart.h"
#include "widgets/report/transferbars.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardMax = 340;  // beyond, a chart gains nothing

constexpr auto answerers = std::to_array({Answerer::Bot, Answerer::Human, Answerer::Peer});

/** Seconds as they stand on the logarithmic axis; under a second is one. */
double onAxis(qint64 ms)
{
    return std::log10(std::max<double>(1, double(ms) / 1000));
}

QList<std::pair<double, QString>> timeTicks()
{
    QList<std::pair<double, QString>> ticks;
    for (const qint64 seconds : {1, 10, 60, 600, 3600, 43200})
        ticks.append({onAxis(seconds * 1000), durationText(seconds * 1000)});
    return ticks;
}

StepLine lineOf(Answerer who)
{
    switch (who) {
    case Answerer::Bot: return {answererName(who), ColorRole::BotSolid, LegendMark::Shape::Circle, {}};
    case Answerer::Human:
        return {answererName(who), ColorRole::AgentSolid, LegendMark::Shape::Square, {}};
    case Answerer::Peer: break;
    }
    return {answererName(who), ColorRole::CustomerSolid, LegendMark::Shape::Diamond, {}};
}

QList<LegendMark> legendOf(const QList<StepLine> &lines)
{
    QList<LegendMark> marks;
    for (const auto &line : lines)
        marks.append({line.name, line.color, line.shape});
    return marks;
}

struct RateLine
{
    Measure measure;
    ColorRole color;
    LegendMark::Shape shape;
    Share Figures::*share;
    ReportSide side;
};

constexpr auto rateLines = std::to_array<RateLine>({
    {Measure::Automation, ColorRole::BotSolid, LegendMark::Shape::Circle, &Figures::automation,
     ReportSide::Part},
    {Measure::KnowledgeHit, ColorRole::AccentSolid, LegendMark::Shape::Square, &Figures::hit,
     ReportSide::Rest},
    {Measure::Transfer, ColorRole::WarningSolid, LegendMark::Shape::Diamond, &Figures::transfer,
     ReportSide::Part},
});

} // namespace

ReportCharts::ReportCharts(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x4, space::x3, 0, space::x3);
    column->setSpacing(space::x3);
    column->addWidget(buildCoverage());
    column->addWidget(buildResponse(), 3);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(space::x3);
    pair->addWidget(buildRates(), 3);
    pair->addWidget(buildReasons(), 2);
    column->addLayout(pair, 3);
    auto *last = new QHBoxLayout;
    last->setSpacing(space::x3);
    last->addWidget(buildReliability(), 3);
    m_noticed = new NoticedCard(host, this);
    m_noticed->setMaximumHeight(cardMax);
    last->addWidget(m_noticed, 2);
    column->addLayout(last, 3);
    column->addStretch(0);
}

ReportCard *ReportCharts::buildCoverage()
{
    auto *card = new ReportCard(host(), measureName(Measure::Coverage),
                                measureDefinition(Measure::Coverage), this);
    card->setLegend({{tr("Somebody there"), ColorRole::AgentSolid},
                     {tr("Bot alone"), ColorRole::BotSolid},
                     {tr("Nobody"), ColorRole::DangerSolid, LegendMark::Shape::Struck}});
    m_coverageBy = new SegmentedControl(host(), tr("Rows"), card);
    m_coverageBy->addSegment(tr("By weekday"));
    m_coverageBy->addSegment(tr("By group"));
    m_coverageBy->setCurrentIndex(0);
    card->addHeadWidget(m_coverageBy);
    m_coverage = new CoverageMap(host(), card);
    card->setContent(m_coverage, 0);
    m_gaps = new PlainLabel(host(), {}, TextRole::Caption, ColorRole::TextTertiary, card);
    auto *gaps = new QHBoxLayout;
    gaps->setContentsMargins(space::x4, space::x1, space::x4, space::x2);
    gaps->addWidget(m_gaps);
    card->column()->addLayout(gaps);
    connect(m_coverageBy, &SegmentedControl::chosen, this, &ReportCharts::refreshCoverage);
    connect(m_coverage, &CoverageMap::cellChosen, this, [this](const CoverageRow &row, int hour) {
        ReportSlice slice{.measure = Measure::Coverage};
        slice.group = row.group;
        slice.weekday = row.weekday;
        slice.hour = hour;
        slice.words = u"%1 %2:00"_s.arg(row.weekday > 0 ? weekdayName(row.weekday) : row.name)
                          .arg(hour, 2, 10, QChar(u'0'));
        Q_EMIT sliceChosen(slice);
    });
    return card;
}

ReportCard *ReportCharts::buildResponse()
{
    auto *card = new ReportCard(host(), measureName(Measure::FirstResponse),
                                measureDefinition(Measure::FirstResponse), this);
    card->setNote(tr("logarithmic"));
    m_response = new StepChart(host(), measureName(Measure::FirstResponse), card);
    m_response->setTicks(timeTicks());
    card->setContent(m_response);
    card->setMaximumHeight(cardMax);
    QList<StepLine> lines;
    for (const auto who : answerers)
        lines.append(lineOf(who));
    card->setLegend(legendOf(lines));
    connect(m_response, &StepChart::pointChosen, this, [this](int line, int step) {
        ReportSlice slice{.measure = Measure::FirstResponse};
        slice.who = answerers.at(std::size_t(line));
        slice.words = answererName(*slice.who);
        chooseStep(slice, step);
    });
    return card;
}

ReportCard *ReportCharts::buildRates()
{
    auto *card = new ReportCard(host(), tr("Rates"), {}, this);
    m_rates = new StepChart(host(), tr("Rates"), card);
    QList<std::pair<double, QString>> ticks;
    for (const int percent : {0, 25, 50, 75, 100})
        ticks.append({double(percent), QString::number(percent) + u'%'});
    m_rates->setTicks(ticks);
    m_rates->setMark(StepMark{transferMark / 10.0, tr("transfer mark %1%").arg(transferMark / 10)});
    card->setContent(m_rates);
    card->setMaximumHeight(cardMax);
    QList<LegendMark> marks;
    for (const auto &line : rateLines)
        marks.append({measureName(line.measure), line.color, line.shape});
    card->setLegend(marks);
    connect(m_rates, &StepChart::pointChosen, this, [this](int line, int step) {
        const auto &rate = rateLines.at(std::size_t(line));
        chooseStep({.measure = rate.measure, .side = rate.side}, step);
    });
    return card;
}

ReportCard *ReportCharts::buildReasons()
{
    m_reasonsCard = new ReportCard(host(), tr("Transfer reasons"), {}, this);
    m_reasons = new TransferBars(host(), m_reasonsCard);
    m_reasonsCard->setContent(m_reasons, 0);
    m_reasonsCard->column()->addStretch(1);
    m_reasonsCard->setMaximumHeight(cardMax);
    connect(m_reasons, &TransferBars::reasonChosen, this, [this](Reason reason) {
        ReportSlice slice{.measure = Measure::Transfer, .side = ReportSide::Part};
        slice.reason = reason;
        slice.words = reasonName(reason);
        Q_EMIT sliceChosen(slice);
    });
    return m_reasonsCard;
}

void ReportCharts::chooseStep(ReportSlice slice, int step)
{
    if (step < 0 || step >= m_report.steps.size())
        return;
    slice.step = m_report.steps.at(step).from;
    const auto when = stepText(*slice.step, m_report.stepMs, m_offset);
    slice.words = slice.words.isEmpty() ? when : slice.words + u" · "_s + when;
    Q_EMIT sliceChosen(slice);
}

QStringList ReportCharts::stepLabels() const
{
    QStringList labels;
    for (const auto &step : m_report.steps) {
        // Hours need no date; only the axis' first label would carry it.
        const auto text = stepText(step.from, m_report.stepMs, m_offset);
        labels.append(m_report.stepMs < 86'400'000 && m_report.steps.size() <= 24
                          ? text.section(u' ', 1)
                          : text);
    }
    return labels;
}

ReportCard *ReportCharts::buildReliability()
{
    auto *card = new ReportCard(
        host(), tr("Reliability"),
        tr("Answers by how sure the bot was: drafts people decided on, and texts it sent by itself. "
           "Accepted are those approved as they were or never corrected. The dashes are where the "
           "accepted part ends if the bot is right as often as it is sure."),
        this);
    card->setLegend({{tr("Accepted"), ColorRole::ConfidenceHigh},
                     {tr("Corrected"), ColorRole::WarningSolid},
                     {tr("Refused"), ColorRole::DangerSolid},
                     {tr("Confidence"), ColorRole::TextPrimary, LegendMark::Shape::Dashes}});
    m_reliability = new ReliabilityChart(host(), card);
    card->setContent(m_reliability);
    card->setMaximumHeight(cardMax);
    return card;
}

void ReportCharts::setReport(const Report &report, int offsetMinutes)
{
    m_report = report;
    m_offset = offsetMinutes;
    refreshCoverage();
    refreshResponse();
    refreshRates();
    m_reliability->setSteps(report.reliability);
    m_noticed->setFigures(report.folds, report.spreads);
    m_reasons->setReasons(report.reasons, report.now.transfer.part);
    m_reasonsCard->setNote(
        tr("%1 topics, several each").arg(countText(report.now.transfer.part)));
}

void ReportCharts::refreshCoverage()
{
    const bool byGroup = m_coverageBy->currentIndex() == 1;
    m_coverage->setRows(byGroup ? m_report.groups : m_report.weekdays);
    const auto &share = m_report.now.coverage;
    const int gap = share.whole - share.part;
    m_gaps->setPlainText(gap == 0
                             ? tr("There was always somebody to answer.")
                             : tr("Nobody was there for %1 h in all groups together; %2 topics "
                                  "were asked in that time.")
                                   .arg(gap / 60.0, 0, 'f', 1)
                                   .arg(m_report.uncoveredTopics));
}

void ReportCharts::refreshResponse()
{
    QList<StepLine> lines;
    for (std::size_t i = 0; i < answerers.size(); ++i) {
        auto line = lineOf(answerers[i]);
        for (const auto &step : m_report.steps) {
            const auto timing = step.figures.by.value(qsizetype(i)).first;
            line.values.append(timing.count > 0 ? std::optional(onAxis(timing.medianMs))
                                                : std::nullopt);
        }
        lines.append(line);
    }
    m_response->setLines(lines, stepLabels());
}

void ReportCharts::refreshRates()
{
    QList<StepLine> lines;
    for (const auto &rate : rateLines) {
        StepLine line{measureName(rate.measure), rate.color, rate.shape, {}};
        for (const auto &step : m_report.steps) {
            const auto share = step.figures.*rate.share;
            line.values.append(share.whole > 0 ? std::optional(percentOf(share)) : std::nullopt);
        }
        lines.append(line);
    }
    m_rates->setLines(lines, stepLabels());
}

void ReportCharts::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
}

} // namespace quntai
