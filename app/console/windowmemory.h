// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/settings.h"

#include <QString>

class QSplitter;
class QWidget;

namespace quntai {

/** Remembers where the window stood and how wide the columns of each room were. GUI thread. */
class WindowMemory : public QObject
{
    Q_OBJECT
public:
    /** Puts the window as it was, and keeps what is changed from now on. */
    WindowMemory(Settings &settings, QWidget &window);

    /** The same for the columns of a room; its number stands in the settings, never changes. */
    void follow(int number, const QWidget &room);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QString &name, QSplitter &splitter);
    void keepColumns(const QString &name, const QSplitter &splitter);

    Settings &m_settings;
    QWidget &m_window;
};

} // namespace quntai
