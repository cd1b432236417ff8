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
class SignInPage;
class StatusPill;
class StatusStrip;

/** The console's window: rail, pages, status strip; the sign-in page until someone is signed in. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(ThemeHost &host, Session &session, QWidget *parent = nullptr);

    DeskPage &desk() const { return *m_desk; }
    SignInPage &signIn() const { return *m_signIn; }
    /** Something is wrong that no page can show; one line, dismissible. */
    void showTrouble(const QString &what);
    void toggleOutbox();

private:
    QWidget *buildWork();
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
    DeskPage *m_desk;
    OutboxPanel *m_outbox;
    StatusStrip *m_status;
    StatusPill *m_link;
    StatusPill *m_unsent;
    StatusPill *m_account;
};

} // namespace quntai
