// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/talkbox.h"

#include "widgets/common/chiplabel.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"
#include "widgets/context/personmark.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostText = 2000;

QString bodyOf(const Message &message)
{
    if (message.delivery == Delivery::Recalled)
        return TalkBox::tr("(recalled)");
    auto body = message.text.first(std::min(mostText, message.text.size()));
    for (const auto &attachment : message.attachments) {
        const bool picture = attachment.kind == MessageKind::Image;
        body += (body.isEmpty() ? u""_s : u"\n"_s)
            + (picture ? TalkBox::tr("[picture]") : TalkBox::tr("[file]")) + u' ' + attachment.text;
    }
    return body.trimmed();
}

Tone toneOf(AuthorKind kind)
{
    return kind == AuthorKind::Bot ? Tone::Bot : kind == AuthorKind::Agent ? Tone::Agent
                                                                           : Tone::Neutral;
}

} // namespace

TalkBox::TalkBox(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("What was said"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_column->setContentsMargins(space::x3, space::x1, space::x3, space::x1);
    m_column->setSpacing(0);
}

void TalkBox::setTalk(const QList<MessagePtr> &talk, const MessageId &question, qint64 seen)
{
    if (talk == m_talk && question == m_question && seen == m_seen)
        return;
    m_talk = talk;
    m_question = question;
    m_seen = seen;
    while (auto *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &message : talk)
        m_column->addWidget(row(*message, message->id == question, seen > 0 && message->seq > seen));
    setVisible(!talk.isEmpty());
}

QWidget *TalkBox::row(const Message &message, bool asked, bool fresh)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 6, 0, 6);
    line->setSpacing(space::x2);
    auto *mark = new PersonMark(host(), row);
    AvatarSpec person;
    person.name = message.author.name;
    person.tone = toneOf(message.author.kind);
    mark->setPerson(person);
    line->addWidget(mark, 0, Qt::AlignTop);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::x2);
    auto *name = new PlainLabel(host(), message.author.name, TextRole::Caption,
                                ColorRole::TextPrimary, row);
    head->addWidget(name);
    head->addWidget(new PlainLabel(host(), clockText(message.at), TextRole::Micro,
                                   ColorRole::TextTertiary, row));
    const auto chip = [&](const QString &text, Tone tone) {
        ChipSpec spec;
        spec.text = text;
        spec.tone = tone;
        head->addWidget(new ChipLabel(host(), spec, row));
    };
    if (asked)
        chip(tr("Question"), Tone::Accent);
    if (fresh)
        chip(tr("New"), Tone::Warning);
    head->addStretch(1);
    auto *body = new PlainLabel(host(), bodyOf(message), TextRole::Message, ColorRole::TextPrimary,
                                row);
    body->setFlow(PlainLabel::Flow::Wrapped);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(body);
    line->addLayout(column, 1);
    return row;
}

void TalkBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), radius::card, theme().color(ColorRole::SurfaceSunken),
             theme().color(ColorRole::BorderSubtle));
}

} // namespace quntai
