// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings/settings.h"

#include <QList>

class QSplitter;
class QWidget;

namespace quntai {

/** Remembers where the window stood and how wide the columns of each room were. GUI thread. */
class WindowMemory : public QObject
{
    Q_OBJECT
public:
    /** Puts window and columns as they were, and keeps what is changed from now on. Rooms are told
     * apart by their place in the list, which must not change. */
    WindowMemory(Settings &settings, QWidget &window, const QList<QWidget *> &rooms);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QString &name, QSplitter &splitter);
    void keepColumns(const QString &name, const QSplitter &splitter);

    Settings &m_settings;
    QWidget &m_window;
};

} // namespace quntai
