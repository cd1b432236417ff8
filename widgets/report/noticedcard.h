// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/report.h"
#include "widgets/report/reportcard.h"

namespace quntai {

/** What the bot let pass: how many folded messages it should not have folded, as people found in the
 * daily samples; and how often anger spread in a group. */
class NoticedCard : public ReportCard
{
    Q_OBJECT
public:
    explicit NoticedCard(ThemeHost &host, QWidget *parent = nullptr);

    void setFigures(const FoldFigures &folds, int spreads);
    /** As it stands on the card: "2.5 % (0.4–12.9 %)"; "–" while nothing was checked. */
    static QString missRateText(const FoldFigures &folds);

private:
    PlainLabel *line(TextRole font, ColorRole color);

    PlainLabel *m_rate;
    PlainLabel *m_basis;
    PlainLabel *m_spreads;
};

} // namespace quntai
