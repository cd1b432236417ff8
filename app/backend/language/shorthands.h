// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/normalise.h"

namespace quntai {

/** Writes out what people shorten or mistype (shorthands.yaml), and Chinese numbers as digits:
 * 二十五块 as 25块, 三天 as 3天; 一点, 十分 and 千万别 stay. Each new character keeps the place of what it
 * was made from. Expects a text that is normalised otherwise. */
void writeOut(NormalisedText &text, const Lexicon &lexicon);

} // namespace quntai
