// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/flowyaml.h"

#include "models/transfer/yamltimes.h"

#include <QDate>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSpread = 120;
constexpr qsizetype mostProblems = 20;

[[noreturn]] void refuse(const YAML::Node &node, const std::string &why)
{
    throw YAML::RepresentationException(node.Mark(), why);
}

void demandNoKeyTwice(const YAML::Node &map)
{
    QSet<QString> seen;
    for (const auto &pair : map) {
        const auto key = pair.first.as<std::string>();
        const auto before = seen.size();
        seen.insert(QString::fromStdString(key));
        if (seen.size() == before)
            refuse(pair.first, "the key " + key + " is there twice");
    }
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
    demandNoKeyTwice(map);
    if (!map["at"])
        refuse(map, "schedule needs at");
    FlowSchedule schedule;
    schedule.minute = minuteAt(map, "at", 0) % 1440;
    schedule.weekdays = weekdaysAt(map, "weekdays");
    for (const auto &date : listAt(map, "dates"))
        schedule.dates.append(dateOf(date));
    schedule.spreadMinutes = int(rangeAt(map, "spreadMinutes", 0, 0, mostSpread));
    schedule.offset = offsetAt(map, schedule.offset);
    return schedule;
}

void readConditions(const YAML::Node &map, Flow &flow)
{
    if (!map)
        return;
    demandKnownKeys(map, {u"groups"_s, u"tags"_s, u"levels"_s});
    demandNoKeyTwice(map);
    readNamed(map, flow);
    for (const YAML::Node &level : listAt(map, "levels")) {
        YAML::Node one;
        one["levels"] = level;
        flow.levels.append(wordAt(one, "levels", CustomerLevel::Normal));
    }
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

/** What the reader or yaml-cpp has thrown. */
struct Fault
{
    YAML::Mark mark;
    std::string message;
};

/** Reads one flow; goes on after a fault, so that all of them can be told at once. */
class Reader
{
public:
    explicit Reader(const YAML::Node &map) : m_map(map) {}

    Flow read()
    {
        const bool isMap = attempt([&] { readKeys(); });
        if (!isMap && !m_map.IsMap())
            return m_flow;
        attempt([&] { m_flow.id = {textAt(m_map, "id")}; });
        attempt([&] { m_flow.name = textAt(m_map, "name"); });
        attempt([&] { m_flow.enabled = !m_map["enabled"] || flagAt(m_map, "enabled"); });
        if (attempt([&] { readTrigger(); }))
            readOwnKeys();
        attempt([&] { readConditions(m_map["conditions"], m_flow); });
        attempt([&] { m_flow.perMember = wordAt(m_map, "perMember", m_flow.perMember); });
        attempt([&] { m_flow.text = textAt(m_map, "text").trimmed(); });
        if (faults.isEmpty())
            attempt([&] { judge(); });
        return m_flow;
    }

    QList<Fault> faults;

private:
    template <class Step>
    bool attempt(Step step)
    {
        try {
            step();
            return true;
        } catch (const YAML::Exception &fault) {
            faults.append({fault.mark, fault.msg});
            return false;
        }
    }

    void readKeys()
    {
        demandKnownKeys(m_map, {u"id"_s, u"name"_s, u"enabled"_s, u"trigger"_s, u"schedule"_s,
                                u"keywords"_s, u"event"_s, u"conditions"_s, u"text"_s,
                                u"batchSeconds"_s, u"perMember"_s});
        demandNoKeyTwice(m_map);
    }

    void readTrigger()
    {
        if (!m_map["trigger"])
            refuse(m_map, "a flow needs a trigger");
        m_flow.trigger = wordAt(m_map, "trigger", m_flow.trigger);
    }

    void checkOwnKey(const OwnKey &key)
    {
        const std::string word(wordOf(m_flow.trigger));
        if (m_map[key.name] && key.trigger != m_flow.trigger)
            refuse(m_map[key.name], std::string(key.name) + " is not for the trigger " + word);
        if (!m_map[key.name] && key.isNeeded && key.trigger == m_flow.trigger)
            refuse(m_map, "the trigger " + word + " needs " + key.name);
    }

    void readOwnKeys()
    {
        for (const auto &key : ownKeys)
            attempt([&] { checkOwnKey(key); });
        attempt([&] {
            if (m_map["schedule"])
                m_flow.schedule = readSchedule(m_map["schedule"]);
        });
        attempt([&] { m_flow.keywords = textsAt(m_map, "keywords"); });
        attempt([&] { m_flow.moment = wordAt(m_map, "event", m_flow.moment); });
        attempt([&] {
            m_flow.batchSeconds = int(rangeAt(m_map, "batchSeconds", 0, 0, Flow::batchLimit));
        });
    }

    /** As of a flow that comes otherwise. */
    void judge() const
    {
        const auto fault = faultOf(m_flow);
        if (!fault)
            return;
        const auto at = m_map[fault->key];
        refuse(at ? at : m_map, fault->message.toStdString());
    }

    const YAML::Node m_map;
    Flow m_flow;
};

QList<Flow> readFlows(const YAML::Node &root)
{
    QList<Flow> flows;
    if (root.IsNull())
        return flows;
    demandKnownKeys(root, {u"flows"_s});
    for (const auto &node : listAt(root, "flows")) {
        Reader reader(node);
        flows.append(reader.read());
        if (!reader.faults.isEmpty())
            throw YAML::RepresentationException(reader.faults.constFirst().mark,
                                                reader.faults.constFirst().message);
        const auto &id = flows.constLast().id;
        if (std::ranges::count(flows, id, &Flow::id) > 1)
            refuse(node["id"], "there is a flow " + id.value.toStdString() + " already");
        if (flows.size() > Flow::mostFlows)
            refuse(node, "at most 100 flows");
    }
    return flows;
}

FlowProblem problemOf(const Fault &fault)
{
    const auto message = QString::fromStdString(fault.message);
    return fault.mark.is_null() ? FlowProblem{1, 1, message}
                                : FlowProblem{fault.mark.line + 1, fault.mark.column + 1, message};
}

FlowReading unread(const QList<Fault> &faults)
{
    FlowReading reading;
    for (const auto &fault : faults) {
        const auto problem = problemOf(fault);
        if (reading.problems.size() < mostProblems && !reading.problems.contains(problem))
            reading.problems.append(problem);
    }
    std::ranges::stable_sort(reading.problems, {}, [](const FlowProblem &problem) {
        return std::pair(problem.line, problem.column);
    });
    return reading;
}

FlowReading readRoot(const YAML::Node &root)
{
    if (!root || root.IsNull())
        return {{}, {{1, 1, u"a flow needs an id of letters, digits, - and _"_s}}};
    Reader reader(root);
    const auto flow = reader.read();
    return reader.faults.isEmpty() ? FlowReading{flow, {}} : unread(reader.faults);
}

/** The line from 1 on which a second document begins; 0: there is none. yaml-cpp's own way to read
 * all of them never ends at a lone comma. */
int lineOfSecond(const QString &text)
{
    const auto lines = text.split(u'\n');
    bool isBegun = false;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto &line = lines.at(at);
        const bool isMark = line.startsWith("---"_L1) || line.startsWith("..."_L1);
        if (isMark && isBegun)
            return int(at) + 1;
        const auto words = line.trimmed();
        isBegun = isBegun || isMark || !(words.isEmpty() || words.startsWith(u'#'));
    }
    return 0;
}

