// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does at the desk, and what follows on screen: the second half of DeskPage.
#include "app/console/deskpage.h"
#include "app/console/customerask.h"
#include "app/console/picturekeeper.h"
#include "app/console/replydesk.h"
#include "models/items/queuemodel.h"
#include "models/items/timelinemodel.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/context/contextpanel.h"
#include "widgets/handover/transferpanel.h"
#include "widgets/lanes/grouphead.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/timeline/findbar.h"
#include "widgets/timeline/timelinereader.h"
#include "widgets/timeline/timelineview.h"

#include <QCursor>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolTip>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

void DeskPage::chooseTopic(const TopicId &topic)
{
    const auto value = m_session.state().topics.value(topic);
    if (value.id.isEmpty())
        return;
    if (m_topic != topic)
        endCorrection();
    m_topic = topic;
    showGroup(value.group);
    m_queuePanel->view().setCurrentTopic(topic);
    m_queue->markSeen(topic);
    m_reply->showTopic(topic);
    refreshContext();
    m_commands.look(topic);
    Q_EMIT topicShown();
}

void DeskPage::chooseGroup(const GroupId &group)
{
    const auto open = openTopics(m_session.state(), group);
    if (!open.isEmpty())
        chooseTopic(open.first().id);
    else
        showGroup(group);
}

void DeskPage::showGroup(const GroupId &group)
{
    m_middle->setCurrentIndex(group.isEmpty() ? 0 : 1);
    m_right->setVisible(!group.isEmpty());
    if (group == m_group)
        return;
    m_group = group;
    m_findBar->finish();
    m_timeline->setGroup(group);
    focusTopic({});
    refreshGroup();
    m_view->scrollToEnd();
    refreshLooking();
    Q_EMIT groupShown();
}

void DeskPage::refreshGroup()
{
    if (m_group.isEmpty())
        return;
    const auto &state = m_session.state();
    m_head->setGroup(state.groups.value(m_group).info);
    m_lanes->setTopics(openTopics(state, m_group), m_session.me());
    m_view->setLanes(laneSpans(state, m_group));
    QStringList viewers;
    for (const auto &presence : state.presence) {
        const bool here = state.topics.value(presence.viewing).group == m_group;
        if (here && presence.user != m_session.me() && presence.status != AgentStatus::Offline)
            viewers.append(presence.name);
    }
    m_head->setViewers(viewers);
}

void DeskPage::refreshContext()
{
    const auto &state = m_session.state();
    const auto topic = state.topics.value(m_topic);
    if (topic.id.isEmpty())
        return;
    m_context->setTopic(topic, messagesOf(topic),
                        customerOf(state, topic.group, topic.asker),
                        state.groups.value(topic.group).members.values());
    refreshLookup();
}

void DeskPage::refreshLookup()
{
    const auto topic = m_session.state().topics.value(m_topic);
    if (!topic.id.isEmpty())
        m_context->setLookup(m_customers->lookup(topic.group, topic.asker));
}

void DeskPage::askCustomer(const QString &typed)
{
    const auto topic = m_session.state().topics.value(m_topic);
    if (!topic.id.isEmpty())
        m_customers->ask(topic.group, topic.asker, typed);
}

void DeskPage::take(const Changes &changes)
{
    const bool topicTouched = changes.topics.contains(m_topic);
    const bool mine = std::ranges::any_of(changes.added, [this](const MessagePtr &message) {
        return message->group == m_group;
    });
    const bool groupTouched = mine || changes.groups.contains(m_group) || !changes.people.isEmpty()
        || std::ranges::any_of(changes.topics, [this](const TopicId &id) {
               return m_session.state().topics.value(id).group == m_group;
           });
    if (groupTouched)
        refreshGroup();
    if (topicTouched || mine || !changes.changed.isEmpty() || !changes.entries.isEmpty()
        || !changes.customers.isEmpty() || changes.connectors
        || changes.groups.contains(m_group)) {
        m_reply->refresh();
        refreshContext();
    }
    if (!changes.people.isEmpty() || !changes.drafts.isEmpty())
        m_reply->refresh();
    if (topicTouched && m_view->isFollowing())
        m_queue->markSeen(m_topic);
    if (!changes.people.isEmpty() && m_transfer && m_transfer->isVisible())
        m_transfer->setColleagues(m_session.state().presence.values());
}

