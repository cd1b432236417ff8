// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rooms and pages of the window, each made when it is first needed: the third part of
// MainWindow. The desk stands from the start; the others wait until there is something to see.
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/helpdesk.h"
#include "app/console/flowspage.h"
#include "app/console/groupnoticedesk.h"
#include "app/console/keyhints.h"
#include "app/console/mainwindow.h"
#include "app/console/queuedesk.h"
#include "app/console/palettedesk.h"
#include "app/console/pindesk.h"
#include "app/console/promisedesk.h"
#include "app/console/shiftdesk.h"
#include "app/console/preferences/accountform.h"
#include "app/console/preferences/cheatsheet.h"
#include "app/console/replydesk.h"
#include "app/console/reportpage.h"
#include "app/console/reviewpage.h"
#include "app/console/studiopage.h"
#include "app/console/wallpage.h"
#include "app/console/windowmemory.h"
#include "widgets/common/navrail.h"
#include "widgets/composer/composer.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/signin/firstrunpage.h"
#include "widgets/signin/signinpage.h"

#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <array>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int furnishMs = 60; // between two rooms: the hand comes first
/** Besides the desk, in the order they are made: the badge of the review counts what waits. */
constexpr std::array otherRooms{MainWindow::Room::Review, MainWindow::Room::Wall,
                                MainWindow::Room::Studio, MainWindow::Room::Report,
                                MainWindow::Room::Flows};

QList<FirstRunPage::Chair> chairs()
{
    QList<FirstRunPage::Chair> all;
    for (const auto &seat : sampleSeats())
        all.append({seat.id, seat.name, seat.what});
    return all;
}

} // namespace

void MainWindow::buildRooms()
{
    m_rooms = new QStackedWidget;
    m_desk = new DeskPage(m_host, m_session);
    m_queueDesk = new QueueDesk(*m_desk, m_session, m_settings, this);
    m_help = new HelpDesk(m_host, *m_desk, m_session, this);
    m_promises = new PromiseDesk(m_host, *m_desk, m_session, this);
    m_shift = new ShiftDesk(m_host, *m_desk, m_session, this);
    m_pins = new PinDesk(*m_desk, m_session, m_settings, this);
    m_groupNotices = new GroupNoticeDesk(*m_desk, m_session, m_settings, this);
    joinMenus();
    connect(m_desk, &DeskPage::entryWanted, this, &MainWindow::showEntry);
    connect(m_desk, &DeskPage::partMade, this,
            [this](const QWidget &part) { m_keyHints->follow(part); });
    m_rail->addPage(Icon::Desk, tr("Desk"));
    m_rail->addPage(Icon::Wall, tr("Wall"));
    m_rail->addPage(Icon::Review, tr("Review"));
    m_rail->addPage(Icon::Book, tr("Studio"));
    m_rail->addPage(Icon::Report, tr("Report"));
    m_rail->addPage(Icon::Clock, tr("Flows"));
    m_rooms->addWidget(m_desk);
    for (int room = int(Room::Wall); room <= int(Room::Flows); ++room)
        m_rooms->addWidget(new QWidget); // keeps the place
    m_furnishing->setInterval(furnishMs);
    connect(m_furnishing, &QTimer::timeout, this, &MainWindow::furnishNext);
    connect(m_rail, &NavRail::pageChosen, this, [this](int index) { enter(Room(index)); });
}

/** What belongs to a topic or a group stands in every menu of it. */
void MainWindow::joinMenus()
{
    connect(m_queueDesk, &QueueDesk::menuOpening, this, [this](QMenu &menu, const TopicId &topic) {
        m_pins->addTo(menu, topic);
        m_groupNotices->addTo(menu, m_session.state().topics.value(topic).group);
    });
    connect(&m_desk->reply().composer(), &Composer::manageCannedWanted, this,
            [this] { showSettings(SettingsPage::Section::Canned); });
    connect(&m_desk->lanes(), &LaneBar::menuOpening, m_pins, &PinDesk::addTo);
    connect(m_groupNotices, &GroupNoticeDesk::settingsWanted, this,
            [this] { showSettings(SettingsPage::Section::Notices); });
}

template <class T>
T &MainWindow::furnish(Room room, T *&page)
{
    if (!page) {
        page = new T(m_host, m_session);
        joinRoom(room, page);
    }
    return *page;
}

