// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

/** A one-to-one chat as a chat id of its own, so that it is never taken for a group. */
inline QString privateChat(const QString &user)
{
    return user.isEmpty() ? QString() : QStringLiteral("private:") + user;
}

/** The user of a one-to-one chat; empty for a group. */
inline QString userOfPrivateChat(const QString &chat)
{
    const auto prefix = QStringLiteral("private:");
    return chat.startsWith(prefix) ? chat.sliced(prefix.size()) : QString();
}

} // namespace quntai
