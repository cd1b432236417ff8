// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/language/linktraining.h"

#include "app/backend/language/steadymath.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quntai::bench {

namespace {

constexpr float beta1 = 0.9f;
constexpr float beta2 = 0.999f;
constexpr float tiny = 1e-8f;
constexpr size_t units = LinkNetwork::hidden;
constexpr size_t batch = 32;
// Of what lies further back only some is looked at in each pass, and stands for the rest.
constexpr size_t nearCandidates = 24;
constexpr size_t farShare = 5;

/** xorshift64*: the generator's own numbers on every machine. */
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed * 0x9E3779B97F4A7C15ull + 1) {}

    quint64 next()
    {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return m_state * 2685821657736338717ull;
    }

    float unit() { return float(next() >> 40) / float(1 << 24); }
    size_t below(size_t end) { return size_t(next() >> 33) % end; }

private:
    quint64 m_state;
};

/** Weights that Adam moves. */
struct Layer
{
    explicit Layer(size_t size) : value(size), slope(size), mean(size), spread(size) {}

    void move(float rate, float correct1, float correct2)
    {
        for (size_t i = 0; i < value.size(); ++i) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * slope[i];
            spread[i] = beta2 * spread[i] + (1 - beta2) * slope[i] * slope[i];
            const float step = (mean[i] * correct1) / (std::sqrt(spread[i] * correct2) + tiny);
            value[i] -= rate * step;
            slope[i] = 0;
        }
    }

    std::vector<float> value;
    std::vector<float> slope;
    std::vector<float> mean;
    std::vector<float> spread;
};

class Trainer
{
public:
    Trainer(const std::vector<LinkExample> &examples, const LinkTraining &how)
        : m_examples(examples), m_how(how), m_dice(how.seed),
          m_input(size_t(linkFeatureCount) * units), m_bias(units), m_output(units)
    {
        for (auto &weight : m_input.value)
            weight = (m_dice.unit() - 0.5f) * 0.2f;
        for (auto &weight : m_output.value)
            weight = (m_dice.unit() - 0.5f) * 0.6f;
    }

    LinkNetwork train()
    {
        std::vector<size_t> order(m_examples.size());
        std::iota(order.begin(), order.end(), size_t(0));
        const auto perEpoch = (order.size() + batch - 1) / batch;
        const auto steps = float(perEpoch * size_t(m_how.epochs));
        for (size_t step = 0; float(step) < steps; ++step) {
            const auto at = step % perEpoch * batch;
            if (at == 0)
                shuffle(order);
            for (size_t i = at; i < std::min(order.size(), at + batch); ++i)
                learn(m_examples[order[i]]);
            move(float(m_how.rate) * (1 - float(step) / steps));
        }
        return network();
    }

private:
    void shuffle(std::vector<size_t> &order)
    {
        for (size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[m_dice.below(i)]);
    }

    void move(float rate)
    {
        m_power1 *= beta1;
        m_power2 *= beta2;
        for (auto *layer : {&m_input, &m_bias, &m_output})
            layer->move(rate, 1 / (1 - m_power1), 1 / (1 - m_power2));
    }

    void addRows(const ActiveFeatures &features, float *sums) const
    {
        for (const auto feature : features) {
            const float *row = m_input.value.data() + feature * units;
            for (size_t h = 0; h < units; ++h)
                sums[h] += row[h];
        }
    }

    void addSlopes(const ActiveFeatures &features, const float *slopes)
    {
        for (const auto feature : features) {
            float *row = m_input.slope.data() + feature * units;
            for (size_t h = 0; h < units; ++h)
                row[h] += slopes[h];
        }
    }

    void learn(const LinkExample &example)
    {
        choose(example);
        const auto &question = example.question;
        const auto count = m_chosen.size();
        m_shared.assign(m_bias.value.begin(), m_bias.value.end());
        addRows(question.shared, m_shared.data());
        m_sums.resize(count * units);
        m_logits.resize(count);
        for (size_t i = 0; i < count; ++i)
            m_logits[i] = forward(featuresOf(example, i), m_sums.data() + i * units);
        makeSlopes();
        m_back.assign(units, 0);
        for (size_t i = 0; i < count; ++i)
            backward(featuresOf(example, i), m_sums.data() + i * units, m_logits[i]);
        addSlopes(question.shared, m_back.data());
        for (size_t h = 0; h < units; ++h)
            m_bias.slope[h] += m_back[h];
    }

    struct Chosen
    {
        size_t index;
        float weight; // how many candidates it stands for
        bool right;
    };

    void choose(const LinkExample &example)
    {
        m_chosen.clear();
        for (size_t i = 0; i < example.question.candidates.size(); ++i) {
            const bool right = std::ranges::find(example.right, int(i)) != example.right.end();
            if (right || i < nearCandidates)
                m_chosen.push_back({i, 1, right});
            else if (m_dice.below(farShare) == 0)
                m_chosen.push_back({i, float(farShare), false});
        }
    }

    const ActiveFeatures &featuresOf(const LinkExample &example, size_t chosen) const
    {
        return example.question.candidates[m_chosen[chosen].index].features;
    }

    float forward(const ActiveFeatures &features, float *sums) const
    {
        std::ranges::copy(m_shared, sums);
        addRows(features, sums);
        float out = 0;
        for (size_t h = 0; h < units; ++h) {
            sums[h] = std::max(sums[h], 0.0f);
            out += sums[h] * m_output.value[h];
        }
        return out;
    }

    /** Turns logits into the slope of −log Σ p(right). */
    void makeSlopes()
    {
        const float most = std::ranges::max(m_logits);
        float sum = 0;
        float right = 0;
        for (size_t i = 0; i < m_logits.size(); ++i) {
            auto &logit = m_logits[i];
            logit = float(steadyExp(double(logit - most))) * m_chosen[i].weight;
            sum += logit;
            right += m_chosen[i].right ? logit : 0;
        }
        for (size_t i = 0; i < m_logits.size(); ++i) {
            const float wanted = m_chosen[i].right && right > 0 ? m_logits[i] / right : 0;
            m_logits[i] = (m_logits[i] / sum - wanted) / float(batch);
        }
    }

    void backward(const ActiveFeatures &features, float *sums, float slope)
    {
        if (std::abs(slope) < 1e-6f)
            return;
        for (size_t h = 0; h < units; ++h) {
            m_output.slope[h] += slope * sums[h];
            sums[h] = sums[h] > 0 ? slope * m_output.value[h] : 0;
            m_back[h] += sums[h];
        }
        addSlopes(features, sums);
    }

    LinkNetwork network() const
    {
        const auto whole = [](float value) {
            return qint16(std::clamp(std::lround(value * LinkNetwork::unit), -32767L, 32767L));
        };
        LinkNetwork network;
        std::ranges::transform(m_input.value, std::back_inserter(network.input), whole);
        std::ranges::transform(m_bias.value, std::back_inserter(network.bias), whole);
        std::ranges::transform(m_output.value, std::back_inserter(network.output), whole);
        return network;
    }

    const std::vector<LinkExample> &m_examples;
    LinkTraining m_how;
    Dice m_dice;
    Layer m_input;
    Layer m_bias;
    Layer m_output;
    float m_power1 = 1;
    float m_power2 = 1;
    std::vector<Chosen> m_chosen;
    std::vector<float> m_shared;
    std::vector<float> m_sums;
    std::vector<float> m_logits;
    std::vector<float> m_back;
};

} // namespace

LinkNetwork trainLinks(const std::vector<LinkExample> &examples, const LinkTraining &how)
{
    return Trainer(examples, how).train();
}

} // namespace quntai::bench
