// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/summarycard.h"

#include "widgets/common/paint/textpaint.h"
#include "widgets/context/summaryrow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

namespace {

constexpr int fewestLabel = 28;
constexpr int mostLabel = 80;

} // namespace

SummaryCard::SummaryCard(ThemeHost &host, QWidget *parent)
    : Card(host, tr("Summary"), parent), m_labelWidth(labelWidth()), m_ask(addRow(tr("Ask"))), m_facts(addRow(tr("Facts"))),
      m_tried(addRow(tr("Tried"))), m_promised(addRow(tr("Promised"))), m_open(addRow(tr("Open")))
{
}

int SummaryCard::labelWidth() const
{
    int widest = fewestLabel;
    for (const auto &label : {tr("Ask"), tr("Facts"), tr("Tried"), tr("Promised"), tr("Open")})
        widest = std::max(widest, textWidth(theme().font(TextRole::Caption), label));
    return std::min(widest, mostLabel) + space::x2;
}

SummaryRow *SummaryCard::addRow(const QString &label)
{
    auto *row = new SummaryRow(host(), label, m_labelWidth, this);
    content()->addWidget(row);
    connect(row, &SummaryRow::jumpTo, this, &SummaryCard::jumpTo);
    return row;
}

void SummaryCard::setSummary(const TopicSummary &summary)
{
    m_ask->setLine(summary.ask);
    m_facts->setLine(summary.facts);
    m_tried->setLine(summary.tried);
    m_promised->setLine(summary.promised);
    m_open->setLine(summary.open);
}

} // namespace quntai