/** A date as people write it. */
std::string dateText(int date)
{
    return u"%1-%2-%3"_s.arg(date / 10000, 4, 10, QChar(u'0'))
        .arg(date / 100 % 100, 2, 10, QChar(u'0'))
        .arg(date % 100, 2, 10, QChar(u'0'))
        .toStdString();
}

/** Writes one flow, without what is as it is anyway. */
class Writer
{
public:
    QString write(const Flow &flow, bool asBlock)
    {
        m_out << YAML::BeginMap;
        put("id", flow.id.value);
        put("name", flow.name);
        if (!flow.enabled)
            m_out << YAML::Key << "enabled" << YAML::Value << false;
        put("trigger", QString::fromLatin1(wordOf(flow.trigger)));
        putOwn(flow);
        putConditions(flow);
        if (flow.perMember != FlowRepeat::Once)
            put("perMember", QString::fromLatin1(wordOf(flow.perMember)));
        putText(flow.text, asBlock);
        m_out << YAML::EndMap;
        return QString::fromUtf8(m_out.c_str()) + u'\n';
    }

private:
    void put(const char *key, const QString &value)
    {
        m_out << YAML::Key << key << YAML::Value << value.toStdString();
    }

    void put(const char *key, int value) { m_out << YAML::Key << key << YAML::Value << value; }

