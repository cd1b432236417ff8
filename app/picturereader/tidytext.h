// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

/** What the recogniser made of a picture, as a person would have typed it: no blanks between
 * Chinese characters, no empty lines, no lines of stray marks, at most `longest` UTF-16 units. Pure. */
QString tidyText(const QString &recognised, qsizetype longest);

} // namespace quntai
