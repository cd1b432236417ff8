// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/transferpanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"
#include "widgets/handover/handbackpanel.h"
#include "widgets/handover/shiftsummary.h"

#include <QHBoxLayout>
#include <QListWidget>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 132;
constexpr int longestName = 40;
constexpr int longestAsk = 120;
constexpr int queueRole = Qt::UserRole + 1;  //!< QString: the skill; null for a colleague

QString titleOf(TransferPanel::Purpose purpose)
{
    return purpose == TransferPanel::Purpose::Assign
        ? TransferPanel::tr("Assign to a colleague")
        : TransferPanel::tr("Transfer to a colleague");
}

QString consequenceOf(TransferPanel::Purpose purpose)
{
    return purpose == TransferPanel::Purpose::Assign
        ? TransferPanel::tr("They have 20 s to accept; who holds it now loses it")
        : TransferPanel::tr("They have 20 s to accept; otherwise it waits in the queue");
}

QString sendName(TransferPanel::Purpose purpose)
{
    return purpose == TransferPanel::Purpose::Assign ? TransferPanel::tr("Assign")
                                                     : TransferPanel::tr("Transfer");
}

} // namespace

QString transferSummary(const Topic &topic, const QList<MessagePtr> &messages,
                        const QList<Promise> &promises)
{
    QString asked = topic.title;
    for (const auto &message : messages) {
        if (message->author.kind == AuthorKind::Member && !message->folded && !message->text.isEmpty())
            asked = message->text;
    }
    QStringList lines{TransferPanel::tr("Asked: %1").arg(visibleText(asked, longestAsk))};
    for (const auto &promise : promises)
        lines.append(TransferPanel::tr("Promised: %1").arg(promiseLine(promise, {})));
    if (const auto said = saidByAgents(messages); !said.isEmpty())
        lines.append(TransferPanel::tr("Said: %1").arg(said));
    return lines.join(u'\n').left(TransferPanel::longestNote);
}

TransferPanel::TransferPanel(ThemeHost &host, QWidget *parent, Purpose purpose)
    : AnchoredPopup(host, titleOf(purpose), parent), m_purpose(purpose),
      m_nobody(new PlainLabel(host, tr("No colleague is at work now. Put the topic back into the "
                                       "queue, or hand it back to the bot."),
                              TextRole::Caption, ColorRole::WarningFg, this)),
      m_list(new QListWidget(this)), m_note(new ReplyEdit(host, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_send(new ActionButton(host, ButtonKind::Primary, sendName(purpose), this))
{
    m_nobody->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_list->setAccessibleName(tr("Colleagues at work"));
    m_list->setFixedHeight(listHeight);
    m_note->setAccessibleName(tr("What your colleague must know"));
    m_note->setPlaceholderText(tr("What your colleague must know"));
    m_note->setFrameShape(QFrame::StyledPanel);
    m_send->setKeyHint(u"Ctrl+Enter"_s);
    auto *foot = new QHBoxLayout;
    foot->addWidget(new PlainLabel(host, consequenceOf(purpose), TextRole::Caption,
                                   ColorRole::TextTertiary, this),
                    1);
    foot->addWidget(m_send);
    for (QWidget *part : std::initializer_list<QWidget *>{m_nobody, m_list, m_note, m_problem})
        content()->addWidget(part);
    content()->addLayout(foot);
    connect(m_list, &QListWidget::currentRowChanged, this, &TransferPanel::refresh);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        setProblem({});
        refresh();
    });
    connect(m_note, &ReplyEdit::submitted, this, &TransferPanel::submit);
    connect(m_send, &ActionButton::clicked, this, &TransferPanel::submit);
    setColleagues({});
    setProblem({});
}

void TransferPanel::open(const Topic &topic, const UserId &holder, QWidget *anchor,
                         const QString &summary)
{
    m_holder = holder;
    // Only what a person changed is worth keeping; an untouched summary is made anew.
    if (!m_topic.id.isEmpty() && note() != m_prefilled)
        m_notes.insert(m_topic.id, note());
    if (topic.id != m_topic.id)
        m_list->setCurrentRow(-1);
    m_prefilled = summary.trimmed();
    m_note->setPlainText(m_notes.value(topic.id, m_prefilled));
    m_topic = topic;
    setProblem({});
    setColleagues(m_people);
    openAbove(anchor);
}

void TransferPanel::setColleagues(const QList<Presence> &colleagues)
{
    const auto before = chosen();
    const auto queueBefore = m_list->currentItem() ? m_list->currentItem()->data(queueRole)
                                                   : QVariant();
    m_people = colleagues;
    auto there = colleagues;
    there.removeIf([this](const Presence &person) {
        return person.user == m_holder || person.status != AgentStatus::Online;
    });
    std::ranges::sort(there, {}, &Presence::name);
    m_list->clear();
    for (const auto &person : std::as_const(there)) {
        auto *item = new QListWidgetItem(visibleText(person.name, longestName), m_list);
        item->setData(Qt::UserRole, person.user.value);
        if (person.user == before)
            m_list->setCurrentItem(item);
    }
    addQueues();
    if (queueBefore.isValid()) {
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->data(queueRole) == queueBefore)
                m_list->setCurrentRow(row);
        }
    }
    m_list->setVisible(m_list->count() > 0);
    m_nobody->setVisible(there.isEmpty());
    refresh();
}

void TransferPanel::setSkills(const QStringList &skills)
{
    m_skills = skills;
    setColleagues(m_people);
}

/** Below the colleagues: where the topic waits for somebody. */
void TransferPanel::addQueues()
{
    if (m_purpose == Purpose::Assign || !m_skills)
        return;
    const auto add = [this](const QString &words, const QString &skill) {
        auto *item = new QListWidgetItem(words, m_list);
        item->setData(queueRole, skill);
    };
    add(tr("Queue: whoever is free"), u""_s);
    for (const auto &skill : std::as_const(*m_skills))
        add(tr("Queue: whoever knows %1").arg(visibleText(skill, longestName)), skill);
}

bool TransferPanel::isQueueChosen() const
{
    return m_list->currentItem() && m_list->currentItem()->data(queueRole).isValid();
}

UserId TransferPanel::chosen() const
{
    const auto *item = m_list->currentItem();
    return item ? UserId{item->data(Qt::UserRole).toString()} : UserId{};
}

QString TransferPanel::note() const
{
    return m_note->toPlainText().trimmed();
}

void TransferPanel::sent(const TopicId &topic)
{
    m_notes.remove(topic);
    if (topic != m_topic.id)
        return;
    m_prefilled.clear();
    m_note->clear();
    dismiss();
}

void TransferPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QWidget *TransferPanel::firstField() const
{
    return m_list->isHidden() ? static_cast<QWidget *>(m_note) : m_list;
}

void TransferPanel::refresh()
{
    const bool ready = (isQueueChosen() || !chosen().isEmpty()) && !note().isEmpty();
    m_send->setEnabled(ready);
    m_send->setToolTip(ready ? QString() : tr("Choose a colleague and write what they must know"));
}

void TransferPanel::submit()
{
    if (chosen().isEmpty() && !isQueueChosen())
        setProblem(tr("Choose who takes the topic over."));
    else if (note().isEmpty())
        setProblem(tr("Write what your colleague must know."));
    else if (note().size() > longestNote)
        setProblem(tr("The note is too long. Shorten it to %1 characters.").arg(longestNote));
    else if (isQueueChosen())
        Q_EMIT queued(m_topic.id, m_list->currentItem()->data(queueRole).toString(), note());
    else
        Q_EMIT submitted(m_topic.id, chosen(), note());
}

} // namespace quntai
