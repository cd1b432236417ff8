// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/embeddedbackend.h"
#include "app/console/options.h"
#include "app/console/settings/settings.h"
#include "models/session/livesession.h"
#include "widgets/common/theme/focusring.h"
#include "widgets/common/theme/themehost.h"

#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <memory>

namespace quntai {

class MainWindow;
class NoticeDesk;
class TraySink;
class Tour;

/** Everything of one console, made and joined. GUI thread. */
class Console : public QObject
{
    Q_OBJECT
public:
    explicit Console(ConsoleOptions options, QObject *parent = nullptr);
    ~Console() override;

    /** Shows the window and begins to connect. */
    Result<> start();

    /** Every picture of the tour is written. */
    bool isTourDone() const { return m_tourDone; }
    /** Null before start(). */
    MainWindow *window() const { return m_window.get(); }
    Settings &settings() const { return *m_settings; }

private:
    Result<> prepareLook();
    void loadLanguage();
    void applySettings(const QString &key);
    void openWindow();
    void joinMemory();
    void reopenWindow();
    void openTour();
    void joinNotices();
    Result<> begin();
    Result<> connectToServer();
    QString chosenSeat() const;
    SignIn embedded() const;
    Result<> startBackend(const QStringList &arguments);
    void takeSeat(const QString &seat);
    void askAgain(const QString &why);
    void leave(bool otherServer);
    void rememberServer();
    bool isSample() const;
    QString dataFolder() const;
    void endOnSignals();

    const ConsoleOptions m_options;
    std::unique_ptr<QTemporaryDir> m_tourData;  //!< a tour begins with a new company
    QTranslator m_translator;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<FocusRing> m_focusRing;
    std::unique_ptr<LiveSession> m_session;
    std::unique_ptr<EmbeddedBackend> m_backend;
    std::unique_ptr<TraySink> m_tray;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<NoticeDesk> m_notices;
    QTimer m_settled;    //!< runs from a snapshot on
    std::unique_ptr<Tour> m_tour;
    bool m_tourDone = false;
    QString m_seat;      //!< of the sample company; empty: not in it
};

} // namespace quntai
