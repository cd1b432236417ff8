// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/wallpage.h"

#include "models/items/agentmodel.h"
#include "models/items/alertmodel.h"
#include "models/items/wallmodel.h"
#include "widgets/common/countbadge.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/handover/transferpanel.h"
#include "widgets/wall/accounthealth.h"
#include "widgets/wall/agentview.h"
#include "widgets/wall/alertview.h"
#include "widgets/wall/kpistrip.h"
#include "widgets/wall/notepopup.h"
#include "widgets/wall/wallhead.h"
#include "widgets/wall/wallview.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int beatMs = 1000;
constexpr int patienceMs = 200;         // grey tiles only when the first state takes longer
constexpr layout::Column side{280, 320, 400};
constexpr int sideNarrowBelow = 1240;   // of the page
constexpr int sideHiddenBelow = 1100;
constexpr int leastWidth = 700;
constexpr int leastHeight = 420;

Instant dayBegan(Instant now)
{
    const auto day = QDateTime::fromMSecsSinceEpoch(now.ms).date().startOfDay();
    return {day.toMSecsSinceEpoch()};
}

} // namespace

WallPage::WallPage(ThemeHost &host, Session &session, QWidget *parent)
    : Page(host, session, parent), m_commands(session), m_model(new WallModel(&session, this)),
      m_alerts(new AlertModel(&session, m_model->tiles(), this)), m_agents(new AgentModel(this))
{
    m_tally.rebuild(session.state(), session.now());
    build();
    join();
    joinPopups();
    refreshLink();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &WallPage::pulse);
    timer->start(beatMs / pulsesPerBeat);
}

WallPage::~WallPage()
{
    // Else a page that is a window hides when it is a page no more, and its popups tell it so.
    hide();
}

void WallPage::build()
{
    // Less than both columns need: the side gives way when the window gets there (refit).
    setMinimumSize(leastWidth, leastHeight);
    m_splitter = new QSplitter(this);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(buildTiles());
    m_splitter->addWidget(buildSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);

    m_anchor = new QWidget(m_view->viewport());
    m_anchor->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_anchor->hide();
    m_whisper = new NotePopup(host(), tr("Whisper"), tr("What your colleague should know"),
                              tr("Whisper"), this);
    m_force = new NotePopup(host(), tr("Step in"), tr("Why; colleagues read it"), tr("Do it"), this);
    m_assign = new TransferPanel(host(), this, TransferPanel::Purpose::Assign);
}

QWidget *WallPage::buildTiles()
{
    auto *pane = new QWidget;
    m_head = new WallHead(host(), *m_model, pane);
    m_banner = new InlineBanner(host(), pane);
    m_banner->hide();
    m_refusal = new InlineBanner(host(), pane);
    m_refusal->setDismissible(true);
    m_refusal->hide();
    m_figures = new KpiStrip(host(), pane);
    m_view = new WallView(host(), *m_model, pane);
    m_empty = new EmptyState(host(), Icon::Wall, tr("A group appears here as soon as an account of "
                                                    "the bot is in it and somebody writes."));
    m_empty->setTitle(tr("No groups yet"));
    m_stack = new QStackedWidget(pane);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (auto *part : std::initializer_list<QWidget *>{m_head, m_banner, m_refusal, m_figures})
        column->addWidget(part);
    column->addWidget(m_stack, 1);
    return pane;
}

QWidget *WallPage::sideHead(const QString &title, CountBadge *badge, const QString &note)
{
    auto *head = new QWidget;
    head->setFixedHeight(layout::header);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(space::x3, 0, space::x3, 0);
    row->setSpacing(space::x2);
    row->addWidget(new PlainLabel(host(), title, TextRole::Title, ColorRole::TextPrimary, head));
    row->addWidget(badge);
    row->addStretch(1);
    row->addWidget(new PlainLabel(host(), note, TextRole::Caption, ColorRole::TextTertiary, head));
    return head;
}

