// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/actionbar.h"

#include "widgets/common/actionbutton.h"
#include "widgets/common/paint/meters.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 56;
constexpr int roomyFrom = 700;

} // namespace

ActionBar::ActionBar(ThemeHost &host, QWidget *parent)
    : ThemedWidget(host, parent),
      m_reject(new ActionButton(host, ButtonKind::Danger, tr("Reject"), this)),
      m_take(new ActionButton(host, ButtonKind::Secondary, tr("Take over"), this)),
      m_timerPlace(new QWidget(this)),
      m_hint(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextTertiary, this)),
      m_send(new ActionButton(host, ButtonKind::Primary, {}, this))
{
    setFixedHeight(barHeight);
    m_reject->setGlyph(Icon::X);
    m_take->setGlyph(Icon::Take);
    m_take->setToolTip(tr("The draft is withdrawn; you answer at the desk"));
    m_send->setKeyHint(u"Ctrl+Enter"_s);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::x5, 0, space::x5, 0);
    row->setSpacing(space::x2);
    row->addWidget(m_reject);
    row->addWidget(m_take);
    row->addWidget(m_hint, 1);
    row->addWidget(m_timerPlace);
    row->addWidget(m_send);
    connect(m_reject, &ActionButton::clicked, this, &ActionBar::rejectPressed);
    connect(m_take, &ActionButton::clicked, this, &ActionBar::takeOverPressed);
    connect(m_send, &ActionButton::clicked, this, &ActionBar::mainPressed);
    setTimer({}, -1);
    refresh();
}

void ActionBar::setMain(Main main, int unseen)
{
    m_main = main;
    m_unseen = unseen;
    refresh();
}

void ActionBar::setObstacle(const QString &obstacle)
{
    m_obstacle = obstacle;
    refresh();
}

void ActionBar::setConsequence(const QString &consequence)
{
    m_consequence = consequence;
    refresh();
}

void ActionBar::setLocked(const QString &why)
{
    m_locked = why;
    refresh();
}

void ActionBar::setMayTakeOver(bool may)
{
    m_mayTakeOver = may;
    refresh();
}

bool ActionBar::isMainEnabled() const
{
    return m_send->isEnabled();
}

QString ActionBar::hindrance() const
{
    if (!m_locked.isEmpty())
        return m_locked;
    return m_main == Main::Look ? QString() : m_obstacle;
}

void ActionBar::refresh()
{
    switch (m_main) {
    case Main::Approve: m_send->setText(tr("Approve and send")); break;
    case Main::SendChanged: m_send->setText(tr("Send changed")); break;
    case Main::Propose: m_send->setText(tr("Ask for second review")); break;
    case Main::Look: m_send->setText(tr("%n new message(s), look first", nullptr, m_unseen)); break;
    }
    const bool look = m_main == Main::Look;
    m_send->setGlyph(look ? Icon::Eye : Icon::Check);
    const auto obstacle = hindrance();
    m_send->setEnabled(obstacle.isEmpty());
    m_send->setToolTip(obstacle.isEmpty() ? m_consequence : obstacle);
    m_send->setAccessibleDescription(obstacle.isEmpty() ? m_consequence : obstacle);
    m_reject->setEnabled(m_locked.isEmpty());
    m_reject->setToolTip(m_locked);
    m_take->setEnabled(m_locked.isEmpty() && m_mayTakeOver);
    m_hint->setPlainText(obstacle.isEmpty() ? m_consequence : QString());
}

void ActionBar::setTimer(const QString &text, int permilleLeft)
{
    m_timer = text;
    m_permille = permilleLeft;
    const int width = textWidth(theme().boldFont(TextRole::Caption), text);
    m_timerPlace->setFixedSize(text.isEmpty() ? 0 : component::ringLarge + 4 + width, barHeight / 2);
    m_timerPlace->setVisible(!text.isEmpty());
    update();
}

/** What the buttons say goes before which keys do it. */
void ActionBar::resizeEvent(QResizeEvent *)
{
    const bool roomy = width() >= roomyFrom;
    m_reject->setKeyHint(roomy ? u"Ctrl+⌫"_s : QString());
    m_take->setKeyHint(roomy ? u"F2"_s : QString());
}

QRect ActionBar::timerRect() const
{
    return m_timerPlace->geometry();
}

void ActionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().color(ColorRole::SurfaceWindow));
    paintHLine(painter, 0, width(), 0, theme().color(ColorRole::BorderSubtle));
    if (m_timer.isEmpty())
        return;
    const auto place = timerRect();
    const auto color = theme().color(deadlineRole(m_permille));
    paintRing(painter, theme(),
              QRectF(place.left(), place.center().y() - component::ringLarge / 2.0 + 0.5,
                     component::ringLarge, component::ringLarge),
              m_permille, color);
    paintText(painter, place, m_timer, theme().boldFont(TextRole::Caption), color,
              Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace quntai
