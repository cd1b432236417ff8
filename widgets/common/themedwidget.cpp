// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/themedwidget.h"

namespace quntai {

ThemedWidget::ThemedWidget(ThemeHost &host, QWidget *parent) : QWidget(parent), m_host(host)
{
    connect(&host, &ThemeHost::changed, this, [this] {
        themeChanged();
        updateGeometry();
        update();
    });
}

} // namespace quntai
