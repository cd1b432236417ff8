// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/ownershipbar.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include <cstdlib>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseEndsSoon = 5 * 60; // seconds

} // namespace

OwnershipBar::OwnershipBar(ThemeHost &host, std::function<Instant()> clock, QWidget *parent)
    : ThemedWidget(host, parent), m_clock(std::move(clock)),
      m_text(new PlainLabel(host, {}, TextRole::Ui, ColorRole::TextPrimary, this)),
      m_time(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextSecondary, this)),
      m_renew(new ActionButton(host, ButtonKind::Link, tr("Renew"), this)),
      m_help(new IconButton(host, Icon::Flag, tr("Get help"), this)),
      m_release(new IconButton(host, Icon::Down, tr("Back to the queue"), this)),
      m_transfer(new ActionButton(host, ButtonKind::Quiet, tr("Transfer"), this)),
      m_resolve(new ActionButton(host, ButtonKind::Quiet, tr("Resolve"), this)),
      m_main(new ActionButton(host, ButtonKind::Primary, {}, this)), m_tick(new QTimer(this))
{
    setFixedHeight(layout::ownershipBar);
    m_help->setKeyHint(u"F7"_s);
    m_help->setSmall(true);
    m_release->setKeyHint(u"Shift+F3"_s);
    m_release->setSmall(true);
    m_transfer->setKeyHint(u"F4"_s);
    m_resolve->setKeyHint(u"F3"_s);
    m_transfer->setGlyph(Icon::Transfer);
    m_transfer->setAccessibleName(tr("Transfer"));
    m_resolve->setGlyph(Icon::Check);
    m_resolve->setAccessibleName(tr("Resolve"));
    m_main->setKeyHint(u"F2"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_text, 1);
    row->addWidget(m_time);
    row->addWidget(m_renew);
    row->addWidget(m_help);
    row->addWidget(m_release);
    row->addWidget(m_transfer);
    row->addWidget(m_resolve);
    row->addWidget(m_main);
    connect(m_renew, &ActionButton::clicked, this, &OwnershipBar::renew);
    connect(m_transfer, &ActionButton::clicked, this, &OwnershipBar::transfer);
    connect(m_help, &IconButton::clicked, this, &OwnershipBar::helpWanted);
    connect(m_release, &IconButton::clicked, this, &OwnershipBar::release);
    connect(m_resolve, &ActionButton::clicked, this, &OwnershipBar::resolve);
    connect(m_main, &ActionButton::clicked, this, &OwnershipBar::triggerMain);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, &OwnershipBar::refreshTime);
    clear();
}

void OwnershipBar::setTopic(const Topic &topic, const UserId &me)
{
    m_topic = topic;
    m_me = me;
    setVisible(true);
    refreshTicking();
    refresh();
}

void OwnershipBar::clear()
{
    m_topic = {};
    refreshTicking();
    setVisible(false);
}

void OwnershipBar::setOnline(bool online)
{
    if (m_online && !online)
        m_cutOff = m_clock();
    m_online = online;
    refreshTicking();
    refresh();
}

void OwnershipBar::refreshTicking()
{
    if (m_online && !m_topic.id.isEmpty())
        m_tick->start();
    else
        m_tick->stop();
}

OwnershipBar::Holder OwnershipBar::holder() const
{
    if (hasEnded(m_topic))
        return Holder::Ended;
    if (!m_topic.lease)
        return Holder::Nobody;
    return m_topic.lease->user == m_me ? Holder::Me : Holder::Colleague;
}

