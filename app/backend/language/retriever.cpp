// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/retriever.h"

#include "app/backend/language/normalise.h"
#include "app/backend/language/steadymath.h"

#include <algorithm>
#include <functional>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

// Chosen by leave one out on the sample company's knowledge.
constexpr double k1 = 2.0;
constexpr double b = 0.4;
constexpr double usualPhrasing = 14.0;  // terms
constexpr int answerCount = 500;
constexpr int tagCount = 1000;
constexpr double halfEvidence = 8.0;    // three telling words
constexpr int exactScore = 990;
constexpr qsizetype longestKept = 16;  // characters
constexpr qsizetype mostKept = 1024;   // texts: some 5 MiB
constexpr double faintest = 20.0;       // logits below the best: 2,000 such are no permille

double weightOf(Term::Kind kind)
{
    switch (kind) {
    case Term::Kind::Word: return 2.5;
    case Term::Kind::Pair: return 1.0;
    case Term::Kind::Single: return 0.8;
    }
    return 0.0;
}

QString keyOf(const Term &term)
{
    return QChar(u'0' + int(term.kind)) + term.text;
}

int permille(double part)
{
    return int(std::floor(part * 1000.0 + 0.5));
}

} // namespace

Retriever::Retriever(std::shared_ptr<const Lexicon> lexicon) : m_lexicon(std::move(lexicon)) {}

Retriever::~Retriever() = default;

void Retriever::clear()
{
    m_terms.clear();
    m_postings.clear();
    m_weights.clear();
    m_slots.clear();
    m_freeSlots.clear();
    m_byId.clear();
    m_byCore.clear();
    m_changes.clear();
    m_totalLength = 0;
    m_teaching = 0;
    forget();
}

int Retriever::termNumber(const Term &term)
{
    const auto key = keyOf(term);
    const auto known = m_terms.constFind(key);
    if (known != m_terms.cend())
        return *known;
    const int number = int(m_postings.size());
    m_terms.insert(key, number);
    m_postings.emplace_back();
    m_weights.push_back(weightOf(term.kind));
    return number;
}

void Retriever::fill(Slot &slot, const Entry &entry)
{
    QMap<int, int> counts;
    const auto count = [&](const QString &text, int worth) {
        const auto normal = normalise(text, *m_lexicon).text;
        Phrasing read;
        const auto list = tokenise(normal, *m_lexicon);
        for (const auto &term : list.terms) {
            const int number = termNumber(term);
            counts[number] += worth;
            read.terms.append(number);
        }
        read.text = normal;
        read.length = int(read.terms.size());
        read.core = coreOf(normal, *m_lexicon);
        read.features = featuresOf(normal, list, *m_lexicon);
        return read;
    };
    slot.phrasings.append(count(entry.question, phrasingCount));
    for (const auto &similar : entry.similar)
        slot.phrasings.append(count(similar, phrasingCount));
    count(entry.answer, answerCount);
    count(entry.tags.join(u',') + u',' + entry.category, tagCount);
    for (auto each = counts.cbegin(); each != counts.cend(); ++each) {
        slot.terms.append({each.key(), each.value()});
        slot.length += each.value();
    }
}

void Retriever::put(const Entry &entry)
{
    remove(entry.id);
    m_changes.insert(entry.id, entry.changedAt);
    if (entry.state != EntryState::Live)
        return;
    if (m_freeSlots.isEmpty()) {
        m_freeSlots.append(int(m_slots.size()));
        m_slots.emplace_back();
    }
    const int number = m_freeSlots.takeLast();
    auto &slot = m_slots[size_t(number)];
    slot = {entry.id, entry.version, entry.question, entry.changedAt, {}, 0, {}};
    fill(slot, entry);
    for (const auto &[term, count] : std::as_const(slot.terms))
        m_postings[size_t(term)].append({number, count});
    for (const auto &phrasing : std::as_const(slot.phrasings))
        m_byCore[phrasing.core].append(number);
    m_totalLength += slot.length;
    m_teaching += slot.teaching();
    forget();
    m_byId.insert(entry.id, number);
}

