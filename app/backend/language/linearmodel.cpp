// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/linearmodel.h"

#include "app/backend/language/texthash.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quntai {

namespace {

constexpr double settled = 0.02;  // the greatest gradient of a round that still is worth another

std::uint64_t stirred(std::uint64_t h)
{
    // Finaliser of MurmurHash3 (A. Appleby, public domain).
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33);
}

/** Fisher and Yates, by xorshift (G. Marsaglia, 2003). */
void shuffle(std::vector<std::size_t> &order, std::uint64_t &state)
{
    for (std::size_t i = order.size(); i > 1; --i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        std::swap(order[i - 1], order[state % i]);
    }
}

double squaredLength(const Features &features)
{
    double sum = 0;
    for (const auto &feature : features)
        sum += feature.value * feature.value;
    return sum;
}

template<typename Join>
void uniteBy(Features &features, Join join)
{
    std::ranges::stable_sort(features, {}, &SparseNumber::key);
    std::size_t kept = 0;
    for (const auto &feature : features) {
        if (kept > 0 && features[kept - 1].key == feature.key)
            join(features[kept - 1], feature);
        else
            features[kept++] = feature;
    }
    features.resize(kept);
}

} // namespace

std::uint64_t mixedKey(std::uint64_t key, std::uint64_t with)
{
    return stirred(key * 31 + with);
}

std::uint64_t featureKey(std::uint64_t kind, QStringView characters)
{
    const auto start = kind * 0x9e3779b97f4a7c15ULL + std::uint64_t(characters.size());
    return stirred(hashedOn(start, characters));
}

void unite(Features &features)
{
    uniteBy(features, [](SparseNumber &kept, const SparseNumber &more) { kept.value += more.value; });
}

void unitePresence(Features &features)
{
    uniteBy(features, [](SparseNumber &, const SparseNumber &) {});
    const double each = features.empty() ? 0 : 1.0 / std::sqrt(double(features.size()));
    for (auto &feature : features)
        feature.value = each;
}

LinearModel::LinearModel(int bits) : m_weights(std::size_t(1) << bits, 0.0) {}

void LinearModel::raise(std::uint64_t key, double floor)
{
    auto &weight = m_weights[place(key)];
    weight = std::max(weight, floor);
}

double LinearModel::score(const Features &features) const
{
    double sum = m_bias;
    for (const auto &feature : features)
        sum += m_weights[place(feature.key)] * feature.value;
    return sum;
}

/** One step along one example's dual variable; how far its gradient was from rest. */
double LinearModel::visit(const Example &example, double curvature, double cost, double &alpha)
{
    const double side = example.positive ? 1.0 : -1.0;
    const double gradient = side * score(example.features) - 1.0 + alpha * 0.5 / cost;
    if (alpha == 0 && gradient >= 0)
        return 0;
    const double next = std::max(alpha - gradient / curvature, 0.0);
    const double step = (next - alpha) * side;
    alpha = next;
    for (const auto &feature : example.features)
        m_weights[place(feature.key)] += step * feature.value;
    m_bias += step;
    return std::abs(gradient);
}

void LinearModel::learn(const std::vector<Example> &examples, const LearningRate &rate)
{
    std::vector<double> alphas(examples.size(), 0.0);
    std::vector<double> curvatures;
    for (const auto &example : examples)
        curvatures.push_back(squaredLength(example.features) + 1.0 + 0.5 / rate.cost);
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::uint64_t state = 88172645463325252ULL;
    for (int round = 0; round < rate.rounds; ++round) {
        shuffle(order, state);
        double most = 0;
        for (const auto i : order)
            most = std::max(most, visit(examples[i], curvatures[i], rate.cost, alphas[i]));
        if (most < settled)
            return;
    }
}

} // namespace quntai
