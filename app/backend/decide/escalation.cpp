// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/escalation.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int emotionFrom = 40;  // below, wording alone says nothing
constexpr int outOfScopeFrom = 600;

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
    if (!input.owesAnswer || input.found.confidence >= policy.answerThreshold)
        return;
    const auto detail = u"%1‰"_s.arg(input.found.confidence);
    if (input.found.confidence >= policy.clarifyThreshold)
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
    return scale.read(policy.escalationThreshold);
}

bool isHighRisk(const Policy &policy, const Entry &entry)
{
    return entry.risk == Risk::High || policy.highRiskCategories.contains(entry.category);
}

} // namespace quntai
