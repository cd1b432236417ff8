// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/** Whether the bot is as often right as it is sure: a column for each tenth of confidence, divided
 * into what people let stand, corrected and refused, with how many answers it holds below; the
 * dashes are where a column's first part should end. One tab stop; Left and Right move, and the
 * numbers of the current column are said. */
class ReliabilityChart : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ReliabilityChart(ThemeHost &host, QWidget *parent = nullptr);

    void setSteps(const QList<ReliabilityStep> &steps);
    /** "80–90 %: 41 answers, 38 accepted, 2 corrected, 1 refused". */
    QString words(int step) const;
    int current() const { return m_current; }
    QSize sizeHint() const override { return {420, 168}; }
    QSize minimumSizeHint() const override { return {320, 148}; }
    QRect columnRect(int step) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect plot() const;
    void paintColumn(QPainter &painter, int step) const;
    void setCurrent(int step);

    QList<ReliabilityStep> m_steps;
    int m_current = 9;
};

} // namespace quntai
