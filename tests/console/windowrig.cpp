// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/windowrig.h"

#include <QApplication>
#include <QTest>

namespace quntai::tests {

bool WindowRig::open(const QSize &size)
{
    m_window = std::make_unique<MainWindow>(*m_host, *m_session, *m_settings);
    if (size.isValid())
        m_window->resize(size);
    m_window->show();
    return QTest::qWaitForWindowActive(m_window.get());
}

void WindowRig::key(int key, Qt::KeyboardModifiers modifiers)
{
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), Qt::Key(key), modifiers);
}

} // namespace quntai::tests
