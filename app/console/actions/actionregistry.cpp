// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/actions/actionregistry.h"

#include "app/console/actions/imeguard.h"

#include <QApplication>
#include <QShortcut>

#include <algorithm>

namespace quntai {

ActionRegistry::ActionRegistry(QWidget &window)
    : QObject(&window), m_window(window), m_ime(new ImeGuard(*qApp, this))
{
}

void ActionRegistry::add(WindowAction action)
{
    Q_ASSERT(!find(action.id));
    m_actions.append(std::move(action));
    bind(m_actions.constLast());
    Q_EMIT added();
}

const WindowAction *ActionRegistry::find(const QString &id) const
{
    const auto found = std::ranges::find(m_actions, id, &WindowAction::id);
    return found == m_actions.cend() ? nullptr : &*found;
}

QString ActionRegistry::whyNot(const QString &id) const
{
    const auto *action = find(id);
    return action && action->whyNot ? action->whyNot() : QString();
}

bool ActionRegistry::trigger(const QString &id)
{
    const auto *action = find(id);
    if (!action || !action->run || m_ime->isComposing())
        return false;
    if (const auto why = whyNot(id); !why.isEmpty()) {
        Q_EMIT refused(id, why);
        return false;
    }
    action->run();
    Q_EMIT ran(id);
    return true;
}

QList<QKeySequence> ActionRegistry::keys(const QString &id) const
{
    const auto chosen = m_chosen.constFind(id);
    if (chosen != m_chosen.cend())
        return *chosen;
    const auto *action = find(id);
    return action ? action->keys : QList<QKeySequence>();
}

QString ActionRegistry::keyHint(const QString &id) const
{
    const auto all = keys(id);
    return all.isEmpty() ? QString() : keyText({all.constFirst()});
}

/** Two rooms may use the same key, for only one of them is seen. */
bool ActionRegistry::overlap(const WindowAction &one, const WindowAction &other)
{
    return !one.scope || !other.scope || one.scope == other.scope
        || one.scope->isAncestorOf(other.scope) || other.scope->isAncestorOf(one.scope);
}

const WindowAction *ActionRegistry::holderOf(const QKeySequence &keys, const QString &besides) const
{
    const auto *asking = find(besides);
    for (const auto &action : m_actions) {
        if (action.id != besides && this->keys(action.id).contains(keys)
            && (!asking || overlap(action, *asking)))
            return &action;
    }
    return nullptr;
}

void ActionRegistry::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    const auto *action = find(id);
    if (!action || action->fixed)
        return;
    if (keys == action->keys)
        m_chosen.remove(id);
    else
        m_chosen.insert(id, keys);
    rebind();
}

void ActionRegistry::resetKeys(const QString &id)
{
    if (m_chosen.remove(id))
        rebind();
}

void ActionRegistry::resetAllKeys()
{
    m_chosen.clear();
    rebind();
}

QHash<QString, QStringList> ActionRegistry::chosenKeys() const
{
    QHash<QString, QStringList> chosen;
    for (auto it = m_chosen.cbegin(); it != m_chosen.cend(); ++it)
        chosen.insert(it.key(), portableKeys(it.value()));
    return chosen;
}

void ActionRegistry::setChosenKeys(const QHash<QString, QStringList> &chosen)
{
    m_chosen.clear();
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
        m_chosen.insert(it.key(), keysFromPortable(it.value()));
    rebind();
}

void ActionRegistry::bind(const WindowAction &action)
{
    if (!action.run)
        return;
    for (const auto &keys : this->keys(action.id)) {
        auto *shortcut = new QShortcut(keys, action.scope ? action.scope : &m_window);
        shortcut->setContext(action.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        shortcut->setAutoRepeat(action.repeats);
        connect(shortcut, &QShortcut::activated, this, [this, id = action.id] { trigger(id); });
        m_shortcuts.insert(action.id, shortcut);
    }
}

void ActionRegistry::rebind()
{
    for (const auto &shortcut : std::as_const(m_shortcuts)) {
        if (!shortcut)
            continue; // its room is gone
        shortcut->setEnabled(false); // it may be the one whose key is being answered
        shortcut->deleteLater();
    }
    m_shortcuts.clear();
    for (const auto &action : std::as_const(m_actions))
        bind(action);
    Q_EMIT keysChanged();
}

} // namespace quntai
