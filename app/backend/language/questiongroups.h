// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

class Lexicon;
struct Retrieval;

/** Puts a stream of questions into groups that ask the same.
 *
 * A question that means an entry of the knowledge base belongs to that entry's group. One that
 * means none is compared with the questions before it: it joins the group whose members are, on
 * average, most surely the same question. Depends on the order of questions only. One thread.
 */
class QuestionGroups
{
public:
    /** Confidence, permille, from which the entry is the group's key. */
    static constexpr int entryFrom = 400;
    /** Mean likeness, permille, from which a question joins one without an entry. */
    static constexpr int sameFrom = 600;

    explicit QuestionGroups(const Lexicon &lexicon) : m_lexicon(lexicon) {}

    /** The number of the question's group, from 0 in order of first appearance. */
    int add(const QString &question, const Retrieval &found);
    int count() const { return int(m_groups.size()); }

private:
    struct Group
    {
        EntryId entry;
        QStringList questions;  //!< the last few
    };

    int groupOf(const EntryId &entry);
    int nearest(const QString &question) const;
    int likeness(const Group &group, const QString &question) const;

    const Lexicon &m_lexicon;
    QList<Group> m_groups;
};

} // namespace quntai
