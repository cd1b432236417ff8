// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>
#include <vector>

namespace quntai {

/** One number of a sparse vector. */
struct SparseNumber
{
    std::uint64_t key = 0;  //!< hash of what it counts
    double value = 0;
};

using Features = std::vector<SparseNumber>;

/** Mixes a key with a number: the same feature under another name. */
std::uint64_t mixedKey(std::uint64_t key, std::uint64_t with);
/** A key of characters; kind keeps alphabets of features apart. */
std::uint64_t featureKey(std::uint64_t kind, QStringView characters);

/** Sorts by key and makes one of those that share it, by sum. */
void unite(Features &features);
/** As above, but each counts once, and the whole has length 1 (Euclid). */
void unitePresence(Features &features);

/** What to learn from: a vector and whether it is of the class. */
struct Example
{
    Features features;
    bool positive = false;
};

/** How hard a model tries. */
struct LearningRate
{
    double cost = 0.3;  //!< of an error; more fits the examples closer
    int rounds = 30;    //!< at most; fewer when nothing moves any more
};

/** A linear classifier over hashed sparse features: a support vector machine with squared hinge
 * loss, by dual coordinate descent (Hsieh et al., ICML 2008).
 *
 * Weights start from a prior set by hand and are drawn back to it, so features no example shows
 * keep what their author gave them. The order of examples is shuffled by a fixed generator and
 * only sums and products are used: the same examples give the same weights everywhere. Keys share
 * 2^bits places; a collision blurs, it does not break. Not thread safe while it learns.
 */
class LinearModel
{
public:
    explicit LinearModel(int bits = 18);

    /** The weight a feature has before anything is learned. */
    void setPrior(std::uint64_t key, double weight) { m_weights[place(key)] = weight; }
    void learn(const std::vector<Example> &examples, const LearningRate &rate);
    /** Keeps a weight from falling below a floor. */
    void raise(std::uint64_t key, double floor);

    double weight(std::uint64_t key) const { return m_weights[place(key)]; }
    /** Above 0: of the class. About ±1 where the examples lie. */
    double score(const Features &features) const;

private:
    std::size_t place(std::uint64_t key) const { return key & (m_weights.size() - 1); }
    double visit(const Example &example, double curvature, double cost, double &alpha);

    std::vector<double> m_weights;
    double m_bias = 0;
};

} // namespace quntai
