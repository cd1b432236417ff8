// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/policyparts.h"

#include "models/domain/wordpattern.h"

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPatterns = 16;
constexpr qint64 mostTopics = 100;
constexpr qint64 mostTouch = 24 * 3600;

} // namespace

EscalationWeights readWeights(const YAML::Node &map)
{
    demandKnownKeys(map, {u"emotion"_s, u"humanRequest"_s, u"repeats"_s, u"lowConfidence"_s,
                          u"vip"_s, u"highRisk"_s, u"waiting"_s, u"trend"_s, u"complexity"_s,
                          u"customerValue"_s, u"purchase"_s, u"largeOrder"_s});
    EscalationWeights weights;
    weights.emotion = permilleAt(map, "emotion", weights.emotion);
    weights.humanRequest = permilleAt(map, "humanRequest", weights.humanRequest);
    weights.repeats = permilleAt(map, "repeats", weights.repeats);
    weights.lowConfidence = permilleAt(map, "lowConfidence", weights.lowConfidence);
    weights.vip = permilleAt(map, "vip", weights.vip);
    weights.highRisk = permilleAt(map, "highRisk", weights.highRisk);
    weights.waiting = permilleAt(map, "waiting", weights.waiting);
    weights.trend = permilleAt(map, "trend", weights.trend);
    weights.complexity = permilleAt(map, "complexity", weights.complexity);
    weights.customerValue = permilleAt(map, "customerValue", weights.customerValue);
    weights.purchase = permilleAt(map, "purchase", weights.purchase);
    weights.largeOrder = permilleAt(map, "largeOrder", weights.largeOrder);
    return weights;
}

void demandOrder(const YAML::Node &map, int clarify, int answer)
{
    if (clarify > answer)
        throw YAML::RepresentationException(
            map.Mark(), "clarifyThreshold must not be above answerThreshold");
}

CategoryPolicy readCategoryRule(const YAML::Node &map, const Policy &policy)
{
    demandKnownKeys(map, {u"categories"_s, u"groups"_s, u"tags"_s, u"mode"_s, u"answerThreshold"_s,
                          u"clarifyThreshold"_s, u"highRisk"_s});
    CategoryPolicy rule;
    rule.categories = textsAt(map, "categories");
    if (rule.categories.isEmpty())
        throw YAML::RepresentationException(map.Mark(), "a rule needs categories");
    readNamed(map, rule);
    if (map["mode"])
        rule.mode = wordAt(map, "mode", CategoryMode::Answer);
    if (map["answerThreshold"])
        rule.answerThreshold = permilleAt(map, "answerThreshold", 0);
    if (map["clarifyThreshold"])
        rule.clarifyThreshold = permilleAt(map, "clarifyThreshold", 0);
    if (map["highRisk"])
        rule.highRisk = flagAt(map, "highRisk");
    demandOrder(map, rule.clarifyThreshold.value_or(0),
                rule.answerThreshold.value_or(policy.answerThreshold));
    return rule;
}

KeywordSet readKeywords(const YAML::Node &map)
{
    demandKnownKeys(map, {u"name"_s, u"words"_s, u"weight"_s});
    KeywordSet set{textAt(map, "name"), textsAt(map, "words"), permilleAt(map, "weight", 0)};
    if (set.name.isEmpty() || set.words.isEmpty() || !map["weight"])
        throw YAML::RepresentationException(map.Mark(), "keywords need name, words and weight");
    return set;
}

Routing readRouting(const YAML::Node &map)
{
    Routing routing;
    if (!map)
        return routing;
    demandKnownKeys(map, {u"offers"_s, u"capacity"_s, u"firstTouchSeconds"_s});
    routing.offers = flagAt(map, "offers");
    routing.capacity = int(rangeAt(map, "capacity", routing.capacity, 1, mostTopics));
    routing.touchSeconds = int(rangeAt(map, "firstTouchSeconds", 0, 0, mostTouch));
    return routing;
}

SpreadWatch readSpread(const YAML::Node &map)
{
    demandKnownKeys(map, {u"emotion"_s, u"members"_s, u"minutes"_s, u"calmMinutes"_s});
    SpreadWatch watch;
    watch.emotion = int(rangeAt(map, "emotion", watch.emotion, 1, 100));
    watch.members = int(rangeAt(map, "members", watch.members, 0, Alert::mostNamed - 1));
    watch.minutes = int(rangeAt(map, "minutes", watch.minutes, 1, 24 * 60));
    watch.calmMinutes = int(rangeAt(map, "calmMinutes", watch.calmMinutes, 1, 24 * 60));
    return watch;
}

AnswerTone readTone(const YAML::Node &map)
{
    demandKnownKeys(map, {u"style"_s, u"salutation"_s, u"emoji"_s});
    AnswerTone tone;
    tone.style = wordAt(map, "style", tone.style);
    tone.salutation = flagAt(map, "salutation");
    tone.emoji = !map["emoji"] || flagAt(map, "emoji");
    return tone;
}

SolvedAsk readSolvedAsk(const YAML::Node &map)
{
    demandKnownKeys(map, {u"minutes"_s, u"text"_s});
    SolvedAsk ask;
    ask.minutes = int(rangeAt(map, "minutes", 0, 0, SolvedAsk::mostMinutes));
    ask.text = textAt(map, "text").simplified();
    if (ask.text.size() > SolvedAsk::textLimit)
        throw YAML::RepresentationException(map["text"].Mark(), "text has at most 100 characters");
    return ask;
}

WordSet readWordSet(const YAML::Node &map)
{
    demandKnownKeys(map, {u"name"_s, u"action"_s, u"words"_s, u"patterns"_s});
    WordSet set;
    set.name = textAt(map, "name");
    if (set.name.isEmpty() || !map["action"])
        throw YAML::RepresentationException(map.Mark(), "a word set needs name and action");
    set.action = wordAt(map, "action", WordAction::Block);
    set.words = textsAt(map, "words");
    set.patterns = textsAt(map, "patterns");
    const auto nodes = listAt(map, "patterns");
    if (set.patterns.size() > mostPatterns)
        throw YAML::RepresentationException(nodes.Mark(), "a word set has at most 16 patterns");
    for (qsizetype i = 0; i < set.patterns.size(); ++i) {
        if (const auto problem = wordPatternProblem(set.patterns[i]); !problem.isEmpty())
            throw YAML::RepresentationException(nodes[std::size_t(i)].Mark(),
                                                "patterns: " + problem.toStdString());
    }
    return set;
}

namespace {

QStringList synonymsOf(const YAML::Node &list)
{
    if (!list.IsSequence())
        throw YAML::RepresentationException(list.Mark(), "synonyms must be lists of words");
    YAML::Node map;
    map["synonyms"] = list;
    return textsAt(map, "synonyms");
}

} // namespace

QList<QStringList> readSynonyms(const YAML::Node &root)
{
    QList<QStringList> lists;
    qsizetype words = 0;
    const auto refuse = [](const YAML::Node &at, const std::string &why) {
        throw YAML::RepresentationException(at.Mark(), "synonyms: " + why);
    };
    for (const auto &node : listAt(root, "synonyms")) {
        lists.append(synonymsOf(node));
        words += lists.last().size();
        if (const auto problem = synonymsProblem(lists.last()); !problem.isEmpty())
            refuse(node, problem.toStdString());
        if (words > Policy::mostSynonyms)
            refuse(node, "at most 1000 words in all lists");
    }
    return lists;
}

} // namespace quntai
