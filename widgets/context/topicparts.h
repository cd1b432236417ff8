// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

#include <QList>

namespace quntai {

class PlainLabel;

/** The topic's letter in its lane's colour. */
class LaneMark : public ThemedWidget
{
    Q_OBJECT
public:
    using ThemedWidget::ThemedWidget;

    void setLane(int lane);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_lane = 0;
};

/** A small name over a large value. */
class MetricCell : public ThemedWidget
{
    Q_OBJECT
public:
    MetricCell(ThemeHost &host, TextRole font, QWidget *parent = nullptr);

    void setValue(const QString &name, const QString &value,
                  ColorRole color = ColorRole::TextPrimary);

private:
    TextRole m_font;
    PlainLabel *m_name;
    PlainLabel *m_value;
};

/** The curve of the topic's emotion with the alert line. */
class SparkView : public ThemedWidget
{
    Q_OBJECT
public:
    using ThemedWidget::ThemedWidget;

    void setLevels(const QList<int> &levels);
    QSize sizeHint() const override { return {72, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<int> m_levels;
};

} // namespace quntai
