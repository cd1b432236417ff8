// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/language/features.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace quntai {

/** A phrasing to learn from. */
struct Lesson
{
    int intent = 0;                 //!< which one it means, from 0
    std::vector<Feature> features;
    std::vector<std::pair<int, float>> prior;  //!< logits known without it; 0 for the rest
};

/** A linear softmax over the intents of a knowledge base that learns what a prior gets wrong.
 *
 * The logit of an intent is the prior's plus the sum of its features' weights: where the prior
 * (BM25 over the other phrasings of the entry) is right by itself nothing is learned, and an entry
 * with few phrasings stays with it. Features weigh √idf, each text has length 1, weights are fitted
 * by Adagrad over lessons in an order drawn from a fixed seed: the same lessons in the same order
 * make the same model, bit for bit. A value; never changed once it is learned.
 */
class IntentModel
{
public:
    IntentModel() = default;
    /** Lessons come by intent, ascending. */
    static IntentModel learned(int intents, const std::vector<Lesson> &lessons);

    /** Adds what the features say to the logits; one for each intent. */
    void addTo(std::span<double> logits, const std::vector<Feature> &features) const;
    /** SHA-256 of what was learned: equal models have equal ones, on every machine. */
    QByteArray hash() const;
    /** Features times intents for which there is a weight. */
    size_t weightCount() const { return m_weights.size(); }

private:
    struct Part
    {
        int feature = 0;
        float value = 0;
    };
    using Parts = std::vector<Part>;
    class Fit;

    void number(const std::vector<Lesson> &lessons);
    void layOut(int intents, const std::vector<Lesson> &lessons);
    void layOutTaught(const std::vector<Lesson> &lessons);
    Parts partsOf(const std::vector<Feature> &features) const;
    void add(std::span<double> logits, const Parts &parts) const;

    std::unordered_map<quint64, int> m_numbers;  // by key; in no order
    std::vector<float> m_idf;                    // by feature
    bool m_isDense = true;                       // each row has every intent
    std::vector<size_t> m_begins;                // by feature, and one more: range of its weights
    std::vector<int> m_intents;                  // by weight; unless dense
    std::vector<float> m_weights;
};

} // namespace quntai
