// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/intentmodel.h"
#include "app/backend/language/tokenise.h"
#include "models/domain/values.h"

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
 * put() and remove() take effect for the next find(): a correction acts on the next message. The
 * model is learned then, by the first question after a change. The result depends on the entries
 * alone, not on the order they came in nor on what was asked between. Times: bench_language. One
 * thread.
 */
class Retriever
{
public:
    static constexpr int shown = 5;
    static constexpr int reranked = 12;  //!< more are never found

    explicit Retriever(std::shared_ptr<const Lexicon> lexicon);
    Retriever(const Retriever &) = default;
    Retriever &operator=(const Retriever &) = default;
    ~Retriever();

    /** Adds or replaces an entry; one that is not live is taken out. */
    void put(const Entry &entry);
    void remove(const EntryId &entry);
    void clear();
    int entryCount() const { return int(m_byId.size()); }

    Retrieval find(QStringView text, int limit = shown) const;
    /** Learns now what the next question would wait for. */
    void prepare() const { learned(); }
    /** Uncalibrated hits, best first, for fitting and benchmarks. */
    QList<RawHit> rawHits(QStringView text, int limit) const;

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
    };
    struct Slot
    {
        EntryId id;
        int version = 0;
        QString title;
        Instant changedAt;
        QList<std::pair<int, int>> terms;  //!< term, thousandths
        int length = 0;                    //!< thousandths
        QList<Phrasing> phrasings;
    };
    struct Query;
    struct Scored
    {
        int slot = -1;
        double score = 0;
        int phrasing = -1;
        double meant = 0;
    };
    struct Learned
    {
        IntentModel model;
        std::vector<int> slotOf;   //!< by intent: the entries by id
        std::vector<int> intentOf; //!< by slot, -1 for a free one
    };

    void fill(Slot &slot, const Entry &entry);
    int termNumber(const Term &term);
    double idf(int term) const;
    Query read(QStringView text) const;
    const Learned &learned() const;
    Lesson lessonOf(const Learned &into, int slot, const Phrasing &phrasing) const;
    double saturated(double count, double length) const;
    QList<Scored> bestSlots(const Query &query) const;
    std::vector<double> priorOf(const Query &query) const;
    int nearestPhrasing(const Query &query, int slot) const;
    Measures measure(const Query &query, const Scored &scored) const;
    int exactSlot(const QString &core) const;

    std::shared_ptr<const Lexicon> m_lexicon;
    QHash<QString, int> m_terms;
    std::vector<QList<Posting>> m_postings;  // by term
    std::vector<double> m_weights;           // by term: of its kind
    std::vector<Slot> m_slots;
    QList<int> m_freeSlots;
    QHash<EntryId, int> m_byId;
    QHash<QString, QList<int>> m_byCore;  // slots
    qint64 m_totalLength = 0;
    mutable std::shared_ptr<const Learned> m_learned;  // null after a change
};

} // namespace quntai
