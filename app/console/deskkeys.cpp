// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done at the desk by name or key: the third part of DeskPage.
#include "app/console/actions/actionregistry.h"
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/suggestionbar.h"

namespace quntai {

using namespace Qt::StringLiterals;

QString DeskPage::whyNoTopic() const
{
    return m_topic.isEmpty() ? tr("Choose a topic first") : QString();
}

QString DeskPage::whyNotMine() const
{
    const auto topic = m_session.state().topics.value(m_topic);
    if (topic.id.isEmpty())
        return whyNoTopic();
    const bool mine = topic.lease && topic.lease->user == m_session.me();
    return mine ? QString() : tr("Take the topic over first");
}

void DeskPage::addActions(ActionRegistry &registry)
{
    const auto hints = [this, &registry] {
        m_reply->suggestions().setKeyHints({registry.keyHint(u"desk.suggestion1"_s),
                                            registry.keyHint(u"desk.suggestion2"_s),
                                            registry.keyHint(u"desk.suggestion3"_s)});
    };
    connect(&registry, &ActionRegistry::keysChanged, this, hints);
    addTopicActions(registry);
    addWritingActions(registry);
    addMovingActions(registry);
    addLaneActions(registry);
    addSortingActions(registry);
    hints();
}

void DeskPage::addTopicActions(ActionRegistry &registry)
{
    const auto group = tr("Topic");
    const auto noTopic = [this] { return whyNoTopic(); };
    const auto notMine = [this] { return whyNotMine(); };
    registry.add({u"desk.take"_s, tr("Take over or hand back"), group, Icon::Take,
                  {QKeySequence(Qt::Key_F2)}, [this] { takeOverOrHandBack(); }, noTopic, this});
    registry.add({u"desk.correct"_s, tr("Correct the last answer"), group, Icon::Edit,
                  {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { correctLast(); }, noTopic, this});
    registry.add({u"desk.transfer"_s, tr("Transfer the topic"), group, Icon::Transfer,
                  {QKeySequence(Qt::Key_F4)}, [this] { askTransfer(); }, notMine, this});
    registry.add({u"desk.recall"_s, tr("Undo, or recall my last message"), group, Icon::Undo,
                  {QKeySequence(Qt::ALT | Qt::Key_Z)}, [this] { undoLast(); }, noTopic, this});
}

void DeskPage::addWritingActions(ActionRegistry &registry)
{
    const auto group = tr("Writing");
    const auto noTopic = [this] { return whyNoTopic(); };
    registry.add({.id = u"desk.send"_s, .text = tr("Send, or keep the note"), .group = group,
                  .icon = Icon::Send, .keys = {QKeySequence(Qt::CTRL | Qt::Key_Return)}, .run = {},
                  .scope = this, .fixed = true});
    registry.add({.id = u"desk.sendAndResolve"_s, .text = tr("Send and resolve"), .group = group,
                  .icon = Icon::Check,
                  .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)}, .run = {},
                  .scope = this, .fixed = true});
    registry.add({u"desk.sendApart"_s, tr("Send without personal data, the rest as a private draft"),
                  group, Icon::Lock, {}, [this] { m_reply->sendApart(); }, noTopic, this});
    registry.add({u"desk.noteOrReply"_s, tr("Switch between note and reply"), group, Icon::Edit,
                  {QKeySequence(Qt::CTRL | Qt::Key_Semicolon)}, [this] { switchMode(); }, noTopic,
                  this});
    registry.add({u"desk.attach"_s, tr("Attach pictures or files"), group, Icon::Clip,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                  [this] { m_reply->composer().askForFiles(); }, [this] { return whyNotMine(); },
                  this});
    for (int at = 0; at < 3; ++at) {
        registry.add({u"desk.suggestion%1"_s.arg(at + 1), tr("Insert suggestion %1").arg(at + 1),
                      group, Icon::Bulb, {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + at))},
                      [this, at] { m_reply->suggestions().choose(at); },
                      noTopic, this});
        registry.add({u"desk.judge%1"_s.arg(at + 1),
                      tr("Say whether suggestion %1 is right").arg(at + 1), group, Icon::Check,
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key(Qt::Key_1 + at))},
                      [this, at] { m_reply->suggestions().openMarks(at); }, noTopic, this});
    }
}

void DeskPage::switchMode()
{
    auto &composer = m_reply->composer();
    composer.setMode(composer.mode() == Composer::Mode::Note ? Composer::Mode::Reply
                                                             : Composer::Mode::Note);
    composer.focusEditor();
}

void DeskPage::addMovingActions(ActionRegistry &registry)
{
    const auto group = tr("Moving about");
    registry.add({.id = u"desk.next"_s, .text = tr("Next topic"), .group = group,
                  .icon = Icon::Down, .keys = {QKeySequence(Qt::ALT | Qt::Key_Down)},
                  .run = [this] { stepTopic(1); }, .scope = this, .repeats = true});
    registry.add({.id = u"desk.previous"_s, .text = tr("Previous topic"), .group = group,
                  .icon = Icon::Up, .keys = {QKeySequence(Qt::ALT | Qt::Key_Up)},
                  .run = [this] { stepTopic(-1); }, .scope = this, .repeats = true});
    registry.add({u"desk.find"_s, tr("Find in this group"), group, Icon::Search,
                  {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] { findInGroup(); }, {}, this});
    registry.add({u"desk.search"_s, tr("Search messages"), group, Icon::Search,
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
                  [this] { focusSearch(); }, {}, this});
}

void DeskPage::addLaneActions(ActionRegistry &registry)
{
    const auto group = tr("Topics of the group");
    registry.add({u"desk.lanes"_s, tr("Show all topics of the group"), group, Icon::Menu,
                  {QKeySequence(Qt::ALT | Qt::Key_0)}, [this] { focusTopic({}); },
                  [this] { return m_group.isEmpty() ? tr("Choose a topic first") : QString(); },
                  this});
    for (int lane = 0; lane < 8; ++lane) {
        registry.add({u"desk.lane%1"_s.arg(laneLetter(lane)),
                      tr("Show topic %1 alone").arg(laneLetter(lane)), group, Icon::Target,
                      {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_A + lane))},
                      [this, lane] { focusLane(lane); },
                      [this, lane] {
                          return topicIn(lane).isEmpty() ? tr("There is no such topic here")
                                                         : QString();
                      },
                      this});
    }
}

TopicId DeskPage::topicIn(int lane) const
{
    for (const auto &topic : openTopics(m_session.state(), m_group)) {
        if (topic.lane == lane)
            return topic.id;
    }
    return {};
}

void DeskPage::focusLane(int lane)
{
    const auto topic = topicIn(lane);
    chooseTopic(topic);
    focusTopic(topic);
}

} // namespace quntai
