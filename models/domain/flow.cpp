// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/flow.h"

#include <QCryptographicHash>
#include <QDate>

#include <algorithm>

namespace quntai {

namespace {

constexpr qint64 minuteMs = 60 * 1000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr int daysAhead = 366;

qint64 dayOf(int offset, Instant at)
{
    const auto local = at.ms + offset * minuteMs;
    return local / dayMs - (local % dayMs < 0 ? 1 : 0);
}

bool isOn(const FlowSchedule &schedule, qint64 day)
{
    static const auto epoch = QDate(1970, 1, 1).toJulianDay();
    const auto date = QDate::fromJulianDay(epoch + day);
    if (!schedule.dates.isEmpty())
        return schedule.dates.contains((date.year() * 100 + date.month()) * 100 + date.day());
    return schedule.weekdays.isEmpty() || schedule.weekdays.contains(date.dayOfWeek());
}

/** The same for a group on every machine and in every run. */
quint32 numberOf(const GroupId &group)
{
    quint32 hash = 2166136261U;
    for (const QChar c : group.value)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash;
}

/** How long after the schedule's minute the group has its turn. */
qint64 turnMs(const FlowSchedule &schedule, const GroupId &group)
{
    const auto seconds = quint32(schedule.spreadMinutes) * 60;
    return seconds == 0 ? 0 : qint64(numberOf(group) % seconds) * 1000;
}

} // namespace

Flow asWritten(Flow flow)
{
    flow.version = 0;
    flow.since = {};
    flow.changedBy = {};
    flow.changedAt = {};
    flow.source.clear();
    flow.imported.clear();
    return flow;
}

QString digestOf(const Flow &flow)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto addText = [&](const QString &text) {
        const auto bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    const auto addNumbers = [&](std::initializer_list<int> numbers) {
        for (const auto number : numbers)
            addText(QString::number(number));
    };
    const auto addAll = [&](const auto &list, auto put) {
        addNumbers({int(list.size())});
        for (const auto &one : list)
            put(one);
    };
    const auto addInt = [&](int number) { addNumbers({number}); };
    addText(flow.id.value);
    addText(flow.name);
    addText(flow.text);
    const auto &schedule = flow.schedule;
    addNumbers({int(flow.enabled), int(flow.trigger), int(flow.moment), flow.batchSeconds,
                int(flow.perMember), schedule.minute, schedule.spreadMinutes, schedule.offset});
    addAll(schedule.weekdays, addInt);
    addAll(schedule.dates, addInt);
    addAll(flow.keywords, addText);
    addAll(flow.groups, [&](const GroupId &id) { addText(id.value); });
    addAll(flow.tags, addText);
    addAll(flow.levels, [&](CustomerLevel level) { addInt(int(level)); });
    return QString::fromLatin1(hash.result().first(16).toHex());
}

bool differsFromFile(const Flow &flow)
{
    return !flow.source.isEmpty() && digestOf(flow) != flow.imported;
}

bool isFor(const Flow &flow, const Group &group)
{
    if (flow.groups.isEmpty() && flow.tags.isEmpty())
        return true;
    return flow.groups.contains(group.id)
        || std::ranges::any_of(flow.tags, [&](const QString &tag) { return group.tags.contains(tag); });
}

Instant nextMoment(const FlowSchedule &schedule, const GroupId &group, Instant after)
{
    const auto turn = turnMs(schedule, group);
    // A turn may reach into the day after.
    const auto first = dayOf(schedule.offset, after) - 1;
    for (auto day = first; day < first + daysAhead + 1; ++day) {
        const Instant at{day * dayMs + (schedule.minute - schedule.offset) * minuteMs + turn};
        if (at > after && isOn(schedule, day))
            return at;
    }
    return {};
}

bool isSameDay(int offset, Instant a, Instant b)
{
    return dayOf(offset, a) == dayOf(offset, b);
}

} // namespace quntai
