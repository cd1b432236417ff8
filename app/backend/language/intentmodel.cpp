// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/language/intentmodel.h"

#include "app/backend/language/steadymath.h"

#include <QCryptographicHash>

#include <algorithm>

namespace quntai {

namespace {

// Chosen where they do well on all of CLINC150, BANKING77 (whole and with four phrasings an intent)
// and the sample company with a phrasing of each entry held out.
constexpr int rounds = 8;
constexpr float rate = 0.1F;
constexpr double learnedFrom = 0.99;    // probability from which a lesson has nothing to teach
constexpr double leastGradient = 0.002;
constexpr double faintest = 12.0;       // logits below the best: no probability worth counting
constexpr float leastIdf = 0.05F;
// Up to so many intents each has a weight for every feature, so that a word can also speak against
// one (1 point on CLINC150). With more, only for the features it was taught, or 2,000 entries would
// take minutes and half a gigabyte.
constexpr int fewIntents = 256;
constexpr size_t commonFrom = 64;  // then, a feature of more intents is left to the prior

/** Numbers as in Knuth's MMIX: good enough to shuffle. */
class Shuffler
{
public:
    size_t below(size_t bound)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return size_t(m_state >> 33) % bound;
    }

private:
    quint64 m_state = 12345;
};

/** Turns logits into probabilities. */
void softmax(std::span<double> logits)
{
    const double best = std::ranges::max(logits);
    const double untouched = steadyExp(-best);
    double sum = 0;
    for (auto &logit : logits) {
        if (logit == 0.0)
            logit = untouched;
        else
            logit = logit < best - faintest ? 0.0 : steadyExp(logit - best);
        sum += logit;
    }
    for (auto &part : logits)
        part /= sum;
}

} // namespace

/** One fitting under way. */
class IntentModel::Fit
{
public:
    Fit(IntentModel &model, int intents, const std::vector<Lesson> &lessons)
        : m_model(model), m_lessons(lessons), m_slopes(model.m_weights.size(), 0.0F),
          m_logits(size_t(intents))
    {
        for (const auto &lesson : lessons)
            m_parts.push_back(model.partsOf(lesson.features));
    }

    void run()
    {
        std::vector<size_t> order(m_lessons.size());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        Shuffler shuffler;
        for (int round = 0; round < rounds; ++round) {
            for (size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[shuffler.below(i)]);
            for (const auto lesson : order)
                take(lesson);
        }
    }

private:
    void take(size_t number)
    {
        const auto &lesson = m_lessons[number];
        std::ranges::fill(m_logits, 0.0);
        for (const auto &[intent, logit] : lesson.prior)
            m_logits[size_t(intent)] = double(logit);
        m_model.add(m_logits, m_parts[number]);
        softmax(m_logits);
        auto &right = m_logits[size_t(lesson.intent)];
        if (right > learnedFrom)
            return;
        right -= 1.0;
        m_wrong.clear();
        for (size_t intent = 0; intent < m_logits.size(); ++intent) {
            if (isToCorrect(m_logits[intent]))
                m_wrong.push_back(intent);
        }
        for (const auto &part : m_parts[number])
            step(part);
    }

    static bool isToCorrect(double error)
    {
        return error <= -leastGradient || error >= leastGradient;
    }

    /** m_logits now holds the gradient by intent. */
    void step(const Part &part)
    {
        const auto begin = m_model.m_begins[size_t(part.feature)];
        if (m_model.m_isDense) {
            for (const auto intent : m_wrong)
                step(begin + intent, m_logits[intent], part.value);
            return;
        }
        const auto end = m_model.m_begins[size_t(part.feature) + 1];
        for (auto at = begin; at < end; ++at) {
            const double error = m_logits[size_t(m_model.m_intents[at])];
            if (isToCorrect(error))
                step(at, error, part.value);
        }
    }

    /** Adagrad. */
    void step(size_t at, double error, float value)
    {
        const float slope = float(error) * value;
        m_slopes[at] += slope * slope;
        m_model.m_weights[at] -= rate * slope / std::sqrt(m_slopes[at] + 1e-8F);
    }

