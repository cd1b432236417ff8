// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"

namespace quntai {

/** 知识库: what the bot knows, for those who write it. */
class StudioPage : public Page
{
    Q_OBJECT
public:
    StudioPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
};

} // namespace quntai
