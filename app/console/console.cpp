// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/deskpage.h"
#include "app/console/mainwindow.h"
#include "app/console/notices/noticedesk.h"
#include "app/console/notices/traysink.h"
#include "app/console/preferences/accountform.h"
#include "app/console/toastdesk.h"
#include "app/console/tour.h"
#include "widgets/common/theme/iconset.h"
#include "widgets/common/theme/quntaistyle.h"
#include "widgets/common/theme/themeloader.h"
#include "widgets/signin/firstrunpage.h"
#include "widgets/signin/signinpage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSocketNotifier>
#include <QStandardPaths>
#include <QTimer>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 undoSendMs = 3000;  // long enough to see a slip, short for who waits
constexpr int settledMs = 2000;  // a snapshot of 300 groups is stored in half of it

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
    if (!m_options.tour.isEmpty() && m_options.data.isEmpty())
        m_tourData = std::make_unique<QTemporaryDir>();
}

Console::~Console()
{
    if (m_window)
        m_window->hide(); // it remembers where it stood
}

Result<> Console::start()
{
    const auto folder = dataFolder();
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::Unavailable,
                       tr("The folder %1 cannot be made; name another with --data.").arg(folder));
    }
    m_settings = std::make_unique<Settings>(folder + u"/settings.json"_s);
    loadLanguage();
    if (const auto look = prepareLook(); !look)
        return look;
    endOnSignals();
    m_session = std::make_unique<LiveSession>(folder + u"/console"_s);
    m_session->setUndoSend(undoSendMs);
    joinMemory();
    if (isSample())
        m_seat = chosenSeat();
    if (isSample() || !m_options.config.isEmpty())
        m_session->prepare(embedded());
    openWindow();
    if (!m_options.tour.isEmpty())
        openTour();
    else
        m_window->remember();
    joinNotices();
    // What was read from disk while the window was made is in its first picture.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    m_window->show();
    m_window->activateWindow(); // on a screen without a window manager nobody else gives it the keys
    if (const auto trouble = m_settings->trouble(); !trouble.isEmpty())
        m_window->showTrouble(trouble);
    return begin();
}

/** The command line, then what was chosen last time, then the first-run page. */
Result<> Console::begin()
{
    if (!m_options.connect.isEmpty())
        return connectToServer();
    if (!m_options.config.isEmpty())
        return startBackend({u"--config"_s, m_options.config});
    if (isSample()) {
        QTimer::singleShot(0, this, [this] { takeSeat(m_seat); }); // what is kept is seen first
        return {};
    }
    if (m_settings->get(settings::startWith) == StartWith::Server) {
        m_window->signIn().setServer(QUrl(m_settings->get(settings::server)));
        m_window->signIn().setName(m_settings->get(settings::user));
        m_window->signIn().focusFirst();
    } else {
        m_window->showFirstRun();
    }
    return {};
}

/** Whether this console plays the sample company from the start on. */
bool Console::isSample() const
{
    if (!m_options.connect.isEmpty() || !m_options.config.isEmpty())
        return false;
    return m_options.sample || !m_options.tour.isEmpty()
        || m_settings->get(settings::startWith) == StartWith::Sample;
}

/** Chinese is what most people read; English for those whose desktop says so. */
void Console::loadLanguage()
{
    const auto wanted = m_settings->get(settings::language);
    bool english = wanted == Language::English;
    if (wanted == Language::System) {
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
    QCoreApplication::removeTranslator(&m_translator);
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
    m_host->setMode(m_settings->get(settings::theme));
    m_host->setDensity(m_settings->get(settings::density));
    applyTheme(*qApp, *m_host);
    m_focusRing = std::make_unique<FocusRing>(*qApp);
    connect(m_settings.get(), &Settings::changed, this, &Console::applySettings);
    return {};
}

void Console::applySettings(const QString &key)
{
    if (key == QLatin1StringView(settings::theme.key))
        m_host->setMode(m_settings->get(settings::theme));
    else if (key == QLatin1StringView(settings::density.key))
        m_host->setDensity(m_settings->get(settings::density));
}

void Console::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_host, *m_session, *m_settings);
    m_window->setSample(!m_seat.isEmpty());
    connect(m_window.get(), &MainWindow::serverNamed, this, [this] {
        m_seat.clear(); // not in the sample company any more
        m_window->setSample(false);
    });
    connect(m_window.get(), &MainWindow::reopenWanted, this, &Console::reopenWindow,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::seatWanted, this, &Console::takeSeat);
    connect(m_window.get(), &MainWindow::leaveWanted, this, &Console::leave);
    connect(m_settings.get(), &Settings::notWritten, m_window.get(), &MainWindow::showTrouble);
    connect(m_session.get(), &Session::linkChanged, m_window.get(), [this] { rememberServer(); });
}

/** Once a snapshot is read and stored, the memory that took goes back to the system: the C library
 * would keep it for a next time that seldom comes. */
void Console::joinMemory()
{
#ifdef __GLIBC__
    m_settled.setSingleShot(true);
    m_settled.setInterval(settledMs);
    connect(m_session.get(), &Session::reset, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_settled, &QTimer::timeout, this,
            [this] { m_session->rest([] { ::malloc_trim(0); }); });
#endif
}