void Retriever::remove(const EntryId &entry)
{
    m_changes.remove(entry);
    forget();
    const auto found = m_byId.constFind(entry);
    if (found == m_byId.cend())
        return;
    const int number = *found;
    auto &slot = m_slots[size_t(number)];
    for (const auto &[term, count] : std::as_const(slot.terms))
        m_postings[size_t(term)].removeIf([&](const Posting &p) { return p.slot == number; });
    for (const auto &phrasing : std::as_const(slot.phrasings)) {
        auto &same = m_byCore[phrasing.core];
        same.removeOne(number);
        if (same.isEmpty())
            m_byCore.remove(phrasing.core);
    }
    m_totalLength -= slot.length;
    m_teaching -= slot.teaching();
    slot = {};
    m_freeSlots.append(number);
    m_byId.erase(found);
}

/** How telling a term is: by the number of entries that have it, a term no entry has most. */
double Retriever::idf(int term) const
{
    return order().idfs[term < 0 ? 0 : size_t(m_postings[size_t(term)].size())];
}

Retriever::Query Retriever::read(const QString &normal) const
{
    Query query;
    query.text = normal;
    query.core = coreOf(query.text, *m_lexicon);
    query.terms = tokenise(query.text, *m_lexicon);
    for (const auto &term : std::as_const(query.terms.terms)) {
        Query::Part part;
        part.term = m_terms.value(keyOf(term), -1);
        part.isWord = term.kind == Term::Kind::Word;
        part.weight = weightOf(term.kind) * idf(part.term);
        query.total += part.weight;
        if (part.isWord)
            query.words += part.weight;
        query.parts.append(part);
    }
    return query;
}

/** What so many thousandths of an occurrence in a document of that length count (BM25). */
double Retriever::saturated(double count, double length) const
{
    const double average = double(m_totalLength) / double(m_byId.size());
    const double times = count / 1000.0;
    return times * (k1 + 1.0) / (times + k1 * (1.0 - b + b * length / average));
}

/** What the term counts in each entry that has it; worked out once after a change. */
std::span<const Retriever::Worth> Retriever::worths(int term) const
{
    m_worthsOf.resize(m_postings.size());
    auto &[from, count] = m_worthsOf[size_t(term)];
    const auto &postings = m_postings[size_t(term)];
    if (count == 0 && !postings.isEmpty()) {
        from = m_worths.size();
        count = size_t(postings.size());
        for (const auto &[slot, times] : postings)
            m_worths.push_back({order().placeOf[size_t(slot)],
                                saturated(times, m_slots[size_t(slot)].length)});
    }
    return std::span(m_worths).subspan(from, count);
}

/** What BM25 says, by place. */
std::vector<double> Retriever::priorOf(const Query &query) const
{
    std::vector<double> logits(order().slotAt.size(), 0.0);
    for (const auto &part : query.parts) {
        if (part.term < 0)
            continue;
        for (const auto &[place, worth] : worths(part.term))
            logits[size_t(place)] += priorScale * part.weight * worth;
    }
    return logits;
}

/** The entries that are likeliest meant; those nothing speaks for are left out. */
QList<Retriever::Scored> Retriever::bestSlots(const Query &query, Instant now) const
{
    QList<Scored> found;
    if (m_byId.isEmpty())
        return found;
    const auto prior = priorOf(query);
    const auto logits = taught(query, prior, now);
    found = likeliest(prior, logits);
    const double best = std::ranges::max(logits);
    std::vector<double> parts;
    parts.reserve(logits.size());
    qsizetype untouched = 0;
    for (const double logit : logits) {
        if (logit == 0.0)
            ++untouched;
        else if (logit > best - faintest)
            parts.push_back(logit - best);
    }
    steadyExpEach(parts);
    double sum = 0;
    for (const double part : parts)
        sum += part;
    sum += double(untouched) * steadyExp(-best);
    for (auto &scored : found) {
        scored.meant = steadyExp(scored.score - best) / sum;
        scored.score /= priorScale;
    }
    return found;
}

