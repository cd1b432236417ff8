// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/report/reportcard.h"

#include <optional>

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
 * any. Nothing moves, and nothing here is for the keyboard: the table has the same. */
class StepChart : public ThemedWidget
{
    Q_OBJECT
public:
    explicit StepChart(ThemeHost &host, const QString &name, QWidget *parent = nullptr);

    /** ticks: value and label of each line of the grid, rising; the first and last bound it. */
    void setTicks(const QList<std::pair<double, QString>> &ticks);
    void setMark(const std::optional<StepMark> &mark);
    /** labels: one for each step; as many are shown as fit. */
    void setLines(const QList<StepLine> &lines, const QStringList &labels);
    /** Where a point stands; for tests, too. Values beyond the grid stand on its edge. */
    QPointF placeOf(double step, double value) const;
    QSize sizeHint() const override { return {420, 168}; }

Q_SIGNALS:
    /** A point was clicked. */
    void pointChosen(int line, int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QRectF area() const;
    void paintGrid(QPainter &painter) const;
    void paintMark(QPainter &painter) const;
    void paintSteps(QPainter &painter) const;
    void paintLine(QPainter &painter, const StepLine &line) const;
    std::optional<std::pair<int, int>> pointAt(const QPointF &at) const;

    QList<std::pair<double, QString>> m_ticks{{0, {}}, {1, {}}};
    std::optional<StepMark> m_mark;
    QList<StepLine> m_lines;
    QStringList m_labels;
};

} // namespace quntai
