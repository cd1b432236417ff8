// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the wall, and why they cannot.
#include "app/console/wallpage.h"

#include "models/items/wallmodel.h"
#include "widgets/common/inlinebanner.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/tooltip.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"
#include "widgets/handover/transferpanel.h"
#include "widgets/wall/alertview.h"
#include "widgets/wall/notepopup.h"
#include "widgets/wall/tilewords.h"
#include "widgets/wall/wallhead.h"
#include "widgets/wall/wallview.h"

#include <QActionGroup>
#include <QMenu>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTitle = 24;

/** For a menu, where & means a key. */
QString menuText(const QString &text)
{
    return visibleText(text, longestTitle).replace(u'&', u"&&"_s);
}

/** An entry that says why it cannot be chosen. */
void setReason(QAction &action, const QString &whyNot)
{
    action.setEnabled(whyNot.isEmpty());
    action.setToolTip(plainToolTip(whyNot));
}

QString methodOf(WallVerb verb)
{
    switch (verb) {
    case WallVerb::Watch: return {};
    case WallVerb::Whisper: return u"supervise.whisper"_s;
    case WallVerb::Join:
    case WallVerb::TakeOver: return u"topic.claim"_s;
    }
    return {};
}

} // namespace

bool WallPage::may(const char *method) const
{
    return session().rights().contains(QString::fromLatin1(method));
}

bool WallPage::isLive() const
{
    return session().link().state == LinkState::Live;
}

QString WallPage::whyNotCommand(const char *method) const
{
    if (!may(method))
        return tr("Your role may not do this");
    return isLive() ? QString() : tr("Offline: works again when the connection is back");
}

TopicId WallPage::topicFor(const WallTile &tile, WallVerb verb) const
{
    // From a colleague only a supervisor takes; others take what nobody holds.
    const bool asJoin = verb == WallVerb::TakeOver && !may("supervise.reassign");
    const int at = quntai::topicFor(asJoin ? WallVerb::Join : verb, tile, session().me());
    return at < 0 ? TopicId{} : tile.topics.at(at).id;
}

QString WallPage::whyNot(const WallTile &tile, WallVerb verb) const
{
    if (verb == WallVerb::Watch)
        return {};
    if (const auto why = whyNotCommand(methodOf(verb).toLatin1().constData()); !why.isEmpty())
        return why;
    if (!topicFor(tile, verb).isEmpty())
        return {};
    if (tile.topics.isEmpty())
        return tr("No topic is open here");
    return verb == WallVerb::Whisper ? tr("No colleague holds a topic here")
                                     : tr("Every topic here is held by somebody");
}

QString WallPage::whyNotAlert(const WallAlert &alert, AlertAction action) const
{
    switch (action) {
    case AlertAction::TakeOver:
        return whyNotCommand(alert.holder.isEmpty() ? "topic.claim" : "supervise.reassign");
    case AlertAction::Reassign: return whyNotCommand("supervise.reassign");
    case AlertAction::Whisper: return whyNotCommand("supervise.whisper");
    case AlertAction::Watch:
    case AlertAction::ShowGroups:
    case AlertAction::Entry: return {};
    }
    return {};
}

void WallPage::act(const GroupId &group, WallVerb verb)
{
    const auto *tile = m_model->tiles().find(group);
    if (!tile || !whyNot(*tile, verb).isEmpty())
        return;
    m_refusal->hide();
    switch (verb) {
    case WallVerb::Watch: Q_EMIT groupWanted(group); return;
    case WallVerb::Whisper: whisper(topicFor(*tile, verb), anchorAt(group)); return;
    case WallVerb::Join:
    case WallVerb::TakeOver: m_commands.takeOver(topicFor(*tile, verb)); return;
    }
}

void WallPage::actOn(const WallAlert &alert, AlertAction action)
{
    m_refusal->hide();
    switch (action) {
    case AlertAction::TakeOver: m_commands.takeOver(alert.topic); return;
    case AlertAction::Reassign: assign(alert.topic, m_alertView); return;
    case AlertAction::Whisper: whisper(alert.topic, m_alertView); return;
    case AlertAction::Watch:
        if (alert.topic.isEmpty())
            Q_EMIT groupWanted(alert.group);
        else
            Q_EMIT topicWanted(alert.topic);
        return;
    case AlertAction::ShowGroups: m_head->chooseWords(alert.account); return;
    case AlertAction::Entry: Q_EMIT entryWanted(alert.entry); return;
    }
}

/** A place over the group's tile for a panel to float at. */
QWidget *WallPage::anchorAt(const GroupId &group)
{
    const int row = m_model->rowOf(group);
    if (row < 0)
        return m_view;
    m_anchor->setGeometry(m_view->tileRect(row));
    m_anchor->show();
    return m_anchor;
}

void WallPage::whisper(const TopicId &id, QWidget *anchor)
{
    const auto topic = session().state().topics.value(id);
    if (!topic.lease)
        return;
    m_whisper->open(id, tr("Topic %1: only %2 and supervisors see it, customers never.")
                            .arg(laneLetter(topic.lane), visibleText(topic.lease->name)),
                    anchor);
}

void WallPage::assign(const TopicId &id, QWidget *anchor)
{
    const auto topic = session().state().topics.value(id);
    m_assign->setColleagues(session().state().presence.values());
    m_assign->open(topic, topic.lease ? topic.lease->user : UserId{}, anchor);
}

