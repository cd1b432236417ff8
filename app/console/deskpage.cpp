// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/deskpage.h"

#include "app/console/customerask.h"
#include "app/console/laneundo.h"
#include "app/console/picturekeeper.h"
#include "app/console/regions.h"
#include "app/console/replydesk.h"
#include "models/items/groupfind.h"
#include "models/items/queuemodel.h"
#include "models/items/searchmodel.h"
#include "models/items/timelinemodel.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/searchfield.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/context/contextpanel.h"
#include "widgets/lanes/grouphead.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/lanes/undobar.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/timeline/findbar.h"
#include "widgets/timeline/timelinereader.h"
#include "widgets/timeline/timelineview.h"

#include <QCoreApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

DeskPage::DeskPage(ThemeHost &host, Session &session, QWidget *parent)
    : ThemedWidget(host, parent), m_session(session), m_commands(session),
      m_laneUndo(new LaneUndo(session, m_commands, this)),
      m_customers(new CustomerAsk(session, this)),
      m_reader(std::make_unique<TimelineReader>(session)),
      m_queue(new QueueModel(&session, this)), m_timeline(new TimelineModel(&session, this)),
      m_searchModel(new SearchModel(&session, this)),
      m_find(new GroupFind(session, *m_timeline, this)),
      m_pictures(new PictureKeeper(
          session, QCoreApplication::applicationDirPath() + u"/quntai-imagehelper"_s, this)),
      m_tick(new QTimer(this))
{
    build();
    join();
    joinTimeline();
    joinLanes();
    joinPictures();
    joinFind();
    joinPanels();
    refreshLink();
    showGroup({});
}

DeskPage::~DeskPage() = default;

void DeskPage::build()
{
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_left = new QStackedWidget(m_splitter);
    m_queuePanel = new QueuePanel(host(), *m_queue, [this] {
        return m_cutOff.isSet() ? m_cutOff : m_session.now();
    });
    m_left->addWidget(m_queuePanel);
    m_left->setMinimumWidth(layout::queue.min);
    m_left->setMaximumWidth(layout::queue.max);

    m_splitter->addWidget(m_left);
    m_splitter->addWidget(buildMiddle());
    m_right = new QStackedWidget(m_splitter);
    m_context = new ContextPanel(host(), [this] { return m_session.now(); });
    m_right->addWidget(m_context);
    m_right->setMinimumWidth(layout::context.min);
    m_right->setMaximumWidth(layout::correction.max);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({layout::queue.def, 800, layout::context.def});

    for (QWidget *region : {static_cast<QWidget *>(m_left), static_cast<QWidget *>(m_view),
                            static_cast<QWidget *>(m_reply), static_cast<QWidget *>(m_right)})
        region->setProperty(regionProperty, true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
}

QWidget *DeskPage::buildMiddle()
{
    auto *stream = new QWidget;
    m_banner = new InlineBanner(host(), stream);
    m_banner->hide();
    m_head = new GroupHead(host(), stream);
    m_lanes = new LaneBar(host(), stream);
    m_findBar = new FindBar(host(), *m_find, stream);
    m_view = new TimelineView(host(), stream);
    m_view->setModel(m_timeline, m_reader.get());
    m_view->setClock([this] { return m_session.now(); });
    m_undoBar = new UndoBar(host(), stream);
    m_reply = new ReplyDesk(host(), m_session, m_commands, *m_timeline, stream);
    auto *column = new QVBoxLayout(stream);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_lanes);
    column->addWidget(m_findBar);
    column->addWidget(m_view, 1);
    column->addWidget(m_undoBar);
    column->addWidget(m_reply);

    m_empty = new EmptyState(host(), Icon::Desk, tr("Choose a topic on the left to see the group's "
                                                    "conversation, who asks what, and why."));
    m_empty->setTitle(tr("Nothing is chosen"));
    m_empty->setSteps(tr("Useful next"),
                      {{Icon::Search, tr("Search messages"), tr("in everything this console has "
                                                                "seen"), u"Ctrl+Shift+F"_s},
                       {Icon::Desk, tr("Next topic"), tr("the most pressing one first"),
                        u"Alt+↓"_s}});
    connect(m_empty, &EmptyState::stepChosen, this, [this](int step) {
        if (step == 0)
            focusSearch();
        else
            stepTopic(1);
    });
    m_middle = new QStackedWidget;
    m_middle->setMinimumWidth(layout::timelineMin);
    m_middle->addWidget(m_empty);
    m_middle->addWidget(stream);
    return m_middle;
}

