// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quntai {

// Search in Chinese needs no words: a text is indexed by its pairs of neighbouring characters, and
// what an index finds is checked against the text.

/** The text as it is compared: compatibility forms and case folded. */
QString searchable(const QString &text);

/** The tokens of a text for the index, separated by spaces: each pair of neighbouring letters and
 * digits, and the last one of each run alone, so that a single character is found, too. */
QString bigramsOf(const QString &text);

/** The FTS5 query for words separated by spaces, all of which must occur; quoted, so that nothing
 * in them is an operator. Empty when there is nothing to look for. */
QString bigramQuery(const QString &words);

/** True when every one of the words stands in the text. */
bool containsWords(const QString &text, const QString &words);

} // namespace quntai
