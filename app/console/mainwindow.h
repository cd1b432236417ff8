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
class FlowsPage;
class GroupNoticeDesk;
class InlineBanner;
class HelpDesk;
class KeyHints;
class NavRail;
class OutboxModel;
class OutboxPanel;
class Page;
class PaletteDesk;
class PinDesk;
class PromiseDesk;
class ShiftDesk;
class QueueDesk;
class ReportPage;
class ReviewPage;
class SignInPage;
class StatusPill;
class StatusStrip;
class StopDesk;
class StudioPage;
class ToastDesk;
class WallPage;
class WindowMemory;

/** The console's window: rail, rooms, status strip; the sign-in page until someone is signed in.
 * What can be done by name or key stands in its registry. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum class Room { Desk, Wall, Review, Studio, Report, Flows };

    MainWindow(ThemeHost &host, Session &session, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    DeskPage &desk() const { return *m_desk; }
    // Made when they are first asked for.
    WallPage &wall();
    ReviewPage &review();
    StudioPage &studio();
    ReportPage &report();
    FlowsPage &flows();
    SignInPage &signIn();
    FirstRunPage &firstRun();
    SettingsPage &settingsPage();
    PaletteDesk &palette();
    PinDesk &pins() const { return *m_pins; }
    ShiftDesk &shift() const { return *m_shift; }
    GroupNoticeDesk &groupNotices() const { return *m_groupNotices; }
    ToastDesk &toasts() const { return *m_toasts; }
    Settings &settings() const { return m_settings; }
    /** With those of every room this person may enter. */
    ActionRegistry &actions();

    void enter(Room room);
    Room room() const { return m_room; }
    /** Whether this person's role has work there. */
    bool mayEnter(Room room) const;
    void showSettings(SettingsPage::Section section);
    /** The sample company is played: its seats can be changed. */
    void setSample(bool sample);
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
    /** A person signs in at a server of theirs. */
    void serverNamed();
    /** A person signed out, or asked for another server. */
    void leaveWanted(bool otherServer);

private:
    QWidget *buildWork();
    void buildRooms();
    template <class T> T &furnish(Room room, T *&page);
    bool isFurnished(Room room) const;
    void furnishNext();
    void furnishAll();
    void joinRoom(Room room, Page *page);
    void buildStatus();
    void join();
    void joinSettings();
    void addActions();
    void addRoomActions();
    void addWindowActions();
    void addPersonActions();
    void joinMenus();
    void setStatus(AgentStatus status, const QString &reason, int minutes);
    void step(int regions);
    QWidget *current() const;
    Page *pageOf(Room room);
    void showDesk(const TopicId &topic);
    void showGroup(const GroupId &group);
    void showEntry(const EntryId &entry);
    bool standsAtSignIn() const;
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
    QWidget *m_work = nullptr;
    SignInPage *m_signIn = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    NavRail *m_rail;
    InlineBanner *m_trouble;
    StopDesk *m_stop;
    QStackedWidget *m_rooms;
    DeskPage *m_desk;
    QueueDesk *m_queueDesk;
    PinDesk *m_pins;
    PromiseDesk *m_promises;
    HelpDesk *m_help;
    ShiftDesk *m_shift;
    GroupNoticeDesk *m_groupNotices;
    ToastDesk *m_toasts = nullptr;
    WallPage *m_wall = nullptr;
    ReviewPage *m_review = nullptr;
    StudioPage *m_studio = nullptr;
    ReportPage *m_report = nullptr;
    FlowsPage *m_flows = nullptr;
    SettingsPage *m_settingsPage = nullptr;
    WindowMemory *m_memory = nullptr;
    KeyHints *m_keyHints = nullptr;
    PaletteDesk *m_palette = nullptr;
    CheatSheet *m_sheet = nullptr;
    OutboxPanel *m_outbox;
    StatusStrip *m_status;
    StatusPill *m_link;
    StatusPill *m_unsent;
    StatusPill *m_account;
    StatusPill *m_said;             //!< why a key did nothing; for a moment
    QTimer *m_saidUntil;
    QTimer *m_furnishing;
    QList<StatusPill *> m_hints;
    Room m_room = Room::Desk;
    std::optional<Room> m_wanted;   //!< of last time; entered as soon as the role may
    bool m_remembers = false;
    bool m_isSample = false;
    bool m_asking = false;          //!< the first-run page stands
};

} // namespace quntai