Page *MainWindow::pageOf(Room room)
{
    switch (room) {
    case Room::Desk: return nullptr;
    case Room::Wall: return &furnish(room, m_wall);
    case Room::Review: return &furnish(room, m_review);
    case Room::Studio: return &furnish(room, m_studio);
    case Room::Report: return &furnish(room, m_report);
    case Room::Flows: return &furnish(room, m_flows);
    }
    return nullptr;
}

WallPage &MainWindow::wall()
{
    return furnish(Room::Wall, m_wall);
}

ReviewPage &MainWindow::review()
{
    return furnish(Room::Review, m_review);
}

StudioPage &MainWindow::studio()
{
    return furnish(Room::Studio, m_studio);
}

ReportPage &MainWindow::report()
{
    return furnish(Room::Report, m_report);
}

FlowsPage &MainWindow::flows()
{
    return furnish(Room::Flows, m_flows);
}

bool MainWindow::isFurnished(Room room) const
{
    return room == Room::Desk || qobject_cast<Page *>(m_rooms->widget(int(room)));
}

void MainWindow::joinRoom(Room room, Page *page)
{
    auto *place = m_rooms->widget(int(room));
    m_rooms->removeWidget(place);
    delete place;
    m_rooms->insertWidget(int(room), page);
    page->addActions(*m_actions);
    m_keyHints->follow(*page);
    if (m_memory)
        m_memory->follow(int(room), *page);
    connect(page, &Page::badgeChanged, this,
            [this, room, page] { m_rail->setBadge(int(room), page->badge()); });
    connect(page, &Page::topicWanted, this, &MainWindow::showDesk);
    connect(page, &Page::groupWanted, this, &MainWindow::showGroup);
    if (auto *tiles = qobject_cast<WallPage *>(page))
        connect(tiles, &WallPage::menuOpening, m_groupNotices, &GroupNoticeDesk::addTo);
    connect(page, &Page::entryWanted, this, &MainWindow::showEntry);
    m_rail->setBadge(int(room), page->badge());
}

/** Makes the next room this person has work in, so that entering it takes no time and its badge
 * counts; one at a time, once what is on screen is there. */
void MainWindow::furnishNext()
{
    for (const auto room : otherRooms) {
        if (mayEnter(room) && !isFurnished(room)) {
            pageOf(room);
            return;
        }
    }
    m_furnishing->stop();
}

/** For what tells of everything that can be done. */
void MainWindow::furnishAll()
{
    for (const auto room : otherRooms) {
        if (mayEnter(room))
            pageOf(room);
    }
}

ActionRegistry &MainWindow::actions()
{
    furnishAll();
    return *m_actions;
}

PaletteDesk &MainWindow::palette()
{
    furnishAll();
    if (!m_palette) {
        m_palette = new PaletteDesk(m_host, m_session, m_settings, *m_actions, this);
        connect(m_palette, &PaletteDesk::topicWanted, this, &MainWindow::showDesk);
        connect(m_palette, &PaletteDesk::groupWanted, this, &MainWindow::showGroup);
        connect(m_palette, &PaletteDesk::entryWanted, this, &MainWindow::showEntry);
    }
    return *m_palette;
}

void MainWindow::toggleCheatSheet()
{
    furnishAll();
    if (!m_sheet)
        m_sheet = new CheatSheet(m_host, *m_actions, this);
    m_sheet->toggle();
}

void MainWindow::showDesk(const TopicId &topic)
{
    enter(Room::Desk);
    m_desk->chooseTopic(topic);
}

void MainWindow::showGroup(const GroupId &group)
{
    enter(Room::Desk);
    m_desk->chooseGroup(group);
}

void MainWindow::showEntry(const EntryId &entry)
{
    enter(Room::Studio);
    studio().openEntry(entry);
}

void MainWindow::enter(Room room)
{
    if (!mayEnter(room))
        room = Room::Desk;
    m_room = room;
    m_wanted.reset();
    m_rail->setCurrentPage(int(room));
    auto *page = pageOf(room);
    m_rooms->setCurrentIndex(int(room));
    if (page)
        page->entered();
    if (m_remembers)
        m_settings.set(settings::room, int(room));
    refreshHints();
}

/** What the role's methods are for; what stands in two rooms (the answers of a bot) counts where it
 * is the work itself. */
