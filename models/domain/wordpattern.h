// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace quntai {

/** What is wrong with a pattern of a word set, in English; empty when it may be used.
 *
 * Refused is what could take time that grows faster than the text: more than 128 characters, more
 * than three repetitions of open length or eight parts that may be left out, one above 64 times, a
 * repetition of what repeats or has a choice itself, back references, look-around, recursion, and
 * what matches nothing at all. */
QString wordPatternProblem(const QString &pattern);

/** The pattern, ready to match: letter case does not count, and a search ends after 200,000 steps
 * with an error (QRegularExpressionMatch::isValid), the same on every machine. */
QRegularExpression wordPattern(const QString &pattern);

} // namespace quntai
