// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/toastdesk.h"

#include "app/console/notices/noticewatch.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/paint/textpaint.h"
#include "widgets/common/plainlabel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int toastWidth = 320;
constexpr int glyphRoom = 28;
constexpr qsizetype mostWaiting = 50;  // who was away that long looks at the queue

} // namespace

Toast::Toast(ThemeHost &host, QWidget *window)
    : ThemedWidget(host, window),
      m_title(new PlainLabel(host, {}, TextRole::UiStrong, ColorRole::TextPrimary, this)),
      m_body(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_more(new PlainLabel(host, {}, TextRole::Caption, ColorRole::TextSecondary, this)),
      m_open(new ActionButton(host, ButtonKind::Primary, tr("Open"), this)),
      m_later(new IconButton(host, Icon::X, tr("Put away"), this))
{
    m_open->setButtonSize(ButtonSize::Small);
    m_later->setSmall(true);
    m_body->setFlow(PlainLabel::Flow::Wrapped);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_later);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_more, 1);
    foot->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::x3 + glyphRoom, space::x2, space::x2, space::x3);
    column->setSpacing(space::x1);
    column->addLayout(head);
    column->addWidget(m_body);
    column->addLayout(foot);
    connect(m_open, &ActionButton::clicked, this, &Toast::openWanted);
    connect(m_later, &IconButton::clicked, this, &Toast::laterWanted);
    hide();
}

QSize Toast::sizeHint() const
{
    return {toastWidth, std::max(layout()->heightForWidth(toastWidth),
                                 layout()->sizeHint().height())};
}

void Toast::say(const NoticeText &text, int more)
{
    m_title->setPlainText(text.title);
    m_body->setPlainText(text.body);
    m_more->setPlainText(more > 0 ? tr("%n more", nullptr, more) : QString());
    const auto said = text.title + u", "_s + text.body;
    setAccessibleName(said);
    if (std::exchange(m_said, said) == said)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::popup,
             theme().color(ColorRole::SurfaceOverlay), theme().color(ColorRole::DangerBorder));
    theme().paintIcon(painter, QRect(space::x3, space::x2, component::icon, 24), Icon::Warn,
                      ColorRole::DangerFg, component::icon);
}

ToastDesk::ToastDesk(ThemeHost &host, Session &session, QWidget &window,
                     std::function<bool()> away, QObject *parent)
    : QObject(parent), m_session(session), m_window(window), m_away(std::move(away)),
      m_toast(new Toast(host, &window))
{
    window.installEventFilter(this);
    connect(&session, &Session::changed, this, &ToastDesk::dropSettled);
    connect(&session, &Session::reset, this, &ToastDesk::dropSettled);
    connect(m_toast, &Toast::openWanted, this, &ToastDesk::open);
    connect(m_toast, &Toast::laterWanted, this, &ToastDesk::later);
}

void ToastDesk::take(const Notice &notice, const NoticeText &text)
{
    if (!m_away())
        return;
    const auto same = [&notice](const Waiting &one) {
        return one.notice.kind == notice.kind && one.notice.topic == notice.topic
            && one.notice.group == notice.group;
    };
    if (m_waiting.size() >= mostWaiting || std::ranges::any_of(m_waiting, same))
        return;
    m_waiting.append({notice, text});
    refresh();
}

void ToastDesk::dropSettled()
{
    const auto gone = m_waiting.removeIf([this](const Waiting &one) {
        return !stillPresses(m_session.state(), m_session.me(), one.notice);
    });
    if (gone > 0)
        refresh();
}

void ToastDesk::open()
{
    if (m_waiting.isEmpty())
        return;
    const auto first = m_waiting.takeFirst().notice;
    refresh();
    if (!first.topic.isEmpty())
        Q_EMIT topicWanted(first.topic);
    else
        Q_EMIT groupWanted(first.group);
}

void ToastDesk::later()
{
    m_waiting.removeFirst();
    refresh();
}

void ToastDesk::refresh()
{
    m_toast->setVisible(!m_waiting.isEmpty());
    if (m_waiting.isEmpty())
        return;
    m_toast->say(m_waiting.constFirst().text, count() - 1);
    place();
    m_toast->raise();
}

void ToastDesk::place()
{
    const auto size = m_toast->sizeHint();
    const int right = m_window.width() - space::x4;
    const int bottom = m_window.height() - layout::statusBar - space::x4;
    m_toast->setGeometry(QRect(QPoint(right - size.width(), bottom - size.height()), size));
}

bool ToastDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !m_waiting.isEmpty())
        place();
    return QObject::eventFilter(watched, event);
}

} // namespace quntai
