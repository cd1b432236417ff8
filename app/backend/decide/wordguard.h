// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"
#include "models/domain/policy.h"

namespace quntai {

struct NormalisedText;

/** What of a text may not be sent, and where it stands (UTF-16 units of the text). */
struct Breach
{
    QString word;  //!< the word or what a pattern took, or the kind of personal data: "mobile"
    QList<Span> spans;
    QString set;   //!< name of the word set; empty for sensitiveWords and personal data
};

/** The sensitive words and word sets of a policy, ready to look for.
 *
 * Words are found as people can still read them: width, case, traditional characters and spaces
 * between do not hide them. Patterns are tried on the text as it is and without such cover; one
 * that runs out of steps (wordpattern.h) counts as found. Never changed once made.
 */
class WordGuard
{
public:
    WordGuard() = default;
    WordGuard(const Policy &policy, const Lexicon &lexicon);

    /** Made from the very lists of that policy. */
    bool isFor(const Policy &policy) const;
    /** The first breach of a set that acts so. */
    std::optional<Breach> firstIn(const QString &text, WordAction action,
                                  const Lexicon &lexicon) const;
    /** Names of the sets that warn of the text. */
    QStringList warningsOf(const QString &text, const Lexicon &lexicon) const;

private:
    struct Set
    {
        QString name;
        WordAction action = WordAction::Block;
        QList<std::pair<QString, QString>> words;  //!< as it is looked for, as it was written
        QList<QRegularExpression> patterns;
    };

    static Set setOf(const WordSet &words, const Lexicon &lexicon);
    static std::optional<Breach> breachOf(const Set &set, const QString &text,
                                          const NormalisedText &bare);

    QStringList m_sensitive;
    QList<WordSet> m_source;
    QList<Set> m_sets;
};

} // namespace quntai
