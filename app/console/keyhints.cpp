// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/keyhints.h"

#include "app/console/actions/actionregistry.h"
#include "widgets/common/actionbutton.h"
#include "widgets/common/iconbutton.h"
#include "widgets/common/searchfield.h"

#include <QPointer>

namespace quntai {

KeyHints::KeyHints(ActionRegistry &registry, QWidget &window)
    : QObject(&window), m_registry(registry)
{
    follow(window);
    connect(&registry, &ActionRegistry::keysChanged, this, &KeyHints::refresh);
}

void KeyHints::follow(const QWidget &part)
{
    const auto known = m_refresh.size();
    followAll<ActionButton>(part);
    followAll<IconButton>(part);
    followAll<SearchField>(part);
    for (auto at = known; at < m_refresh.size(); ++at)
        m_refresh.at(at)();
}

template <class Hinted>
void KeyHints::followAll(const QWidget &part)
{
    for (auto *widget : part.findChildren<Hinted *>()) {
        const auto made = QKeySequence::fromString(widget->keyHint());
        for (const auto &action : m_registry.actions()) {
            const bool here = !action.scope || action.scope->isAncestorOf(widget);
            const auto at = action.keys.indexOf(made);
            if (!here || made.isEmpty() || at < 0)
                continue;
            m_refresh.append([this, id = action.id, at, widget = QPointer<Hinted>(widget)] {
                const auto keys = m_registry.keys(id);
                if (widget)
                    widget->setKeyHint(keys.isEmpty() ? QString()
                                                      : keyWords(keys.value(at, keys.first())));
            });
        }
    }
}

void KeyHints::refresh()
{
    for (const auto &one : std::as_const(m_refresh))
        one();
}

} // namespace quntai