    template <class List, class Text>
    void putList(const char *key, const List &list, Text text)
    {
        if (list.isEmpty())
            return;
        m_out << YAML::Key << key << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const auto &one : list)
            m_out << text(one);
        m_out << YAML::EndSeq;
    }

    void putOwn(const Flow &flow)
    {
        const auto words = [](const QString &word) { return word.toStdString(); };
        if (flow.trigger == FlowTrigger::Schedule)
            putSchedule(flow.schedule);
        putList("keywords", flow.keywords, words);
        if (flow.trigger == FlowTrigger::Event)
            put("event", QString::fromLatin1(wordOf(flow.moment)));
        if (flow.batchSeconds != 0)
            put("batchSeconds", flow.batchSeconds);
    }

    void putSchedule(const FlowSchedule &schedule)
    {
        m_out << YAML::Key << "schedule" << YAML::Value << YAML::BeginMap;
        const auto at = u"%1:%2"_s.arg(schedule.minute / 60, 2, 10, QChar(u'0'))
                            .arg(schedule.minute % 60, 2, 10, QChar(u'0'));
        m_out << YAML::Key << "at" << YAML::Value << YAML::DoubleQuoted << at.toStdString();
        putList("weekdays", schedule.weekdays, [](int day) { return day; });
        putList("dates", schedule.dates, dateText);
        if (schedule.spreadMinutes != 0)
            put("spreadMinutes", schedule.spreadMinutes);
        if (schedule.offset != FlowSchedule{}.offset)
            put("utcOffsetMinutes", schedule.offset);
        m_out << YAML::EndMap;
    }

    void putConditions(const Flow &flow)
    {
        if (flow.groups.isEmpty() && flow.tags.isEmpty() && flow.levels.isEmpty())
            return;
        m_out << YAML::Key << "conditions" << YAML::Value << YAML::BeginMap;
        putList("groups", flow.groups, [](const GroupId &id) { return id.value.toStdString(); });
        putList("tags", flow.tags, [](const QString &tag) { return tag.toStdString(); });
        putList("levels", flow.levels,
                [](CustomerLevel level) { return std::string(wordOf(level)); });
        m_out << YAML::EndMap;
    }

    void putText(const QString &text, bool asBlock)
    {
        m_out << YAML::Key << "text" << YAML::Value;
        if (asBlock)
            m_out << YAML::Literal;
        else
            m_out << YAML::DoubleQuoted;
        m_out << text.toStdString();
    }

    YAML::Emitter m_out;
};

} // namespace

Result<QList<Flow>> readFlowFile(const QString &path)
{
    return readYaml(path, readFlows);
}

FlowReading readFlowText(const QString &text)
{
    if (text.size() > flowTextLimit)
        return {{}, {{1, 1, u"the text is longer than %1 characters"_s.arg(flowTextLimit)}}};
    if (const int line = lineOfSecond(text); line > 0)
        return {{}, {{line, 1, u"only one flow may stand here"_s}}};
    try {
        return readRoot(YAML::Load(text.toStdString()));
    } catch (const YAML::Exception &fault) {
        return unread({{fault.mark, fault.msg}});
    }
}

QString textOfFlow(const Flow &flow)
{
    const auto wanted = asWritten(flow);
    const auto block = Writer().write(wanted, true);
    // A block cannot hold every text: blanks at a line's end, or characters nobody sees.
    return readFlowText(block).flow == wanted ? block : Writer().write(wanted, false);
}

} // namespace quntai
