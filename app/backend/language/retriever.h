// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/intentmodel.h"
#include "app/backend/language/tokenise.h"
#include "models/domain/values.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace quntai {

/** What the knowledge base has to say about a question. */
struct Retrieval
{
    QString query;                //!< as it was read
    QList<Candidate> candidates;  //!< best first, at most Retriever::shown
    int confidence = 0;           //!< of the best one, permille
    int outOfScope = 1000;        //!< permille: that no entry is meant
    QList<int> phrasings;         //!< nearest one of each candidate: 0 its question, then the
                                  //!< similar ones; -1 for one with the very same words

    bool operator==(const Retrieval &) const = default;
};

/** Raw measures of one candidate, 0–1 (margin from −1); what calibration works on. */
struct Measures
{
    double coverage = 0;  //!< part of the question's information found in the nearest phrasing
    double reverse = 0;   //!< part of that phrasing's information found in the question
    double words = 0;     //!< part of the question's words (lexicon, Latin, numbers) found there
    double pooled = 0;    //!< part of the question's information found anywhere in the entry
    double evidence = 0;  //!< how much was found at all: two common characters are little
    double margin = 0;    //!< (score − best other entry's score) / the greater of both
    double meant = 0;     //!< probability that it is this entry, if any is meant
    double score = 0;     //!< what spoke for it in all, no part: grows with the question
};

/** One entry the question may mean, before calibration. */
struct RawHit
{
    EntryId entry;
    double score = 0;
    Measures measures;
    bool exact = false;
    int phrasing = -1;
};

/** Index of the live entries: BM25 over words and character 1–2-grams, what a linear model has
 * learned from their phrasings on top of it, and a calibrated probability for each candidate.
 *
 * An entry is read as one document – all its phrasings, with its answer, tags and category at
 * less weight. Pooling is worth 18 points of first-choice accuracy over the nearest phrasing alone
 * (leave one out on the sample: 59 % → 77 %). The model learns from each phrasing what BM25 makes
 * of it without that phrasing, so an entry with one phrasing is left to BM25.
 *
 * put() and remove() take effect for the next find(): a correction acts on the next message.
 *
 * What is learned is a function of the entries, the question and its time alone. A backend starts
 * from a snapshot and a replay from the first event, and both must decide the same, so no model may
 * be carried from change to change: it would be a function of the history. One that becomes active
 * whenever another thread is done would need an event and, beside the entries that hold, those it
 * was learned from. Instead the entries' own times tell how a question is answered:
 *  - a small base (phrasings × entries up to wholeUpTo, learning.cpp) is learned whole by the first
 *    question after a change, in some hundredths of a second;
 *  - a larger one that did not change for settlingTime, by the time of the question, is learned
 *    whole as well. learning() gives that work to another thread, which has all of settlingTime for
 *    it; a question that comes when it is not done (at the start, in a replay) waits for it and is
 *    answered the same;
 *  - until then each question learns its own neighbourhood: the entries BM25 finds likeliest, from
 *    their phrasings nearest to it.
 * Sums go by entry id and by the order within a text, never by slot or term number, which tell the
 * order of arrival. Times: bench_language changes. One thread but for what learning() returns.
 */
class Retriever
{
public:
    static constexpr int shown = 5;
    static constexpr int reranked = 12;  //!< more are never found
    static constexpr qint64 settlingTime = 60'000;  //!< milliseconds

    explicit Retriever(std::shared_ptr<const Lexicon> lexicon);
    Retriever(const Retriever &) = default;
    Retriever &operator=(const Retriever &) = default;
    ~Retriever();

    /** Adds or replaces an entry; one that is not live is taken out. */
    void put(const Entry &entry);
    void remove(const EntryId &entry);
    void clear();
    int entryCount() const { return int(m_byId.size()); }

    /** As asked at that time; unset: long after the last change. What short texts found is
     * remembered until the entries change: groups say the same few words all day. */
    Retrieval find(QStringView text, Instant now = {}, int limit = shown) const;
    /** Uncalibrated hits, best first, for fitting and benchmarks. */
    QList<RawHit> rawHits(QStringView text, int limit, Instant now = {}) const;

    /** What can be learned ahead of the questions that come when the base has settled: a task for
     * any thread, given once after a change; empty when there is none. It works on a copy, and what
     * it finds reaches this retriever unless the entries changed meanwhile. */
    std::function<void()> learning() const;
    /** Hash of what learning() gave to another thread, and of the entries it is of, lower-case hex;
     * empty until that is done, and again from the next change on. */
    QString learnedHash() const;
    /** Learns now what the next question of a settled base would wait for. */
    void prepare() const;

