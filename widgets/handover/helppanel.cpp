// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/helppanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 132;
constexpr int longestName = 40;

} // namespace

HelpPanel::HelpPanel(ThemeHost &host, QWidget *parent)
    : AnchoredPopup(host, tr("Get help with this topic"), parent),
      m_kinds(new SegmentedControl(host, tr("What help"), this)),
      m_nobody(new PlainLabel(host, {}, TextRole::Caption, ColorRole::WarningFg, this)),
      m_list(new QListWidget(this)), m_words(new QLineEdit(this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_consequence(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_send(new ActionButton(host, ButtonKind::Primary, {}, this))
{
    m_kinds->addSegment(tr("Ask a supervisor"), Icon::Flag);
    m_kinds->addSegment(tr("Invite a colleague"), Icon::People);
    m_list->setFixedHeight(listHeight);
    m_words->setMaxLength(HelpRequest::longest);
    m_send->setKeyHint(u"Enter"_s);
    for (auto *label : {m_nobody, m_problem, m_consequence})
        label->setFlow(PlainLabel::Flow::Wrapped);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_consequence, 1);
    foot->addWidget(m_send);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_kinds, m_nobody, m_list, m_words, m_problem})
        content()->addWidget(part);
    content()->addLayout(foot);
    connect(m_kinds, &SegmentedControl::chosen, this, [this](int index) { setKind(Kind(index)); });
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpPanel::refresh);
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_words->setFocus(); });
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        setProblem({});
        refresh();
    });
    connect(m_words, &QLineEdit::returnPressed, this, &HelpPanel::submit);
    connect(m_send, &ActionButton::clicked, this, &HelpPanel::submit);
    setProblem({});
    setKind(Kind::Ask);
}

void HelpPanel::open(const Topic &topic, Kind kind, QWidget *anchor)
{
    if (topic.id != m_topic)
        m_words->clear();
    m_topic = topic.id;
    setProblem({});
    setKind(kind);
    openAbove(anchor);
}

void HelpPanel::setPeople(const QList<Person> &supervisors, const QList<Person> &colleagues)
{
    if (supervisors == m_supervisors && colleagues == m_colleagues)
        return;
    m_supervisors = supervisors;
    m_colleagues = colleagues;
    fill();
}

void HelpPanel::setKind(Kind kind)
{
    const bool ask = kind == Kind::Ask;
    if (kind != m_kind)
        m_list->setCurrentRow(-1);
    m_kind = kind;
    m_kinds->setCurrentIndex(int(kind));
    m_list->setAccessibleName(ask ? tr("Who is asked") : tr("Who is invited"));
    m_words->setPlaceholderText(ask ? tr("What do you want to know?")
                                    : tr("What they should help with (may stay empty)"));
    m_words->setAccessibleName(ask ? tr("Question") : tr("What they should help with"));
    m_consequence->setPlainText(
        ask ? tr("The group sees nothing of it. You go on holding the topic")
            : tr("They read along and write for you; only you can answer the group"));
    m_send->setText(ask ? tr("Ask") : tr("Invite"));
    m_nobody->setPlainText(ask ? tr("No supervisor works in this group.")
                               : tr("No colleague works in this group."));
    fill();
}

void HelpPanel::fill()
{
    const auto before = chosen();
    m_list->clear();
    const bool ask = m_kind == Kind::Ask;
    const auto &people = ask ? m_supervisors : m_colleagues;
    if (ask && people.size() > 1)
        m_list->addItem(tr("Every supervisor"));
    for (const auto &person : people) {
        auto *item = new QListWidgetItem(
            tr("%1 · %2").arg(visibleText(person.name, longestName),
                              agentStatusName(person.status)),
            m_list);
        item->setData(Qt::UserRole, person.user.value);
        if (person.user == before)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0 && ask)
        m_list->setCurrentRow(0);
    m_list->setVisible(!people.isEmpty());
    m_nobody->setVisible(people.isEmpty());
    refresh();
}

UserId HelpPanel::chosen() const
{
    const auto *item = m_list->currentItem();
    return item ? UserId{item->data(Qt::UserRole).toString()} : UserId{};
}

QString HelpPanel::words() const
{
    return m_words->text().simplified();
}

bool HelpPanel::isReady() const
{
    if (m_kind == Kind::Invite)
        return !chosen().isEmpty();
    return m_list->currentItem() && !words().isEmpty();
}

void HelpPanel::refresh()
{
    m_send->setEnabled(isReady());
    m_send->setToolTip(isReady() ? QString()
                       : m_kind == Kind::Ask ? tr("Write what you want to know")
                                             : tr("Choose a colleague"));
}

void HelpPanel::submit()
{
    if (!isReady())
        setProblem(m_kind == Kind::Ask ? tr("Write what you want to know.")
                                       : tr("Choose a colleague."));
    else if (m_kind == Kind::Ask)
        Q_EMIT askEntered(m_topic, chosen(), words());
    else
        Q_EMIT inviteEntered(m_topic, chosen(), words());
}

void HelpPanel::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void HelpPanel::sent()
{
    m_words->clear();
    dismiss();
}

QWidget *HelpPanel::firstField() const
{
    return m_kind == Kind::Invite && !m_list->isHidden() ? static_cast<QWidget *>(m_list) : m_words;
}

} // namespace quntai
