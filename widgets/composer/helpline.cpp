// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/helpline.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/plaintext.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 16;
constexpr qsizetype mostNamed = 4;

QString nameOf(const QString &name)
{
    return visibleText(name, longestName);
}

QString wordsOf(const QString &words)
{
    return visibleText(words, HelpRequest::longest);
}

QString verbName(HelpVerb verb)
{
    switch (verb) {
    case HelpVerb::Withdraw: return HelpLine::tr("Withdraw");
    case HelpVerb::LetGo: return HelpLine::tr("Let go");
    case HelpVerb::Whisper: return HelpLine::tr("Whisper what is written");
    case HelpVerb::Join: return HelpLine::tr("Join");
    case HelpVerb::Settle: return HelpLine::tr("Dealt with");
    case HelpVerb::Decline: return HelpLine::tr("Decline");
    case HelpVerb::Leave: return HelpLine::tr("Leave");
    }
    return {};
}

QString guestNames(const QList<Guest> &guests)
{
    QStringList names;
    for (const auto &guest : guests.first(std::min(guests.size(), mostNamed)))
        names.append(guest.state == GuestState::Joined
                         ? HelpLine::tr("%1 helps").arg(nameOf(guest.name))
                         : HelpLine::tr("%1 is invited").arg(nameOf(guest.name)));
    if (guests.size() > mostNamed)
        names.append(HelpLine::tr("+%1").arg(guests.size() - mostNamed));
    return names.join(u" · "_s);
}

QList<HelpLine::Line> holdersLines(const Topic &topic)
{
    QList<HelpLine::Line> lines;
    if (const auto &help = topic.help)
        lines.append({help->to.isEmpty()
                          ? HelpLine::tr("You asked the supervisors: %1").arg(wordsOf(help->question))
                          : HelpLine::tr("You asked %1: %2").arg(nameOf(help->toName),
                                                                 wordsOf(help->question)),
                      {HelpVerb::Withdraw}});
    if (!topic.guests.isEmpty())
        lines.append({guestNames(topic.guests), {HelpVerb::LetGo}});
    return lines;
}

HelpLine::Line invitation(const Guest &guest)
{
    const auto by = nameOf(guest.byName);
    return {guest.note.isEmpty()
                ? HelpLine::tr("%1 invites you to help").arg(by)
                : HelpLine::tr("%1 invites you to help: %2").arg(by, wordsOf(guest.note)),
            {HelpVerb::Join, HelpVerb::Decline}};
}

QList<HelpLine::Line> helpersLines(const Topic &topic, const UserId &me, Role role)
{
    QList<HelpLine::Line> lines;
    const auto *guest = guestOf(topic, me);
    if (isAsked(topic, me, role)) {
        lines.append({HelpLine::tr("%1 asks: %2").arg(nameOf(topic.help->name),
                                                      wordsOf(topic.help->question)),
                      {HelpVerb::Whisper, HelpVerb::Settle}});
        if (!guest)
            lines.last().verbs.insert(1, HelpVerb::Join);
    }
    if (!guest)
        return lines;
    if (guest->state == GuestState::Invited)
        lines.append(invitation(*guest));
    else
        lines.append({HelpLine::tr("You help %1, who sees what you write here and can take it over")
                          .arg(nameOf(topic.lease->name)),
                      {HelpVerb::Whisper, HelpVerb::Leave}});
    return lines;
}

QList<HelpLine::Line> linesOf(const Topic &topic, const UserId &me, Role role)
{
    if (!topic.lease)
        return {};
    return topic.lease->user == me ? holdersLines(topic) : helpersLines(topic, me, role);
}

} // namespace

HelpLine::HelpLine(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Help in this topic"));
    m_column->setContentsMargins(space::x4, space::x1, space::x3, space::x1);
    m_column->setSpacing(2);
    hide();
}

/** Only what changed is built anew: whoever has the focus in it keeps it. */
void HelpLine::setTopic(const Topic &topic, const UserId &me, Role role)
{
    m_topic = topic;
    const auto lines = linesOf(topic, me, role);
    if (lines != m_lines) {
        m_lines = lines;
        rebuild();
    }
    setVisible(!m_lines.isEmpty());
}

QStringList HelpLine::lines() const
{
    QStringList texts;
    for (const auto &line : m_lines)
        texts.append(line.text);
    return texts;
}

void HelpLine::rebuild()
{
    while (auto *item = m_column->takeAt(0)) {
        if (auto *row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const auto &line : std::as_const(m_lines))
        addLine(line);
    updateGeometry();
}

void HelpLine::addLine(const Line &line)
{
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(space::x1);
    auto *text = new PlainLabel(host(), line.text, TextRole::Caption, ColorRole::TextPrimary, row);
    across->addWidget(text, 1);
    for (const auto verb : line.verbs) {
        auto *button = new ActionButton(host(), verb == HelpVerb::Join ? ButtonKind::Secondary
                                                                       : ButtonKind::Quiet,
                                        verbName(verb), row);
        button->setButtonSize(ButtonSize::Small);
        button->setAccessibleDescription(line.text);
        connect(button, &ActionButton::clicked, this, [this, verb, button] { run(verb, button); });
        across->addWidget(button);
    }
    m_column->addWidget(row);
    row->show(); // the line may be visible already
}

/** Which of several guests is asked back. */
void HelpLine::run(HelpVerb verb, QWidget *at)
{
    if (verb != HelpVerb::LetGo || m_topic.guests.size() < 2) {
        const auto user = verb == HelpVerb::LetGo ? m_topic.guests.value(0).user : UserId{};
        Q_EMIT wanted(verb, user);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &guest : std::as_const(m_topic.guests))
        menu->addAction(nameOf(guest.name), this, [this, user = guest.user] {
            Q_EMIT wanted(HelpVerb::LetGo, user);
        });
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void HelpLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colors = theme().tone(Tone::Note);
    painter.fillRect(rect(), colors.tint);
    paintHLine(painter, 0, width(), 0, colors.border);
}

} // namespace quntai
