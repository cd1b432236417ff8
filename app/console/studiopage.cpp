// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/studiopage.h"

namespace quntai {

StudioPage::StudioPage(ThemeHost &host, Session &session, QWidget *parent) : Page(host, session, parent)
{
}

} // namespace quntai
