// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/outboxrowview.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/refusals.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 400;

QString stateText(OutboxItem::State state, const QString &problem)
{
    switch (state) {
    case OutboxItem::State::Waiting:
        return OutboxRowView::tr("Waits for the backend; it is sent as soon as it is reached");
    case OutboxItem::State::Sent:
        return OutboxRowView::tr("Sent to the backend, no answer yet");
    case OutboxItem::State::Refused: return OutboxRowView::tr("Not sent: %1").arg(problem);
    }
    return {};
}

/** What was written, and what goes with it. */
QString wordsOf(const QModelIndex &index)
{
    auto words = index.data(OutboxModel::Text).toString();
    QStringList names;
    for (const auto &file : attachmentsOf(index.data(OutboxModel::Item).value<OutboxItem>().command.data))
        names.append(visibleText(file.name, 40));
    if (names.isEmpty())
        return words;
    words.truncate(longestText / 2);
    return (words.isEmpty() ? words : words + u'\n') + OutboxRowView::tr("With %1").arg(names.join(u", "_s));
}

} // namespace

QString commandName(const QString &method)
{
    if (method == u"message.send")
        return OutboxRowView::tr("Reply");
    if (method == u"topic.note")
        return OutboxRowView::tr("Note");
    if (method == u"message.correct")
        return OutboxRowView::tr("Correction");
    if (method == u"supervise.whisper" || method == u"guest.whisper")
        return OutboxRowView::tr("Whisper");
    if (method == u"topic.claim")
        return OutboxRowView::tr("Take over");
    if (method == u"topic.handback")
        return OutboxRowView::tr("Hand back to bot");
    if (method == u"topic.transfer")
        return OutboxRowView::tr("Transfer");
    if (method == u"topic.resolve")
        return OutboxRowView::tr("Mark as resolved");
    if (method == u"review.approve")
        return OutboxRowView::tr("Approve draft");
    if (method == u"review.edit")
        return OutboxRowView::tr("Send changed draft");
    if (method == u"review.reject")
        return OutboxRowView::tr("Reject draft");
    if (method == u"topic.ask" || method == u"topic.unask")
        return OutboxRowView::tr("Question to a supervisor");
    if (method == u"topic.invite" || method == u"topic.attend")
        return OutboxRowView::tr("Help of a colleague");
    if (method == u"suggestion.judge")
        return OutboxRowView::tr("Feedback on suggestions");
    if (method == u"canned.put")
        return OutboxRowView::tr("Canned reply");
    if (method == u"user.put")
        return OutboxRowView::tr("Account");
    if (method == u"message.recall")
        return OutboxRowView::tr("Recall");
    return OutboxRowView::tr("Change");
}

OutboxRowView::OutboxRowView(ThemeHost &host, const QModelIndex &index, Instant now,
                             QWidget *parent)
    : ThemedWidget(host, parent), m_text(new PlainLabel(host, {}, TextRole::Ui,
                                                        ColorRole::TextPrimary, this)),
      m_where(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_state(new PlainLabel(host, {}, TextRole::Caption, ColorRole::WarningFg, this)),
      m_question(new PlainLabel(host, tr("Its text will be gone."), TextRole::Caption,
                                ColorRole::DangerFg, this)),
      m_retry(new ActionButton(host, ButtonKind::Secondary, tr("Send again"), this)),
      m_edit(new ActionButton(host, ButtonKind::Quiet, tr("Edit"), this)),
      m_delete(new ActionButton(host, ButtonKind::Quiet, tr("Delete"), this)),
      m_really(new ActionButton(host, ButtonKind::Danger, tr("Delete"), this)),
      m_keep(new ActionButton(host, ButtonKind::Quiet, tr("Keep"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_text->setFlow(PlainLabel::Flow::Wrapped);
    m_state->setFlow(PlainLabel::Flow::Wrapped);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_question);
    buttons->addStretch(1);
    for (auto *button : {m_retry, m_edit, m_delete, m_really, m_keep}) {
        button->setButtonSize(ButtonSize::Small);
        buttons->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x3, 10, space::x3, 10);
    column->setSpacing(space::x1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_where, m_text, m_state})
        column->addWidget(part);
    column->addLayout(buttons);
    connect(m_retry, &ActionButton::clicked, this, &OutboxRowView::retry);
    connect(m_edit, &ActionButton::clicked, this, &OutboxRowView::edit);
    connect(m_delete, &ActionButton::clicked, this, [this] { askRemoval(true); });
    connect(m_keep, &ActionButton::clicked, this, [this] { askRemoval(false); });
    connect(m_really, &ActionButton::clicked, this, &OutboxRowView::remove);
    refresh(index, now);
    askRemoval(false);
}

void OutboxRowView::refresh(const QModelIndex &index, Instant now)
{
    const auto state = index.data(OutboxModel::State).value<OutboxItem::State>();
    const auto method = index.data(OutboxModel::Method).toString();
    const auto age = (now.ms - index.data(OutboxModel::At).value<Instant>().ms) / 1000;
    m_command = index.data(OutboxModel::Id).value<CommandId>();
    m_refused = state == OutboxItem::State::Refused;
    const auto words = wordsOf(index);
    const auto item = index.data(OutboxModel::Item).value<OutboxItem>();
    // Told the backend, it cannot be taken back before the answer; while its files are brought it can.
    m_isUnderWay = state == OutboxItem::State::Sent && attachmentsOf(item.command.data).isEmpty();
    m_hasText = !words.isEmpty();
    m_text->setPlainText(words.first(std::min<qsizetype>(words.size(), longestText)));
    m_text->setVisible(m_hasText);
    QStringList where{commandName(method)};
    for (const auto role : {OutboxModel::TopicTitle, OutboxModel::GroupName}) {
        const auto name = visibleText(index.data(role).toString(), 40);
        if (!name.isEmpty())
            where.append(name);
    }
    where.append(roughSpanText(age));
    m_where->setPlainText(where.join(u" · "_s));
    m_state->setPlainText(stateText(state, refusalText(item.problem)));
    m_state->setRole(TextRole::Caption, m_refused ? ColorRole::DangerFg : ColorRole::WarningFg);
    setAccessibleName(m_where->rawText());
    if (m_question->isHidden())
        askRemoval(false);
}

void OutboxRowView::askRemoval(bool ask)
{
    m_question->setVisible(ask);
    m_really->setVisible(ask);
    m_keep->setVisible(ask);
    m_retry->setVisible(!ask && m_refused);
    m_edit->setVisible(!ask && m_hasText && !m_isUnderWay);
    m_delete->setVisible(!ask && !m_isUnderWay);
    if (ask)
        m_keep->setFocus();
}

void OutboxRowView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tone = theme().tone(m_refused ? Tone::Danger : Tone::Warning);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceRaised), tone.border,
             Qt::DashLine);
}

} // namespace quntai
