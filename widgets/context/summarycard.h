// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/card.h"
#include "widgets/context/topicsummary.h"

namespace quntai {

class SummaryRow;

/** Ask, facts, tried, promised, open: what there is to know before the first word. */
class SummaryCard : public Card
{
    Q_OBJECT
public:
    explicit SummaryCard(ThemeHost &host, QWidget *parent = nullptr);

    void setSummary(const TopicSummary &summary);

Q_SIGNALS:
    void jumpTo(const quntai::MessageId &message);

private:
    int labelWidth() const;
    SummaryRow *addRow(const QString &label);

    int m_labelWidth;

    SummaryRow *m_ask;
    SummaryRow *m_facts;
    SummaryRow *m_tried;
    SummaryRow *m_promised;
    SummaryRow *m_open;
};

} // namespace quntai
