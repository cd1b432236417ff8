// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <variant>

namespace quntai::tests {

/** The data of the events, or of the commands, that is a T, in their order. */
template <class T, class Carriers>
QList<T> dataOf(const Carriers &carriers)
{
    QList<T> found;
    for (const auto &one : carriers) {
        if (const auto *data = std::get_if<T>(&one.data))
            found.append(*data);
    }
    return found;
}

} // namespace quntai::tests
