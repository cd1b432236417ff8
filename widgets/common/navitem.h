// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/// One page of the NavRail: icon over label, a red count at the corner.
class NavItem : public QAbstractButton
{
    Q_OBJECT

public:
    NavItem(ThemeHost &host, Icon icon, const QString &label, QWidget *parent = nullptr);

    void setBadge(int count);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter) const;

    ThemeHost &m_host;
    Icon m_icon;
    int m_badge = 0;
};

} // namespace quntai