void WallPage::force(const TopicId &id, TopicState state, QWidget *anchor)
{
    const auto topic = session().state().topics.value(id);
    const auto lane = laneLetter(topic.lane);
    QString follows = state == TopicState::Bot
        ? tr("The bot goes on with topic %1.").arg(lane)
        : state == TopicState::Escalated ? tr("Topic %1 waits for a person; the bot is silent in "
                                              "it.").arg(lane)
                                         : tr("Topic %1 ends as resolved.").arg(lane);
    if (topic.lease)
        follows += u' ' + tr("%1 loses it now.").arg(visibleText(topic.lease->name));
    m_forced = state;
    m_force->open(id, follows, anchor);
}

void WallPage::joinPopups()
{
    connect(m_whisper, &NotePopup::submitted, this, [this](const TopicId &topic,
                                                           const QString &text) {
        m_commands.whisper(topic, text, [this, topic](const Result<> &kept) {
            keep(*m_whisper, topic, kept);
        });
    });
    connect(m_force, &NotePopup::submitted, this, [this](const TopicId &topic, const QString &why) {
        m_commands.force(topic, m_forced, why,
                         [this, topic](const Result<> &kept) { keep(*m_force, topic, kept); });
    });
    connect(m_assign, &TransferPanel::submitted, this,
            [this](const TopicId &topic, const UserId &to, const QString &note) {
                m_commands.assign(topic, to, note, [this, topic](const Result<> &kept) {
                    if (kept)
                        m_assign->sent(topic);
                    else
                        m_assign->setProblem(refusalText(kept.error()));
                });
            });
    for (auto *popup : std::initializer_list<AnchoredPopup *>{m_whisper, m_force, m_assign}) {
        connect(popup, &AnchoredPopup::dismissed, this, [this] {
            m_anchor->hide();
            m_view->setFocus(Qt::OtherFocusReason);
        });
    }
}

void WallPage::keep(NotePopup &popup, const TopicId &topic, const Result<> &kept)
{
    if (kept)
        popup.sent(topic);
    else
        popup.setProblem(refusalText(kept.error()));
}

void WallPage::refuse(const CommandData &command, const Error &error)
{
    const auto topic = session().state().topics.value(topicOf(command));
    const auto what = topic.id.isEmpty() ? tr("That was refused")
                                         : tr("Topic %1 “%2”")
                                               .arg(laneLetter(topic.lane),
                                                    visibleText(topic.title, longestTitle));
    m_refusal->showMessage(InlineBanner::Kind::Error, what, refusalText(error));
}

void WallPage::openMenu(const GroupId &group, const QPoint &globalPos)
{
    const auto *tile = m_model->tiles().find(group);
    if (!tile)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addVerbs(*menu, group);
    addModes(*menu, *tile);
    addTopics(*menu, *tile);
    menu->addSeparator();
    Q_EMIT menuOpening(*menu, group);
    menu->popup(globalPos);
}

void WallPage::addVerbs(QMenu &menu, const GroupId &group)
{
    const auto *tile = m_model->tiles().find(group);
    for (int i = 0; i < wallVerbCount; ++i) {
        const auto verb = static_cast<WallVerb>(i);
        auto *action = menu.addAction(theme().icon(verbIcon(verb)), verbName(verb), this,
                                      [this, group, verb] { act(group, verb); });
        setReason(*action, whyNot(*tile, verb));
    }
}

void WallPage::addModes(QMenu &menu, const WallTile &tile)
{
    menu.addSection(tr("Bot in this group"));
    auto *choices = new QActionGroup(&menu);
    const auto why = whyNotCommand("group.put");
    for (const auto mode : {BotMode::Auto, BotMode::Review, BotMode::Silent}) {
        auto *action = menu.addAction(modeName(mode), this, [this, group = tile.info.id, mode] {
            m_commands.setMode(group, mode);
        });
        action->setCheckable(true);
        action->setChecked(tile.info.mode == mode);
        setReason(*action, why);
        choices->addAction(action);
    }
    if (tile.mode != tile.info.mode)
        menu.addAction(tr("The policy allows only: %1").arg(modeName(tile.mode)))->setEnabled(false);
}

void WallPage::addTopics(QMenu &menu, const WallTile &tile)
{
    if (!tile.topics.isEmpty())
        menu.addSection(tr("Topics"));
    for (const auto &topic : tile.topics) {
        auto *sub = menu.addMenu(laneLetter(topic.lane) + u"  "_s + menuText(topic.title));
        sub->setToolTipsVisible(true);
        const auto add = [&](const QString &words, const char *method, auto act) {
            auto *action = sub->addAction(words, this, act);
            setReason(*action, whyNotCommand(method));
        };
        const auto id = topic.id;
        const auto group = tile.info.id;
        const bool mine = topic.holder == session().me();
        if (!mine)
            add(tr("Take over"), topic.holder.isEmpty() ? "topic.claim" : "supervise.reassign",
                [this, id] { m_commands.takeOver(id); });
        if (!mine && !topic.holder.isEmpty())
            add(tr("Whisper…"), "supervise.whisper",
                [this, id, group] { whisper(id, anchorAt(group)); });
        add(tr("Assign…"), "supervise.reassign", [this, id, group] { assign(id, anchorAt(group)); });
        sub->addSeparator();
        const QList<std::pair<TopicState, QString>> states{
            {TopicState::Bot, tr("Give to the bot…")},
            {TopicState::Escalated, tr("Ask for a person…")},
            {TopicState::Resolved, tr("End as resolved…")}};
        for (const auto &[state, words] : states)
            add(words, "supervise.force",
                [this, id, group, state = state] { force(id, state, anchorAt(group)); });
    }
}

} // namespace quntai
