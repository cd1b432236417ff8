// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of the desk that come and go, each made when it is first opened: another part of
// DeskPage.
#include "app/console/deskpage.h"
#include "app/console/replydesk.h"
#include "models/items/queuemodel.h"
#include "models/items/searchmodel.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/words/refusals.h"
#include "widgets/composer/ownershipbar.h"
#include "widgets/context/contextpanel.h"
#include "widgets/correction/correctionpanel.h"
#include "widgets/handover/handbackpanel.h"
#include "widgets/handover/sourcepanel.h"
#include "widgets/handover/transferpanel.h"
#include "widgets/queue/queuepanel.h"
#include "widgets/search/scopebar.h"
#include "widgets/search/searchpanel.h"
#include "widgets/timeline/timelinereader.h"
#include "widgets/timeline/timelineview.h"

#include <QCursor>
#include <QStackedWidget>
#include <QToolTip>

#include <algorithm>

namespace quntai {

namespace {

/** What somebody who could serve is best at. */
QStringList skillsOf(const State &state)
{
    QStringList skills;
    for (const auto &user : state.users) {
        if (!user.disabled)
            skills += user.skills;
    }
    skills.removeDuplicates();
    skills.sort();
    return skills;
}

QList<std::pair<GroupId, QString>> groupNames(const State &state)
{
    QList<std::pair<GroupId, QString>> names;
    for (const auto &group : state.groups)
        names.append({group.info.id, group.info.name});
    std::ranges::sort(names, {}, &std::pair<GroupId, QString>::second);
    return names;
}

/** Colleagues, then who is in the group that is searched, or else in the one that is shown. */
QList<std::pair<QString, QString>> peopleOf(const State &state, const GroupId &searched,
                                            const GroupId &shown)
{
    QList<std::pair<QString, QString>> people;
    for (const auto &user : state.users)
        people.append({user.id.value, user.name});
    std::ranges::sort(people, {}, &std::pair<QString, QString>::second);
    for (const auto &member : state.groups.value(searched.isEmpty() ? shown : searched).members)
        people.append({member.id.value, member.name});
    return people;
}

} // namespace

using namespace Qt::StringLiterals;

SearchPanel &DeskPage::searchPanel()
{
    if (m_searchPanel)
        return *m_searchPanel;
    m_searchPanel = new SearchPanel(host(), *m_searchModel);
    m_left->addWidget(m_searchPanel);
    connect(m_searchPanel, &SearchPanel::chosen, this, [this](const MessagePtr &message) {
        m_view->setFind(m_searchModel->words());
        showGroup(message->group);
        if (!message->topic.isEmpty() && m_session.state().topics.contains(message->topic))
            chooseTopic(message->topic);
        jumpTo(message->id);
    });
    connect(&m_searchPanel->scopeBar(), &ScopeBar::choicesWanted, this, [this] {
        m_searchPanel->scopeBar().setGroups(groupNames(m_session.state()));
        m_searchPanel->scopeBar().setPeople(
            peopleOf(m_session.state(), m_searchPanel->scopeBar().scope().group, m_group));
    });
    connect(m_searchPanel, &SearchPanel::closed, this, [this] {
        m_view->setFind({});
        m_left->setCurrentWidget(m_queuePanel);
    });
    Q_EMIT partMade(*m_searchPanel);
    return *m_searchPanel;
}

void DeskPage::search(const QString &words)
{
    auto &panel = searchPanel();
    m_left->setCurrentWidget(&panel);
    panel.begin(words);
    m_queuePanel->searchField().clear();
}

CorrectionPanel &DeskPage::correction()
{
    if (m_correction)
        return *m_correction;
    m_correction = new CorrectionPanel(host());
    m_right->addWidget(m_correction);
    connect(m_correction, &CorrectionPanel::submitted, this, &DeskPage::submitCorrection);
    connect(m_correction, &CorrectionPanel::cancelled, this, &DeskPage::endCorrection);
    Q_EMIT partMade(*m_correction);
    return *m_correction;
}

void DeskPage::startCorrection(const MessageId &message)
{
    const auto &state = m_session.state();
    const auto answer = shown(message);
    if (!answer || answer->author.kind != AuthorKind::Bot)
        return;
    CorrectionSubject subject;
    subject.answer = answer;
    subject.question = shown(answer->answers);
    if (const auto entry = state.entries.constFind(answer->entry); entry != state.entries.cend())
        subject.entry = *entry;
    subject.whyNotSend = whyNotPublish(*answer);
    subject.recalls = m_reader->canStillRecall(*answer);
    auto &panel = correction();
    panel.open(subject);
    showRight(&panel, layout::correction.def);
    m_view->setMarked(message);
}

QString DeskPage::whyNotPublish(const Message &answer) const
{
    const auto topic = m_session.state().topics.value(answer.topic);
    if (answer.delivery != Delivery::Sent && answer.delivery != Delivery::Queued)
        return tr("The wrong answer is not in the group");
    if (topic.id.isEmpty() || hasEnded(topic))
        return tr("The topic has ended");
    if (topic.lease && topic.lease->user != m_session.me())
        return tr("%1 is serving it").arg(topic.lease->name);
    return {};
}

void DeskPage::submitCorrection(const CorrectAnswer &made)
{
    auto whole = made;
    const auto answer = shown(made.message);
    whole.topic = answer ? answer->topic : m_topic;
    if (const auto asked = answer ? shown(answer->answers) : nullptr;
        asked && whole.question.isEmpty())
        whole.question = asked->text;
    m_commands.correct(whole, [this, message = made.message](const Result<> &kept) {
        if (!kept) {
            correction().setProblem(refusalText(kept.error()));
            return;
        }
        correction().settle(message);
        endCorrection();
    });
}

void DeskPage::endCorrection()
{
    m_view->setMarked({});
    if (m_right->currentWidget() != m_context)
        showRight(m_context, layout::context.def);
}

/** In the studio for who has work there; the others read it where they are. */
void DeskPage::openSource(const EntryId &id)
{
    const auto &state = m_session.state();
    const auto entry = state.entries.constFind(id);
    if (entry == state.entries.cend()) {
        QToolTip::showText(QCursor::pos(), tr("This entry is gone."), m_view);
        return;
    }
    if (m_session.rights().contains(u"knowledge.put"_s)) {
        Q_EMIT entryWanted(id);
        return;
    }
    if (!m_source) {
        m_source = new SourcePanel(host(), this);
        connect(m_source, &AnchoredPopup::dismissed, m_view, qOverload<>(&QWidget::setFocus));
        Q_EMIT partMade(*m_source);
    }
    m_source->open(*entry, &m_reply->ownership());
}

/** Floats above the reply and keeps what was typed in it. */
HandBackPanel &DeskPage::handBack()
{
    if (m_handBack)
        return *m_handBack;
    m_handBack = new HandBackPanel(host(), this);
    connect(m_handBack, &HandBackPanel::submitted, this,
            [this](const TopicId &topic, const QString &summary) {
                m_commands.handBack(topic, summary);
                m_handBack->sent(topic);
                m_handBack->dismiss();
            });
    Q_EMIT partMade(*m_handBack);
    return *m_handBack;
}

/** Like the one for handing back. */
TransferPanel &DeskPage::transfer()
{
    if (m_transfer)
        return *m_transfer;
    m_transfer = new TransferPanel(host(), this);
    connect(m_transfer, &TransferPanel::submitted, this,
            [this](const TopicId &topic, const UserId &to, const QString &note) {
                m_commands.transfer(topic, to, note);
                m_transfer->sent(topic);
                m_transfer->dismiss();
            });
    connect(m_transfer, &TransferPanel::queued, this,
            [this](const TopicId &topic, const QString &skill, const QString &note) {
                m_commands.release(topic, note, skill);
                m_transfer->sent(topic);
                m_transfer->dismiss();
            });
    Q_EMIT partMade(*m_transfer);
    return *m_transfer;
}

void DeskPage::askHandBack()
{
    const auto &state = m_session.state();
    const auto topic = state.topics.value(m_topic);
    QList<int> others;
    for (const auto &open : openTopics(state, m_group)) {
        if (open.id != m_topic && !open.lease)
            others.append(open.lane);
    }
    const auto channel = state.groups.value(m_group).info.channel;
    handBack().open(topic, messagesOf(topic), state.connectors.value(channel).account,
                     others, &m_reply->ownership(), openPromisesOf(state, topic.id));
}

QWidget &DeskPage::promiseAnchor() const
{
    return m_reply->ownership();
}

void DeskPage::askTransfer()
{
    const auto topic = m_session.state().topics.value(m_topic);
    if (!topic.lease || topic.lease->user != m_session.me())
        return;
    transfer().setColleagues(m_session.state().presence.values());
    transfer().setSkills(skillsOf(m_session.state()));
    transfer().open(topic, m_session.me(), &m_reply->ownership(),
                    transferSummary(topic, messagesOf(topic),
                                    openPromisesOf(m_session.state(), topic.id)));
}

} // namespace quntai
