// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/confidencebar.h"

#include "widgets/common/paint/meters.h"

#include <QPainter>

namespace quntai {

ConfidenceBar::ConfidenceBar(ThemeHost &host, QWidget *parent) : ThemedWidget(host, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ConfidenceBar::setConfidence(int permille, int threshold)
{
    m_permille = permille;
    m_threshold = threshold;
    setAccessibleName(tr("Confidence %1, threshold %2")
                          .arg(confidenceText(permille), confidenceText(threshold)));
    update();
}

QSize ConfidenceBar::sizeHint() const
{
    return confidenceSize(theme());
}

void ConfidenceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintConfidence(painter, theme(), rect(), m_permille, m_threshold);
}

} // namespace quntai
