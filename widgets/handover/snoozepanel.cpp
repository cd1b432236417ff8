// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/snoozepanel.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 112;

} // namespace

SnoozePanel::SnoozePanel(ThemeHost &host, QWidget *parent)
    : AnchoredPopup(host, tr("Snooze the topic"), parent), m_list(new QListWidget(this)),
      m_why(new QLineEdit(this)),
      m_send(new ActionButton(host, ButtonKind::Primary, tr("Snooze"), this))
{
    m_list->setAccessibleName(tr("Until when"));
    m_list->setFixedHeight(listHeight);
    m_why->setMaxLength(longestWhy);
    m_why->setPlaceholderText(tr("What for? Colleagues see it, also when it is back"));
    m_why->setAccessibleName(tr("What it is put off for"));
    m_send->setKeyHint(u"Enter"_s);
    auto *foot = new QHBoxLayout;
    foot->addWidget(new PlainLabel(host, tr("It comes back earlier when a customer writes"),
                                   TextRole::Caption, ColorRole::TextTertiary, this),
                    1);
    foot->addWidget(m_send);
    content()->addWidget(m_list);
    content()->addWidget(m_why);
    content()->addLayout(foot);
    connect(m_list, &QListWidget::itemActivated, this, &SnoozePanel::submit);
    connect(m_why, &QLineEdit::returnPressed, this, &SnoozePanel::submit);
    connect(m_send, &ActionButton::clicked, this, &SnoozePanel::submit);
}

void SnoozePanel::open(const TopicId &topic, const QList<Choice> &choices, QWidget *anchor)
{
    if (topic != m_topic)
        m_why->clear();
    m_topic = topic;
    m_choices = choices;
    m_list->clear();
    for (const auto &choice : choices)
        m_list->addItem(choice.words);
    m_list->setCurrentRow(0);
    openAbove(anchor);
}

QWidget *SnoozePanel::firstField() const
{
    return m_why;
}

void SnoozePanel::submit()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_choices.size())
        return;
    const auto why = m_why->text().simplified();
    m_why->clear();
    dismiss();
    Q_EMIT submitted(m_topic, m_choices.at(row).until, why);
}

} // namespace quntai
