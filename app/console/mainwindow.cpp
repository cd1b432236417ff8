// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/mainwindow.h"

#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/keyhints.h"
#include "app/console/palettedesk.h"
#include "app/console/stopdesk.h"
#include "app/console/toastdesk.h"
#include "models/items/outboxmodel.h"
#include "models/items/queuemodel.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/navrail.h"
#include "widgets/common/statusstrip.h"
#include "widgets/common/words/queuewords.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/outbox/outboxpanel.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/signin/signinpage.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int saidMs = 5000;
constexpr int hintCount = 3;

} // namespace

MainWindow::MainWindow(ThemeHost &host, Session &session, Settings &settings, QWidget *parent)
    : QMainWindow(parent), m_host(host), m_session(session), m_settings(settings),
      m_actions(new ActionRegistry(*this)), m_outboxModel(new OutboxModel(&session, this)),
      m_stack(new QStackedWidget(this)), m_saidUntil(new QTimer(this)),
      m_furnishing(new QTimer(this))
{
    setWindowTitle(tr("Quntai"));
    setMinimumSize(1024, 640);
    resize(1440, 900);
    m_work = buildWork();
    m_stack->addWidget(m_work);
    setCentralWidget(m_stack);
    m_toasts = new ToastDesk(m_host, m_session, *this, [this] {
        return !isActiveWindow() || m_rooms->currentWidget() != m_desk;
    }, this);
    connect(m_toasts, &ToastDesk::topicWanted, this, &MainWindow::showDesk);
    connect(m_toasts, &ToastDesk::groupWanted, this, &MainWindow::showGroup);
    addActions();
    m_actions->setChosenKeys(settings.get(settings::keys));
    m_keyHints = new KeyHints(*m_actions, *this);
    join();
    refreshHints();
    refreshLink();
    refreshOutbox();
}

/** The pages before the registry, which they know. */
MainWindow::~MainWindow()
{
    delete m_stack;
}

QWidget *MainWindow::buildWork()
{
    auto *work = new QWidget;
    m_rail = new NavRail(m_host, work);
    m_trouble = new InlineBanner(m_host, work);
    m_trouble->setDismissible(true);
    m_trouble->hide();
    m_stop = new StopDesk(m_host, m_session, work);
    buildRooms();
    m_outbox = new OutboxPanel(m_host, *m_outboxModel, [this] { return m_session.now(); }, work);
    m_outbox->hide();
    buildStatus();

    auto *pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_trouble);
    pages->addWidget(m_stop->bar());
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
    m_stop->addTo(*m_status);
    m_said = new StatusPill(m_host);
    m_said->setGlyph(Icon::Warn);
    m_said->hide();
    m_status->addRight(m_said);
    m_saidUntil->setSingleShot(true);
    m_saidUntil->setInterval(saidMs);
    connect(m_saidUntil, &QTimer::timeout, m_said, &QWidget::hide);
    for (int at = 0; at < hintCount; ++at) {
        m_hints.append(new StatusPill(m_host));
        m_status->addRight(m_hints.constLast());
    }
}

void MainWindow::say(const QString &words)
{
    m_said->setWords(words);
    m_said->show();
    m_saidUntil->start();
}