void DeskPage::refreshLink()
{
    const auto link = m_session.link();
    m_queuePanel->setReading(link.state == LinkState::Connecting
                             || link.state == LinkState::Syncing);
    if (link.state == LinkState::Live) {
        m_banner->hide();
        m_tick->stop();
        m_cutOff = {};
        m_context->setAsOf(std::nullopt);
        m_queuePanel->view().setStale(false);
        return;
    }
    if (link.state == LinkState::Offline || link.problem == LinkProblem::Woke || !m_cutOff.isSet())
        showLink(link);
    m_queuePanel->view().setStale(m_cutOff.isSet());
    refreshCountdown();
    m_context->setAsOf(m_cutOff.isSet() ? m_cutOff : link.since);
}

void DeskPage::showLink(const LinkStatus &link)
{
    switch (link.state) {
    case LinkState::Live: return;
    case LinkState::Syncing:
    case LinkState::Connecting:
        m_banner->setGlyph(Icon::Net);
        if (link.problem == LinkProblem::Woke)
            return showWoke(link);
        m_banner->showMessage(InlineBanner::Kind::Info, tr("Connecting"),
                              tr("What you see is from %1.").arg(clockTextSeconds(link.since)));
        m_banner->setAction({});
        return;
    case LinkState::Offline:
        if (!m_cutOff.isSet())
            m_cutOff = link.since;
        m_banner->setGlyph(Icon::Off);
        m_banner->showMessage(InlineBanner::Kind::Warning, tr("Offline"),
                              tr("%1 What you write is kept and sent when the connection is back.")
                                  .arg(linkText(link)));
        m_banner->setAction(tr("Try now"), Icon::Refresh);
        m_tick->start();
        return;
    case LinkState::SignedOut:
    case LinkState::Refused:
        m_banner->setGlyph(Icon::Lock);
        m_banner->showMessage(InlineBanner::Kind::Error, tr("Not signed in"), linkText(link));
        m_banner->setAction({});
    }
}

/** Not yet known to be cut off; but what stands here is as old as the sleep. */
void DeskPage::showWoke(const LinkStatus &link)
{
    m_cutOff = link.since;
    m_banner->showMessage(InlineBanner::Kind::Info, tr("Checking the connection"),
                          tr("This computer slept. What you see is from %1.")
                              .arg(clockTextSeconds(link.since)));
    m_banner->setAction({});
}

/** The time until the next attempt; while one runs, that it runs. */
void DeskPage::refreshCountdown()
{
    const auto link = m_session.link();
    const auto left = (link.nextAttempt.ms - m_session.now().ms + 999) / 1000;
    if (link.state == LinkState::Offline && left > 0)
        m_banner->setCountdown(tr("again in %1 s").arg(left));
    else
        m_banner->setCountdown(m_cutOff.isSet() ? tr("Connecting…") : QString());
}

void DeskPage::focusTopic(const TopicId &topic)
{
    m_lanes->setFocused(topic);
    m_timeline->setFocus(topic);
    m_view->setFocusTopic(topic);
}

void DeskPage::stepTopic(int step)
{
    auto &view = m_queuePanel->view();
    int row = view.currentIndex().isValid() ? view.currentIndex().row() : (step > 0 ? -1 : 0);
    for (row += step; row >= 0 && row < m_queue->rowCount(); row += step) {
        const auto index = m_queue->index(row, 0);
        if (!index.data(QueueModel::IsHeader).toBool()) {
            chooseTopic(index.data(QueueModel::Id).value<TopicId>());
            return;
        }
    }
}

void DeskPage::jumpTo(const MessageId &message)
{
    m_timeline->reach(message);
}

