// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/flowfile.h"

#include "app/backend/imports/hoursreader.h"
#include "app/backend/imports/policyparts.h"
#include "models/domain/answertext.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSpread = 120;

[[noreturn]] void refuse(const YAML::Node &node, const std::string &why)
{
    throw YAML::RepresentationException(node.Mark(), why);
}

/** "2026-11-11" as 20261111. */
int dateOf(const YAML::Node &node)
{
    const auto text = QString::fromStdString(node.as<std::string>(""));
    const auto date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        refuse(node, "dates must look like 2026-11-11");
    return (date.year() * 100 + date.month()) * 100 + date.day();
}

FlowSchedule readSchedule(const YAML::Node &map)
{
    demandKnownKeys(map, {u"at"_s, u"weekdays"_s, u"dates"_s, u"spreadMinutes"_s,
                          u"utcOffsetMinutes"_s});
    if (!map["at"])
        refuse(map, "schedule needs at");
    FlowSchedule schedule;
    schedule.minute = minuteAt(map, "at", 0) % 1440;
    schedule.weekdays = weekdaysAt(map, "weekdays");
    for (const auto &date : listAt(map, "dates"))
        schedule.dates.append(dateOf(date));
    if (!schedule.dates.isEmpty() && !schedule.weekdays.isEmpty())
        refuse(map, "schedule has either weekdays or dates");
    schedule.spreadMinutes = int(rangeAt(map, "spreadMinutes", 0, 0, mostSpread));
    schedule.offset = offsetAt(map, schedule.offset);
    return schedule;
}

/** What only flows of one trigger have. */
struct OwnKey
{
    const char *name;
    FlowTrigger trigger;
    bool isNeeded;
};

constexpr OwnKey ownKeys[] = {{"schedule", FlowTrigger::Schedule, true},
                              {"keywords", FlowTrigger::Keyword, true},
                              {"event", FlowTrigger::Event, true},
                              {"batchSeconds", FlowTrigger::Joined, false}};

void checkOwnKeys(const YAML::Node &map, FlowTrigger trigger)
{
    const std::string word(wordOf(trigger));
    for (const auto &[name, owner, isNeeded] : ownKeys) {
        if (map[name] && owner != trigger)
            refuse(map[name], std::string(name) + " is not for the trigger " + word);
        if (!map[name] && isNeeded && owner == trigger)
            refuse(map, "the trigger " + word + " needs " + name);
    }
}

void readKeywords(const YAML::Node &map, Flow &flow)
{
    flow.keywords = textsAt(map, "keywords");
    const auto isBlank = [](const QString &word) { return word.trimmed().isEmpty(); };
    if (flow.keywords.size() > Flow::keywordLimit || std::ranges::any_of(flow.keywords, isBlank))
        refuse(map["keywords"], "keywords: 1 to 50 words");
    if (map["keywords"] && flow.keywords.isEmpty())
        refuse(map["keywords"], "keywords: 1 to 50 words");
}

void readConditions(const YAML::Node &map, Flow &flow)
{
    if (!map)
        return;
    demandKnownKeys(map, {u"groups"_s, u"tags"_s, u"levels"_s});
    readNamed(map, flow);
    for (const YAML::Node &level : listAt(map, "levels")) {
        YAML::Node one;
        one["levels"] = level;
        flow.levels.append(wordAt(one, "levels", CustomerLevel::Normal));
    }
}

/** The variables a text may have: somebody must be there to fill them. */
QStringList variablesFor(const Flow &flow)
{
    QStringList known{u"群名"_s, u"称呼"_s};
    if (flow.trigger != FlowTrigger::Schedule || !flow.levels.isEmpty())
        known += {u"姓名"_s, u"人数"_s};
    if (flow.trigger == FlowTrigger::Keyword || flow.trigger == FlowTrigger::Event)
        known += answerVariables();
    return known;
}

void readText(const YAML::Node &map, Flow &flow)
{
    static const QRegularExpression variable(u"\\{\\{\\s*([^{}]*?)\\s*\\}\\}"_s);
    flow.text = textAt(map, "text").trimmed();
    if (flow.text.isEmpty())
        refuse(map, "a flow needs text");
    if (flow.text.size() > Flow::textLimit)
        refuse(map["text"], "text: at most 2000 characters");
    const auto known = variablesFor(flow);
    for (auto each = variable.globalMatch(flow.text); each.hasNext();) {
        const auto name = each.next().captured(1);
        if (!known.contains(name))
            refuse(map["text"], "text: nobody fills {{" + name.toStdString()
                                    + "}} here; there is " + known.join(u", "_s).toStdString());
    }
}

Flow readFlow(const YAML::Node &map)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]{1,40}\\z"_s);
    demandKnownKeys(map, {u"id"_s, u"name"_s, u"enabled"_s, u"trigger"_s, u"schedule"_s,
                          u"keywords"_s, u"event"_s, u"conditions"_s, u"text"_s,
                          u"batchSeconds"_s, u"perMember"_s});
    Flow flow;
    flow.id = {textAt(map, "id")};
    if (!form.match(flow.id.value).hasMatch())
        refuse(map["id"] ? map["id"] : map, "a flow needs an id of letters, digits, - and _");
    flow.name = textAt(map, "name");
    if (flow.name.isEmpty() || flow.name.size() > Flow::nameLimit)
        refuse(map["name"] ? map["name"] : map, "a flow needs a name of at most 40 characters");
    if (!map["trigger"])
        refuse(map, "a flow needs a trigger");
    flow.enabled = !map["enabled"] || flagAt(map, "enabled");
    flow.trigger = wordAt(map, "trigger", flow.trigger);
    checkOwnKeys(map, flow.trigger);
    if (map["schedule"])
        flow.schedule = readSchedule(map["schedule"]);
    readKeywords(map, flow);
    flow.moment = wordAt(map, "event", flow.moment);
    readConditions(map["conditions"], flow);
    flow.batchSeconds = int(rangeAt(map, "batchSeconds", 0, 0, Flow::batchLimit));
    flow.perMember = wordAt(map, "perMember", flow.perMember);
    readText(map, flow);
    return flow;
}

QList<Flow> readFlows(const YAML::Node &root)
{
    QList<Flow> flows;
    if (root.IsNull())
        return flows;
    demandKnownKeys(root, {u"flows"_s});
    for (const auto &node : listAt(root, "flows")) {
        flows.append(readFlow(node));
        const auto &id = flows.constLast().id;
        if (std::ranges::count(flows, id, &Flow::id) > 1)
            refuse(node["id"], "there is a flow " + id.value.toStdString() + " already");
        if (flows.size() > Flow::mostFlows)
            refuse(node, "at most 100 flows");
    }
    return flows;
}

} // namespace

Result<QList<Flow>> readFlowFile(const QString &path)
{
    return readYaml(path, readFlows);
}

} // namespace quntai
