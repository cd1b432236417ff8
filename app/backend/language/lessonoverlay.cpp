// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/lessonoverlay.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int surest = 990;  // as sure as an entry's own words make it

/** How much a lesson that is so alike counts, permille: all of it for the same words, then less and
 * less down to none a little below where lessons begin. */
int shareOf(int alike)
{
    constexpr int none = 600;
    return alike >= 1000 ? 1000 : (alike - none) * 2;
}

int taught(int score, int alike, bool good)
{
    const int share = shareOf(alike);
    return good ? score + std::max(0, surest - score) * share / 1000
                : score * (1000 - share) / 1000;
}

template <class Table, class Key>
void dropFrom(Table &table, const Key &key, int number)
{
    const auto found = table.find(key);
    if (found == table.end())
        return;
    std::erase(found->second, number);
    if (found->second.empty())
        table.erase(found);
}

/** A candidate and where it stood, so that its nearest phrasing moves with it. */
struct Placed
{
    Candidate candidate;
    int phrasing = -1;
};

QList<Placed> placed(Retrieval &found)
{
    QList<Placed> all;
    for (qsizetype i = 0; i < found.candidates.size(); ++i)
        all.append({found.candidates.at(i), found.phrasings.value(i, -1)});
    return all;
}

/** Best first; candidates share what the ones before them left, as the retriever has it. */
void layOut(QList<Placed> all, qsizetype limit, Retrieval &found)
{
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](const Placed &one) { return one.candidate.score; });
    found.candidates.clear();
    found.phrasings.clear();
    for (auto &[candidate, phrasing] : all.first(std::min(limit, all.size()))) {
        if (!found.candidates.isEmpty())
            candidate.score = std::min(candidate.score, 1000 - found.candidates.constFirst().score);
        found.candidates.append(candidate);
        found.phrasings.append(phrasing);
    }
    found.confidence = found.candidates.isEmpty() ? 0 : found.candidates.constFirst().score;
}

} // namespace

Entry withLessons(Entry entry, const QList<PhrasingLesson> &lessons)
{
    for (const auto &lesson : lessons) {
        if (lesson.entry != entry.id || !lesson.good)
            continue;
        entry.similar.append(lesson.question);
        entry.changedAt = std::max(entry.changedAt, lesson.at);
    }
    return entry;
}

LessonOverlay::LessonOverlay(std::shared_ptr<const Lexicon> lexicon)
    : m_lexicon(std::move(lexicon))
{
}

QSet<EntryId> LessonOverlay::keep(const QList<PhrasingLesson> &lessons)
{
    QSet<EntryId> changed;
    QSet<LessonId> kept;
    for (const auto &lesson : lessons) {
        kept.insert(lesson.id);
        if (m_byId.contains(lesson.id))
            continue;
        put(lesson);
        changed.insert(lesson.entry);
    }
    for (const auto &id : m_byId.keys()) {
        if (kept.contains(id))
            continue;
        const int number = m_byId.value(id);
        changed.insert(m_slots[size_t(number)].entry);
        remove(number);
    }
    return changed;
}

void LessonOverlay::put(const PhrasingLesson &lesson)
{
    if (m_free.empty()) {
        m_free.push_back(int(m_slots.size()));
        m_slots.emplace_back();
    }
    const int number = m_free.back();
    m_free.pop_back();
    auto &slot = m_slots[size_t(number)];
    slot = {lesson.id, lesson.entry, lesson.seq, lesson.good, gistOf(lesson.question, *m_lexicon)};
    for (const auto &[term, weight] : slot.gist.terms)
        m_postings[term].push_back(number);
    if (slot.gist.core != 0)
        m_byCore[slot.gist.core].push_back(number);
    m_byId.insert(lesson.id, number);
}

void LessonOverlay::remove(int number)
{
    auto &slot = m_slots[size_t(number)];
    for (const auto &[term, weight] : slot.gist.terms)
        dropFrom(m_postings, term, number);
    dropFrom(m_byCore, slot.gist.core, number);
    m_byId.remove(slot.id);
    slot = {};
    m_free.push_back(number);
}

/** What the lesson nearest to the text says of each entry; of equally near ones the newest. */
QMap<EntryId, LessonOverlay::Say> LessonOverlay::said(QStringView text) const
{
    const auto gist = gistOf(text, *m_lexicon);
    std::vector<int> touched;
    for (const auto &[term, weight] : gist.terms) {
        if (const auto found = m_postings.find(term); found != m_postings.end())
            touched.insert(touched.end(), found->second.begin(), found->second.end());
    }
    if (const auto same = m_byCore.find(gist.core); gist.core != 0 && same != m_byCore.end())
        touched.insert(touched.end(), same->second.begin(), same->second.end());
    std::ranges::sort(touched);
    touched.erase(std::ranges::unique(touched).begin(), touched.end());
    QMap<EntryId, Say> said;
    for (const int number : touched) {
        const auto &slot = m_slots[size_t(number)];
        const int alike = similarity(gist, slot.gist);
        if (alike < nearFrom)
            continue;
        auto &known = said[slot.entry];
        if (std::pair(alike, slot.seq) > std::pair(known.alike, known.seq))
            known = {alike, slot.seq, slot.good};
    }
    return said;
}

Retrieval LessonOverlay::over(Retrieval found, QStringView text,
                              const QHash<EntryId, Entry> &entries) const
{
    if (m_byId.isEmpty())
        return found;
    auto open = said(text);
    if (open.isEmpty())
        return found;
    const auto limit = std::max<qsizetype>(1, found.candidates.size());
    auto all = placed(found);
    for (auto &[candidate, phrasing] : all) {
        const auto say = open.take(candidate.entry);
        const bool ownWords = candidate.signals_.value(u"exact"_s) > 0;
        if (say.alike == 0 || (ownWords && !say.good))
            continue;
        candidate.score = taught(candidate.score, say.alike, say.good);
        candidate.signals_.insert(u"overlay"_s, say.good ? say.alike : -say.alike);
    }
    for (const auto &[id, say] : open.asKeyValueRange()) {
        const auto entry = entries.value(id);
        if (!say.good || entry.state != EntryState::Live || entry.id.isEmpty())
            continue;
        all.append({{id, entry.version, entry.question, taught(0, say.alike, true),
                     {{u"overlay"_s, say.alike}}}, -1});
    }
    layOut(std::move(all), limit, found);
    if (!found.candidates.isEmpty()
        && found.candidates.constFirst().signals_.value(u"overlay"_s) > 0)
        found.outOfScope = std::min(found.outOfScope, 1000 - found.confidence);
    return found;
}

} // namespace quntai
