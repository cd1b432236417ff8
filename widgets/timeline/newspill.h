// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/// “3 条新消息” over the lower edge of a timeline that is not at its end. Not a tab stop: End does
/// the same.
class NewsPill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NewsPill(const ThemeHost &themes, QWidget *parent);

    /// 0 hides the pill.
    void setCount(int count);
    /// Stands in the middle of the lower edge of its parent.
    void place();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeHost &m_themes;
};

} // namespace quntai
