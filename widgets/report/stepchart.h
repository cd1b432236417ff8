// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"
#include "widgets/report/reportcard.h"

#include <QChartView>

#include <optional>

class QValueAxis;
class QXYSeries;

namespace quntai {

/** One line of a StepChart: a value for each step, or none. */
struct StepLine
{
    QString name;
    ColorRole color;
    LegendMark::Shape shape = LegendMark::Shape::Circle;
    QList<std::optional<double>> values;
};

/** A level drawn across. */
struct StepMark
{
    double value = 0;
    QString text;
};

/** Lines over the steps of a report. Values are as on the axis: the caller takes the logarithm, if
 * any. The lines are Qt Charts', grid and labels are drawn by the theme; nothing moves. */
class StepChart : public QChartView
{
    Q_OBJECT
public:
    explicit StepChart(ThemeHost &host, const QString &name, QWidget *parent = nullptr);

    /** ticks: value and label of each line of the grid, rising; the first and last bound it. */
    void setTicks(const QList<std::pair<double, QString>> &ticks);
    void setMark(const std::optional<StepMark> &mark);
    /** labels: one for each step; as many are shown as fit. */
    void setLines(const QList<StepLine> &lines, const QStringList &labels);
    /** Where a point stands in the view; for tests, too. */
    QPointF placeOf(double step, double value) const;

Q_SIGNALS:
    /** A point was clicked. */
    void pointChosen(int line, int step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void rebuild();
    void join(QXYSeries *series);
    void addLine(const StepLine &line);
    void addMark();
    void placeArea();
    void paintGrid(QPainter &painter) const;
    void paintSteps(QPainter &painter) const;
    std::optional<std::pair<int, int>> pointAt(const QPointF &at) const;
    double onScale(double value) const;

    ThemeHost &m_host;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QList<std::pair<double, QString>> m_ticks{{0, {}}, {1, {}}};
    std::optional<StepMark> m_mark;
    QList<StepLine> m_lines;
    QStringList m_labels;
};

} // namespace quntai
