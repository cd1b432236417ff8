// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/language/sourcemodel.h"

#include "app/backend/language/steadymath.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace quntai::bench {

namespace {

constexpr int bits = 20;
constexpr int parts = 5;
constexpr int rounds = 12;
constexpr double ownWeight = 0.7;     // of a feature's copy for its source
constexpr std::uint64_t partKind = 91;
constexpr std::uint64_t sourceKind = 92;

using Scored = std::vector<std::pair<double, bool>>;

int partOf(const Case &one)
{
    return int(featureKey(partKind, one.unit) % parts);
}

Features withOwn(const QString &source, const Features &features)
{
    const auto with = featureKey(sourceKind, source);
    Features all = features;
    for (const auto &feature : features)
        all.push_back({mixedKey(feature.key, with), feature.value * ownWeight});
    unite(all);
    return all;
}

void normaliseLength(Features &features)
{
    double sum = 0;
    for (const auto &feature : features)
        sum += feature.value * feature.value;
    for (auto &feature : features)
        feature.value /= std::sqrt(std::max(sum, 1e-12));
}

/** How differently the classes show each feature: 0.3 + |log ratio|, at most 3. */
class Ratios
{
public:
    explicit Ratios(const std::vector<Example> &examples)
    {
        for (const auto &example : examples) {
            (example.positive ? m_positives : m_negatives) += 1;
            for (const auto &feature : example.features) {
                auto &[positive, negative] = m_counts[feature.key];
                (example.positive ? positive : negative) += 1;
            }
        }
    }

    Features stretched(Features features) const
    {
        for (auto &feature : features) {
            const auto found = m_counts.find(feature.key);
            const auto [positive, negative] = found == m_counts.end() ? std::pair(0.0, 0.0)
                                                                      : found->second;
            const double ratio = steadyLog((positive + 0.5) / std::max(m_positives, 1.0))
                - steadyLog((negative + 0.5) / std::max(m_negatives, 1.0));
            feature.value *= std::min(3.0, 0.3 + std::abs(ratio));
        }
        normaliseLength(features);
        return features;
    }

private:
    std::unordered_map<std::uint64_t, std::pair<double, double>> m_counts;  // looked up, never listed
    double m_positives = 0;
    double m_negatives = 0;
};

struct Cut
{
    double at = 0;
    double worth = 0;
};

/** The cut with the greatest worth, where worth(true positives, taken) is asked for each. */
template<typename Worth>
Cut bestCut(Scored scored, Worth worth)
{
    std::ranges::stable_sort(scored, std::ranges::greater{}, &std::pair<double, bool>::first);
    Cut best{scored.empty() ? 0 : scored.front().first + 1, worth(0, 0)};
    int hits = 0;
    for (std::size_t i = 0; i < scored.size(); ++i) {
        hits += int(scored[i].second);
        const bool last = i + 1 == scored.size();
        if (!last && scored[i + 1].first == scored[i].first)
            continue;
        if (const double value = worth(hits, int(i) + 1); value > best.worth)
            best = {last ? scored[i].first : (scored[i].first + scored[i + 1].first) / 2, value};
    }
    return best;
}

double thresholdFor(const Scored &scored, double accuracyFrom)
{
    const auto positives = int(std::ranges::count(scored, true, &std::pair<double, bool>::second));
    if (positives >= accuracyFrom * double(scored.size()))
        return bestCut(scored, [](int hits, int taken) { return 2.0 * hits - taken; }).at;
    return bestCut(scored, [positives](int hits, int taken) {
               return 2.0 * hits / std::max(1, taken + positives);
           }).at;
}

std::map<QString, Scored> bySource(const std::vector<Case> &cases, const std::vector<double> &scores)
{
    std::map<QString, Scored> sources;
    for (std::size_t i = 0; i < cases.size(); ++i)
        sources[cases[i].source].emplace_back(scores[i], cases[i].positive);
    return sources;
}

double meanArea(const std::vector<Case> &cases, const std::vector<double> &scores)
{
    const auto sources = bySource(cases, scores);
    double sum = 0;
    for (const auto &[source, scored] : sources)
        sum += areaUnderCurve(scored);
    return sources.empty() ? 0 : sum / double(sources.size());
}

} // namespace

double areaUnderCurve(const Scored &scored)
{
    auto sorted = scored;
    std::ranges::stable_sort(sorted, {}, &std::pair<double, bool>::first);
    double ranks = 0;
    double positives = 0;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        double here = 0;
        for (; end < sorted.size() && sorted[end].first == sorted[i].first; ++end)
            here += double(sorted[end].second);
        ranks += here * double(i + end + 1) / 2;
        positives += here;
        i = end;
    }
    const double pairs = positives * (double(sorted.size()) - positives);
    return pairs == 0 ? 0.5 : (ranks - positives * (positives + 1) / 2) / pairs;
}

/** A plain model and, when its recipe wants one, a stretched one beside it. */
class SourceModel::Learned
{
public:
    Learned(const std::vector<Case> &cases, const Recipe &recipe, int without)
        : m_recipe(recipe)
    {
        std::vector<Example> examples;
        for (const auto &one : cases) {
            if (partOf(one) != without)
                examples.push_back({withOwn(one.source, one.features), one.positive});
        }
        m_plain.learn(examples, {recipe.cost, rounds});
        if (recipe.ratioShare == 0)
            return;
        m_ratios.emplace(examples);
        for (auto &example : examples)
            example.features = m_ratios->stretched(std::move(example.features));
        m_stretched.learn(examples, {recipe.cost, rounds});
    }

    double score(const QString &source, const Features &features) const
    {
        const auto all = withOwn(source, features);
        const double plain = m_plain.score(all);
        if (!m_ratios)
            return plain;
        return (1 - m_recipe.ratioShare) * plain
            + m_recipe.ratioShare * m_stretched.score(m_ratios->stretched(all));
    }

private:
    Recipe m_recipe;
    LinearModel m_plain{bits};
    LinearModel m_stretched{bits};
    std::optional<Ratios> m_ratios;
};

std::vector<double> SourceModel::heldOut(const std::vector<Case> &cases, const Recipe &recipe) const
{
    std::vector<double> scores(cases.size(), 0.0);
    for (int part = 0; part < parts; ++part) {
        const Learned model(cases, recipe, part);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (partOf(cases[i]) == part)
                scores[i] = model.score(cases[i].source, cases[i].features);
        }
    }
    return scores;
}

void SourceModel::learn(const std::vector<Case> &cases, const std::vector<Recipe> &recipes)
{
    Recipe chosen;
    std::vector<double> scores;
    double most = -1;
    for (const auto &recipe : recipes) {
        auto tried = heldOut(cases, recipe);
        const double area = meanArea(cases, tried);
        if (area <= most)
            continue;
        most = area;
        chosen = recipe;
        scores = std::move(tried);
    }
    setThresholds(cases, scores);
    m_model = std::make_shared<const Learned>(cases, chosen, parts);
}

void SourceModel::setThresholds(const std::vector<Case> &cases, const std::vector<double> &scores)
{
    for (const auto &[source, scored] : bySource(cases, scores))
        m_thresholds[source] = thresholdFor(scored, m_accuracyFrom);
}

double SourceModel::score(const QString &source, const Features &features) const
{
    return m_model->score(source, features);
}

double SourceModel::threshold(const QString &source) const
{
    const auto found = m_thresholds.find(source);
    return found == m_thresholds.end() ? 0 : found->second;
}

double SourceModel::probability(const QString &source, double score) const
{
    return 1.0 / (1.0 + steadyExp(-2.0 * (score - threshold(source))));
}

} // namespace quntai::bench
