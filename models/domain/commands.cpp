// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/commands.h"

namespace quntai {

QString methodName(const CommandData &data)
{
    return std::visit(
        []<class T>(const T &) {
            return QString::fromLatin1(T::method.data(), qsizetype(T::method.size()));
        },
        data);
}

} // namespace quntai