/** The best by logit, without those nothing speaks for; the lower place first among equals, so that
 * neither the order of arrival nor that of the index shows. */
QList<Retriever::Scored> Retriever::likeliest(const std::vector<double> &prior,
                                              const std::vector<double> &logits) const
{
    QList<Scored> found;
    for (size_t place = 0; place < logits.size(); ++place) {
        const double logit = logits[place];
        const bool isFull = found.size() == reranked;
        if ((isFull && logit <= found.constLast().score) || (prior[place] <= 0.0 && logit <= 0.0))
            continue;
        if (isFull)
            found.removeLast();
        const auto at = std::ranges::upper_bound(found, logit, std::greater{}, &Scored::score);
        found.insert(at, {order().slotAt[place], logit, -1, 0});
    }
    return found;
}

/** How much of the question a phrasing has, for its length. */
double Retriever::nearness(const Query &query, const Phrasing &phrasing) const
{
    m_marks.resize(m_postings.size());
    ++m_marked;
    for (const int term : phrasing.terms)
        m_marks[size_t(term)] = m_marked;
    double shared = 0;
    for (const auto &part : query.parts) {
        if (part.term >= 0 && m_marks[size_t(part.term)] == m_marked)
            shared += part.weight;
    }
    return shared / (1.0 - b + b * phrasing.length / usualPhrasing);
}

int Retriever::nearestPhrasing(const Query &query, int slot) const
{
    const auto &phrasings = m_slots[size_t(slot)].phrasings;
    double best = -1.0;
    int nearest = -1;
    for (int i = 0; i < phrasings.size(); ++i) {
        const double score = nearness(query, phrasings[i]);
        if (score > best) {
            best = score;
            nearest = i;
        }
    }
    return nearest;
}

Measures Retriever::measure(const Query &query, const Scored &scored) const
{
    const auto &slot = m_slots[size_t(scored.slot)];
    const auto &terms = slot.phrasings[scored.phrasing].terms;
    double found = 0;
    double foundWords = 0;
    double pooled = 0;
    double own = 0;
    for (const int term : terms)
        own += m_weights[size_t(term)] * idf(term);
    for (const auto &part : query.parts) {
        if (part.term < 0)
            continue;
        // Terms are in order in a slot.
        if (std::ranges::binary_search(slot.terms, part.term, {}, &std::pair<int, int>::first))
            pooled += part.weight;
        if (!terms.contains(part.term))
            continue;
        found += part.weight;
        if (part.isWord)
            foundWords += part.weight;
    }
    Measures measures;
    measures.coverage = query.total > 0 ? found / query.total : 0;
    measures.reverse = own > 0 ? std::min(1.0, found / own) : 0;
    measures.words = query.words > 0 ? foundWords / query.words : measures.coverage;
    measures.pooled = query.total > 0 ? pooled / query.total : 0;
    const double telling = pooled / steadyLog(2.0 + double(m_byId.size()));
    measures.evidence = telling / (telling + halfEvidence);
    measures.meant = scored.meant;
    return measures;
}

/** The entry that has a phrasing with this core, -1 when none has. */
int Retriever::exactSlot(const QString &core) const
{
    int best = -1;
    for (const int number : m_byCore.value(core)) {
        const auto &slot = m_slots[size_t(number)];
        if (best < 0) {
            best = number;
            continue;
        }
        // Two entries claim the words: the one changed last, which is where a correction went.
        const auto &other = m_slots[size_t(best)];
        if (slot.changedAt > other.changedAt
            || (slot.changedAt == other.changedAt && slot.id < other.id))
            best = number;
    }
    return best;
}

