// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/commands.h"

namespace quntai {

CommandData::CommandData() = default;
CommandData::CommandData(const CommandData &other) = default;
CommandData::CommandData(CommandData &&other) noexcept = default;
CommandData &CommandData::operator=(const CommandData &other) = default;
CommandData &CommandData::operator=(CommandData &&other) noexcept = default;
CommandData::~CommandData() = default;

bool CommandData::operator==(const CommandData &other) const
{
    return static_cast<const CommandVariant &>(*this)
        == static_cast<const CommandVariant &>(other);
}

QString methodName(const CommandData &data)
{
    return std::visit(
        []<class T>(const T &) {
            return QString::fromLatin1(T::method.data(), qsizetype(T::method.size()));
        },
        data);
}

} // namespace quntai
