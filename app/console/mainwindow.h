// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session.h"
#include "widgets/common/theme/themehost.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace quntai {

class DeskPage;
class InlineBanner;
class NavRail;
class OutboxModel;
class OutboxPanel;
class Page;
class ReportPage;
class ReviewPage;
class SignInPage;
class StatusPill;
class StatusStrip;
class StudioPage;
class WallPage;

/** The console's window: rail, pages, status strip; the sign-in page until someone is signed in. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    enum class Room { Desk, Wall, Review, Studio, Report };

    DeskPage &desk() const { return *m_desk; }
    WallPage &wall() const { return *m_wall; }
    ReviewPage &review() const { return *m_review; }
    StudioPage &studio() const { return *m_studio; }
    ReportPage &report() const { return *m_report; }
    void enter(Room room);
    SignInPage &signIn() const { return *m_signIn; }
    /** Something is wrong that no page can show; one line, dismissible. */
    void showTrouble(const QString &what);
    void toggleOutbox();

private:
    QWidget *buildWork();
    void buildRooms();
    void joinRoom(Room room, Page *page);
    void buildStatus();
    void join();
    bool needsSignIn() const;
    void refreshLink();
    void refreshOutbox();
    void refreshPerson();
    void refreshBadges();
    void showSettings();
    void addThemeChoices(QMenu &menu);

    ThemeHost &m_host;
    Session &m_session;
    OutboxModel *m_outboxModel;
    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    NavRail *m_rail;
    InlineBanner *m_trouble;
    QStackedWidget *m_rooms;
    DeskPage *m_desk;
    WallPage *m_wall;
    ReviewPage *m_review;
    StudioPage *m_studio;
    ReportPage *m_report;
    OutboxPanel *m_outbox;
    StatusStrip *m_status;
    StatusPill *m_link;
    StatusPill *m_unsent;
    StatusPill *m_account;
};

} // namespace quntai
