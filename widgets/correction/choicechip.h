// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme/themehost.h"

#include <QAbstractButton>

namespace quntai {

/** A chip to take or leave; taken ones carry a check mark. */
class ChoiceChip : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceChip(ThemeHost &host, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ThemeHost &m_host;
};

} // namespace quntai
