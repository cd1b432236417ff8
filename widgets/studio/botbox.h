// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/themedwidget.h"

namespace quntai {

/** What the bot will say, as the group will see it: on the bot's tint, with its border. */
class BotBox : public ThemedWidget
{
    Q_OBJECT
public:
    /** Takes text, which is what it shows. */
    BotBox(ThemeHost &host, QWidget *text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace quntai
