// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

namespace quntai {

// NIST SP 800-63B §5.1.1.2: length counts, mixtures of character classes do not; refuse what is
// the account's own name or one character over and over.

/** Shortest password taken, in UTF-16 units. */
inline constexpr qsizetype minPasswordLength = 8;
inline constexpr qsizetype maxPasswordLength = 1024;

/** What is wrong with a password. */
enum class PasswordFault { None, TooShort, TooLong, IsName, OneCharacter };

/** The first thing wrong with a password for the account. Pure. */
PasswordFault faultOf(const QString &password, const UserId &account);

} // namespace quntai
