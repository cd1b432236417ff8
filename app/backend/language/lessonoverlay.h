// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/retriever.h"
#include "app/backend/language/similarity.h"
#include "models/domain/lessons.h"

#include <unordered_map>

namespace quntai {

/** The entry as the retriever should read it: with the words that people said mean it among its
 * similar questions, after those an editor wrote, and changed when the last of them was learned. */
Entry withLessons(Entry entry, const QList<PhrasingLesson> &lessons);

/** What people's decisions on answers taught, laid over what the retriever finds: a question in the
 * words of a lesson means its entry or does not, and one in nearly those words does so nearly.
 *
 * The retriever learns from good lessons besides (withLessons()); this is what bad ones do, and what
 * makes a lesson certain of its own words. Nothing is trained, so it holds for the next question, and
 * what it does is gone with it. The entry's own words stand: what an editor wrote or a correction
 * added is not talked down. A function of the lessons alone, in whichever order they came. One
 * thread. A question costs the lessons that share words with it.
 */
class LessonOverlay
{
public:
    explicit LessonOverlay(std::shared_ptr<const Lexicon> lexicon);

    /** From now on exactly these; reads only those that are new. The entries whose lessons changed. */
    QSet<EntryId> keep(const QList<PhrasingLesson> &lessons);

    /** found, with the lessons in it: signal "overlay" of a candidate is how alike its nearest lesson
     * is, permille, negative when that says it is not meant. Entries that are not live are left out;
     * never longer than it was, but at least one. */
    Retrieval over(Retrieval found, QStringView text, const QHash<EntryId, Entry> &entries) const;

    static constexpr int nearFrom = 700;  //!< similarity from which a lesson says anything, permille

private:
    struct Slot
    {
        LessonId id;  //!< empty: free
        EntryId entry;
        qint64 seq = 0;
        bool good = true;
        Gist gist;
    };
    struct Say
    {
        int alike = 0;
        qint64 seq = 0;
        bool good = true;
    };

    void put(const PhrasingLesson &lesson);
    void remove(int number);
    QMap<EntryId, Say> said(QStringView text) const;

    std::shared_ptr<const Lexicon> m_lexicon;
    std::vector<Slot> m_slots;
    std::vector<int> m_free;
    QHash<LessonId, int> m_byId;
    std::unordered_map<quint32, std::vector<int>> m_postings;  // by term; never iterated
    std::unordered_map<quint64, std::vector<int>> m_byCore;    // never iterated
};

} // namespace quntai
