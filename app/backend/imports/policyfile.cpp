// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/policyfile.h"

#include "app/backend/imports/yaml.h"

#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSeconds = 24 * 3600;

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

const QSet<QString> &ruleKeys()
{
    static const QSet<QString> keys{
        u"answerThreshold"_s, u"clarifyThreshold"_s, u"emotionEscalate"_s, u"repeatsEscalate"_s,
        u"waitingEscalateSeconds"_s, u"escalation"_s, u"sla"_s, u"budget"_s, u"workingHours"_s,
        u"secondReviewer"_s};
    return keys;
}

/** "08:30" as minutes; "24:00" ends a day. */
int minuteAt(const YAML::Node &map, const char *key, int fallback)
{
    static const QRegularExpression form(u"\\A([01]?[0-9]|2[0-4]):([0-5][0-9])\\z"_s);
    const auto node = map[key];
    if (!node)
        return fallback;
    const auto found = form.match(textAt(map, key));
    const int minute = found.captured(1).toInt() * 60 + found.captured(2).toInt();
    if (!found.hasMatch() || minute > 1440)
        throw YAML::RepresentationException(node.Mark(), std::string(key) + " must look like 08:30");
    return minute;
}

WorkingHours readHours(const YAML::Node &map)
{
    demandKnownKeys(map, {u"from"_s, u"to"_s, u"days"_s, u"utcOffsetMinutes"_s});
    WorkingHours hours;
    hours.from = minuteAt(map, "from", hours.from);
    hours.to = minuteAt(map, "to", hours.to);
    hours.offset = int(rangeAt(map, "utcOffsetMinutes", hours.offset, -14 * 60, 14 * 60));
    for (const auto &day : listAt(map, "days")) {
        const auto number = day.as<int>(0);
        if (number < 1 || number > 7)
            throw YAML::RepresentationException(day.Mark(), "days are 1 (Monday) to 7 (Sunday)");
        hours.days.append(number);
    }
    if (hours.from >= hours.to)
        throw YAML::RepresentationException(map.Mark(), "workingHours: from must be before to");
    return hours;
}

/** What the policy and a rule for some groups both have. */
template <class Target>
void readShared(const YAML::Node &map, Target &to)
{
    const auto permille = [&](const YAML::Node &in, const char *key, auto &member) {
        if (in[key])
            member = permilleAt(in, key, 0);
    };
    const auto number = [&](const YAML::Node &in, const char *key, auto &member, qint64 least,
                            qint64 most) {
        if (in[key])
            member = int(rangeAt(in, key, 0, least, most));
    };
    permille(map, "answerThreshold", to.answerThreshold);
    permille(map, "clarifyThreshold", to.clarifyThreshold);
    number(map, "emotionEscalate", to.emotionAlert, 1, 100);
    number(map, "repeatsEscalate", to.repeatsAlert, 1, 100);
    number(map, "waitingEscalateSeconds", to.waitingSeconds, 1, mostSeconds);
    if (const auto escalation = map["escalation"]) {
        demandKnownKeys(escalation, {u"threshold"_s, u"weights"_s});
        permille(escalation, "threshold", to.escalationThreshold);
    }
    if (const auto sla = map["sla"]) {
        demandKnownKeys(sla, {u"firstResponseSeconds"_s});
        number(sla, "firstResponseSeconds", to.firstResponseSeconds, 1, mostSeconds);
    }
    if (const auto budget = map["budget"]) {
        demandKnownKeys(budget, {u"perMinute"_s, u"perHour"_s});
        number(budget, "perMinute", to.budgetPerMinute, 1, 1000);
        number(budget, "perHour", to.budgetPerHour, 1, 1000);
    }
    if (const auto hours = map["workingHours"])
        to.hours = readHours(hours);
    if (map["secondReviewer"])
        to.secondReviewer = flagAt(map, "secondReviewer");
}

/** Lines of the file say "at least as careful": a threshold to ask back is below that to answer. */
void demandOrder(const YAML::Node &map, int clarify, int answer)
{
    if (clarify > answer)
        throw YAML::RepresentationException(
            map.Mark(), "clarifyThreshold must not be above answerThreshold");
}

GroupPolicy readRule(const YAML::Node &map, const Policy &policy)
{
    demandKnownKeys(map, ruleKeys() + QSet<QString>{u"groups"_s, u"tags"_s, u"mode"_s});
    GroupPolicy rule;
    for (const auto &id : textsAt(map, "groups"))
        rule.groups.append({id});
    rule.tags = textsAt(map, "tags");
    if (rule.groups.isEmpty() && rule.tags.isEmpty())
        throw YAML::RepresentationException(map.Mark(), "a rule needs groups or tags");
    if (map["mode"]) {
        const auto word = textAt(map, "mode").toStdString();
        const auto at = std::ranges::find(enumWords<BotMode>, std::string_view(word));
        if (at == enumWords<BotMode>.end())
            throw YAML::RepresentationException(map["mode"].Mark(),
                                                "mode must be auto, review or silent");
        rule.mode = BotMode(at - enumWords<BotMode>.begin());
    }
    if (map["escalation"] && map["escalation"]["weights"])
        throw YAML::RepresentationException(map["escalation"]["weights"].Mark(),
                                            "weights are the same in all groups");
    readShared(map, rule);
    demandOrder(map, rule.clarifyThreshold.value_or(0),
                rule.answerThreshold.value_or(policy.answerThreshold));
    return rule;
}

Policy readPolicy(const YAML::Node &root)
{
    demandKnownKeys(root, ruleKeys() + QSet<QString>{
        u"linkDoubt"_s, u"humanKeywords"_s, u"sensitiveWords"_s, u"highRiskCategories"_s,
        u"aiLabel"_s, u"stopped"_s, u"groups"_s});
    Policy policy;
    policy.version = 1;
    readShared(root, policy);
    demandOrder(root, policy.clarifyThreshold, policy.answerThreshold);
    policy.linkDoubt = permilleAt(root, "linkDoubt", policy.linkDoubt);
    policy.humanWords = textsAt(root, "humanKeywords");
    policy.sensitiveWords = textsAt(root, "sensitiveWords");
    policy.highRiskCategories = textsAt(root, "highRiskCategories");
    policy.aiLabel = textAt(root, "aiLabel");
    policy.stopped = flagAt(root, "stopped");
    if (root["escalation"] && root["escalation"]["weights"])
        policy.weights = readWeights(root["escalation"]["weights"]);
    for (const auto &rule : listAt(root, "groups"))
        policy.groups.append(readRule(rule, policy));
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
