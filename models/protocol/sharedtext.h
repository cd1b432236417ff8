// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace quntai {

/** The text of UTF-8 bytes; one that came lately in this thread shares its memory.
 *
 * Ids, names and the words of a verdict come again and again: a message with its verdict holds some
 * sixty texts, of which five are its own. Only short ones are looked for; what is kept for that is
 * bounded (below 1 MB a thread) and never changes what a text says.
 */
QString sharedText(std::string_view utf8);

} // namespace quntai