Tone OwnershipBar::tone() const
{
    switch (holder()) {
    case Holder::Nobody:
        return Tone::Accent;
    case Holder::Me:
        return Tone::Agent;
    case Holder::Colleague:
    case Holder::Ended:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

void OwnershipBar::triggerMain()
{
    if (!m_online || m_topic.id.isEmpty() || !m_main->isVisible())
        return;
    switch (holder()) {
    case Holder::Nobody:
        Q_EMIT takeOver();
        return;
    case Holder::Me:
        Q_EMIT handBack();
        return;
    case Holder::Ended:
        Q_EMIT reopen();
        return;
    case Holder::Colleague:
        return;
    }
}

QString OwnershipBar::sentence() const
{
    const auto lane = laneLetter(m_topic.lane);
    switch (holder()) {
    case Holder::Nobody:
        return tr("Topic %1, %2. Only after taking over can you answer the group; the bot goes on "
                  "with the other topics.")
            .arg(lane, topicStateName(m_topic.state));
    case Holder::Me:
        return tr("You are serving topic %1").arg(lane);
    case Holder::Colleague:
        return tr("%1 is serving topic %2").arg(m_topic.lease->name, lane);
    case Holder::Ended:
        return tr("This topic has ended: %1").arg(topicStateName(m_topic.state));
    }
    return {};
}

void OwnershipBar::refresh()
{
    const auto who = holder();
    m_text->setPlainText(sentence());
    m_text->setRole(who == Holder::Me ? TextRole::UiStrong : TextRole::Ui, ColorRole::TextPrimary);
    m_renew->setVisible(who == Holder::Me);
    m_release->setVisible(who == Holder::Me);
    m_transfer->setVisible(who == Holder::Me);
    m_resolve->setVisible(who == Holder::Me);
    m_main->setVisible(who != Holder::Colleague);
    m_main->setKind(who == Holder::Nobody ? ButtonKind::Primary : ButtonKind::Secondary);
    m_main->setGlyph(who == Holder::Nobody ? Icon::Take : Icon::Undo);
    m_main->setText(who == Holder::Nobody   ? tr("Take over topic %1").arg(laneLetter(m_topic.lane))
                        : who == Holder::Me ? tr("Hand back to bot")
                                            : tr("Reopen"));
    const auto why = m_online ? QString()
                              : tr("Not connected: possible again when the backend is "
                                   "reached.");
    for (auto *button : {m_renew, m_transfer, m_resolve, m_main}) {
        button->setEnabled(m_online);
        button->setToolTip(why.isEmpty() ? button->accessibleName() : why);
    }
    m_help->setEnabled(m_online);
    m_release->setEnabled(m_online);
    refreshTime();
    fitWords();
    update();
}

/** Grey when nobody can act on it; a lease is no hurry until it nears its end. */
ColorRole OwnershipBar::timeColor(qint64 left) const
{
    if (!m_online)
        return ColorRole::TextTertiary;
    if (m_topic.lease)
        return left < leaseEndsSoon ? ColorRole::WarningFg : ColorRole::TextSecondary;
    return left < 60 ? ColorRole::DangerFg : ColorRole::WarningFg;
}

void OwnershipBar::refreshTime()
{
    const auto now = m_online ? m_clock() : m_cutOff;
    const auto end = m_topic.lease ? m_topic.lease->idleAt
        : m_topic.escalation       ? m_topic.escalation->dueAt
                                   : now;
    const auto left = (end.ms - now.ms) / 1000;
    const auto text = timeText(left);
    m_time->setRole(m_online ? TextRole::UiStrong : TextRole::Ui, timeColor(left));
    m_time->setPlainText(text);
    m_time->setVisible(!text.isEmpty());
    // The label's own tool tip is the whole of a text it had to shorten.
    const bool stands = !m_online && !text.isEmpty();
    const auto why = stands ? tr("Offline: the time may be wrong") : QString();
    setToolTip(why);
    m_time->setAccessibleDescription(why);
}

/** Empty when nobody waits for anything. */
QString OwnershipBar::timeText(qint64 left) const
{
    const auto span = spanText(std::abs(left));
    if (m_topic.lease) {
        const auto rest = spanText(left);
        return m_online ? tr("%1 left").arg(rest) : tr("%1 left when cut off").arg(rest);
    }
    if (!m_topic.escalation)
        return {};
    if (left < 0)
        return m_online ? tr("Overdue by %1").arg(span)
                        : tr("Overdue by %1 when cut off").arg(span);
    return m_online ? tr("First answer in %1").arg(span)
                    : tr("First answer in %1 when cut off").arg(span);
}

void OwnershipBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colors = theme().tone(tone());
    painter.fillRect(rect(), colors.tint);
    paintHLine(painter, 0, width(), 0, colors.border);
}

void OwnershipBar::resizeEvent(QResizeEvent *)
{
    fitWords();
}

/** Where not everything can be read, all but the main button are icons; narrower still, help is left
 * to its key and the palette. */
void OwnershipBar::fitWords()
{
    const auto show = [this](bool words) {
        m_transfer->setText(words ? tr("Transfer") : QString());
        m_resolve->setText(words ? tr("Resolve") : QString());
    };
    show(true);
    m_help->setVisible(holder() == Holder::Me);
    layout()->invalidate();
    if (layout()->sizeHint().width() <= contentsRect().width())
        return;
    show(false);
    layout()->invalidate();
    if (layout()->minimumSize().width() > contentsRect().width())
        m_help->hide();
}

void OwnershipBar::themeChanged()
{
    refresh();
}

} // namespace quntai
