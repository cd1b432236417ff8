// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"

#include <optional>

namespace quntai {

/** What somebody says of an answer they were given: true, it is settled (解决了, 好了谢谢); false, it
 * did not help (没解决, 还是不行); nothing when the text tells neither, is a question, or supposes it
 * (解决了告诉我). Clause by clause, the last one that tells counts. asked: they answer "solved?", so
 * a bare yes or no tells as well. text: as written; the first 400 characters are read. The words are
 * those of satisfaction.yaml. Pure. */
std::optional<bool> solvedIn(QStringView text, bool asked, const Lexicon &lexicon);

} // namespace quntai
