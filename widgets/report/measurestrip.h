// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"
#include "widgets/report/reportwords.h"

class QHBoxLayout;

namespace quntai {

class MeasureButton;

/** The measures side by side, 80 px high; each is a button to the topics behind it and tells its
 * definition on hover. One tab stop; arrows move inside. */
class MeasureStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit MeasureStrip(ThemeHost &host, QWidget *parent = nullptr);

    void setMeasures(const QList<MeasureView> &measures);
    /** Grey blocks in place of the numbers. */
    void setLoading(bool loading);
    /** The one whose topics are listed is marked. */
    void setChosen(Measure measure);

Q_SIGNALS:
    void chosen(quntai::Measure measure, quntai::ReportSide side);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step(MeasureButton *from, int by);

    QHBoxLayout *m_row;
    QList<MeasureButton *> m_buttons;
};

} // namespace quntai
