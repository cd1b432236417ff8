// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/** "#31": a small link to a message; what it says is the tool tip and the accessible name. */
class RefLink : public QAbstractButton
{
    Q_OBJECT
public:
    /** hint is untrusted and shown as plain text. */
    RefLink(ThemeHost &host, int number, const QString &hint, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ThemeHost &m_host;
};

} // namespace quntai
