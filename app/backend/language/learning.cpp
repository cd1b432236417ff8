// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the retriever learns from the phrasings of its entries.
#include "app/backend/language/retriever.h"

#include "app/backend/language/steadymath.h"

#include <QCryptographicHash>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace quntai {

namespace {

// Phrasings to learn from times entries that are learned at once: some hundredths of a second.
constexpr qint64 wholeUpTo = 120'000;
// Of a larger base that is changing: entries a question is learned for, and phrasings of each.
// Twice as many of either give half a point on CLINC150 and BANKING77, and take twice as long.
constexpr size_t neighbours = 10;
constexpr qsizetype nearPhrasings = 24;
constexpr size_t longestPrior = 64;  // entries a phrasing is held against

/** The first so many by score, the lower index first among equals; ascending. */
std::vector<int> bestOf(const std::vector<double> &scores, size_t count)
{
    std::vector<int> best;
    for (size_t i = 0; i < scores.size(); ++i)
        best.push_back(int(i));
    const auto kept = best.begin() + qsizetype(std::min(count, best.size()));
    std::ranges::partial_sort(best, kept, [&](int left, int right) {
        const double other = scores[size_t(right)];
        return scores[size_t(left)] != other ? scores[size_t(left)] > other : left < right;
    });
    best.erase(kept, best.end());
    std::ranges::sort(best);
    return best;
}

} // namespace

/** Which of some entries have a term, and what it counts there. */
class Retriever::Shelf
{
public:
    struct Copy
    {
        int term = 0;
        int intent = 0;
        int count = 0;     //!< thousandths
        double worth = 0;  //!< saturated
    };

    Shelf(const Retriever &retriever, const std::vector<int> &places) : m_intents(places.size())
    {
        for (size_t intent = 0; intent < places.size(); ++intent) {
            const auto number = retriever.order().slotAt[size_t(places[intent])];
            const auto &slot = retriever.m_slots[size_t(number)];
            for (const auto &[term, count] : slot.terms)
                m_copies.push_back(
                    {term, int(intent), count, retriever.saturated(count, slot.length)});
        }
        // Stable: by intent within a term.
        std::ranges::stable_sort(m_copies, {}, &Copy::term);
    }

    size_t intents() const { return m_intents; }
    auto of(int term) const { return std::ranges::equal_range(m_copies, term, {}, &Copy::term); }

private:
    size_t m_intents;
    std::vector<Copy> m_copies;
};

/** What the whole base teaches; learned by whoever needs it first, the others wait. */
struct Retriever::Whole
{
    std::once_flag once;
    Learned learned;
    bool isGiven = false;  //!< to another thread; only the retriever's own looks at it
    QString hash;          //!< once it is done
    std::atomic<bool> isDone = false;

    const Learned &of(const Retriever &retriever)
    {
        std::call_once(once, [&] {
            learned = retriever.learnedWhole();
            hash = retriever.hashOf(learned);
            isDone = true;
        });
        return learned;
    }
};

void Retriever::forget()
{
    m_order.reset();
    m_whole.reset();
    m_worths.clear();
    m_worthsOf.clear();
    m_found.clear();
}

void Retriever::prepare() const
{
    whole().of(*this);
}

std::function<void()> Retriever::learning() const
{
    if (isSmall() || std::exchange(whole().isGiven, true))
        return {};
    order();  // the copy shares it
    return [learned = m_whole, copy = std::make_shared<const Retriever>(*this)] {
        learned->of(*copy);
    };
}

QString Retriever::learnedHash() const
{
    return m_whole && m_whole->isGiven && m_whole->isDone ? m_whole->hash : QString();
}

QString Retriever::hashOf(const Learned &learned) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const int place : learned.places) {
        const auto &slot = m_slots[size_t(order().slotAt[size_t(place)])];
        hash.addData((slot.id.value + u'\n' + QString::number(slot.version) + u'\n').toUtf8());
    }
    hash.addData(learned.model.hash());
    return QString::fromLatin1(hash.result().toHex());
}

