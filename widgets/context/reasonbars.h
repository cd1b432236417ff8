// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/** Rows of a name, a bar and a weight; the evidence in words stands under the name. */
class ReasonBars : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ReasonBars(ThemeHost &host, QWidget *parent = nullptr);

    void setReasons(const QList<ReasonPart> &reasons, const Topic &topic);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString name;
        QString detail;
        int weight = 0;
        Reason reason = Reason::Emotion;
    };

    QColor barColor(Reason reason) const;
    int nameWidth() const;

    QList<Row> m_rows;
};

} // namespace quntai
