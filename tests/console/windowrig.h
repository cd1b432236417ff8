// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/mainwindow.h"
#include "tests/console/sessionrig.h"

namespace quntai::tests {

/** The console's window over a scripted session. Its test lets it go in cleanup(). */
class WindowRig : protected SessionRig
{
protected:
    /** A window over settings and session, of the size it takes itself when none is given. True once
     * it is shown and active. */
    bool open(const QSize &size = {});
    DeskPage &desk() const { return m_window->desk(); }
    /** A key pressed where the focus is. */
    void key(int key, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<MainWindow> m_window;
};

} // namespace quntai::tests