    IntentModel &m_model;
    const std::vector<Lesson> &m_lessons;
    std::vector<Parts> m_parts;    // by lesson
    std::vector<float> m_slopes;   // by weight: squared gradients so far
    std::vector<double> m_logits;  // by intent
    std::vector<size_t> m_wrong;   // intents the lesson corrects
};

IntentModel IntentModel::learned(int intents, const std::vector<Lesson> &lessons)
{
    IntentModel model;
    if (lessons.empty())
        return model;
    model.number(lessons);
    model.layOut(intents, lessons);
    Fit(model, intents, lessons).run();
    return model;
}

/** Numbers the features and finds how telling each is. */
QByteArray IntentModel::hash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const auto &numbers) {
        const auto bytes = std::as_bytes(std::span(numbers));
        hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    };
    std::vector<quint64> features(m_numbers.size());
    for (const auto &[key, number] : m_numbers)
        features[size_t(number)] = key;
    add(features);
    add(m_idf);
    add(m_begins);
    add(m_intents);
    add(m_weights);
    return hash.result();
}

void IntentModel::number(const std::vector<Lesson> &lessons)
{
    std::vector<int> have;
    for (const auto &lesson : lessons) {
        for (const auto &feature : lesson.features) {
            const auto [known, isNew] = m_numbers.try_emplace(feature.key, int(have.size()));
            if (isNew)
                have.push_back(0);
            ++have[size_t(known->second)];
        }
    }
    for (const int texts : have)
        m_idf.push_back(float(std::sqrt(steadyLog((1.0 + double(lessons.size())) / texts)))
                        + leastIdf);
}

/** Gives each feature its row of weights. */
void IntentModel::layOut(int intents, const std::vector<Lesson> &lessons)
{
    m_begins.push_back(0);
    m_isDense = intents <= fewIntents;
    if (m_isDense) {
        for (size_t feature = 0; feature < m_idf.size(); ++feature)
            m_begins.push_back(m_begins.back() + size_t(intents));
    } else {
        layOutTaught(lessons);
    }
    m_weights.assign(m_begins.back(), 0.0F);
}

void IntentModel::layOutTaught(const std::vector<Lesson> &lessons)
{
    std::vector<std::vector<int>> taught(m_idf.size());
    for (const auto &lesson : lessons) {
        for (const auto &feature : lesson.features) {
            // Lessons come by intent.
            auto &row = taught[size_t(m_numbers.at(feature.key))];
            if (row.empty() || row.back() != lesson.intent)
                row.push_back(lesson.intent);
        }
    }
    for (auto &row : taught) {
        if (row.size() > commonFrom)
            row.clear();
        m_intents.insert(m_intents.end(), row.begin(), row.end());
        m_begins.push_back(m_begins.back() + row.size());
    }
}

/** What is known of the features, as a vector of length 1. */
IntentModel::Parts IntentModel::partsOf(const std::vector<Feature> &features) const
{
    Parts parts;
    double square = 0;
    for (const auto &feature : features) {
        const auto known = m_numbers.find(feature.key);
        if (known == m_numbers.end())
            continue;
        const double count
            = feature.count > 1.0F ? 1.0 + steadyLog(double(feature.count)) : 1.0;
        const float value = float(count) * m_idf[size_t(known->second)];
        parts.push_back({known->second, value});
        square += double(value) * double(value);
    }
    for (auto &part : parts)
        part.value /= float(std::sqrt(square));
    return parts;
}

void IntentModel::add(std::span<double> logits, const Parts &parts) const
{
    for (const auto &part : parts) {
        const auto begin = m_begins[size_t(part.feature)];
        const auto end = m_begins[size_t(part.feature) + 1];
        if (m_isDense) {
            for (size_t intent = 0; intent < end - begin; ++intent)
                logits[intent] += double(m_weights[begin + intent] * part.value);
            continue;
        }
        for (auto at = begin; at < end; ++at)
            logits[size_t(m_intents[at])] += double(m_weights[at] * part.value);
    }
}

void IntentModel::addTo(std::span<double> logits, const std::vector<Feature> &features) const
{
    add(logits, partsOf(features));
}

} // namespace quntai
