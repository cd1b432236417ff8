// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QList>

class QHBoxLayout;
class QVBoxLayout;

namespace quntai {

class ChartLegend;
class PlainLabel;

/** What stands for one colour of a chart. */
struct LegendMark
{
    enum class Shape : quint8 { Block, Struck, Circle, Square, Diamond, Dashes };
    QString text;
    ColorRole color;
    Shape shape = Shape::Block;
};

/** A framed chart: head of 40 px with a title (dotted: its definition on hover), a note and a
 * legend, then the chart. */
class ReportCard : public ThemedWidget
{
    Q_OBJECT
public:
    ReportCard(ThemeHost &host, const QString &title, const QString &definition,
               QWidget *parent = nullptr);

    void setNote(const QString &note);
    void setLegend(const QList<LegendMark> &marks);
    void addHeadWidget(QWidget *widget);
    void setContent(QWidget *content, int stretch = 1);
    QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_note;
    ChartLegend *m_legend;
    QHBoxLayout *m_head;
    QVBoxLayout *m_column;
    bool m_hasDefinition;
};

} // namespace quntai
