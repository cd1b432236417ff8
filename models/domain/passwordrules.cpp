// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/passwordrules.h"

#include <algorithm>

namespace quntai {

PasswordFault faultOf(const QString &password, const UserId &account)
{
    if (password.size() < minPasswordLength)
        return PasswordFault::TooShort;
    if (password.size() > maxPasswordLength)
        return PasswordFault::TooLong;
    if (password.compare(account.value, Qt::CaseInsensitive) == 0)
        return PasswordFault::IsName;
    const auto isFirst = [&](QChar c) { return c == password.front(); };
    return std::ranges::all_of(password, isFirst) ? PasswordFault::OneCharacter
                                                  : PasswordFault::None;
}

} // namespace quntai