void DeskPage::showMessage(const GroupId &group, const TopicId &topic, const MessageId &message)
{
    if (m_session.state().topics.contains(topic))
        chooseTopic(topic);
    else
        showGroup(group);
    if (!message.isEmpty())
        jumpTo(message);
}

void DeskPage::arriveAt(const QModelIndex &index)
{
    if (index.isValid())
        m_view->goTo(index);
    else
        QToolTip::showText(QCursor::pos(), tr("This message is too old to be shown here."), m_view);
}

/** What grows unseen is marked as new: below the window, behind another page or another program. */
void DeskPage::refreshLooking()
{
    m_timeline->setLooking(m_view->isFollowing() && isVisible() && isActiveWindow());
}

bool DeskPage::event(QEvent *event)
{
    const bool handled = ThemedWidget::event(event);
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
        refreshLooking();
        break;
    default:
        break;
    }
    return handled;
}

void DeskPage::findInGroup()
{
    if (!m_group.isEmpty())
        m_findBar->begin();
    else
        focusSearch();
}

void DeskPage::focusSearch()
{
    search(m_queuePanel->searchField().text());
}

void DeskPage::showRefusal(const CommandData &, const Error &error)
{
    m_reply->composer().setProblem(refusalText(error));
}

void DeskPage::takeOverOrHandBack()
{
    m_reply->ownership().triggerMain();
}

MessagePtr DeskPage::lastOwn() const
{
    const auto &recent = m_session.state().groups.value(m_group).recent;
    for (auto at = recent.crbegin(); at != recent.crend(); ++at) {
        const bool mine = (*at)->author.kind == AuthorKind::Agent
            && (*at)->author.id == m_session.me().value && !(*at)->internal;
        if (mine && (*at)->topic == m_topic)
            return *at;
    }
    return nullptr;
}

MessagePtr DeskPage::shown(const MessageId &message) const
{
    if (const auto recent = findMessage(m_session.state(), m_group, message))
        return recent;
    return m_timeline->indexOf(message).data(TimelineModel::MessageValue).value<MessagePtr>();
}

void DeskPage::correctLast()
{
    for (int row = m_timeline->rowCount() - 1; row >= 0; --row) {
        const auto message =
            m_timeline->index(row, 0).data(TimelineModel::MessageValue).value<MessagePtr>();
        const bool answered = message && message->author.kind == AuthorKind::Bot
            && !message->answers.isEmpty();
        if (answered && message->topic == m_topic) {
            startCorrection(message->id);
            return;
        }
    }
    if (!m_topic.isEmpty())
        m_reply->composer().setProblem(
            tr("There is no answer of the bot in this topic to correct."));
}

QList<MessagePtr> DeskPage::messagesOf(const Topic &topic) const
{
    QList<MessagePtr> messages;
    const auto &groups = m_session.state().groups;
    const auto group = groups.constFind(topic.group);
    if (group == groups.cend())
        return messages;
    for (const auto &message : group->recent) {
        if (message->topic == topic.id)
            messages.append(message);
    }
    return messages;
}

/** The right column takes the width its content was designed for. */
void DeskPage::showRight(QWidget *panel, int width)
{
    m_right->setCurrentWidget(panel);
    auto sizes = m_splitter->sizes();
    sizes[1] = std::max(layout::timelineMin, sizes.at(1) + sizes.at(2) - width);
    sizes[2] = width;
    m_splitter->setSizes(sizes);
}

void DeskPage::editAgain(const CommandId &command, const TopicId &topic, const QString &text)
{
    chooseTopic(topic);
    if (m_reply->topic() != topic)
        return m_reply->sayHomeless();
    const auto items = m_session.outbox();
    const auto item = std::ranges::find(items, command, [](const OutboxItem &one) {
        return one.command.id;
    });
    if (item != items.cend())
        m_reply->takeBack(*item);
    else if (command.isEmpty())
        m_reply->composer().setText(text);
    else
        m_reply->sayTooLate();
    m_reply->composer().focusEditor();
}

} // namespace quntai
