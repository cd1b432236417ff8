// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace quntai {

class Lexicon;

/** How alike two messages are, permille: shared pairs of characters and words (Dice), each read
 * through synonyms. 1000 for the same core. Pure and symmetric. */
int similarity(QStringView a, QStringView b, const Lexicon &lexicon);

} // namespace quntai
