// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/ownershipbar.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"
#include "widgets/common/words/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseEndsSoon = 5 * 60;  // seconds

} // namespace

OwnershipBar::OwnershipBar(ThemeHost &host, std::function<Instant()> clock, QWidget *parent)
    : ThemedWidget(host, parent), m_clock(std::move(clock)),
      m_text(new PlainLabel(host, {}, TextRole::Ui, ColorRole::TextPrimary, this)),
      m_time(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextSecondary, this)),
      m_renew(new ActionButton(host, ButtonKind::Link, tr("Renew"), this)),
      m_transfer(new ActionButton(host, ButtonKind::Quiet, tr("Transfer"), this)),
      m_main(new ActionButton(host, ButtonKind::Primary, {}, this)), m_tick(new QTimer(this))
{
    setFixedHeight(layout::ownershipBar);
    m_transfer->setKeyHint(u"F4"_s);
    m_main->setKeyHint(u"F2"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x4, 0, space::x3, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_text, 1);
    row->addWidget(m_time);
    row->addWidget(m_renew);
    row->addWidget(m_transfer);
    row->addWidget(m_main);
    connect(m_renew, &ActionButton::clicked, this, &OwnershipBar::renew);
    connect(m_transfer, &ActionButton::clicked, this, &OwnershipBar::transfer);
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
    m_tick->start();
    refresh();
}

void OwnershipBar::clear()
{
    m_topic = {};
    m_tick->stop();
    setVisible(false);
}

void OwnershipBar::setOnline(bool online)
{
    m_online = online;
    refresh();
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
    case Holder::Nobody: return Tone::Accent;
    case Holder::Me: return Tone::Agent;
    case Holder::Colleague:
    case Holder::Ended: return Tone::Neutral;
    }
    return Tone::Neutral;
}

void OwnershipBar::triggerMain()
{
    if (!m_online || m_topic.id.isEmpty() || !m_main->isVisible())
        return;
    switch (holder()) {
    case Holder::Nobody: Q_EMIT takeOver(); return;
    case Holder::Me: Q_EMIT handBack(); return;
    case Holder::Ended: Q_EMIT reopen(); return;
    case Holder::Colleague: return;
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
    case Holder::Me: return tr("You are serving topic %1").arg(lane);
    case Holder::Colleague: return tr("%1 is serving topic %2").arg(m_topic.lease->name, lane);
    case Holder::Ended: return tr("This topic has ended: %1").arg(topicStateName(m_topic.state));
    }
    return {};
}

void OwnershipBar::refresh()
{
    const auto who = holder();
    m_text->setPlainText(sentence());
    m_text->setRole(who == Holder::Me ? TextRole::UiStrong : TextRole::Ui, ColorRole::TextPrimary);
    m_renew->setVisible(who == Holder::Me);
    m_transfer->setVisible(who == Holder::Me);
    m_main->setVisible(who != Holder::Colleague);
    m_main->setKind(who == Holder::Nobody ? ButtonKind::Primary : ButtonKind::Secondary);
    m_main->setGlyph(who == Holder::Nobody ? Icon::Take : Icon::Undo);
    m_main->setText(who == Holder::Nobody
                        ? tr("Take over topic %1").arg(laneLetter(m_topic.lane))
                        : who == Holder::Me ? tr("Hand back to bot") : tr("Reopen"));
    const auto why = m_online ? QString() : tr("Not connected: possible again when the backend is "
                                               "reached.");
    for (auto *button : {m_renew, m_transfer, m_main}) {
        button->setEnabled(m_online);
        button->setToolTip(why);
    }
    refreshTime();
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
    const auto now = m_clock();
    QString text;
    qint64 left = 0;
    if (m_topic.lease) {
        left = (m_topic.lease->idleAt.ms - now.ms) / 1000;
        text = tr("%1 left").arg(spanText(left));
    } else if (m_topic.escalation) {
        left = (m_topic.escalation->dueAt.ms - now.ms) / 1000;
        text = left >= 0 ? tr("First answer in %1").arg(spanText(left))
                         : tr("Overdue by %1").arg(spanText(-left));
    }
    m_time->setRole(TextRole::UiStrong, timeColor(left));
    m_time->setPlainText(text);
    m_time->setVisible(!text.isEmpty());
}

void OwnershipBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colors = theme().tone(tone());
    painter.fillRect(rect(), colors.tint);
    paintHLine(painter, 0, width(), 0, colors.border);
}

void OwnershipBar::themeChanged()
{
    refresh();
}

} // namespace quntai
