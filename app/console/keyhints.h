// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace quntai {

class ActionRegistry;

/** Keeps the key caps on buttons and fields true when a person gives an action another key. Knows
 * them by the key they were made with, so a widget need not know of actions. */
class KeyHints : public QObject
{
    Q_OBJECT
public:
    KeyHints(ActionRegistry &registry, QWidget &window);

    /** Looks once through what is in the part of the window, whose actions are there by now. */
    void follow(const QWidget &part);

private:
    template <class Hinted>
    void followAll(const QWidget &part);
    void refresh();

    ActionRegistry &m_registry;
    QList<std::function<void()>> m_refresh;
};

} // namespace quntai
