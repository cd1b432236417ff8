// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/notepopup.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/plainlabel.h"
#include "widgets/composer/replyedit.h"

#include <QHBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int editHeight = 72;

} // namespace

NotePopup::NotePopup(ThemeHost &host, const QString &title, const QString &hint,
                     const QString &send, QWidget *parent)
    : AnchoredPopup(host, title, parent),
      m_consequence(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_edit(new ReplyEdit(host, this)),
      m_problem(new PlainLabel(host, {}, TextRole::Caption, ColorRole::DangerFg, this)),
      m_send(new ActionButton(host, ButtonKind::Primary, send, this))
{
    m_consequence->setFlow(PlainLabel::Flow::Wrapped);
    m_problem->setFlow(PlainLabel::Flow::Wrapped);
    m_edit->setAccessibleName(hint);
    m_edit->setPlaceholderText(hint);
    m_edit->setFrameShape(QFrame::StyledPanel);
    m_edit->setFixedHeight(editHeight);
    m_send->setKeyHint(u"Ctrl+Enter"_s);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_send);
    content()->addWidget(m_consequence);
    content()->addWidget(m_edit);
    content()->addWidget(m_problem);
    content()->addLayout(foot);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        setProblem({});
        m_send->setEnabled(!text().isEmpty());
    });
    connect(m_edit, &ReplyEdit::submitted, this, &NotePopup::submit);
    connect(m_send, &ActionButton::clicked, this, &NotePopup::submit);
    m_send->setEnabled(false);
    setProblem({});
}

void NotePopup::open(const TopicId &topic, const QString &consequence, QWidget *anchor)
{
    if (topic != m_topic) {
        if (!m_topic.isEmpty())
            m_texts.insert(m_topic, text());
        m_topic = topic;
        m_edit->setPlainText(m_texts.value(topic));
    }
    m_consequence->setPlainText(consequence);
    setProblem({});
    openAbove(anchor);
}

void NotePopup::sent(const TopicId &topic)
{
    m_texts.remove(topic);
    if (topic != m_topic)
        return;
    m_edit->clear();
    dismiss();
}

void NotePopup::setProblem(const QString &problem)
{
    m_problem->setPlainText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString NotePopup::text() const
{
    return m_edit->toPlainText().trimmed();
}

QWidget *NotePopup::firstField() const
{
    return m_edit;
}

void NotePopup::submit()
{
    if (text().isEmpty())
        setProblem(tr("Write a few words."));
    else if (text().size() > longest)
        setProblem(tr("The text is too long. Shorten it to %1 characters.").arg(longest));
    else
        Q_EMIT submitted(m_topic, text());
}

} // namespace quntai
