// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/escalation.h"

#include "app/backend/decide/buying.h"
#include "app/backend/language/entities.h"
#include "app/backend/language/normalise.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int emotionFrom = 40;  // below, wording alone says nothing
constexpr int outOfScopeFrom = 600;
constexpr int trendFrom = 10;
constexpr int steepTrend = 40;   // full weight from here on
constexpr int usualTurns = 6;    // most topics of the sample history end before
constexpr int tangled = 6;       // points of complexity for the full weight

class Scale
{
public:
    void put(Reason reason, int weight, const QString &detail)
    {
        if (weight > 0)
            m_need.parts.append({reason, weight, detail});
    }

    Need read(int threshold)
    {
        std::ranges::stable_sort(m_need.parts, std::ranges::greater{}, &ReasonPart::weight);
        for (const auto &part : std::as_const(m_need.parts))
            m_need.score += part.weight;
        m_need.score = std::min(m_need.score, 1000);
        m_need.isReached = m_need.score > 0 && m_need.score >= threshold;
        return m_need;
    }

private:
    Need m_need;
};

int share(int weight, int part, int whole)
{
    return whole <= 0 ? weight : weight * std::min(part, whole) / whole;
}

void weighDoubt(Scale &scale, const Policy &policy, const NeedInput &input)
{
    if (!input.owesAnswer || input.found.confidence >= input.stance.answerThreshold)
        return;
    const auto detail = u"%1‰"_s.arg(input.found.confidence);
    if (input.found.confidence >= input.stance.clarifyThreshold)
        scale.put(Reason::LowConfidence, policy.weights.lowConfidence / 2, detail);
    else if (input.found.outOfScope >= outOfScopeFrom)
        scale.put(Reason::OutOfScope, policy.weights.lowConfidence,
                  u"%1‰"_s.arg(input.found.outOfScope));
    else
        scale.put(Reason::LowConfidence, policy.weights.lowConfidence, detail);
}

void weighCustomer(Scale &scale, const Scene &scene, const Message &message)
{
    const auto *customer = customerOf(scene.state, message.group, {message.author.id});
    if (!customer || customer->level == CustomerLevel::Normal)
        return;
    const auto weight = scene.state.policy.weights.vip;
    const bool top = customer->level == CustomerLevel::Svip;
    scale.put(Reason::Vip, top ? weight : weight / 2, top ? u"SVIP"_s : u"VIP"_s);
}

void weighWaiting(Scale &scale, const Scene &scene, const Topic *topic)
{
    if (!topic || !topic->waitingSince.isSet())
        return;
    const auto waited = (scene.now.ms - topic->waitingSince.ms) / 1000;
    if (waited >= scene.policyOf(topic->group).waitingSeconds)
        scale.put(Reason::Waiting, scene.state.policy.weights.waiting, u"%1 s"_s.arg(waited));
}

void weighTrend(Scale &scale, const EscalationWeights &weights, const NeedInput &input)
{
    if (input.emotion < emotionFrom || input.emotionTrend < trendFrom)
        return;
    scale.put(Reason::Trend, share(weights.trend, input.emotionTrend, steepTrend),
              u"%1 → %2"_s.arg(input.emotion - input.emotionTrend).arg(input.emotion));
}

int questionsIn(const QString &words)
{
    static const QStringList joints{u"还有"_s, u"另外"_s, u"顺便"_s, u"再问"_s};
    const auto marks = words.count(u'?');
    auto joined = 1;
    for (const auto &joint : joints)
        joined += int(words.count(joint));
    return std::max(int(marks), joined);
}

/** Long talks, several questions at once and many details are hard for templates. */
void weighComplexity(Scale &scale, const EscalationWeights &weights, const Topic *topic,
                     const QString &words)
{
    const auto turns = topic ? topic->messageCount : 0;
    const auto questions = questionsIn(words);
    const auto named = entitiesOf(words);
    const auto details = int(named.orders.size() + named.phones.size() + named.cents.size());
    const auto points = std::max(turns - usualTurns, 0) + 2 * (questions - 1)
        + std::max(details - 1, 0);
    if (points > 1)
        scale.put(Reason::Complexity, share(weights.complexity, points, tangled),
                  u"%1 %2 %3"_s.arg(turns).arg(questions).arg(details));
}

/** From a quarter of what the policy calls high on. */
void weighSpending(Scale &scale, const Scene &scene, const Message &message)
{
    const auto &policy = scene.state.policy;
    const auto *customer = customerOf(scene.state, message.group, {message.author.id});
    if (!customer || policy.highValueCents <= 0
        || customer->spend30dCents < policy.highValueCents / 4)
        return;
    const auto spent = std::min<qint64>(customer->spend30dCents, policy.highValueCents);
    scale.put(Reason::CustomerValue,
              int(policy.weights.customerValue * spent / policy.highValueCents),
              u"¥%1"_s.arg(customer->spend30dCents / 100));
}

/** One part for all sets, so that the reason stands there once. */
void weighKeywords(Scale &scale, const Scene &scene, const QString &words)
{
    int weight = 0;
    QStringList found;
    for (const auto &set : scene.state.policy.keywords) {
        const auto hit = std::ranges::find_if(set.words, [&](const QString &word) {
            const auto normal = normalise(word, scene.lexicon()).text;
            return !normal.isEmpty() && words.contains(normal);
        });
        if (hit == set.words.end())
            continue;
        weight += set.weight;
        found.append(u"%1：%2"_s.arg(set.name, *hit));
    }
    scale.put(Reason::Keyword, std::min(weight, 1000), found.join(u'、'));
}

void weighPurchase(Scale &scale, const Scene &scene, const QString &words)
{
    const auto &policy = scene.state.policy;
    QStringList own;
    for (const auto &word : policy.purchaseWords)
        own.append(normalise(word, scene.lexicon()).text);
    const auto signs = buyingSignsIn(words, own);
    if (!signs.words.isEmpty())
        scale.put(Reason::Purchase, policy.weights.purchase / (signs.isPlain ? 1 : 2),
                  signs.words.join(u'、'));
    if (policy.largeOrder > 0 && signs.quantity >= policy.largeOrder)
        scale.put(Reason::LargeOrder, policy.weights.largeOrder, signs.amount);
}

} // namespace

Need needOf(const Scene &scene, const Message &message, const Topic *topic,
            const NeedInput &input)
{
    const auto policy = scene.policyOf(message.group);
    const auto &weights = policy.weights;
    Scale scale;
    if (input.addressing.humanRequest)
        scale.put(Reason::HumanRequest, weights.humanRequest, wordsOf(message).left(40));
    if (input.emotion >= emotionFrom)
        scale.put(Reason::Emotion, share(weights.emotion, input.emotion, policy.emotionAlert),
                  QString::number(input.emotion));
    if (input.repeats > 0)
        scale.put(Reason::Repeats, share(weights.repeats, input.repeats, policy.repeatsAlert),
                  u"×%1"_s.arg(input.repeats + 1));
    if (input.highRisk)
        scale.put(Reason::HighRisk, weights.highRisk,
                  input.found.candidates.isEmpty() ? QString()
                                                   : input.found.candidates.first().title);
    weighDoubt(scale, policy, input);
    weighCustomer(scale, scene, message);
    weighWaiting(scale, scene, topic);
    const auto words = normalise(wordsOf(message), scene.lexicon()).text;
    weighTrend(scale, weights, input);
    weighComplexity(scale, weights, topic, words);
    weighSpending(scale, scene, message);
    weighKeywords(scale, scene, words);
    weighPurchase(scale, scene, words);
    return scale.read(policy.escalationThreshold);
}

} // namespace quntai
