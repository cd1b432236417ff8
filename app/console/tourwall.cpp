// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wall's stops of the tour.
#include "app/console/mainwindow.h"
#include "app/console/tour.h"
#include "app/console/wallpage.h"
#include "models/items/wallmodel.h"
#include "widgets/wall/wallhead.h"
#include "widgets/wall/wallview.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::planWall()
{
    const auto filled = [this] { return m_window.wall().model().rowCount() > 3; };
    add({}, [this] { press(Qt::Key_Escape); });
    sit(u"u-he"_s); // who watches over the others
    addBoth(u"wall"_s,
            [this] {
                m_window.enter(MainWindow::Room::Wall);
                press(Qt::Key_Right);
            },
            filled);
    addBoth(u"wall-1280"_s, [this] { m_window.resize(1280, 720); });
    addBoth(u"wall-sections"_s, [this] {
        m_window.resize(1440, 900);
        m_window.wall().head().chooseGrouping(WallModel::Grouping::Mode);
    });
    add({}, [this] {
        m_window.wall().head().chooseGrouping(WallModel::Grouping::None);
        m_window.enter(MainWindow::Room::Desk);
    });
    sit(u"u-lin"_s);
}

} // namespace quntai
