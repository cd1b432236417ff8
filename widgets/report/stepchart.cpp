// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/stepchart.h"

#include "widgets/common/paint/textpaint.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace quntai {

namespace {

constexpr int tickWidth = 62;    // labels of the grid, at the left
constexpr int stepWidth = 84;    // one label of the time axis
constexpr int stepHeight = 22;
constexpr int topRoom = 8;
constexpr int rightRoom = 16;
constexpr int mostPoints = 40;   // beyond, markers would hide the line
constexpr double endRoom = 0.35; // of a step at both ends, so that the outer points are whole
constexpr double lowRoom = 0.04; // of the scale, so that points on the lowest line are
constexpr double reach = 12;     // of a click, in pixels

void paintMarker(QPainter &painter, LegendMark::Shape shape, const QPointF &at, double size)
{
    const double half = size / 2;
    if (shape == LegendMark::Shape::Square)
        painter.drawRect(QRectF(at.x() - half, at.y() - half, size, size));
    else if (shape == LegendMark::Shape::Diamond)
        painter.drawPolygon(QPolygonF{at + QPointF(0, -half), at + QPointF(half, 0),
                                      at + QPointF(0, half), at + QPointF(-half, 0)});
    else
        painter.drawEllipse(at, half, half);
}

} // namespace

StepChart::StepChart(ThemeHost &host, const QString &name, QWidget *parent)
    : ThemedWidget(host, parent)
{
    setAccessibleName(name);
    setMouseTracking(true);
    setMinimumHeight(140);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StepChart::setTicks(const QList<std::pair<double, QString>> &ticks)
{
    m_ticks = ticks;
    update();
}

void StepChart::setMark(const std::optional<StepMark> &mark)
{
    m_mark = mark;
    update();
}

void StepChart::setLines(const QList<StepLine> &lines, const QStringList &labels)
{
    m_lines = lines;
    m_labels = labels;
    update();
}

QRectF StepChart::area() const
{
    return {tickWidth, topRoom, double(std::max(1, width() - tickWidth - rightRoom)),
            double(std::max(1, height() - topRoom - stepHeight))};
}

QPointF StepChart::placeOf(double step, double value) const
{
    const auto all = area();
    const double steps = std::max<double>(0, double(m_labels.size()) - 1) + 2 * endRoom;
    const double top = m_ticks.constLast().first;
    const double low = m_ticks.constFirst().first;
    const double scale = (top - low) * (1 + lowRoom);
    return {all.left() + (step + endRoom) / steps * all.width(),
            all.top() + (top - std::clamp(value, low, top)) / scale * all.height()};
}

/** A step without a value breaks the line. */
void StepChart::paintLine(QPainter &painter, const StepLine &line) const
{
    const auto &color = theme().color(line.color);
    QPolygonF run;
    const auto close = [&] {
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(run);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const auto &point : std::as_const(run))
            paintMarker(painter, line.shape, point, line.values.size() > mostPoints ? 4 : 8);
        run.clear();
    };
    for (int step = 0; step < line.values.size(); ++step) {
        if (const auto &value = line.values.at(step))
            run.append(placeOf(step, *value));
        else
            close();
    }
    close();
}

void StepChart::paintGrid(QPainter &painter) const
{
    const auto all = area();
    double above = all.bottom() + 100;
    for (const auto &[value, label] : m_ticks) {
        const auto y = placeOf(0, value).y();
        paintHLine(painter, all.left(), all.right(), y, theme().color(ColorRole::BorderSubtle));
        if (above - y < 13)
            continue;  // too close to the one below
        above = y;
        paintText(painter, theme(), QRectF(0, y - 8, tickWidth - 8, 16), label, TextRole::Micro,
                  ColorRole::TextTertiary, Qt::AlignRight);
    }
}

void StepChart::paintMark(QPainter &painter) const
{
    if (!m_mark || m_labels.isEmpty())
        return;
    const auto all = area();
    const auto y = placeOf(0, m_mark->value).y();
    painter.setPen(QPen(theme().color(ColorRole::TextTertiary), 1, Qt::DashLine));
    painter.drawLine(QPointF(all.left(), y), QPointF(all.right(), y));
    paintText(painter, theme(), QRectF(all.left(), y - 16, all.width(), 15), m_mark->text,
              TextRole::Micro, ColorRole::TextTertiary, Qt::AlignLeft); // the newest is right
}

/** As many labels as stand side by side, the first one always. */
void StepChart::paintSteps(QPainter &painter) const
{
    const auto all = area();
    const auto room = std::max<qsizetype>(1, qsizetype(all.width()) / stepWidth);
    const auto every = std::max<qsizetype>(1, (m_labels.size() + room - 1) / room);
    for (qsizetype step = 0; step < m_labels.size(); step += every) {
        const auto x = placeOf(double(step), 0).x();
        paintText(painter, theme(), QRectF(x - stepWidth / 2.0, all.bottom() + 4, stepWidth, 16),
                  m_labels.at(step), TextRole::Micro, ColorRole::TextTertiary, Qt::AlignHCenter);
    }
}

void StepChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    paintSteps(painter);
    paintMark(painter);
    for (const auto &line : m_lines)
        paintLine(painter, line);
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
            const auto away = QLineF(at, placeOf(step, *values.at(step))).length();
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
    setCursor(pointAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace quntai
