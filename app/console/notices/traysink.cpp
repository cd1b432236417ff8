// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/notices/traysink.h"

#include "widgets/common/paint/textpaint.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 64;
constexpr int passingMs = 6000;
// A tray knows no "until seen to"; half an hour outlasts every first answer.
constexpr int stayingMs = 30 * 60 * 1000;

} // namespace

TraySink::TraySink(ThemeHost &host, QObject *parent) : NoticeSink(parent), m_host(host)
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        makeIcon();
    connect(&host, &ThemeHost::changed, this, &TraySink::refresh);
}

TraySink::~TraySink() = default;

void TraySink::makeIcon()
{
    m_icon = new QSystemTrayIcon(this);
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(tr("Open Quntai"), this, [this] { Q_EMIT opened({}); });
    m_menu->addAction(tr("Quit"), qApp, &QCoreApplication::quit);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT opened(m_last); });
    connect(m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    Q_EMIT opened({});
            });
    refresh();
    m_icon->show();
}

void TraySink::show(const NoticeText &text, const TopicId &topic, Severity severity, bool stays)
{
    if (!m_icon)
        return;
    m_last = topic;
    const auto look = severity == Severity::Urgent ? QSystemTrayIcon::Warning
                                                   : QSystemTrayIcon::Information;
    m_icon->showMessage(text.title, text.body, look, stays ? stayingMs : passingMs);
}

void TraySink::sound()
{
    QApplication::beep();
}

void TraySink::setWaiting(int count)
{
    if (count == m_waiting)
        return;
    m_waiting = count;
    qGuiApp->setBadgeNumber(count);
    refresh();
}

void TraySink::refresh()
{
    if (!m_icon)
        return;
    const auto &theme = m_host.theme();
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, QRect(2, 2, side - 4, side - 4), 14, theme.color(ColorRole::AccentSolid));
    theme.paintIcon(painter, QRect(0, 0, side, side), Icon::Chat, ColorRole::AccentOn, 40);
    if (m_waiting > 0) {
        const QRect badge(side - 36, side - 36, 36, 36);
        paintBox(painter, badge, 18, theme.color(ColorRole::DangerSolid));
        QFont font = theme.boldFont(TextRole::Title);
        font.setPixelSize(m_waiting > 9 ? 20 : 26);
        painter.setFont(font);
        painter.setPen(theme.color(ColorRole::DangerOn));
        painter.drawText(badge, Qt::AlignCenter,
                         m_waiting > 99 ? u"99"_s : QString::number(m_waiting));
    }
    painter.end();
    m_icon->setIcon(QIcon(picture));
    m_icon->setToolTip(m_waiting > 0 ? tr("Quntai: %n waiting for you", nullptr, m_waiting)
                                     : tr("Quntai"));
}

} // namespace quntai
