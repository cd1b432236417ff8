// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace quntai {

/** A text made ready to be looked for in; done once for each. */
struct FuzzyText
{
    QString lower;      //!< in lower case
    QString initials;   //!< the same, Chinese as pinyin initials
};

FuzzyText fuzzyText(const QString &text);

struct FuzzyMatch
{
    int score = 0;      //!< more is better
    QList<int> at;      //!< places in the text that were hit, rising
};

/** Finds each word of the pattern (lower case, split at spaces) in the text, in this order of
 * worth: as it stands, as pinyin initials, letter by letter in order. Hits at the beginning of a
 * word and close together are worth more. Nothing when a word is not there. Pure. */
std::optional<FuzzyMatch> fuzzyMatch(const QStringList &pattern, const FuzzyText &text);

/** A query as fuzzyMatch takes it. */
QStringList fuzzyPattern(const QString &query);

} // namespace quntai
