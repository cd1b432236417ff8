// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/**  ◉ draft ─── ○ review ─── ○ live v7
 * Where an entry stands on its way to the bot. 36 high.
 */
class StepStrip : public ThemedWidget
{
    Q_OBJECT
public:
    explicit StepStrip(ThemeHost &host, QWidget *parent = nullptr);

    /** drafted: there is a draft, in this state; liveVersion 0: the bot never used the entry. */
    void setPlace(EntryState state, bool drafted, int liveVersion);
    QSize sizeHint() const override { return {400, 36}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Mark { Ahead, Here, Done };
    struct Step
    {
        QString name;
        QString note;
        Mark mark = Mark::Ahead;
    };

    int paintStep(QPainter &painter, int x, const Step &step) const;
    int widthOf(const Step &step) const;

    QList<Step> m_steps;
};

} // namespace quntai
