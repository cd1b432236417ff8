// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/reviewpage.h"

namespace quntai {

ReviewPage::ReviewPage(ThemeHost &host, Session &session, QWidget *parent) : Page(host, session, parent)
{
}

} // namespace quntai
