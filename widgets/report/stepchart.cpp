// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/stepchart.h"

#include "widgets/common/paint/textpaint.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>

#include <cmath>

namespace quntai {

namespace {

constexpr int labelWidth = 84;
constexpr int mostPoints = 40;  // beyond, markers would hide the line

QScatterSeries::MarkerShape markerOf(LegendMark::Shape shape)
{
    switch (shape) {
    case LegendMark::Shape::Square: return QScatterSeries::MarkerShapeRectangle;
    case LegendMark::Shape::Diamond: return QScatterSeries::MarkerShapeRotatedRectangle;
    default: return QScatterSeries::MarkerShapeCircle;
    }
}

} // namespace

StepChart::StepChart(ThemeHost &host, const QString &name, QWidget *parent)
    : QChartView(parent), m_host(host), m_x(new QCategoryAxis(this)), m_y(new QCategoryAxis(this))
{
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);  // the table has the same for the keyboard
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({0, 0, space::x2, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    for (auto *axis : {m_x, m_y})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    setMinimumHeight(140);
    connect(&host, &ThemeHost::changed, this, &StepChart::refreshLook);
    refreshLook();
}

void StepChart::setTicks(const QList<std::pair<double, QString>> &ticks)
{
    m_ticks = ticks;
    for (const auto &label : m_y->categoriesLabels())
        m_y->remove(label);
    if (ticks.isEmpty())
        return;
    m_y->setRange(ticks.constFirst().first, ticks.constLast().first);
    m_y->setStartValue(ticks.constFirst().first - 1);
    for (const auto &[value, label] : ticks)
        m_y->append(label, value);
}

void StepChart::setMark(const std::optional<StepMark> &mark)
{
    m_mark = mark;
}

void StepChart::setLines(const QList<StepLine> &lines, const QStringList &labels)
{
    m_lines = lines;
    m_labels = labels;
    rebuild();
}

void StepChart::rebuild()
{
    chart()->removeAllSeries();
    m_x->setRange(0, std::max<double>(1, double(m_labels.size()) - 1));
    labelSteps();
    addMark();
    for (int i = 0; i < m_lines.size(); ++i)
        addLine(i);
}

/** A step without a value breaks the line. */
void StepChart::addLine(int index)
{
    const auto &line = m_lines.at(index);
    const auto &color = m_host.theme().color(line.color);
    auto *points = new QScatterSeries;
    QLineSeries *run = nullptr;
    const auto join = [&](QXYSeries *series) {
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    };
    for (int step = 0; step < line.values.size(); ++step) {
        const auto &value = line.values.at(step);
        if (!value) {
            run = nullptr;
            continue;
        }
        const double top = m_ticks.isEmpty() ? *value : m_ticks.constLast().first;
        const double low = m_ticks.isEmpty() ? *value : m_ticks.constFirst().first;
        const QPointF point(step, std::clamp(*value, low, top));
        if (!run) {
            run = new QLineSeries;
            run->setPen(QPen(color, 2));
            join(run);
        }
        run->append(point);
        points->append(point);
    }
    points->setMarkerShape(markerOf(line.shape));
    points->setMarkerSize(line.values.size() > mostPoints ? 4 : 8);
    points->setColor(color);
    points->setBorderColor(Qt::transparent);
    join(points);
    connect(points, &QXYSeries::clicked, this, [this, index](const QPointF &at) {
        Q_EMIT pointChosen(index, int(std::lround(at.x())));
    });
}

void StepChart::addMark()
{
    if (!m_mark)
        return;
    auto *across = new QLineSeries;
    across->append(0, m_mark->value);
    across->append(std::max<double>(1, double(m_labels.size()) - 1), m_mark->value);
    across->setPen(QPen(m_host.theme().color(ColorRole::TextTertiary), 1, Qt::DashLine));
    chart()->addSeries(across);
    across->attachAxis(m_x);
    across->attachAxis(m_y);
}

/** As many labels as stand side by side, the first one always. */
void StepChart::labelSteps()
{
    for (const auto &label : m_x->categoriesLabels())
        m_x->remove(label);
    m_x->setStartValue(-1);
    const auto room = std::max<qsizetype>(2, width() / labelWidth);
    const auto every = std::max<qsizetype>(1, (m_labels.size() + room - 1) / room);
    for (qsizetype step = 0; step < m_labels.size(); step += every)
        m_x->append(m_labels.at(step), double(step));
}

void StepChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    labelSteps();
}

void StepChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    if (!m_mark || m_mark->text.isEmpty() || chart()->series().isEmpty())
        return;
    const auto at = chart()->mapToPosition({0, m_mark->value}, chart()->series().constFirst());
    const auto area = chart()->plotArea();
    paintText(*painter, m_host.theme(), QRectF(area.left(), at.y() - 16, area.width() - 2, 15),
              m_mark->text, TextRole::Micro, ColorRole::TextTertiary, Qt::AlignRight);
}

void StepChart::refreshLook()
{
    const auto &theme = m_host.theme();
    for (auto *axis : {m_x, m_y}) {
        axis->setLabelsFont(theme.font(TextRole::Micro));
        axis->setLabelsColor(theme.color(ColorRole::TextTertiary));
        axis->setGridLinePen(QPen(theme.color(ColorRole::BorderSubtle), 1));
        axis->setLinePen(Qt::NoPen);
    }
    m_x->setGridLineVisible(false);
    m_x->setLinePen(QPen(theme.color(ColorRole::BorderSubtle), 1));
    rebuild();
}

} // namespace quntai
