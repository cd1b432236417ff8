// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/imeguard.h"

#include <QApplication>
#include <QInputMethodEvent>

namespace quntai {

ImeGuard::ImeGuard(QApplication &application, QObject *parent) : QObject(parent)
{
    application.installEventFilter(this);
    // What was being composed is committed or lost with the focus.
    connect(&application, &QApplication::focusObjectChanged, this, [this] { m_composing = false; });
}

bool ImeGuard::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
    } else if (event->type() == QEvent::ShortcutOverride && m_composing) {
        event->accept(); // the key belongs to the text
        return true;
    }
    return false;
}

} // namespace quntai
