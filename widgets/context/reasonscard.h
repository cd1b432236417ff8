// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/topic.h"
#include "widgets/common/card.h"

namespace quntai {

class PlainLabel;
class ReasonBars;

/** Why a person is needed: each reason with its weight as a bar, the sum against the threshold. */
class ReasonsCard : public Card
{
    Q_OBJECT
public:
    explicit ReasonsCard(ThemeHost &host, QWidget *parent = nullptr);

    /** score and threshold in permille; a threshold of 0 shows neither. Hides itself without
     * reasons. topic gives the values the reasons speak of. */
    void setReasons(const QString &title, const QList<ReasonPart> &reasons, int score,
                    int threshold, const Topic &topic);

private:
    PlainLabel *m_sum;
    ReasonBars *m_bars;
};

} // namespace quntai
