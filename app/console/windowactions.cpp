// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the whole window by name or key: the second part of MainWindow.
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/helpdesk.h"
#include "app/console/mainwindow.h"
#include "app/console/groupnoticedesk.h"
#include "app/console/page.h"
#include "app/console/palettedesk.h"
#include "app/console/pindesk.h"
#include "app/console/preferences/peopleform.h"
#include "app/console/promisedesk.h"
#include "app/console/shiftdesk.h"
#include "app/console/queuedesk.h"
#include "app/console/regions.h"
#include "app/console/stopdesk.h"
#include "app/console/toastdesk.h"
#include "widgets/common/navrail.h"
#include "widgets/outbox/outboxpanel.h"

#include <QStackedWidget>

namespace quntai {

using namespace Qt::StringLiterals;

void MainWindow::addActions()
{
    m_desk->addActions(*m_actions);
    m_queueDesk->addActions(*m_actions);
    m_help->addActions(*m_actions);
    m_pins->addActions(*m_actions);
    m_shift->addActions(*m_actions);
    m_groupNotices->addActions(*m_actions);
    addRoomActions();
    addWindowActions();
    m_stop->addActions(*m_actions);
    addPersonActions();
}

/** Ctrl+Alt with a digit: Ctrl+1 … 3 insert suggestions, Alt with a digit belongs to topics. */
void MainWindow::addRoomActions()
{
    struct Door
    {
        QString id;
        QString text;
        Icon icon;
    };
    const QList<Door> doors{{u"room.desk"_s, tr("Go to the desk"), Icon::Desk},
                            {u"room.wall"_s, tr("Go to the wall"), Icon::Wall},
                            {u"room.review"_s, tr("Go to the review"), Icon::Review},
                            {u"room.studio"_s, tr("Go to the studio"), Icon::Book},
                            {u"room.report"_s, tr("Go to the report"), Icon::Report},
                            {u"room.flows"_s, tr("Go to the flows"), Icon::Clock}};
    for (int at = 0; at < doors.size(); ++at) {
        const auto &door = doors.at(at);
        m_actions->add({door.id, door.text, tr("Rooms"), door.icon,
                        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_1 + at))},
                        [this, at] { enter(Room(at)); },
                        [this, at] {
                            return mayEnter(Room(at)) ? QString()
                                                      : tr("Your role has no work there");
                        }});
    }
}

