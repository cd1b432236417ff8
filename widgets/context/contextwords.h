// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"

#include <QString>

namespace quntai {

// Words of the context panel for what the bot's core names in codes.

QString memberRoleName(MemberRole role);
QString addresseeName(Addressee addressee);
/** A reason of the addressing verdict: "at_bot" → "mentioned the bot". A code this version does
 * not know is given as it is. */
QString addressingWord(const QString &code);

} // namespace quntai