QWidget *WallPage::buildSide()
{
    m_side = new QWidget;
    m_side->setMinimumWidth(side.min);
    m_side->setMaximumWidth(side.max);
    m_alertCount = new CountBadge(host());
    m_alertCount->setHideZero(true);
    m_alertView = new AlertView(host(), *m_alerts, [this] { return m_model->now(); });
    m_allWell = new EmptyState(host(), Icon::Check, tr("Nothing to act on. What gets urgent "
                                                       "appears here."));
    m_agentCount = new CountBadge(host());
    m_agentView = new AgentView(host(), *m_agents);
    m_health = new AccountHealth(host());
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(sideHead(tr("Alerts"), m_alertCount, tr("most severe first")));
    column->addWidget(m_alertView, 1);
    column->addWidget(m_allWell, 1);
    column->addWidget(sideHead(tr("Colleagues"), m_agentCount, {}));
    column->addWidget(m_agentView);
    column->addWidget(m_health);
    return m_side;
}

void WallPage::join()
{
    connect(&session(), &Session::changed, this,
            [this](const Changes &changes) { m_tally.take(session().state(), changes); });
    connect(&session(), &Session::reset, this, [this] {
        m_tally.rebuild(session().state(), session().now());
        refreshStack();
    });
    connect(&session(), &Session::linkChanged, this, &WallPage::refreshLink);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &WallPage::refreshStack);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &WallPage::refreshStack);
    connect(m_head, &WallHead::chosen, this, [this] {
        m_head->refresh(m_view->isTouched(), m_cutOff);
        refreshStack();
    });
    connect(&m_head->sideButton(), &QAbstractButton::clicked, m_side, &QWidget::setVisible);
    connect(m_figures, &KpiStrip::chosen, this,
            [this](KpiStrip::Figure figure) { chooseFigure(int(figure)); });
    connect(m_banner, &InlineBanner::actionTriggered, &session(), &Session::reconnect);
    connect(m_refusal, &InlineBanner::dismissed, m_refusal, &QWidget::hide);
    m_view->setWhyNot([this](const WallTile &tile, WallVerb verb) { return whyNot(tile, verb); });
    connect(m_view, &WallView::verbChosen, this, &WallPage::act);
    connect(m_view, &WallView::menuWanted, this, &WallPage::openMenu);
    connect(m_view, &WallView::entered, this, [this](const GroupId &group) {
        const auto *tile = m_model->tiles().find(group);
        if (tile && tile->oldest >= 0)
            Q_EMIT topicWanted(tile->topics.at(tile->oldest).id);
        else
            Q_EMIT groupWanted(group);
    });
    m_alertView->setWhyNot([this](const WallAlert &alert, AlertAction action) {
        return whyNotAlert(alert, action);
    });
    connect(m_alertView, &AlertView::actionChosen, this, &WallPage::actOn);
    connect(m_agentView, &AgentView::agentChosen, this,
            [this](const UserId &, const QString &name) { m_head->chooseWords(name); });
    connect(&m_commands, &WallCommands::taken, this, &Page::topicWanted);
    connect(&m_commands, &WallCommands::refused, this, &WallPage::refuse);
}

void WallPage::entered()
{
    m_model->applyPending();
    beat();
    m_view->setFocus(Qt::OtherFocusReason);
}

int WallPage::badge() const
{
    if (!may("supervise.reassign"))
        return 0;
    int severe = 0;
    for (int row = 0; row < m_alerts->rowCount(); ++row)
        severe += m_alerts->alertAt(m_alerts->index(row))->isSevere ? 1 : 0;
    return severe;
}

void WallPage::beat()
{
    for (int part = 0; part < pulsesPerBeat; ++part)
        pulse();
}

void WallPage::pulse()
{
    switch (m_pulses++ % pulsesPerBeat) {
    case 0: refreshAlerts(); break;
    case 1: refreshFigures(); break;
    case 2: refreshHead(); break;
    case 3: refreshOrder(); break;
    }
}

void WallPage::refreshAlerts()
{
    if (m_alertView->isTouched())
        return;
    m_alerts->refresh(m_model->now());
    Q_EMIT badgeChanged();
}

void WallPage::refreshHead()
{
    if (!isVisible())
        return;
    m_head->refresh(m_view->isTouched(), m_cutOff);
    if (m_cutOff.isSet())
        refreshLink();
}

