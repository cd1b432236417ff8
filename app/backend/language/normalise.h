// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace quntai {

class Lexicon;

/** A text as the language core reads it, and where each of its characters came from. */
struct NormalisedText
{
    QString text;
    QList<int> origin;  //!< index in the original (UTF-16) of each character of text

    /** The original's range of text[start, start + length). */
    std::pair<int, int> originalRange(int start, int length) const;
};

/** Half width, lower case, simplified, ASCII punctuation; without emoji, [表情] and runs of one
 * character longer than two (digits keep theirs); shorthands and numbers are written out
 * (shorthands.h). Pure. At most 4,000 characters are read.
 */
NormalisedText normalise(QStringView text, const Lexicon &lexicon);

/** What is left of a normalised text without punctuation and spaces. */
QString lettersOf(QStringView normalised);

/** A Chinese character. */
bool isHan(QChar c);

} // namespace quntai