const Retriever::Order &Retriever::order() const
{
    if (m_order)
        return *m_order;
    auto now = std::make_shared<Order>();
    now->slotAt.assign(m_byId.cbegin(), m_byId.cend());
    std::ranges::sort(now->slotAt, [this](int left, int right) {
        return m_slots[size_t(left)].id < m_slots[size_t(right)].id;
    });
    now->placeOf.assign(m_slots.size(), -1);
    for (size_t place = 0; place < now->slotAt.size(); ++place)
        now->placeOf[size_t(now->slotAt[place])] = int(place);
    const auto entries = double(m_byId.size());
    for (double have = 0; have <= entries; ++have)
        now->idfs.push_back(steadyLog(1.0 + (entries - have + 0.5) / (have + 0.5)));
    for (const auto &changed : m_changes)
        now->changedAt = std::max(now->changedAt, changed);
    m_order = std::move(now);
    return *m_order;
}

bool Retriever::isSmall() const
{
    return m_teaching * m_byId.size() <= wholeUpTo;
}

bool Retriever::isSettled(Instant now) const
{
    const auto changed = order().changedAt;
    return !now.isSet() || !changed.isSet() || now.ms - changed.ms >= settlingTime;
}

/** The logits after what the phrasings teach, by place. */
std::vector<double> Retriever::taught(const Query &query, const std::vector<double> &prior,
                                      Instant now) const
{
    const bool isWhole = isSmall() || isSettled(now);
    const auto near = isWhole ? Learned() : around(query, prior);
    const auto &known = isWhole ? whole().of(*this) : near;
    std::vector<double> told(known.places.size(), 0.0);
    known.model.addTo(told, featuresOf(query.text, query.terms, *m_lexicon));
    auto logits = prior;
    for (size_t intent = 0; intent < told.size(); ++intent)
        logits[size_t(known.places[intent])] += told[intent];
    return logits;
}

Retriever::Whole &Retriever::whole() const
{
    if (!m_whole)
        m_whole = std::make_shared<Whole>();
    return *m_whole;
}

Retriever::Learned Retriever::learnedWhole() const
{
    std::vector<int> all;
    for (size_t place = 0; place < order().slotAt.size(); ++place)
        all.push_back(int(place));
    return learned(std::move(all), nullptr);
}

Retriever::Learned Retriever::around(const Query &query, const std::vector<double> &prior) const
{
    return learned(bestOf(prior, neighbours), &query);
}

/** From the phrasings of these entries, all of them or those nearest to the question. */
Retriever::Learned Retriever::learned(std::vector<int> places, const Query *about) const
{
    const Shelf shelf(*this, places);
    std::vector<Lesson> lessons;
    for (size_t intent = 0; intent < places.size(); ++intent) {
        const auto &slot = m_slots[size_t(order().slotAt[size_t(places[intent])])];
        if (slot.teaching() == 0)
            continue;
        std::vector<double> near;
        for (const auto &phrasing : slot.phrasings)
            near.push_back(about ? nearness(*about, phrasing) : 0.0);
        for (const int each : bestOf(near, size_t(about ? nearPhrasings : slot.phrasings.size())))
            lessons.push_back(lessonOf(shelf, int(intent), slot, slot.phrasings[each]));
    }
    const auto intents = int(places.size());
    return {std::move(places), IntentModel::learned(intents, lessons)};
}

/** What the phrasing's entry can be told by without it. */
Lesson Retriever::lessonOf(const Shelf &shelf, int intent, const Slot &slot,
                           const Phrasing &phrasing) const
{
    std::vector<double> scores(shelf.intents(), 0.0);
    const double ownLength = slot.length - double(phrasingCount) * phrasing.length;
    for (const int term : phrasing.terms) {
        const double weight = priorScale * m_weights[size_t(term)] * idf(term);
        for (const auto &copy : shelf.of(term)) {
            const double worth = copy.intent == intent
                ? saturated(copy.count - phrasingCount, ownLength) : copy.worth;
            scores[size_t(copy.intent)] += weight * worth;
        }
    }
    Lesson lesson{intent, phrasing.features, {}};
    for (size_t each = 0; each < scores.size(); ++each) {
        if (scores[each] > 0.0)
            lesson.prior.push_back({int(each), float(scores[each])});
    }
    const auto kept = std::min(lesson.prior.size(), longestPrior);
    std::ranges::partial_sort(lesson.prior, lesson.prior.begin() + qsizetype(kept),
                              [](const auto &left, const auto &right) {
                                  return left.second != right.second ? left.second > right.second
                                                                     : left.first < right.first;
                              });
    lesson.prior.resize(kept);
    return lesson;
}

} // namespace quntai
