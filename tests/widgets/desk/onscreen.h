// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/plainlabel.h"

#include <QWidget>

#include <algorithm>

namespace quntai::tests {

/** The first visible widget of the kind under the root with this name for screen readers; null
 * without one. */
template <class W>
W *named(const QWidget &root, const QString &name)
{
    for (auto *one : root.findChildren<W *>()) {
        if (one->isVisible() && one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

/** The first visible button of the kind under the root that says exactly this; null without one. */
template <class B>
B *buttonWith(const QWidget &root, const QString &text)
{
    for (auto *one : root.findChildren<B *>()) {
        if (one->isVisible() && one->text() == text)
            return one;
    }
    return nullptr;
}

/** Whether a visible label under the root says these words. */
inline bool labelSays(const QWidget &root, const QString &words)
{
    return std::ranges::any_of(root.findChildren<PlainLabel *>(), [&](const PlainLabel *label) {
        return label->isVisible() && label->rawText().contains(words);
    });
}

} // namespace quntai::tests
