// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/page.h"

namespace quntai {

/** 报表: how the service does, from the ledger. */
class ReportPage : public Page
{
    Q_OBJECT
public:
    ReportPage(ThemeHost &host, Session &session, QWidget *parent = nullptr);
};

} // namespace quntai