/** The same room of the same session, in another language. What is written is the session's. */
void Console::reopenWindow()
{
    const auto room = m_window->room();
    const auto topic = m_window->desk().topic();
    m_notices.reset();
    auto old = std::move(m_window);
    old->hide(); // remembers where it stood
    loadLanguage();
    openWindow();
    m_window->remember();
    joinNotices();
    m_window->enter(room);
    if (!topic.isEmpty())
        m_window->desk().chooseTopic(topic);
    m_window->show();
    m_window->activateWindow();
}

void Console::openTour()
{
    m_tour = std::make_unique<Tour>(*m_host, *m_session, *m_window, m_options.tour,
                                    tourPart(m_options.tourPart),
                                    [this](bool halted) {
                                        if (m_backend)
                                            m_backend->setHalted(halted);
                                    });
    connect(m_tour.get(), &Tour::finished, qApp, [this](int code) {
        m_tourDone = code == 0;
        QCoreApplication::exit(code);
    });
}

void Console::joinNotices()
{
    if (!m_tray)
        m_tray = std::make_unique<TraySink>(*m_host);
    m_notices = std::make_unique<NoticeDesk>(*m_session, *m_settings, *m_tray,
                                             [this] { return m_window->isActiveWindow(); });
    // A tour shows what it is led to.
    if (m_options.tour.isEmpty())
        connect(m_notices.get(), &NoticeDesk::pressing, m_window.get(),
                [this](const Notice &notice, const NoticeText &text) {
                    m_window->toasts().take(notice, text);
                });
    connect(m_tray.get(), &NoticeSink::opened, m_window.get(), [this](const TopicId &topic) {
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
        if (topic.isEmpty())
            return;
        m_window->enter(MainWindow::Room::Desk);
        m_window->desk().chooseTopic(topic);
    });
}

QString Console::dataFolder() const
{
    if (!m_options.data.isEmpty())
        return m_options.data;
    if (m_tourData)
        return m_tourData->path();
    const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base + u"/quntai"_s;
}

QString Console::chosenSeat() const
{
    const auto seat = m_options.seat.isEmpty() ? m_settings->get(settings::seat) : m_options.seat;
    return seat.isEmpty() ? sampleSeats().constFirst().id : seat;
}

/** Who sits at the backend this console starts, which lets in by a token that comes when it is
 * ready; what was seen last time is shown until then. */
SignIn Console::embedded() const
{
    return {QUrl(u"ws://127.0.0.1"_s), m_seat, {}, {}};
}

Result<> Console::startBackend(const QStringList &arguments)
{
    m_backend = std::make_unique<EmbeddedBackend>();
    connect(m_backend.get(), &EmbeddedBackend::ready, this,
            [this](const QUrl &server, const QString &token) {
                m_session->signIn({server, m_seat, {}, token});
            });
    connect(m_backend.get(), &EmbeddedBackend::failed, this,
            [this](const QString &why) { askAgain(tr("The backend ended: %1").arg(why)); });
    return m_backend->start(QCoreApplication::applicationDirPath() + u"/quntai-backend"_s,
                            QStringList{u"--data"_s, dataFolder() + u"/backend"_s} + arguments);
}

/** Sits down in the sample company, also in another place while it runs. */
void Console::takeSeat(const QString &seat)
{
    m_seat = seat;
    m_window->setSample(true);
    m_session->prepare(embedded());
    if (m_options.tour.isEmpty())
        m_settings->set(settings::seat, m_seat);
    if (!m_options.sample && m_options.tour.isEmpty())
        m_settings->set(settings::startWith, StartWith::Sample);
    if (m_backend) {
        m_backend->becomeAnother(m_seat);
        return;
    }
    const auto started = startBackend(
        {u"--sample"_s, u"--speed"_s, QString::number(m_options.speed), u"--sample-history"_s,
         QString::number(m_options.history), u"--as"_s, m_seat});
    if (!started)
        askAgain(started.error().message);
}

/** Who was let in keeps what is on screen, offline; else the question is where to begin. */
void Console::askAgain(const QString &why)
{
    const bool wasReady = m_backend->isReady();
    m_backend.release()->deleteLater(); // it may be the one that says so
    if (wasReady)
        return m_window->showTrouble(why);
    m_session->signOut();
    m_window->firstRun().setProblem(why);
    m_window->showFirstRun();
}

void Console::leave(bool otherServer)
{
    m_session->signOut();
    if (!otherServer && m_seat.isEmpty())
        return; // the sign-in page, with the same server
    m_settings->reset(settings::startWith);
    m_window->firstRun().setBusy(false);
    m_window->showFirstRun();
}

/** A server that let somebody in is where the next start begins. */
void Console::rememberServer()
{
    const bool here = !m_seat.isEmpty() || !m_options.config.isEmpty();
    if (m_session->link().state != LinkState::Live || here || !m_options.connect.isEmpty())
        return;
    const auto &page = m_window->signIn();
    m_settings->set(settings::server, page.server().toString());
    m_settings->set(settings::user, page.name());
    m_settings->set(settings::startWith, StartWith::Server);
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