void MainWindow::addWindowActions()
{
    const auto group = tr("Window");
    m_actions->add({u"window.palette"_s, tr("Commands"), group, Icon::Search,
                    {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] { palette().toggle(); }});
    m_actions->add({u"window.group"_s, tr("Go to a group"), group, Icon::People,
                    {QKeySequence(Qt::CTRL | Qt::Key_G)}, [this] { palette().openGroups(); }});
    m_actions->add({u"window.keys"_s, tr("Show all keys"), group, Icon::Target,
                    {QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Slash)},
                    [this] { toggleCheatSheet(); }});
    m_actions->add({.id = u"window.region"_s, .text = tr("Next part of the window"),
                    .group = group, .icon = Icon::Right, .keys = {QKeySequence(Qt::Key_F6)},
                    .run = [this] { step(1); }, .repeats = true});
    m_actions->add({.id = u"window.regionBack"_s, .text = tr("Previous part of the window"),
                    .group = group, .icon = Icon::Left,
                    .keys = {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, .run = [this] { step(-1); },
                    .repeats = true});
    m_actions->add({u"window.outbox"_s, tr("What is to be sent"), group, Icon::Send,
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, [this] { toggleOutbox(); }});
    m_actions->add({u"window.notice"_s, tr("Open the urgent notification"), group, Icon::Warn,
                    {QKeySequence(Qt::Key_F9)}, [this] { m_toasts->open(); },
                    [this] {
                        return m_toasts->isEmpty() ? tr("No urgent notification waits") : QString();
                    }});
    m_actions->add({u"window.settings"_s, tr("Settings"), group, Icon::Cog,
                    {QKeySequence(Qt::CTRL | Qt::Key_Comma)},
                    [this] { showSettings(SettingsPage::Section::Appearance); }});
    m_actions->add({u"window.keySettings"_s, tr("Change keys"), group, Icon::Cog, {},
                    [this] { showSettings(SettingsPage::Section::Keys); }});
    m_actions->add({u"window.canned"_s, tr("Manage canned replies"), group, Icon::Chat, {},
                    [this] { showSettings(SettingsPage::Section::Canned); }});
    m_actions->add({u"window.people"_s, tr("People and accounts"), group, Icon::People, {},
                    [this] { showSettings(SettingsPage::Section::People); },
                    [this] {
                        return mayReadPeople(m_session) ? QString()
                                                        : tr("Your role has no work there");
                    }});
    m_actions->add({u"window.about"_s, tr("About Quntai"), group, Icon::Doc, {},
                    [this] { showSettings(SettingsPage::Section::About); }});
    m_actions->add({u"window.dark"_s, tr("Switch between light and dark"), group, Icon::Moon, {},
                    [this] {
                        m_settings.set(settings::theme, m_host.theme().isDark() ? ThemeMode::Light
                                                                                : ThemeMode::Dark);
                    }});
    m_actions->add({u"window.density"_s, tr("Switch between comfortable and compact"), group,
                    Icon::Sort, {}, [this] {
                        const bool compact = m_host.theme().density() == Density::Compact;
                        m_settings.set(settings::density,
                                       compact ? Density::Comfortable : Density::Compact);
                    }});
}

/** minutes: until one means to be back; 0: one does not say. */
void MainWindow::setStatus(AgentStatus status, const QString &reason, int minutes)
{
    const auto until = minutes > 0 ? m_session.now().plusSeconds(60 * minutes) : Instant{};
    m_session.submit(SetStatus{status, m_desk->topic(), false, reason, until}, this,
                     [](const Result<> &) {});
}

void MainWindow::addPersonActions()
{
    const auto group = tr("Account");
    const auto offline = [this] {
        return m_session.link().state == LinkState::Live ? QString() : tr("There is no connection");
    };
    struct Stance
    {
        QString id;
        QString text;
        AgentStatus status;
        QString reason;
        int minutes;
    };
    const QList<Stance> stances{
        {u"account.online"_s, tr("I am at work"), AgentStatus::Online, {}, 0},
        {u"account.away"_s, tr("I am away"), AgentStatus::Away, {}, 0},
        {u"account.break"_s, tr("I take a break (15 min)"), AgentStatus::Away, tr("Break"), 15},
        {u"account.lunch"_s, tr("I go to lunch (1 h)"), AgentStatus::Away, tr("Lunch"), 60},
        {u"account.meeting"_s, tr("I am in a meeting (1 h)"), AgentStatus::Away, tr("Meeting"), 60}};
    for (const auto &stance : stances)
        m_actions->add({stance.id, stance.text, group, Icon::Person, {},
                        [this, stance] {
                            setStatus(stance.status, stance.reason, stance.minutes);
                        },
                        offline});
    m_actions->add({u"account.show"_s, tr("Account and seat"), group, Icon::Person, {},
                    [this] { showSettings(SettingsPage::Section::Account); }});
    m_actions->add({u"account.signOut"_s, tr("Sign out"), group, Icon::Off, {},
                    [this] { Q_EMIT leaveWanted(false); }});
}

QWidget *MainWindow::current() const
{
    return m_rooms->currentWidget();
}

/** The rail, what the room has, and what stands open beside it. */
void MainWindow::step(int regions)
{
    if (m_stack->currentWidget() != m_work)
        return;
    QList<QWidget *> all{m_rail};
    all.append(regionsOf(*current()));
    if (m_outbox->isVisible())
        all.append(m_outbox);
    stepRegion(all, regions);
}

} // namespace quntai
