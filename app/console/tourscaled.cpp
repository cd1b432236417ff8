// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last parts of the tour: the main pages on screens of more pixels. One seat sees them all.
#include "app/console/mainwindow.h"
#include "app/console/palettedesk.h"
#include "app/console/tour.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::planScaled()
{
    addDesk();
    addTaken();
    addStudio();
    addReport();
    addWall();
    add({}, [this] { m_window.enter(MainWindow::Room::Desk); });
    addPalette();
    add({}, [this] { m_window.palette().toggle(); });
    addSettings();
    addReview(1);
    addSignIn();
}

} // namespace quntai
