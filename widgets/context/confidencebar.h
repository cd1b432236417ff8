// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

namespace quntai {

/** A confidence as bar, threshold tick and two digits. */
class ConfidenceBar : public ThemedWidget
{
    Q_OBJECT
public:
    explicit ConfidenceBar(ThemeHost &host, QWidget *parent = nullptr);

    /** Both in permille. */
    void setConfidence(int permille, int threshold);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_permille = 0;
    int m_threshold = 0;
};

} // namespace quntai
