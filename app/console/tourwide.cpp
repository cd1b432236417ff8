// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tour's part for what is unusual: a very large screen, rows that stand close, what goes wrong.
#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "app/console/reportpage.h"
#include "app/console/reviewpage.h"
#include "app/console/studiodesk.h"
#include "app/console/studiopage.h"
#include "app/console/toastdesk.h"
#include "app/console/tour.h"
#include "app/console/wallpage.h"
#include "models/items/wallmodel.h"

namespace quntai {

using namespace Qt::StringLiterals;

void Tour::planWide()
{
    planHuge();
    planCompact();
    planCrowd();
    planTrouble();
}

/** 4K without a scale: nothing may be too long to read, or stand alone in a corner. */
void Tour::planHuge()
{
    using Room = MainWindow::Room;
    addDesk();
    addTaken();
    addBoth(u"desk-4k"_s, [this] {
        m_window.resize(3840, 2160);
        write(u"您好，我是客服何川，正在帮您核实这一单，五分钟内答复您；超过时间还没有到账，请把订单号发给我。"_s);
    });
    addBoth(
        u"wall-4k"_s, [this] { m_window.enter(Room::Wall); },
        [this] { return m_window.wall().model().rowCount() > 3; });
    add(u"review-4k-light"_s, [this] { m_window.enter(Room::Review); },
        [this] { return m_window.review().drafts().rowCount() > 0; });
    add(u"studio-4k-light"_s,
        [this] {
            m_window.enter(Room::Studio);
            m_window.studio().openEntry({u"k-003"_s});
        },
        [this] { return m_window.studio().desk().isOpen(); });
    add(u"report-4k-light"_s, [this] { m_window.enter(Room::Report); },
        [this] { return m_window.report().isAnswered(); });
    add(u"settings-4k-light"_s,
        [this] { m_window.showSettings(SettingsPage::Section::Notices); });
    add({}, [this] {
        m_window.resize(1440, 900);
        m_window.enter(Room::Desk);
    });
}

void Tour::planCompact()
{
    using Room = MainWindow::Room;
    addBoth(u"desk-compact"_s, [this] { m_host.setDensity(Density::Compact); });
    const QList<std::pair<Room, QString>> rooms{{Room::Wall, u"wall-compact"_s},
                                                {Room::Review, u"review-compact"_s},
                                                {Room::Studio, u"studio-compact"_s},
                                                {Room::Report, u"report-compact"_s}};
    for (const auto &[room, name] : rooms)
        addBoth(name, [this, room] { m_window.enter(room); });
    add({}, [this] {
        m_host.setDensity(Density::Comfortable);
        m_window.enter(Room::Desk);
    });
}

/** What can go wrong while the backend is there. */
void Tour::planTrouble()
{
    using Room = MainWindow::Room;
    addBoth(u"desk-refused"_s, [this] {
        m_window.desk().showRefusal(ReleaseTopic{m_window.desk().topic(), 1, {}, {}},
                                    {ErrorKind::NotHolder, u"held by another"_s, {}});
    });
    addBoth(u"desk-trouble"_s, [this] {
        m_window.showTrouble(u"设置无法写入：磁盘已满。"_s);
    });
    addBoth(u"studio-import-error"_s, [this] {
        m_window.enter(Room::Studio);
        m_window.studio().importFile(m_folder + u"/is-not-there.csv"_s);
    });
    addBoth(u"wall-toast"_s, [this] {
        m_window.enter(Room::Wall);
        const auto topic = m_session.state().topics.value(escalated());
        const Notice notice{NoticeKind::Escalated, topic.id, topic.group,
                            m_session.state().groups.value(topic.group).info.name,
                            topic.askerName, topic.title};
        m_window.toasts().take(notice, noticeText(notice, true));
    });
    add({}, [this] { m_window.toasts().open(); });
}

} // namespace quntai