QList<RawHit> Retriever::rawHits(QStringView text, int limit, Instant now) const
{
    return hitsOf(read(normalise(text, *m_lexicon).text), limit, now);
}

QList<RawHit> Retriever::hitsOf(const Query &query, int limit, Instant now) const
{
    const auto found = bestSlots(query, now);
    const int exact = query.core.isEmpty() ? -1 : exactSlot(query.core);
    const auto exactAt = std::ranges::find(found, exact, &Scored::slot) - found.begin();
    QList<RawHit> hits;
    if (exact >= 0 && exactAt < found.size())
        hits.append(hitAt(query, found, exactAt, exact));
    else if (exact >= 0)
        hits.append({m_slots[size_t(exact)].id, 0, {1, 1, 1, 1, 1, 0, 1}, true, -1});
    for (qsizetype i = 0; i < found.size() && hits.size() < limit; ++i) {
        if (found[i].slot != exact)
            hits.append(hitAt(query, found, i, exact));
    }
    return hits;
}

RawHit Retriever::hitAt(const Query &query, const QList<Scored> &found, qsizetype at,
                        int exact) const
{
    auto scored = found[at];
    scored.phrasing = nearestPhrasing(query, scored.slot);
    RawHit hit{m_slots[size_t(scored.slot)].id, scored.score, measure(query, scored),
               scored.slot == exact, scored.phrasing};
    hit.measures.score = scored.score;
    const double other = at > 0 ? found[0].score : found.size() > 1 ? found[1].score : 0.0;
    const double greater = std::max(hit.score, other);
    hit.measures.margin = greater > 0 ? (hit.score - other) / greater : 0;
    return hit;
}

Retrieval Retriever::find(QStringView text, Instant now, int limit) const
{
    const auto normal = normalise(text, *m_lexicon).text;
    if (normal.size() > longestKept || limit != shown)
        return retrieved(read(normal), limit, now);
    const bool whole = isSmall() || isSettled(now);
    if (const auto kept = m_found.constFind(normal); kept != m_found.cend() && kept->whole == whole)
        return kept->retrieval;
    const auto found = retrieved(read(normal), limit, now);
    if (m_found.size() >= mostKept)
        m_found.clear();
    m_found.insert(normal, {found, whole});
    return found;
}

Retrieval Retriever::retrieved(const Query &query, int limit, Instant now) const
{
    Retrieval retrieval;
    retrieval.query = query.text;
    const auto hits = hitsOf(query, limit, now);
    for (const auto &hit : hits) {
        const auto &slot = m_slots[size_t(m_byId.value(hit.entry))];
        Candidate candidate{hit.entry, slot.version, slot.title, 0, {}};
        candidate.score = hit.exact ? exactScore : calibrated(hit.measures);
        candidate.signals_ = {{u"bm25"_s, permille(std::max(0.0, hit.score / 100.0))},
                              {u"coverage"_s, permille(hit.measures.coverage)},
                              {u"phrasing"_s, permille(hit.measures.reverse)},
                              {u"words"_s, permille(hit.measures.words)},
                              {u"pooled"_s, permille(hit.measures.pooled)},
                              {u"evidence"_s, permille(hit.measures.evidence)},
                              {u"margin"_s, permille(hit.measures.margin)},
                              {u"model"_s, permille(hit.measures.meant)},
                              {u"exact"_s, hit.exact ? 1000 : 0}};
        if (!retrieval.candidates.isEmpty())
            candidate.score = std::min({candidate.score, 1000 - retrieval.candidates[0].score,
                                        retrieval.candidates.last().score});
        retrieval.candidates.append(candidate);
        retrieval.phrasings.append(hit.phrasing);
    }
    if (hits.isEmpty())
        return retrieval;
    retrieval.confidence = retrieval.candidates[0].score;
    retrieval.outOfScope = hits[0].exact ? 1000 - exactScore : outOfScope(hits[0].measures);
    return retrieval;
}

} // namespace quntai
