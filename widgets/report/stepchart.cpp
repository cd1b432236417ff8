// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/stepchart.h"

#include "widgets/common/paint/textpaint.h"

#include <QChart>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace quntai {

namespace {

constexpr int tickWidth = 62;    // labels of the grid, at the left
constexpr int stepWidth = 84;    // one label of the time axis
constexpr int stepHeight = 22;
constexpr int topRoom = 8;
constexpr int rightRoom = 16;
constexpr int mostPoints = 40;   // beyond, markers would hide the line
constexpr double reach = 12;     // of a click, in pixels

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
    : QChartView(parent), m_host(host), m_x(new QValueAxis(this)), m_y(new QValueAxis(this))
{
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);  // the table has the same for the keyboard
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->legend()->hide();
    for (auto *axis : {m_x, m_y}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setLineVisible(false);
    }
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    setMinimumHeight(140);
    connect(&host, &ThemeHost::changed, this, &StepChart::rebuild);
    rebuild();
}

void StepChart::setTicks(const QList<std::pair<double, QString>> &ticks)
{
    m_ticks = ticks;
    // Points on the lowest line are whole.
    const auto low = ticks.constFirst().first;
    m_y->setRange(low - 0.04 * (ticks.constLast().first - low), ticks.constLast().first);
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

double StepChart::onScale(double value) const
{
    return std::clamp(value, m_ticks.constFirst().first, m_ticks.constLast().first);
}

void StepChart::rebuild()
{
    chart()->removeAllSeries();
    // A little room at both ends: the outer points are whole, a single one stands in the middle.
    m_x->setRange(-0.35, std::max<double>(0, double(m_labels.size()) - 1) + 0.35);
    addMark();
    for (const auto &line : std::as_const(m_lines))
        addLine(line);
    resetCachedContent();
    viewport()->update();
}

void StepChart::join(QXYSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

/** A step without a value breaks the line. */
void StepChart::addLine(const StepLine &line)
{
    const auto &color = m_host.theme().color(line.color);
    auto *points = new QScatterSeries;
    QLineSeries *run = nullptr;
    for (int step = 0; step < line.values.size(); ++step) {
        const auto &value = line.values.at(step);
        if (!value) {
            run = nullptr;
            continue;
        }
        if (!run) {
            run = new QLineSeries;
            run->setPen(QPen(color, 2));
            join(run);
        }
        run->append(step, onScale(*value));
        points->append(step, onScale(*value));
    }
    points->setMarkerShape(markerOf(line.shape));
    points->setMarkerSize(line.values.size() > mostPoints ? 4 : 8);
    points->setColor(color);
    points->setBorderColor(Qt::transparent);
    join(points);
}

void StepChart::addMark()
{
    if (!m_mark || m_labels.isEmpty())
        return;
    auto *across = new QLineSeries;
    across->append(m_x->min(), m_mark->value);
    across->append(m_x->max(), m_mark->value);
    across->setPen(QPen(m_host.theme().color(ColorRole::TextTertiary), 1, Qt::DashLine));
    join(across);
}

void StepChart::placeArea()
{
    chart()->setPlotArea(QRectF(tickWidth, topRoom, std::max(1, width() - tickWidth - rightRoom),
                                std::max(1, height() - topRoom - stepHeight)));
}

QPointF StepChart::placeOf(double step, double value) const
{
    const auto area = chart()->plotArea();
    return {area.left() + (step - m_x->min()) / (m_x->max() - m_x->min()) * area.width(),
            area.bottom() - (value - m_y->min()) / (m_y->max() - m_y->min()) * area.height()};
}

void StepChart::paintGrid(QPainter &painter) const
{
    const auto &theme = m_host.theme();
    const auto area = chart()->plotArea();
    double above = area.bottom() + 100;
    for (const auto &[value, label] : m_ticks) {
        const auto y = placeOf(0, value).y();
        paintHLine(painter, area.left(), area.right(), y, theme.color(ColorRole::BorderSubtle));
        if (above - y < 13)
            continue;  // too close to the one below
        above = y;
        paintText(painter, theme, QRectF(0, y - 8, tickWidth - 8, 16), label, TextRole::Micro,
                  ColorRole::TextTertiary, Qt::AlignRight);
    }
    if (m_mark && !m_labels.isEmpty()) {
        const auto y = placeOf(0, m_mark->value).y();
        paintText(painter, theme, QRectF(area.left(), y - 16, area.width(), 15), m_mark->text,
                  TextRole::Micro, ColorRole::TextTertiary, Qt::AlignLeft); // the newest is right
    }
}

/** As many labels as stand side by side, the first one always. */
void StepChart::paintSteps(QPainter &painter) const
{
    const auto area = chart()->plotArea();
    const auto room = std::max<qsizetype>(1, qsizetype(area.width()) / stepWidth);
    const auto every = std::max<qsizetype>(1, (m_labels.size() + room - 1) / room);
    for (qsizetype step = 0; step < m_labels.size(); step += every) {
        const auto x = placeOf(double(step), 0).x();
        paintText(painter, m_host.theme(),
                  QRectF(x - stepWidth / 2.0, area.bottom() + 4, stepWidth, 16), m_labels.at(step),
                  TextRole::Micro, ColorRole::TextTertiary, Qt::AlignHCenter);
    }
}

void StepChart::drawBackground(QPainter *painter, const QRectF &)
{
    paintGrid(*painter);
    paintSteps(*painter);
}

void StepChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placeArea();
}

/** The nearest point within reach: its line and step. */
std::optional<std::pair<int, int>> StepChart::pointAt(const QPointF &at) const
{
    std::optional<std::pair<int, int>> found;
    double nearest = reach;
    for (int i = 0; i < m_lines.size(); ++i) {
        const auto &values = m_lines.at(i).values;
        for (int step = 0; step < values.size(); ++step) {
            if (!values.at(step))
                continue;
            const auto away = QLineF(at, placeOf(step, onScale(*values.at(step)))).length();
            if (away < nearest) {
                nearest = away;
                found = {i, step};
            }
        }
    }
    return found;
}

void StepChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto point = pointAt(event->position()))
        Q_EMIT pointChosen(point->first, point->second);
}

void StepChart::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(pointAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace quntai
