// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/mainwindow.h"

#include "app/console/deskpage.h"
#include "app/console/reportpage.h"
#include "app/console/reviewpage.h"
#include "app/console/studiopage.h"
#include "app/console/wallpage.h"
#include "models/items/outboxmodel.h"
#include "models/items/queuemodel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/navrail.h"
#include "widgets/common/statusstrip.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/outbox/outboxpanel.h"
#include "widgets/signin/signinpage.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(ThemeHost &host, Session &session, QWidget *parent)
    : QMainWindow(parent), m_host(host), m_session(session),
      m_outboxModel(new OutboxModel(&session, this)), m_stack(new QStackedWidget(this)),
      m_signIn(new SignInPage(host))
{
    setWindowTitle(tr("Quntai"));
    setMinimumSize(1024, 640);
    resize(1440, 900);
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(buildWork());
    setCentralWidget(m_stack);
    join();
    refreshLink();
    refreshOutbox();
}

QWidget *MainWindow::buildWork()
{
    auto *work = new QWidget;
    m_rail = new NavRail(m_host, work);
    m_trouble = new InlineBanner(m_host, work);
    m_trouble->setDismissible(true);
    m_trouble->hide();
    buildRooms();
    m_outbox = new OutboxPanel(m_host, *m_outboxModel, [this] { return m_session.now(); }, work);
    m_outbox->hide();
    buildStatus();

    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_trouble);
    pages->addWidget(m_rooms, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(pages, 1);
    row->addWidget(m_outbox);
    auto *column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    return work;
}

void MainWindow::buildRooms()
{
    m_rooms = new QStackedWidget;
    m_desk = new DeskPage(m_host, m_session);
    m_wall = new WallPage(m_host, m_session);
    m_review = new ReviewPage(m_host, m_session);
    m_studio = new StudioPage(m_host, m_session);
    m_report = new ReportPage(m_host, m_session);
    m_rail->addPage(Icon::Desk, tr("Desk"));
    m_rail->addPage(Icon::Wall, tr("Wall"));
    m_rail->addPage(Icon::Review, tr("Review"));
    m_rail->addPage(Icon::Book, tr("Studio"));
    m_rail->addPage(Icon::Report, tr("Report"));
    m_rooms->addWidget(m_desk);
    joinRoom(Room::Wall, m_wall);
    joinRoom(Room::Review, m_review);
    joinRoom(Room::Studio, m_studio);
    joinRoom(Room::Report, m_report);
    connect(m_rail, &NavRail::pageChosen, this, [this](int index) { enter(Room(index)); });
}

void MainWindow::joinRoom(Room room, Page *page)
{
    m_rooms->addWidget(page);
    connect(page, &Page::badgeChanged, this,
            [this, room, page] { m_rail->setBadge(int(room), page->badge()); });
    connect(page, &Page::topicWanted, this, [this](const TopicId &topic) {
        enter(Room::Desk);
        m_desk->chooseTopic(topic);
    });
    connect(page, &Page::groupWanted, this, [this](const GroupId &group) {
        enter(Room::Desk);
        m_desk->chooseGroup(group);
    });
    connect(page, &Page::entryWanted, this, [this](const EntryId &entry) {
        enter(Room::Studio);
        m_studio->openEntry(entry);
    });
}

void MainWindow::enter(Room room)
{
    m_rail->setCurrentPage(int(room));
    m_rooms->setCurrentIndex(int(room));
    if (auto *page = qobject_cast<Page *>(m_rooms->currentWidget()))
        page->entered();
}

void MainWindow::buildStatus()
{
    m_status = new StatusStrip(m_host);
    m_link = new StatusPill(m_host);
    m_unsent = new StatusPill(m_host);
    m_unsent->setGlyph(Icon::Send);
    m_account = new StatusPill(m_host);
    m_status->addLeft(m_link);
    m_status->addLeft(m_unsent);
    m_status->addLeft(m_account);
    const QList<std::pair<QString, QString>> hints{{u"F2"_s, tr("Take over / hand back")},
                                                   {u"Ctrl+E"_s, tr("Correct")},
                                                   {u"Alt+↓"_s, tr("Next topic")}};
    for (const auto &[keys, words] : hints) {
        auto *hint = new StatusPill(m_host);
        hint->setKeyHint(keys);
        hint->setWords(words);
        m_status->addRight(hint);
    }
}

void MainWindow::join()
{
    connect(&m_session, &Session::linkChanged, this, &MainWindow::refreshLink);
    connect(&m_session, &Session::changed, this, &MainWindow::refreshPerson);
    connect(&m_session, &Session::reset, this, &MainWindow::refreshPerson);
    connect(&m_session, &Session::outboxChanged, this, &MainWindow::refreshOutbox);
    connect(&m_session, &Session::trouble, this, &MainWindow::showTrouble);
    connect(&m_desk->queue(), &QueueModel::countsChanged, this, &MainWindow::refreshBadges);
    connect(m_trouble, &InlineBanner::dismissed, m_trouble, &QWidget::hide);
    connect(&m_rail->settingsButton(), &QAbstractButton::clicked, this, &MainWindow::showSettings);
    connect(&m_rail->personButton(), &QAbstractButton::clicked, this, &MainWindow::showSettings);
    connect(&m_rail->bellButton(), &QAbstractButton::clicked, this, &MainWindow::toggleOutbox);
    m_rail->bellButton().setName(tr("To be sent"));
    m_rail->menuButton().hide();

    connect(m_signIn, &SignInPage::submitted, this, [this](const QUrl &server, const QString &user,
                                                           const QString &password) {
        m_session.signIn({server, user, password, {}});
    });
    connect(m_outbox, &OutboxPanel::retry, &m_session, &Session::retry);
    connect(m_outbox, &OutboxPanel::remove, &m_session, &Session::discard);
    connect(m_outbox, &OutboxPanel::edit, this,
            [this](const CommandId &command, const TopicId &topic, const QString &text) {
                m_desk->editAgain(command, topic, text);
            });
    connect(m_outbox, &OutboxPanel::closed, m_outbox, &QWidget::hide);
    auto *outboxKey = new QShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O, this);
    connect(outboxKey, &QShortcut::activated, this, &MainWindow::toggleOutbox);
}

