// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/flowcheck.h"

#include "models/domain/answertext.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSpread = 120;     // minutes
constexpr int mostOffset = 14 * 60;  // minutes, east or west
constexpr qsizetype mostPlaces = 200;
constexpr qsizetype mostDates = 100;
constexpr qsizetype longestPlace = 120;
constexpr qsizetype longestKeyword = 40;

using Fault = std::optional<FlowFault>;

Fault fault(const char *key, const QString &message)
{
    return FlowFault{key, message};
}

Fault nameFault(const Flow &flow)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]{1,40}\\z"_s);
    if (!form.match(flow.id.value).hasMatch())
        return fault("id", u"a flow needs an id of letters, digits, - and _"_s);
    if (flow.name.trimmed().isEmpty() || flow.name.size() > Flow::nameLimit)
        return fault("name", u"a flow needs a name of at most 40 characters"_s);
    return {};
}

bool isDate(int number)
{
    return QDate::isValid(number / 10000, number / 100 % 100, number % 100);
}

Fault scheduleFault(const Flow &flow)
{
    const auto &schedule = flow.schedule;
    if (flow.trigger != FlowTrigger::Schedule)
        return schedule == FlowSchedule{}
            ? Fault{}
            : fault("schedule", u"schedule is for the trigger schedule only"_s);
    const auto isDay = [](int day) { return day >= 1 && day <= 7; };
    if (schedule.minute < 0 || schedule.minute > 1439)
        return fault("schedule", u"at must look like 08:30"_s);
    if (!schedule.dates.isEmpty() && !schedule.weekdays.isEmpty())
        return fault("schedule", u"schedule has either weekdays or dates"_s);
    if (!std::ranges::all_of(schedule.weekdays, isDay) || schedule.weekdays.size() > 7)
        return fault("schedule", u"weekdays are 1 (Monday) to 7 (Sunday)"_s);
    if (!std::ranges::all_of(schedule.dates, isDate) || schedule.dates.size() > mostDates)
        return fault("schedule", u"dates must look like 2026-11-11"_s);
    if (schedule.spreadMinutes < 0 || schedule.spreadMinutes > mostSpread)
        return fault("schedule", u"spreadMinutes must be from 0 to 120"_s);
    if (schedule.offset < -mostOffset || schedule.offset > mostOffset)
        return fault("schedule", u"utcOffsetMinutes must be from -840 to 840"_s);
    return {};
}

Fault triggerFault(const Flow &flow)
{
    const auto isBad = [](const QString &word) {
        return word.trimmed().isEmpty() || word.size() > longestKeyword;
    };
    const bool isKeyword = flow.trigger == FlowTrigger::Keyword;
    if (!isKeyword && !flow.keywords.isEmpty())
        return fault("keywords", u"keywords is for the trigger keyword only"_s);
    if (isKeyword
        && (flow.keywords.isEmpty() || flow.keywords.size() > Flow::keywordLimit
            || std::ranges::any_of(flow.keywords, isBad)))
        return fault("keywords", u"keywords: 1 to 50 words"_s);
    if (flow.trigger != FlowTrigger::Event && flow.moment != Flow{}.moment)
        return fault("event", u"event is for the trigger event only"_s);
    if (flow.trigger != FlowTrigger::Joined && flow.batchSeconds != 0)
        return fault("batchSeconds", u"batchSeconds is for the trigger joined only"_s);
    if (flow.batchSeconds < 0 || flow.batchSeconds > Flow::batchLimit)
        return fault("batchSeconds", u"batchSeconds must be from 0 to 3600"_s);
    return {};
}

Fault conditionFault(const Flow &flow)
{
    const auto isLong = [](const QString &word) { return word.size() > longestPlace; };
    const auto isLongId = [&](const GroupId &id) { return isLong(id.value); };
    const bool isMuch = flow.groups.size() > mostPlaces || flow.tags.size() > mostPlaces
        || flow.levels.size() > qsizetype(enumWords<CustomerLevel>.size());
    if (isMuch || std::ranges::any_of(flow.tags, isLong)
        || std::ranges::any_of(flow.groups, isLongId))
        return fault("conditions", u"conditions: at most 200 groups and tags"_s);
    return {};
}

Fault textFault(const Flow &flow)
{
    static const QRegularExpression variable(u"\\{\\{\\s*([^{}]*?)\\s*\\}\\}"_s);
    if (flow.text.trimmed().isEmpty())
        return fault("text", u"a flow needs text"_s);
    if (flow.text.size() > Flow::textLimit)
        return fault("text", u"text: at most 2000 characters"_s);
    const auto known = variablesOf(flow);
    for (auto each = variable.globalMatch(flow.text); each.hasNext();) {
        const auto name = each.next().captured(1);
        if (!known.contains(name))
            return fault("text", u"text: nobody fills {{%1}} here; there is %2"_s
                                     .arg(name.left(40), known.join(u", "_s)));
    }
    return {};
}

} // namespace

std::optional<FlowFault> faultOf(const Flow &flow)
{
    for (const auto check : {nameFault, scheduleFault, triggerFault, conditionFault, textFault}) {
        if (const auto found = check(flow))
            return found;
    }
    return {};
}

QStringList variablesOf(const Flow &flow)
{
    QStringList known{u"群名"_s, u"称呼"_s};
    if (flow.trigger != FlowTrigger::Schedule || !flow.levels.isEmpty())
        known += {u"姓名"_s, u"人数"_s};
    if (flow.trigger == FlowTrigger::Keyword || flow.trigger == FlowTrigger::Event)
        known += answerVariables();
    return known;
}

} // namespace quntai