void WallPage::refreshOrder()
{
    const bool isTime = m_pulses % (pulsesPerBeat * orderEveryBeats) == 0;
    if (isVisible() && isTime && !m_view->isTouched())
        m_model->applyPending();
}

void WallPage::refreshFigures()
{
    if (!isVisible())
        return;
    const auto &state = session().state();
    const auto now = m_model->now();
    if (isLoading())
        m_figures->setUnknown();
    else
        m_figures->setFigures(wallFigures(m_model->tiles(), m_tally, dayBegan(now)), now);
    m_agents->refresh(state, m_model->tiles(), m_tally);
    m_health->setLoads(accountLoads(state, m_model->tiles(), now));
    m_agentCount->setCount(m_agents->rowCount());
    m_alertCount->setCount(m_alerts->count());
    const bool wrong = m_alerts->count() > 0;
    m_alertCount->setHot(wrong && m_alerts->alertAt(m_alerts->index(0))->isSevere);
    m_alertView->setVisible(wrong);
    m_allWell->setVisible(!wrong && !isLoading());
    m_head->setAlerts(m_alerts->count());
}

bool WallPage::isLoading() const
{
    const auto link = session().link().state;
    return m_model->tiles().all().isEmpty()
        && (link == LinkState::Connecting || link == LinkState::Syncing);
}

void WallPage::refreshStack()
{
    const bool none = m_model->tiles().all().isEmpty();
    const bool loading = isLoading();
    if (loading && !m_slow)
        QTimer::singleShot(patienceMs, this, [this] {
            m_slow = true;
            refreshStack();
        });
    m_view->setLoading(loading && m_slow);
    m_view->setEmptyText(none ? QString() : tr("No group passes this filter."));
    m_stack->setCurrentWidget(none && !loading ? static_cast<QWidget *>(m_empty) : m_view);
}

void WallPage::refreshLink()
{
    const auto link = session().link();
    refreshStack();
    if (link.state == LinkState::Live) {
        m_banner->hide();
        m_cutOff = {};
    } else if (link.state == LinkState::Offline) {
        if (!m_cutOff.isSet())
            m_cutOff = link.since;
        m_banner->setGlyph(Icon::Off);
        m_banner->showMessage(InlineBanner::Kind::Warning, tr("Offline"),
                              tr("%1 Everything here is as of %2; what changes something works "
                                 "again when the connection is back.")
                                  .arg(linkText(link), clockTextSeconds(m_cutOff)));
        m_banner->setAction(tr("Try now"), Icon::Refresh);
        const auto left = (link.nextAttempt.ms - session().now().ms + 999) / 1000;
        m_banner->setCountdown(left > 0 ? tr("again in %1 s").arg(left) : tr("Connecting…"));
    }
    m_model->freeze(m_cutOff);
    m_view->setStale(m_cutOff.isSet());
    m_head->refresh(m_view->isTouched(), m_cutOff);
    m_view->viewport()->update();
}

void WallPage::chooseFigure(int figure)
{
    switch (static_cast<KpiStrip::Figure>(figure)) {
    case KpiStrip::Open: m_head->chooseFilter(WallModel::Filter::All); break;
    case KpiStrip::NeedPerson: m_head->chooseFilter(WallModel::Filter::Attention); break;
    case KpiStrip::Upset: m_head->chooseSort(WallModel::Sort::Emotion); break;
    case KpiStrip::Oldest: {
        const auto oldest = wallFigures(m_model->tiles(), m_tally, {}).oldestGroup;
        if (m_model->rowOf(oldest) < 0) {
            m_head->chooseWords({});
            m_head->chooseFilter(WallModel::Filter::All);
        }
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->setCurrent(oldest);
        break;
    }
    case KpiStrip::ByBot:
    case KpiStrip::Response: break;
    }
}

void WallPage::refit()
{
    const bool room = width() >= sideHiddenBelow;
    if (m_hadRoom != room) {
        m_hadRoom = room;
        m_side->setVisible(room);
        m_head->sideButton().setChecked(room);
    }
    const int wide = width() < sideNarrowBelow ? side.min : side.def;
    if (std::exchange(m_sideWidth, wide) != wide)
        m_splitter->setSizes({width() - wide, wide});
}

void WallPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    refit();
}

void WallPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
}

} // namespace quntai
