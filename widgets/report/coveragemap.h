// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "widgets/common/themedwidget.h"

#include <optional>

namespace quntai {

/** The coverage matrix: a row a weekday or group, a column an hour. Violet: a person was there, the
 * stronger the more was asked; teal: the bot alone; red: nobody, the stronger the longer. One tab
 * stop; arrows move over the cells, Enter lists the topics asked in them. */
class CoverageMap : public ThemedWidget
{
    Q_OBJECT
public:
    explicit CoverageMap(ThemeHost &host, QWidget *parent = nullptr);

    void setRows(const QList<CoverageRow> &rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {480, sizeHint().height()}; }
    /** Where a cell stands; null for none. For tests, too. */
    QRect cellRect(int row, int hour) const;
    /** "Wed 04:00: nobody 25 min, …". */
    QString cellText(int row, int hour) const;

Q_SIGNALS:
    void cellChosen(const quntai::CoverageRow &row, int hour);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Cell
    {
        int row = -1;
        int hour = -1;
        bool operator==(const Cell &) const = default;
    };

    int nameWidth() const;
    QString nameOf(const CoverageRow &row) const;
    std::optional<Cell> cellAt(const QPoint &at) const;
    bool isGap(const CoverageRow &row, int hour) const;
    QColor colorOf(const CoverageRow &row, int hour) const;
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    void choose(const Cell &cell);

    QList<CoverageRow> m_rows;
    int m_busiest = 1;
    Cell m_current{0, 0};
    Cell m_hovered;
};

} // namespace quntai
