// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"

namespace quntai {

/** 群监控: what happens in every group, for those who watch over them. */
class WallPage : public Page
{
    Q_OBJECT
public:
    WallPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
};

} // namespace quntai
