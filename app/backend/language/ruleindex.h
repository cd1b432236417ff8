// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/lexicon.h"
#include "app/backend/language/retriever.h"

#include <map>

namespace quntai {

/** The rules of the live entries: codes, keywords and patterns that say which entry is meant before
 * anything is scored.
 *
 * Of several that hold, one for the whole message goes before one for a part of it, and that before
 * a pattern; then the longer one, then the lower id. Texts are compared as normalise() reads them,
 * so width, letter case and traditional characters do not count. A function of the entries alone,
 * whatever the order they came in. One thread. A question costs some microseconds and one search
 * for each pattern.
 */
class RuleIndex
{
public:
    explicit RuleIndex(std::shared_ptr<const Lexicon> lexicon);

    /** Takes the rules of an entry in place of those it had; none when it is not live. */
    void put(const Entry &entry);
    void clear();

    /** The entry a rule leads to; empty when none holds. */
    EntryId entryFor(QStringView text) const;

    /** found, with the entry a rule leads to in front: signal "rule" 1000, as sure as the very
     * words. Never longer than it was, but at least one. */
    Retrieval over(Retrieval found, QStringView text, const QHash<EntryId, Entry> &entries) const;

private:
    struct Pattern
    {
        QString text;
        QRegularExpression regex;
    };
    struct Rules
    {
        QStringList exact;     //!< normalised, without the punctuation at the end
        QStringList contains;  //!< normalised
        QList<Pattern> patterns;
    };
    void remove(const EntryId &entry);
    void add(const EntryId &entry, const EntryRule &rule);
    EntryId exactHit(const QString &whole) const;
    EntryId containedHit(const QString &normal) const;
    EntryId patternHit(const QString &normal) const;

    std::shared_ptr<const Lexicon> m_lexicon;
    std::map<EntryId, Rules> m_rules;                  // only of entries that have some
    QHash<QString, QList<EntryId>> m_exact;            // by text
    QHash<QChar, QHash<QString, QList<EntryId>>> m_contains;  // by first character, then text
};

} // namespace quntai
