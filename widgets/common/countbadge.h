// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

namespace quntai {

/// A number in a pill; red when hot. Zero is shown unless hideZero.
class CountBadge : public ThemedWidget
{
    Q_OBJECT

public:
    explicit CountBadge(ThemeHost &host, QWidget *parent = nullptr);

    void setCount(int count);
    int count() const { return m_count; }
    void setHot(bool hot);
    void setHideZero(bool hide);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
    bool m_hot = false;
    bool m_hideZero = false;
};

} // namespace quntai
