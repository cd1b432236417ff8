// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/mainwindow.h"
#include "app/console/tour.h"
#include "widgets/common/theme/iconset.h"
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/common/theme/themeloader.h"
#include "widgets/signin/signinpage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSettings>
#include <QSocketNotifier>
#include <QStandardPaths>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

std::array<int, 2> signalPipe{-1, -1};

void noteSignal(int)
{
    const char byte = 1;
    std::ignore = ::write(signalPipe[1], &byte, 1);
}

} // namespace

Console::Console(ConsoleOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options))
{
}

Console::~Console() = default;

Result<> Console::start()
{
    loadLanguage();
    if (const auto look = prepareLook(); !look)
        return look;
    endOnSignals();
    const auto folder = dataFolder();
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::Unavailable,
                       tr("The folder %1 cannot be made; name another with --data.").arg(folder));
    }
    m_session = std::make_unique<LiveSession>(folder + u"/console"_s);
    m_window = std::make_unique<MainWindow>(*m_host, *m_session);
    if (!m_options.tour.isEmpty()) {
        m_tour = std::make_unique<Tour>(*m_host, *m_session, *m_window, m_options.tour,
                                        [this](bool halted) {
                                            if (m_backend)
                                                m_backend->setHalted(halted);
                                        });
        connect(m_tour.get(), &Tour::finished, qApp, [](int code) { QCoreApplication::exit(code); });
    }
    m_window->show();
    return m_options.connect.isEmpty() ? startBackend() : connectToServer();
}

/** Chinese is what most people read; English for those whose desktop says so. */
void Console::loadLanguage()
{
    const auto wanted = QSettings().value(u"language"_s).toString();
    bool english = wanted == u"en";
    if (wanted.isEmpty()) {
        for (const auto &language : QLocale::system().uiLanguages()) {
            if (language.startsWith(u"zh"))
                break;
            if (language.startsWith(u"en")) {
                english = language != u"C" && !qEnvironmentVariable("LANGUAGE").isEmpty();
                break;
            }
        }
    }
    const auto file = english ? u":/i18n/quntai_en.qm"_s : u":/i18n/quntai_zh_CN.qm"_s;
    if (m_translator.load(file))
        QCoreApplication::installTranslator(&m_translator);
    QLocale::setDefault(english ? QLocale(QLocale::English) : QLocale(QLocale::Chinese));
}

Result<> Console::prepareLook()
{
    auto themes = loadThemes();
    if (!themes)
        return failure(ErrorKind::Internal, themes.error());
    m_host = std::make_unique<ThemeHost>(std::move(*themes));
    m_host->setMode(ThemeMode(QSettings().value(u"theme"_s, int(ThemeMode::System)).toInt()));
    applyTheme(*qApp, *m_host);
    m_focusRing = std::make_unique<FocusRing>(*qApp);
    return {};
}

QString Console::dataFolder() const
{
    if (!m_options.data.isEmpty())
        return m_options.data;
    const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base + u"/quntai"_s;
}

Result<> Console::startBackend()
{
    m_backend = std::make_unique<EmbeddedBackend>();
    connect(m_backend.get(), &EmbeddedBackend::ready, this,
            [this](const QUrl &server, const QString &token) {
                m_session->signIn({server, {}, {}, token});
            });
    connect(m_backend.get(), &EmbeddedBackend::failed, m_window.get(), [this](const QString &why) {
        m_window->signIn().setProblem(tr("The backend ended: %1").arg(why));
        m_window->showTrouble(tr("The backend ended: %1").arg(why));
    });
    QStringList arguments{u"--data"_s, dataFolder() + u"/backend"_s};
    if (m_options.config.isEmpty())
        arguments += {u"--sample"_s, u"--speed"_s, QString::number(m_options.speed),
                      u"--sample-history"_s, QString::number(m_options.history)};
    else
        arguments += {u"--config"_s, m_options.config};
    m_window->signIn().setBusy(true);
    return m_backend->start(QCoreApplication::applicationDirPath() + u"/quntai-backend"_s,
                            arguments);
}

Result<> Console::connectToServer()
{
    m_window->signIn().setServer(m_options.connect);
    m_window->signIn().setName(m_options.user);
    if (m_options.passwordFile.isEmpty())
        return {};
    QFile file(m_options.passwordFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::NotFound, tr("%1 cannot be read: %2")
                                                .arg(m_options.passwordFile, file.errorString()));
    }
    const auto password = QString::fromUtf8(file.readLine(4096)).trimmed();
    m_session->signIn({m_options.connect, m_options.user, password, {}});
    return {};
}

/** SIGTERM and SIGINT close the console like its window would, with its backend. */
void Console::endOnSignals()
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace quntai
