// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/** Why topics were escalated: a bar a reason, most frequent first. One tab stop; arrows move, Enter
 * lists the topics. */
class TransferBars : public ThemedWidget
{
    Q_OBJECT
public:
    explicit TransferBars(ThemeHost &host, QWidget *parent = nullptr);

    /** topics: that were escalated at all; several reasons may hold for one. */
    void setReasons(const QList<ReasonCount> &reasons, int topics);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }
    QRect rowRect(int row) const;

Q_SIGNALS:
    void reasonChosen(quntai::Reason reason);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QColor barColor(Reason reason) const;
    void paintRow(QPainter &painter, int row) const;
    void setCurrent(int row);

    QList<ReasonCount> m_reasons;
    int m_topics = 0;
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace quntai