/** The first things one does in the room, and the palette, which has the rest. */
void MainWindow::refreshHints()
{
    QStringList ids;
    for (const auto &action : m_actions->actions()) {
        const bool here = action.scope && action.scope == m_rooms->currentWidget();
        if (here && !action.fixed && ids.size() < hintCount - 1
            && !m_actions->keys(action.id).isEmpty())
            ids.append(action.id);
    }
    ids.append(u"window.palette"_s);
    for (int at = 0; at < m_hints.size(); ++at) {
        const auto *action = m_actions->find(ids.value(at));
        m_hints.at(at)->setVisible(action && !m_actions->keys(action->id).isEmpty());
        if (!action)
            continue;
        m_hints.at(at)->setKeyHint(m_actions->keyHint(action->id));
        m_hints.at(at)->setWords(action->text);
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
    connect(&m_rail->settingsButton(), &QAbstractButton::clicked, this,
            [this] { showSettings(SettingsPage::Section::Appearance); });
    connect(&m_rail->personButton(), &QAbstractButton::clicked, this,
            [this] { showSettings(SettingsPage::Section::Account); });
    connect(&m_rail->bellButton(), &QAbstractButton::clicked, this, &MainWindow::toggleOutbox);
    connect(&m_rail->menuButton(), &QAbstractButton::clicked, this,
            [this] { palette().toggle(); });
    connect(m_actions, &ActionRegistry::keysChanged, this, &MainWindow::refreshHints);
    connect(m_actions, &ActionRegistry::refused, this,
            [this](const QString &, const QString &why) { say(why); });
    connect(m_rooms, &QStackedWidget::currentChanged, this, &MainWindow::refreshHints);
    m_rail->bellButton().setName(tr("To be sent"));
    m_rail->menuButton().setName(tr("Commands"));
    connect(m_outbox, &OutboxPanel::retry, &m_session, &Session::retry);
    connect(m_outbox, &OutboxPanel::remove, &m_session, &Session::discard);
    connect(m_outbox, &OutboxPanel::edit, this,
            [this](const CommandId &command, const TopicId &topic, const QString &text) {
                enter(Room::Desk);
                m_desk->editAgain(command, topic, text);
            });
    connect(m_outbox, &OutboxPanel::closed, m_outbox, &QWidget::hide);
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

bool MainWindow::standsAtSignIn() const
{
    return m_signIn && m_stack->currentWidget() == m_signIn;
}

/** Who signs in stays on that page until the backend has let them in, or there is something to
 * show of what this computer kept. */
bool MainWindow::needsSignIn() const
{
    switch (m_session.link().state) {
    case LinkState::SignedOut:
    case LinkState::Refused: return true;
    case LinkState::Connecting: return standsAtSignIn();
    case LinkState::Offline: return standsAtSignIn() && m_session.state().groups.isEmpty();
    case LinkState::Syncing:
    case LinkState::Live: return false;
    }
    return false;
}

void MainWindow::refreshLink()
{
    const auto link = m_session.link();
    m_asking = m_asking && link.state == LinkState::SignedOut;
    if (!m_asking)
        m_stack->setCurrentWidget(needsSignIn() ? &signIn() : m_work);
    if (m_signIn)
        refreshSignIn();
    // A try may take ten seconds, and until it succeeds what stands here is old.
    m_status->setOffline(link.state == LinkState::Offline || link.state == LinkState::Connecting);
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
    refreshRooms();
}

/** What is tried again by itself leaves the page to who corrects something in it. */
void MainWindow::refreshSignIn()
{
    const auto link = m_session.link();
    const bool trying = link.state == LinkState::Connecting;
    if (trying && m_signIn->triesAgain())
        return m_signIn->setAgain(0);
    m_signIn->setBusy(trying);
    const bool failed = link.state == LinkState::Refused || link.state == LinkState::Offline;
    if (!failed || !needsSignIn()) {
        m_signIn->setProblem({});
        m_signIn->setAgain(-1);
        return;
    }
    m_signIn->setProblem(linkText(link), linkAdvice(link.problem, m_signIn->server()));
    const auto left = std::max<qint64>(link.nextAttempt.ms - m_session.now().ms, 0);
    m_signIn->setAgain(link.nextAttempt.isSet() ? left : -1);
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
    const bool away = presence.status == AgentStatus::Away;
    const auto mark = presence.status == AgentStatus::Online ? PresenceMark::Online
        : presence.status == AgentStatus::Away               ? PresenceMark::Busy
                                                             : PresenceMark::Offline;
    m_rail->setPerson(m_session.myName(), mark);
    int mine = 0;
    for (const auto &topic : m_session.state().topics)
        mine += topic.lease && topic.lease->user == m_session.me() ? 1 : 0;
    m_account->setWords(tr("%1 · %2 · serving %3")
                            .arg(m_session.myName(), roleName(m_session.myRole()))
                            .arg(mine),
                        away ? awayText(presence, m_session.now()) : QString());
}

void MainWindow::refreshBadges()
{
    m_rail->setBadge(0, m_desk->queue().waiting());
}

} // namespace quntai