bool MainWindow::mayEnter(Room room) const
{
    const auto rights = m_session.rights();
    const auto role = m_session.myRole();
    switch (room) {
    case Room::Desk: return true;
    case Room::Wall: return rights.contains(u"supervise.whisper"_s);
    case Room::Review: return rights.contains(u"review.approve"_s);
    case Room::Studio: return rights.contains(u"knowledge.put"_s);
    case Room::Report:
        return rights.contains(u"report.query"_s) || (role != Role::Agent && !rights.isEmpty());
    case Room::Flows: return rights.contains(u"flow.put"_s);
    }
    return false;
}

void MainWindow::refreshRooms()
{
    for (int room = 0; room <= int(Room::Flows); ++room)
        m_rail->setPageVisible(room, mayEnter(Room(room)));
    if (!mayEnter(m_room))
        enter(Room::Desk);
    if (m_wanted && mayEnter(*m_wanted)) // where one left; the role comes with the link
        enter(*std::exchange(m_wanted, std::nullopt));
    if (m_session.link().state == LinkState::Live && !m_furnishing->isActive())
        m_furnishing->start();
}

void MainWindow::remember()
{
    m_memory = new WindowMemory(m_settings, *this);
    for (int room = 0; room <= int(Room::Flows); ++room) {
        if (isFurnished(Room(room)))
            m_memory->follow(room, *m_rooms->widget(room));
    }
    m_wanted = Room(std::min(m_settings.get(settings::room), int(Room::Flows)));
    m_remembers = true;
    refreshRooms();
}

SettingsPage &MainWindow::settingsPage()
{
    furnishAll();
    if (!m_settingsPage) {
        m_settingsPage = new SettingsPage(m_host, m_session, m_settings, *m_actions);
        m_settingsPage->setSample(m_isSample);
        m_rooms->addWidget(m_settingsPage);
        joinSettings();
    }
    return *m_settingsPage;
}

void MainWindow::joinSettings()
{
    connect(m_settingsPage, &SettingsPage::closed, this, [this] { enter(m_room); });
    connect(m_settingsPage, &SettingsPage::reopenWanted, this, &MainWindow::reopenWanted);
    connect(m_settingsPage, &SettingsPage::seatWanted, this, &MainWindow::seatWanted);
    connect(m_settingsPage, &SettingsPage::signOutWanted, this,
            [this] { Q_EMIT leaveWanted(false); });
    connect(m_settingsPage, &SettingsPage::serverWanted, this,
            [this] { Q_EMIT leaveWanted(true); });
}

void MainWindow::showSettings(SettingsPage::Section section)
{
    auto &page = settingsPage();
    m_rooms->setCurrentWidget(&page);
    page.open(section);
}

void MainWindow::setSample(bool sample)
{
    m_isSample = sample;
    if (m_settingsPage)
        m_settingsPage->setSample(sample);
}

SignInPage &MainWindow::signIn()
{
    if (m_signIn)
        return *m_signIn;
    m_signIn = new SignInPage(m_host);
    m_stack->addWidget(m_signIn);
    connect(m_signIn, &SignInPage::submitted, this,
            [this](const QUrl &server, const QString &user, const QString &password) {
                Q_EMIT serverNamed();
                m_session.signIn({server, user, password, {}});
            });
    connect(m_signIn, &SignInPage::tryNowPressed, &m_session, &Session::reconnect);
    connect(m_signIn, &SignInPage::corrected, &m_session, &Session::signOut);
    return *m_signIn;
}

FirstRunPage &MainWindow::firstRun()
{
    if (m_firstRun)
        return *m_firstRun;
    m_firstRun = new FirstRunPage(m_host, chairs());
    m_stack->addWidget(m_firstRun);
    connect(m_firstRun, &FirstRunPage::serverChosen, this, [this] {
        m_asking = false;
        refreshLink();
        signIn().focusFirst();
    });
    connect(m_firstRun, &FirstRunPage::sampleChosen, this, [this](const QString &seat) {
        m_firstRun->setBusy(true);
        Q_EMIT seatWanted(seat);
    });
    return *m_firstRun;
}

void MainWindow::showFirstRun()
{
    m_asking = true;
    m_stack->setCurrentWidget(&firstRun());
}

} // namespace quntai