    /** Probability that the candidate is the one meant, permille. */
    static int calibrated(const Measures &measures);
    /** Probability that none is, permille. */
    static int outOfScope(const Measures &best);

private:
    struct Posting
    {
        int slot;
        int count;  //!< thousandths
    };
    struct Phrasing
    {
        QString text;  //!< normalised
        QList<int> terms;
        int length = 0;
        QString core;
        std::vector<Feature> features;
    };
    struct Slot
    {
        EntryId id;
        int version = 0;
        QString title;
        Instant changedAt;
        QList<std::pair<int, int>> terms;  //!< term, thousandths; by term
        int length = 0;                    //!< thousandths
        QList<Phrasing> phrasings;

        /** Phrasings that leave another when they are held out. */
        qsizetype teaching() const { return phrasings.size() > 1 ? phrasings.size() : 0; }
    };
    struct Query
    {
        struct Part
        {
            int term = -1;  //!< -1: no entry has it
            double weight = 0;
            bool isWord = false;
        };
        QString text;
        QString core;
        TermList terms;
        QList<Part> parts;  //!< of each term
        double total = 0;
        double words = 0;
    };
    struct Scored
    {
        int slot = -1;
        double score = 0;
        int phrasing = -1;
        double meant = 0;
    };
    /** The entries by id, so that slots, which tell the order of arrival, decide nothing. */
    struct Order
    {
        std::vector<int> slotAt;   //!< by place
        std::vector<int> placeOf;  //!< by slot, -1 for a free one
        std::vector<double> idfs;  //!< by the number of entries that have a term
        Instant changedAt;         //!< the last of them, and of those that are not live
    };
    /** What a term counts in an entry. */
    struct Worth
    {
        int place = 0;
        double part = 0;
    };
    struct Learned
    {
        std::vector<int> places;  //!< by intent of the model, ascending
        IntentModel model;
    };
    /** What a text found, as long as the base was learned in that way. */
    struct Found
    {
        Retrieval retrieval;
        bool whole = false;
    };
    struct Whole;
    class Shelf;

    static constexpr int phrasingCount = 1000;  // thousandths of an occurrence
    static constexpr double priorScale = 0.2;   // of BM25 in the logits

    void fill(Slot &slot, const Entry &entry);
    int termNumber(const Term &term);
    void forget();
    double idf(int term) const;
    Query read(const QString &normal) const;
    double saturated(double count, double length) const;
    std::span<const Worth> worths(int term) const;
    QList<Scored> bestSlots(const Query &query, Instant now) const;
    QList<Scored> likeliest(const std::vector<double> &prior,
                            const std::vector<double> &logits) const;
    Retrieval retrieved(const Query &query, int limit, Instant now) const;
    QList<RawHit> hitsOf(const Query &query, int limit, Instant now) const;
    RawHit hitAt(const Query &query, const QList<Scored> &found, qsizetype at, int exact) const;
    std::vector<double> priorOf(const Query &query) const;
    double nearness(const Query &query, const Phrasing &phrasing) const;
    int nearestPhrasing(const Query &query, int slot) const;
    Measures measure(const Query &query, const Scored &scored) const;
    int exactSlot(const QString &core) const;

    // learning.cpp
    const Order &order() const;
    bool isSmall() const;
    bool isSettled(Instant now) const;
    std::vector<double> taught(const Query &query, const std::vector<double> &prior,
                               Instant now) const;
    Whole &whole() const;
    Learned learnedWhole() const;
    QString hashOf(const Learned &learned) const;
    Learned around(const Query &query, const std::vector<double> &prior) const;
    Learned learned(std::vector<int> places, const Query *about) const;
    Lesson lessonOf(const Shelf &shelf, int intent, const Slot &slot,
                    const Phrasing &phrasing) const;

    std::shared_ptr<const Lexicon> m_lexicon;
    QHash<QString, int> m_terms;
    std::vector<QList<Posting>> m_postings;  // by term
    std::vector<double> m_weights;           // by term: of its kind
    std::vector<Slot> m_slots;
    QList<int> m_freeSlots;
    QHash<EntryId, int> m_byId;
    QHash<QString, QList<int>> m_byCore;  // slots
    QHash<EntryId, Instant> m_changes;    // those that are not live too
    qint64 m_totalLength = 0;
    qint64 m_teaching = 0;  // phrasings to learn from
    // Null after a change:
    mutable std::shared_ptr<const Order> m_order;
    mutable std::shared_ptr<Whole> m_whole;
    mutable std::vector<Worth> m_worths;  // of the terms asked about so far
    mutable std::vector<std::pair<size_t, size_t>> m_worthsOf;  // by term: from, count
    // Which terms the phrasing looked at has: those marked with its number.
    mutable std::vector<quint64> m_marks;
    mutable quint64 m_marked = 0;
    mutable QHash<QString, Found> m_found;  // by short normalised text; null after a change
};

} // namespace quntai
