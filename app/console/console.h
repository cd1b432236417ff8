// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/embeddedbackend.h"
#include "app/console/options.h"
#include "models/session/livesession.h"
#include "widgets/common/theme/focusring.h"
#include "widgets/common/theme/themehost.h"

#include <QTranslator>

#include <memory>

namespace quntai {

class MainWindow;
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

private:
    Result<> prepareLook();
    void loadLanguage();
    Result<> startBackend();
    Result<> connectToServer();
    QString dataFolder() const;
    void endOnSignals();

    const ConsoleOptions m_options;
    QTranslator m_translator;
    std::unique_ptr<ThemeHost> m_host;
    std::unique_ptr<FocusRing> m_focusRing;
    std::unique_ptr<LiveSession> m_session;
    std::unique_ptr<EmbeddedBackend> m_backend;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tour> m_tour;
};

} // namespace quntai
