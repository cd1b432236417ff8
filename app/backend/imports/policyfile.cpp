// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/policyfile.h"

#include "app/backend/imports/yaml.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

EscalationWeights readWeights(const YAML::Node &map)
{
    demandKnownKeys(map, {u"emotion"_s, u"humanRequest"_s, u"repeats"_s, u"lowConfidence"_s,
                          u"vip"_s, u"highRisk"_s, u"waiting"_s});
    EscalationWeights weights;
    weights.emotion = permilleAt(map, "emotion", weights.emotion);
    weights.humanRequest = permilleAt(map, "humanRequest", weights.humanRequest);
    weights.repeats = permilleAt(map, "repeats", weights.repeats);
    weights.lowConfidence = permilleAt(map, "lowConfidence", weights.lowConfidence);
    weights.vip = permilleAt(map, "vip", weights.vip);
    weights.highRisk = permilleAt(map, "highRisk", weights.highRisk);
    weights.waiting = permilleAt(map, "waiting", weights.waiting);
    return weights;
}

Policy readPolicy(const YAML::Node &root)
{
    demandKnownKeys(root,
                    {u"answerThreshold"_s, u"clarifyThreshold"_s, u"linkDoubt"_s,
                     u"emotionEscalate"_s, u"repeatsEscalate"_s, u"waitingEscalateSeconds"_s,
                     u"humanKeywords"_s, u"sensitiveWords"_s, u"highRiskCategories"_s,
                     u"aiLabel"_s, u"escalation"_s, u"sla"_s, u"budget"_s, u"stopped"_s});
    Policy policy;
    policy.version = 1;
    policy.answerThreshold = permilleAt(root, "answerThreshold", policy.answerThreshold);
    policy.clarifyThreshold = permilleAt(root, "clarifyThreshold", policy.clarifyThreshold);
    policy.linkDoubt = permilleAt(root, "linkDoubt", policy.linkDoubt);
    policy.emotionAlert = int(numberAt(root, "emotionEscalate", policy.emotionAlert));
    policy.repeatsAlert = int(numberAt(root, "repeatsEscalate", policy.repeatsAlert));
    policy.waitingSeconds = int(numberAt(root, "waitingEscalateSeconds", policy.waitingSeconds));
    policy.humanWords = textsAt(root, "humanKeywords");
    policy.sensitiveWords = textsAt(root, "sensitiveWords");
    policy.highRiskCategories = textsAt(root, "highRiskCategories");
    policy.aiLabel = textAt(root, "aiLabel");
    policy.stopped = flagAt(root, "stopped");
    if (const auto escalation = root["escalation"]) {
        demandKnownKeys(escalation, {u"threshold"_s, u"weights"_s});
        policy.escalationThreshold =
            permilleAt(escalation, "threshold", policy.escalationThreshold);
        if (escalation["weights"])
            policy.weights = readWeights(escalation["weights"]);
    }
    if (const auto sla = root["sla"])
        policy.firstResponseSeconds =
            int(numberAt(sla, "firstResponseSeconds", policy.firstResponseSeconds));
    if (const auto budget = root["budget"]) {
        policy.budgetPerMinute = int(numberAt(budget, "perMinute", policy.budgetPerMinute));
        policy.budgetPerHour = int(numberAt(budget, "perHour", policy.budgetPerHour));
    }
    return policy;
}

} // namespace

Result<Policy> readPolicyFile(const QString &path)
{
    return readYaml(path, [](const YAML::Node &root) {
        if (root.IsNull())
            throw YAML::RepresentationException(root.Mark(), "there is no policy in it");
        return readPolicy(root);
    });
}

} // namespace quntai
