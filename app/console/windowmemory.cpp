// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/windowmemory.h"

#include <QEvent>
#include <QSplitter>
#include <QWidget>

namespace quntai {

using namespace Qt::StringLiterals;

WindowMemory::WindowMemory(Settings &settings, QWidget &window)
    : QObject(&window), m_settings(settings), m_window(window)
{
    if (const auto geometry = settings.get(settings::geometry); !geometry.isEmpty())
        window.restoreGeometry(geometry);
    window.installEventFilter(this);
}

void WindowMemory::follow(int number, const QWidget &room)
{
    const auto splitters = room.findChildren<QSplitter *>();
    for (int at = 0; at < splitters.size(); ++at)
        follow(u"%1.%2"_s.arg(number).arg(at), *splitters.at(at));
}

void WindowMemory::follow(const QString &name, QSplitter &splitter)
{
    const auto widths = m_settings.get(settings::splitters).value(name);
    const bool sound = widths.size() == splitter.count()
        && std::ranges::all_of(widths, [](int width) { return width >= 0 && width < 100'000; });
    if (sound)
        splitter.setSizes(widths);
    connect(&splitter, &QSplitter::splitterMoved, this,
            [this, name, &splitter] { keepColumns(name, splitter); });
}

void WindowMemory::keepColumns(const QString &name, const QSplitter &splitter)
{
    auto all = m_settings.get(settings::splitters);
    all.insert(name, splitter.sizes());
    m_settings.set(settings::splitters, all);
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event)
{
    // Hiding comes with every way a window ends; moving and resizing come too often.
    if (watched == &m_window && (event->type() == QEvent::Close || event->type() == QEvent::Hide))
        m_settings.set(settings::geometry, m_window.saveGeometry());
    return QObject::eventFilter(watched, event);
}

} // namespace quntai
