// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/questiongroups.h"

#include "app/backend/language/lexicon.h"
#include "app/backend/language/paraphrase.h"
#include "app/backend/language/retriever.h"

namespace quntai {

namespace {

constexpr qsizetype remembered = 12;  // questions of a group; the newest say best what is asked now

} // namespace

int QuestionGroups::add(const QString &question, const Retrieval &found)
{
    const bool known = found.confidence >= entryFrom && !found.candidates.isEmpty();
    int at = known ? groupOf(found.candidates.first().entry) : nearest(question);
    if (at < 0) {
        at = count();
        m_groups.append(Group{});
    }
    auto &questions = m_groups[at].questions;
    questions.append(question);
    if (questions.size() > remembered)
        questions.removeFirst();
    return at;
}

int QuestionGroups::groupOf(const EntryId &entry)
{
    for (int i = 0; i < count(); ++i) {
        if (m_groups[i].entry == entry)
            return i;
    }
    m_groups.append({entry, {}});
    return count() - 1;
}

int QuestionGroups::nearest(const QString &question) const
{
    int best = -1;
    int most = sameFrom - 1;
    for (int i = 0; i < count(); ++i) {
        const int here = likeness(m_groups[i], question);
        if (here <= most)
            continue;
        most = here;
        best = i;
    }
    return best;
}

int QuestionGroups::likeness(const Group &group, const QString &question) const
{
    int sum = 0;
    for (const auto &other : group.questions)
        sum += m_lexicon.paraphrases->same(question, other, m_lexicon);
    return group.questions.isEmpty() ? 0 : sum / int(group.questions.size());
}

} // namespace quntai
