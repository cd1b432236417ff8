// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/preferences/settingspage.h"
#include "app/console/settings/settings.h"
#include "models/session/session.h"
#include "widgets/common/theme/themehost.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;
class QTimer;

namespace quntai {

class ActionRegistry;
class CheatSheet;
class DeskPage;
class FirstRunPage;
class InlineBanner;
class NavRail;
class OutboxModel;
class OutboxPanel;
class Page;
class PaletteDesk;
class ReportPage;
class ReviewPage;
class SignInPage;
class StatusPill;
class StatusStrip;
class StudioPage;
class WallPage;

/** The console's window: rail, rooms, status strip; the sign-in page until someone is signed in.
 * What can be done by name or key stands in its registry. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum class Room { Desk, Wall, Review, Studio, Report };

    MainWindow(ThemeHost &host, Session &session, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    DeskPage &desk() const { return *m_desk; }
    WallPage &wall() const { return *m_wall; }
    ReviewPage &review() const { return *m_review; }
    StudioPage &studio() const { return *m_studio; }
    ReportPage &report() const { return *m_report; }
    SignInPage &signIn() const { return *m_signIn; }
    FirstRunPage &firstRun() const { return *m_firstRun; }
    SettingsPage &settingsPage() const { return *m_settingsPage; }
    PaletteDesk &palette() const { return *m_palette; }
    ActionRegistry &actions() const { return *m_actions; }

    void enter(Room room);
    Room room() const { return m_room; }
    /** Whether this person's role has work there. */
    bool mayEnter(Room room) const;
    void showSettings(SettingsPage::Section section);
    /** Stands there until the session does something. */
    void showFirstRun();
    /** Stands, columns and room as they were, and remembers them from now on. */
    void remember();
    /** Something is wrong that no page can show; one line, dismissible. */
    void showTrouble(const QString &what);
    void toggleOutbox();
    void toggleCheatSheet();

Q_SIGNALS:
    /** Make another window like this one, in the language set. */
    void reopenWanted();
    void seatWanted(const QString &seat);
    /** A person signed out, or asked for another server. */
    void leaveWanted(bool otherServer);

private:
    QWidget *buildWork();
    void buildRooms();
    void joinRoom(Room room, Page *page);
    void buildStatus();
    void join();
    void joinSettings();
    void joinSignIn();
    void addActions();
    void addRoomActions();
    void addWindowActions();
    void addPersonActions();
    void step(int regions);
    QWidget *current() const;
    Page *pageOf(Room room) const;
    void showDesk(const TopicId &topic);
    bool needsSignIn() const;
    void refreshLink();
    void refreshSignIn();
    void refreshRooms();
    void refreshOutbox();
    void refreshPerson();
    void refreshBadges();
    void refreshHints();
    void say(const QString &words);

    ThemeHost &m_host;
    Session &m_session;
    Settings &m_settings;
    ActionRegistry *m_actions;
    OutboxModel *m_outboxModel;
    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    FirstRunPage *m_firstRun;
    NavRail *m_rail;
    InlineBanner *m_trouble;
    QStackedWidget *m_rooms;
    DeskPage *m_desk;
    WallPage *m_wall;
    ReviewPage *m_review;
    StudioPage *m_studio;
    ReportPage *m_report;
    SettingsPage *m_settingsPage;
    PaletteDesk *m_palette = nullptr;
    CheatSheet *m_sheet = nullptr;
    OutboxPanel *m_outbox;
    StatusStrip *m_status;
    StatusPill *m_link;
    StatusPill *m_unsent;
    StatusPill *m_account;
    StatusPill *m_said;             //!< why a key did nothing; for a moment
    QTimer *m_saidUntil;
    QList<StatusPill *> m_hints;
    Room m_room = Room::Desk;
    std::optional<Room> m_wanted;   //!< of last time; entered as soon as the role may
    bool m_remembers = false;
    bool m_asking = false;          //!< the first-run page stands
};

} // namespace quntai
