// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/policyfile.h"

#include "app/backend/imports/calendarfile.h"
#include "app/backend/imports/hoursreader.h"
#include "app/backend/imports/policyparts.h"

#include <QFileInfo>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSeconds = 24 * 3600;
constexpr qint64 mostMerge = 60;
constexpr qint64 mostResolution = 30 * 24 * 3600;
constexpr qsizetype mostWordSets = 64;
constexpr qint64 mostOfAccount = 1'000'000;
constexpr qint64 mostOfMember = 1000;
constexpr qint64 mostPieces = 1'000'000;
constexpr qint64 mostYuan = 10'000'000;

const QSet<QString> &ruleKeys()
{
    static const QSet<QString> keys{
        u"answerThreshold"_s, u"clarifyThreshold"_s, u"emotionEscalate"_s, u"repeatsEscalate"_s,
        u"waitingEscalateSeconds"_s, u"escalation"_s, u"sla"_s, u"budget"_s, u"workingHours"_s,
        u"quietHours"_s, u"secondReviewer"_s, u"tone"_s, u"aiLabel"_s, u"readPictures"_s, u"solvedAsk"_s};
    return keys;
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
        demandKnownKeys(sla, {u"firstResponseSeconds"_s, u"nextResponseSeconds"_s,
                              u"resolutionSeconds"_s, u"warn"_s});
        number(sla, "firstResponseSeconds", to.firstResponseSeconds, 1, mostSeconds);
        number(sla, "nextResponseSeconds", to.nextResponseSeconds, 0, mostSeconds);
        number(sla, "resolutionSeconds", to.resolutionSeconds, 0, mostResolution);
    }
    if (const auto budget = map["budget"]) {
        demandKnownKeys(budget, {u"perMinute"_s, u"perHour"_s});
        number(budget, "perMinute", to.budgetPerMinute, 1, 1000);
        number(budget, "perHour", to.budgetPerHour, 1, 1000);
    }
    if (const auto hours = map["workingHours"])
        to.hours = readHours(hours);
    if (const auto quiet = map["quietHours"])
        to.quiet = readQuietHours(quiet);
    if (const auto tone = map["tone"])
        to.tone = readTone(tone);
    if (const auto ask = map["solvedAsk"])
        to.solvedAsk = readSolvedAsk(ask);
    if (map["aiLabel"])
        to.aiLabel = textAt(map, "aiLabel");
    if (map["secondReviewer"])
        to.secondReviewer = flagAt(map, "secondReviewer");
    if (map["readPictures"])
        to.readPictures = flagAt(map, "readPictures");
}

GroupPolicy readRule(const YAML::Node &map, const Policy &policy)
{
    demandKnownKeys(map, ruleKeys() + QSet<QString>{u"groups"_s, u"tags"_s, u"mode"_s});
    GroupPolicy rule;
    readNamed(map, rule);
    if (rule.groups.isEmpty() && rule.tags.isEmpty())
        throw YAML::RepresentationException(map.Mark(), "a rule needs groups or tags");
    if (map["mode"])
        rule.mode = wordAt(map, "mode", BotMode::Auto);
    if (map["escalation"] && map["escalation"]["weights"])
        throw YAML::RepresentationException(map["escalation"]["weights"].Mark(),
                                            "weights are the same in all groups");
    if (map["sla"] && map["sla"]["warn"])
        throw YAML::RepresentationException(map["sla"]["warn"].Mark(),
                                            "warn is the same in all groups");
    readShared(map, rule);
    demandOrder(map, rule.clarifyThreshold.value_or(0),
                rule.answerThreshold.value_or(policy.answerThreshold));
    return rule;
}

