// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Topics as an agent sorts them: messages moved, topics split, merged and settled, and the way back.
// Another part of DeskPage.
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/customerask.h"
#include "app/console/laneundo.h"
#include "app/console/replydesk.h"
#include "models/items/queuemodel.h"
#include "models/items/timelinemodel.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/composer/composer.h"
#include "widgets/context/contextpanel.h"
#include "widgets/lanes/lanebar.h"
#include "widgets/lanes/undobar.h"
#include "widgets/timeline/rowentities.h"
#include "widgets/timeline/timelineview.h"

#include <QCursor>
#include <QMenu>
#include <QToolTip>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEntries = 5;
constexpr int longestInMenu = 40;

/** An ampersand in words from outside is no shortcut. */
QString menuText(const QString &words)
{
    return visibleText(words, longestInMenu).replace(u'&', u"&&"_s);
}

} // namespace

void DeskPage::joinLanes()
{
    connect(m_lanes, &LaneBar::focusChosen, this, &DeskPage::focusTopic);
    connect(m_lanes, &LaneBar::mergeWanted, m_laneUndo, &LaneUndo::merge);
    connect(m_view, &TimelineView::moveMessage, this, &DeskPage::moveMessage);
    m_view->setDropPlaces([this](const QPoint &at) {
        return m_lanes->topicAt(m_lanes->mapFromGlobal(at));
    });
    connect(m_view, &TimelineView::dragMoved, this,
            [this](const QPoint &at) { m_lanes->setDropAt(m_lanes->mapFromGlobal(at)); });
    connect(m_view, &TimelineView::dragEnded, m_lanes, &LaneBar::endDrop);
    connect(m_laneUndo, &LaneUndo::done, m_undoBar, &UndoBar::offer);
    connect(m_laneUndo, &LaneUndo::undone, m_undoBar, &UndoBar::say);
    connect(m_laneUndo, &LaneUndo::forgotten, m_undoBar, &QWidget::hide);
    connect(m_undoBar, &UndoBar::undoWanted, m_laneUndo, &LaneUndo::undo);
    connect(m_reply, &ReplyDesk::resolveWanted, this, &DeskPage::resolveTopic);
}

/** An empty topic: into a new one. */
void DeskPage::moveMessage(const MessageId &message, const TopicId &topic)
{
    if (topic.isEmpty())
        m_laneUndo->split(m_group, message);
    else
        m_laneUndo->move(m_group, message, topic);
}

MessagePtr DeskPage::currentMessage() const
{
    const auto row = m_view->current();
    return row < 0 ? nullptr
                   : m_timeline->index(int(row), 0).data(TimelineModel::MessageValue).value<MessagePtr>();
}

/** From lane to lane in the order of their letters; chatter comes in at the end it is moved from. */
void DeskPage::moveCurrent(int step)
{
    const auto message = currentMessage();
    const auto lanes = openTopics(m_session.state(), m_group);
    if (!message || !isFromMember(*message) || lanes.isEmpty())
        return;
    const auto at = std::ranges::find(lanes, message->topic, &Topic::id) - lanes.cbegin();
    const bool none = at == lanes.size();
    const auto to = none ? (step > 0 ? 0 : lanes.size() - 1) : at + step;
    if (to >= 0 && to < lanes.size())
        moveMessage(message->id, lanes.at(to).id);
}

void DeskPage::splitAtCurrent()
{
    if (const auto message = currentMessage(); message && isFromMember(*message))
        moveMessage(message->id, {});
}

void DeskPage::resolveTopic()
{
    m_laneUndo->resolve(m_topic);
}

/** What was done last goes first: a text still held back, then what was done to topics, then a
 * message that has left. */
void DeskPage::undoLast()
{
    const auto held = m_reply->heldAt();
    if (held.isSet() && held.ms >= m_laneUndo->doneAt().ms) {
        m_reply->takeBackHeld();
        return;
    }
    const auto sent = lastOwn();
    if (m_laneUndo->canUndo() && (!sent || sent->at.ms < m_laneUndo->doneAt().ms))
        m_laneUndo->undo();
    else if (held.isSet())
        m_reply->takeBackHeld();
    else if (sent)
        m_commands.recall(m_group, sent->id);
}

void DeskPage::quoteCurrent()
{
    const auto message = currentMessage();
    if (!message || message->internal)
        return;
    m_reply->composer().setQuote(message);
    m_reply->composer().focusEditor();
}

void DeskPage::goToQuoted()
{
    if (const auto message = currentMessage(); message && !message->quote.isEmpty())
        jumpTo(message->quote);
}

TopicId DeskPage::nthTopic(int nth) const
{
    for (int row = 0; row < m_queue->rowCount(); ++row) {
        const auto index = m_queue->index(row, 0);
        if (!index.data(QueueModel::IsHeader).toBool() && nth-- == 0)
            return index.data(QueueModel::Id).value<TopicId>();
    }
    return {};
}

