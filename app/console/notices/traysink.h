// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/notices/noticesink.h"
#include "widgets/common/theme/themehost.h"

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace quntai {

/** Notices as the desktop's tray shows them. Where there is no tray nothing is shown and nothing is
 * said about it; the window's own badges are there all the same. */
class TraySink : public NoticeSink
{
    Q_OBJECT
public:
    explicit TraySink(ThemeHost &host, QObject *parent = nullptr);
    ~TraySink() override;

    void show(const NoticeText &text, const TopicId &topic, Severity severity, bool stays) override;
    void sound() override;
    void setWaiting(int count) override;

private:
    void makeIcon();
    void refresh();

    ThemeHost &m_host;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon *m_icon = nullptr;   //!< null: no tray
    TopicId m_last;                      //!< topic of the notice shown last
    int m_waiting = 0;
};

} // namespace quntai
