// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wallfigures.h"
#include "widgets/common/themedwidget.h"

namespace quntai {

/** How much of its send budget each account uses in its fullest group, and whether it is there. */
class AccountHealth : public ThemedWidget
{
    Q_OBJECT
public:
    explicit AccountHealth(ThemeHost &host, QWidget *parent = nullptr);

    /** The fullest first; as many as there is room for are shown, at most shownRows. */
    void setLoads(const QList<AccountLoad> &loads);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    static constexpr int shownRows = 4;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRect rowRect(int row) const;
    void paintLoad(QPainter &painter, const QRect &rect, const AccountLoad &load) const;
    QString sentence(const AccountLoad &load) const;

    QList<AccountLoad> m_loads;
};

} // namespace quntai