/** Word sets and limits, which are the same in all groups. */
void readCompliance(const YAML::Node &root, Policy &policy)
{
    for (const auto &set : listAt(root, "wordSets"))
        policy.wordSets.append(readWordSet(set));
    if (policy.wordSets.size() > mostWordSets)
        throw YAML::RepresentationException(root["wordSets"].Mark(), "at most 64 wordSets");
    if (const auto account = root["accountBudget"]) {
        demandKnownKeys(account, {u"perMinute"_s, u"perHour"_s});
        policy.accountPerMinute = int(rangeAt(account, "perMinute", 0, 0, mostOfAccount));
        policy.accountPerHour = int(rangeAt(account, "perHour", 0, 0, mostOfAccount));
    }
    if (const auto member = root["memberBudget"]) {
        demandKnownKeys(member, {u"perMinute"_s});
        policy.memberPerMinute = int(rangeAt(member, "perMinute", 0, 0, mostOfMember));
    }
    policy.noticeShare = permilleAt(root, "noticeShare", policy.noticeShare);
    if (policy.noticeShare == 0)
        throw YAML::RepresentationException(root["noticeShare"].Mark(), "noticeShare must be above 0");
}

Policy readPolicy(const YAML::Node &root, const QDir &folder)
{
    demandKnownKeys(root, ruleKeys() + QSet<QString>{
        u"linkDoubt"_s, u"humanKeywords"_s, u"sensitiveWords"_s, u"highRiskCategories"_s,
        u"stopped"_s, u"groups"_s, u"calendar"_s, u"categories"_s,
        u"keywords"_s, u"purchaseKeywords"_s, u"largeOrder"_s, u"highValueYuan"_s,
        u"wordSets"_s, u"accountBudget"_s, u"memberBudget"_s, u"noticeShare"_s, u"foldSample"_s,
        u"spread"_s, u"mergeSeconds"_s, u"routing"_s, u"synonyms"_s,
        u"promises"_s});
    Policy policy;
    policy.version = 1;
    readShared(root, policy);
    if (root["sla"])
        policy.slaWarnPermille = permilleAt(root["sla"], "warn", policy.slaWarnPermille);
    policy.routing = readRouting(root["routing"]);
    demandOrder(root, policy.clarifyThreshold, policy.answerThreshold);
    policy.hours.calendar = readCalendar(root, folder);
    policy.linkDoubt = permilleAt(root, "linkDoubt", policy.linkDoubt);
    policy.mergeSeconds = int(rangeAt(root, "mergeSeconds", policy.mergeSeconds, 0, mostMerge));
    policy.humanWords = textsAt(root, "humanKeywords");
    policy.sensitiveWords = textsAt(root, "sensitiveWords");
    policy.highRiskCategories = textsAt(root, "highRiskCategories");
    policy.stopped = flagAt(root, "stopped");
    if (root["escalation"] && root["escalation"]["weights"])
        policy.weights = readWeights(root["escalation"]["weights"]);
    readCompliance(root, policy);
    for (const auto &set : listAt(root, "keywords"))
        policy.keywords.append(readKeywords(set));
    policy.purchaseWords = textsAt(root, "purchaseKeywords");
    policy.synonyms = readSynonyms(root);
    policy.promises = !root["promises"] || flagAt(root, "promises");
    policy.foldSample
        = int(rangeAt(root, "foldSample", policy.foldSample, 0, Policy::mostFoldSample));
    if (const auto spread = root["spread"])
        policy.spread = readSpread(spread);
    policy.largeOrder = int(rangeAt(root, "largeOrder", policy.largeOrder, 0, mostPieces));
    policy.highValueCents
        = int(100 * rangeAt(root, "highValueYuan", policy.highValueCents / 100, 1, mostYuan));
    for (const auto &rule : listAt(root, "groups"))
        policy.groups.append(readRule(rule, policy));
    for (const auto &rule : listAt(root, "categories"))
        policy.categories.append(readCategoryRule(rule, policy));
    return policy;
}

} // namespace

Result<Policy> readPolicyFile(const QString &path)
{
    return readYaml(path, [&](const YAML::Node &root) {
        if (root.IsNull())
            throw YAML::RepresentationException(root.Mark(), "there is no policy in it");
        return readPolicy(root, QFileInfo(path).absoluteDir());
    });
}

QString calendarOfPolicy(const QString &path)
{
    const auto name = readYaml(path, [](const YAML::Node &root) {
        return root.IsMap() ? textAt(root, "calendar") : QString();
    });
    return name ? calendarPath(*name, QFileInfo(path).absoluteDir()) : QString();
}

} // namespace quntai
