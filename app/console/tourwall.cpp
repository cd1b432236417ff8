// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wall's stops of the tour.
#include "app/console/mainwindow.h"
#include "app/console/stopdesk.h"
#include "app/console/tour.h"
#include "app/console/wallpage.h"
#include "models/items/wallmodel.h"
#include "widgets/common/actionbutton.h"
#include "widgets/wall/wallhead.h"
#include "widgets/wall/wallview.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::addWall()
{
    addBoth(
        u"wall"_s,
        [this] {
            m_window.enter(MainWindow::Room::Wall);
            press(Qt::Key_Right);
        },
        [this] { return m_window.wall().model().rowCount() > 3; });
}

void Tour::planWall()
{
    sit(u"u-he"_s); // who watches over the others
    addBoth(u"settings-people"_s,
            [this] { m_window.showSettings(SettingsPage::Section::People); });
    addWall();
    addBoth(u"wall-1280"_s, [this] { m_window.resize(1280, 720); });
    addBoth(u"wall-sections"_s, [this] {
        m_window.resize(1440, 900);
        m_window.wall().head().chooseGrouping(WallModel::Grouping::Mode);
    });
    addBoth(u"wall-nothing"_s, [this] {
        m_window.wall().head().chooseGrouping(WallModel::Grouping::None);
        m_window.wall().head().chooseWords(u"没有这样的群"_s);
    });
    const auto answer = [this] {
        m_window.findChild<StopDesk *>()->bar()->findChild<ActionButton *>()->click();
    };
    addBoth(u"wall-stop"_s, [this] {
        m_window.wall().head().chooseWords({});
        m_window.findChild<StopDesk *>()->ask(true);
    });
    addBoth(
        u"wall-stopped"_s, answer,
        [this] { return m_session.state().policy.stopped; });
    add({}, [this, answer] {
        m_window.findChild<StopDesk *>()->ask(false);
        answer();
        m_window.enter(MainWindow::Room::Desk);
    });
}

} // namespace quntai