void MainWindow::toggleOutbox()
{
    m_outbox->setVisible(!m_outbox->isVisible());
    if (m_outbox->isVisible())
        m_outbox->setFocus();  // Esc closes it
}

void MainWindow::showTrouble(const QString &what)
{
    m_trouble->showMessage(InlineBanner::Kind::Error, tr("Something is wrong"), what);
}

/** Who signs in stays on that page until the backend has let them in, or there is something to
 * show of what this computer kept. */
bool MainWindow::needsSignIn() const
{
    switch (m_session.link().state) {
    case LinkState::SignedOut:
    case LinkState::Refused: return true;
    case LinkState::Connecting: return m_stack->currentIndex() == 0;
    case LinkState::Offline:
        return m_stack->currentIndex() == 0 && m_session.state().groups.isEmpty();
    case LinkState::Syncing:
    case LinkState::Live: return false;
    }
    return false;
}

void MainWindow::refreshLink()
{
    const auto link = m_session.link();
    m_stack->setCurrentIndex(needsSignIn() ? 0 : 1);
    const bool failed = link.state == LinkState::Refused || link.state == LinkState::Offline;
    m_signIn->setBusy(link.state == LinkState::Connecting);
    m_signIn->setProblem(failed && needsSignIn() ? linkText(link) : QString());
    m_status->setOffline(link.state == LinkState::Offline);
    switch (link.state) {
    case LinkState::Live:
        m_link->setPresence(PresenceMark::Online);
        m_link->setWords(link.latencyMs >= 0 ? tr("Connected · %1 ms").arg(link.latencyMs)
                                             : tr("Connected"));
        break;
    case LinkState::Offline:
        m_link->setPresence(PresenceMark::Problem);
        m_link->setWords(linkText(link), tr("Offline"));
        break;
    default:
        m_link->setPresence(PresenceMark::Busy);
        m_link->setWords(tr("Connecting…"));
    }
    refreshPerson();
}

void MainWindow::refreshOutbox()
{
    int texts = 0;
    for (const auto &item : m_session.outbox())
        texts += textOf(item.command.data).isEmpty() ? 0 : 1;
    const int refused = m_outboxModel->refusedCount();
    m_unsent->setWords(refused > 0 ? tr("To be sent %1 · refused %2").arg(texts).arg(refused)
                                   : tr("To be sent %1").arg(texts));
}

void MainWindow::refreshPerson()
{
    const auto presence = m_session.state().presence.value(m_session.me());
    const auto mark = presence.status == AgentStatus::Online ? PresenceMark::Online
        : presence.status == AgentStatus::Away               ? PresenceMark::Busy
                                                             : PresenceMark::Offline;
    m_rail->setPerson(m_session.myName(), mark);
    int mine = 0;
    for (const auto &topic : m_session.state().topics)
        mine += topic.lease && topic.lease->user == m_session.me() ? 1 : 0;
    m_account->setWords(tr("%1 · %2 · serving %3")
                            .arg(m_session.myName(), roleName(m_session.myRole()))
                            .arg(mine));
}

void MainWindow::refreshBadges()
{
    m_rail->setBadge(0, m_desk->queue().count(DeskList::Queue)
                         + m_desk->queue().count(DeskList::NeedsLook));
}

void MainWindow::addThemeChoices(QMenu &menu)
{
    auto *choices = new QActionGroup(&menu);
    const QList<std::pair<ThemeMode, QString>> modes{{ThemeMode::System, tr("Like the desktop")},
                                                     {ThemeMode::Light, tr("Light")},
                                                     {ThemeMode::Dark, tr("Dark")}};
    for (const auto &[mode, words] : modes) {
        auto *action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(m_host.mode() == mode);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = mode] {
            m_host.setMode(chosen);
            QSettings().setValue(u"theme"_s, int(chosen));
        });
    }
}

void MainWindow::showSettings()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Appearance"));
    addThemeChoices(*menu);
    menu->addSection(tr("Work"));
    for (const auto status : {AgentStatus::Online, AgentStatus::Away}) {
        menu->addAction(agentStatusName(status), this, [this, status] {
            m_session.submit(SetStatus{status, m_desk->topic(), false}, this, [](Result<>) {});
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Sign out"), &m_session, &Session::signOut);
    menu->popup(m_rail->settingsButton().mapToGlobal(QPoint(m_rail->width(), 0)));
}

} // namespace quntai