void DeskPage::join()
{
    connect(&m_session, &Session::changed, this, &DeskPage::take);
    connect(&m_session, &Session::reset, this, [this] {
        refreshGroup();
        m_reply->refresh();
        refreshContext();
    });
    connect(&m_session, &Session::linkChanged, this, &DeskPage::refreshLink);
    connect(&m_queuePanel->view(), &QueueView::topicChosen, this, &DeskPage::chooseTopic);
    connect(&m_queuePanel->view(), &QueueView::offerAccepted, this, [this](const TopicId &topic) {
        chooseTopic(topic);
        m_commands.takeOver(topic, m_session.state().topics.value(topic).version);
    });
    connect(m_queuePanel, &QueuePanel::searchEntered, this, &DeskPage::search);
    connect(&m_head->searchButton(), &QAbstractButton::clicked, this, &DeskPage::findInGroup);
    connect(&m_head->membersButton(), &QAbstractButton::clicked, this,
            [this] { m_context->setTab(ContextPanel::Members); });
    connect(m_reply, &ReplyDesk::lookWanted, m_view, &TimelineView::scrollToEnd);
    connect(m_banner, &InlineBanner::actionTriggered, &m_session, &Session::reconnect);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &DeskPage::refreshCountdown);
}

void DeskPage::joinTimeline()
{
    connect(m_view, &TimelineView::loadOlder, m_timeline, &TimelineModel::loadOlder);
    connect(m_view, &TimelineView::followingChanged, this, [this](bool following) {
        m_timeline->setFollowing(following);
        refreshLooking();
        if (following)
            m_reply->markSeen();
    });
    connect(m_view, &TimelineView::unfold, this,
            [this](const QModelIndex &index) { m_timeline->unfold(index); });
    connect(m_view, &TimelineView::focusTopic, this, [this](const TopicId &topic) {
        chooseTopic(topic);
        focusTopic(topic);
    });
    connect(m_view, &TimelineView::quote, this, [this](const MessageId &message) {
        m_reply->composer().setQuote(shown(message));
        m_reply->composer().focusEditor();
    });
    connect(m_view, &TimelineView::correct, this, &DeskPage::startCorrection);
    connect(m_view, &TimelineView::recall, this,
            [this](const MessageId &message) { m_commands.recall(m_group, message); });
    connect(m_view, &TimelineView::retry, this,
            [this](const MessageId &message) { m_commands.retry(m_group, message, false); });
    connect(m_view, &TimelineView::markSent, this,
            [this](const MessageId &message) { m_commands.retry(m_group, message, true); });
    connect(m_view, &TimelineView::confirmLink, this,
            [this](const MessageId &message, const TopicId &topic) {
                m_commands.relink(topic, message);
            });
    connect(m_view, &TimelineView::openEntry, this, &DeskPage::openSource);
    connect(m_view, &TimelineView::openEntity, this, &DeskPage::openEntity);
    connect(m_view, &TimelineView::showVerdict, this, [this](const MessageId &message) {
        m_context->setVerdict(shown(message));
        m_context->setTab(ContextPanel::Evidence);
    });
    connect(m_view, &TimelineView::openMessage, this, &DeskPage::jumpTo);
    connect(m_view, &TimelineView::retryPending, &m_session, &Session::retry);
    connect(m_view, &TimelineView::discardPending, &m_session, &Session::discard);
    connect(m_view, &TimelineView::editPending, this, [this](const CommandId &command) {
        for (const auto &item : m_session.outbox()) {
            if (item.command.id == command)
                editAgain(command, topicOf(item.command.data), textOf(item.command.data));
        }
    });
}

void DeskPage::joinFind()
{
    connect(m_timeline, &TimelineModel::reached, this,
            [this](const MessageId &, const QModelIndex &index) { arriveAt(index); });
    connect(m_find, &GroupFind::wanted, this, &DeskPage::jumpTo);
    connect(m_findBar, &FindBar::marked, m_view, &TimelineView::setFind);
    connect(m_findBar, &FindBar::closed, m_view, qOverload<>(&QWidget::setFocus));
}

void DeskPage::joinPanels()
{
    connect(m_reply, &ReplyDesk::handBackWanted, this, &DeskPage::askHandBack);
    connect(m_reply, &ReplyDesk::transferWanted, this, &DeskPage::askTransfer);
    connect(m_context, &ContextPanel::jumpTo, this, &DeskPage::jumpTo);
    connect(m_context, &ContextPanel::refreshCustomerWanted, this, [this] { askCustomer({}); });
    connect(m_context, &ContextPanel::findCustomerWanted, this, &DeskPage::askCustomer);
    connect(m_customers, &CustomerAsk::changed, this, &DeskPage::refreshLookup);
    connect(&m_session, &Session::linkChanged, this, &DeskPage::refreshLookup);
}

} // namespace quntai
