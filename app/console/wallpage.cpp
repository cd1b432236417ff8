// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/wallpage.h"

namespace quntai {

WallPage::WallPage(ThemeHost &host, Session &session, QWidget *parent) : Page(host, session, parent)
{
}

} // namespace quntai