/** Beside the topic it is spoken of in. */
void DeskPage::openEntity(const MessageId &message, const QString &text)
{
    const auto value = shown(message);
    if (value && !value->topic.isEmpty() && value->topic != m_topic)
        chooseTopic(value->topic);
    endCorrection();
    switch (entityKindOf(text)) {
    case EntityKind::Order: return openOrder(text);
    case EntityKind::Phone: return findByPhone(value, text);
    case EntityKind::Product: return lookUp(text);
    }
}

/** Asks the customer system who has that number; the answer stands where the customer does. */
void DeskPage::findByPhone(const MessagePtr &message, const QString &phone)
{
    const auto topic = m_session.state().topics.value(m_topic);
    if (!message || topic.id.isEmpty())
        return;
    const auto whose = isFromMember(*message) ? MemberId{message->author.id} : topic.asker;
    m_context->setTab(ContextPanel::Context);
    if (m_customers->lookup(m_group, whose).mayAsk)
        m_customers->ask(m_group, whose, phone);
    else
        QToolTip::showText(QCursor::pos(), tr("You cannot ask the customer system now."), m_view);
}

/** Entries that speak of it, and everything that was said about it. */
void DeskPage::lookUp(const QString &words)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int found = 0;
    for (const auto &entry : m_session.state().entries) {
        if (found == mostEntries || entry.state == EntryState::Retired
            || !entry.question.contains(words))
            continue;
        ++found;
        menu->addAction(theme().icon(Icon::Book), menuText(entry.question), this,
                        [this, id = entry.id] { openSource(id); });
    }
    menu->addSeparator();
    menu->addAction(theme().icon(Icon::Search), tr("Search messages for “%1”").arg(menuText(words)),
                    this, [this, words] { search(words); });
    const auto row = m_view->rowRect(m_view->current());
    const bool byMouse = m_view->viewport()->underMouse();
    menu->popup(byMouse ? QCursor::pos()
                        : m_view->viewport()->mapToGlobal(row.topLeft()
                                                          + QPoint(layout::laneGutter, 24)));
}

void DeskPage::openOrder(const QString &number)
{
    if (!m_context->showOrder(number))
        QToolTip::showText(QCursor::pos(), tr("This order is of somebody else than the asker."),
                           m_view);
}

QString DeskPage::whyNoMessage() const
{
    const auto message = currentMessage();
    return message && isFromMember(*message) ? QString() : tr("Choose a customer's message first");
}

QString DeskPage::whyNotSettled() const
{
    const auto topic = m_session.state().topics.value(m_topic);
    if (topic.id.isEmpty())
        return whyNoTopic();
    if (hasEnded(topic))
        return tr("The topic has ended");
    const bool others = topic.lease && topic.lease->user != m_session.me();
    return others ? tr("%1 is serving it").arg(topic.lease->name) : QString();
}

void DeskPage::addSortingActions(ActionRegistry &registry)
{
    const auto group = tr("Topics of the group");
    const auto noMessage = [this] { return whyNoMessage(); };
    const auto notSettled = [this] { return whyNotSettled(); };
    registry.add({u"desk.resolve"_s, tr("Resolve the topic"), tr("Topic"), Icon::Check,
                  {QKeySequence(Qt::Key_F3)}, [this] { resolveTopic(); }, notSettled, this});
    registry.add({u"desk.release"_s, tr("Put the topic back into the queue"), tr("Topic"), Icon::Down,
                  {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, [this] { m_commands.release(m_topic); },
                  [this] { return whyNotMine(); }, this});
    registry.add({u"desk.messageUp"_s, tr("Move the message to the topic above"), group, Icon::Up,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up)}, [this] { moveCurrent(-1); },
                  noMessage, this});
    registry.add({u"desk.messageDown"_s, tr("Move the message to the topic below"), group,
                  Icon::Down, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down)},
                  [this] { moveCurrent(1); }, noMessage, this});
    registry.add({u"desk.split"_s, tr("A new topic from this message on"), group, Icon::Split,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { splitAtCurrent(); },
                  noMessage, this});
    registry.add({u"desk.merge"_s, tr("Merge the topic into another one"), group, Icon::Merge,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
                  [this] { m_lanes->offerMerge(m_topic); }, notSettled, this});
    registry.add({u"desk.quote"_s, tr("Quote the message"), tr("Writing"), Icon::Quote,
                  {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { quoteCurrent(); },
                  [this] { return currentMessage() ? QString() : tr("Choose a message first"); },
                  this});
    registry.add({u"desk.quoted"_s, tr("Go to the quoted message"), tr("Moving about"), Icon::Left,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q)}, [this] { goToQuoted(); },
                  [this] {
                      const auto message = currentMessage();
                      return message && !message->quote.isEmpty()
                          ? QString() : tr("The message quotes nothing");
                  },
                  this});
}

} // namespace quntai
