// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/reasonscard.h"

#include "widgets/common/paint/meters.h"
#include "widgets/common/plainlabel.h"
#include "widgets/context/reasonbars.h"

#include <QVBoxLayout>

namespace quntai {

ReasonsCard::ReasonsCard(ThemeHost &host, QWidget *parent)
    : Card(host, {}, parent),
      m_sum(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_bars(new ReasonBars(host, this))
{
    addHeadWidget(m_sum);
    content()->addWidget(m_bars);
}

void ReasonsCard::setReasons(const QString &title, const QList<ReasonPart> &reasons, int score,
                             int threshold, const Topic &topic)
{
    setVisible(!reasons.isEmpty());
    setTitle(title);
    const auto text = score >= threshold ? tr("%1 ≥ %2") : tr("%1 < %2");
    m_sum->setPlainText(text.arg(confidenceText(score), confidenceText(threshold)));
    m_sum->setRole(TextRole::Caption,
                   score >= threshold ? ColorRole::DangerFg : ColorRole::TextSecondary);
    m_sum->setVisible(threshold > 0);
    m_bars->setReasons(reasons, topic);
}

} // namespace quntai
