// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/imports/calendarfile.h"

#include "models/transfer/yaml.h"

#include <QDate>
#include <QFileInfo>

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

constexpr int earliestYear = 2000;
constexpr int latestYear = 2200;

[[noreturn]] void refuse(const YAML::Node &node, const std::string &why)
{
    throw YAML::RepresentationException(node.Mark(), why);
}

QDate dateOf(const YAML::Node &node, int year)
{
    const auto text = node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
    const auto date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        refuse(node, "a day must look like 2026-02-17");
    if (date.year() != year)
        refuse(node, "the day does not lie in " + std::to_string(year));
    return date;
}

QDate dateAt(const YAML::Node &map, const char *key, int year)
{
    if (!map[key])
        refuse(map, std::string(key) + " is missing");
    return dateOf(map[key], year);
}

int numberOf(const QDate &date)
{
    return (date.year() * 100 + date.month()) * 100 + date.day();
}

class Reader
{
public:
    WorkCalendar read(const YAML::Node &root)
    {
        demandKnownKeys(root, {u"years"_s});
        if (!root["years"] || !root["years"].IsMap())
            refuse(root, "years must be a list of keys and values");
        for (const auto &year : root["years"])
            readYear(year.first, year.second);
        std::ranges::sort(m_calendar.holidays);
        std::ranges::sort(m_calendar.workdays);
        return m_calendar;
    }

private:
    void readYear(const YAML::Node &key, const YAML::Node &map)
    {
        const auto year = key.as<int>(0);
        if (year < earliestYear || year > latestYear)
            refuse(key, "a year is from 2000 to 2200");
        demandKnownKeys(map, {u"source"_s, u"known"_s, u"holidays"_s});
        const bool isKnown = !map["known"] || flagAt(map, "known");
        const auto holidays = listAt(map, "holidays");
        if (!isKnown && holidays.size() > 0)
            refuse(map["holidays"], "the year is not known, yet there are days");
        for (const auto &holiday : holidays)
            readHoliday(holiday, year);
        if (isKnown)
            m_calendar.knownUntil = std::max(m_calendar.knownUntil, year * 10000 + 1231);
    }

    void readHoliday(const YAML::Node &map, int year)
    {
        demandKnownKeys(map, {u"name"_s, u"from"_s, u"to"_s, u"workdays"_s});
        const auto from = dateAt(map, "from", year);
        const auto to = map["to"] ? dateOf(map["to"], year) : from;
        if (to < from)
            refuse(map["to"], "to must not be before from");
        for (auto day = from; day <= to; day = day.addDays(1))
            take(map["from"], day, m_calendar.holidays);
        for (const auto &workday : listAt(map, "workdays"))
            take(workday, dateOf(workday, year), m_calendar.workdays);
    }

    void take(const YAML::Node &node, const QDate &day, QList<int> &days)
    {
        const auto number = numberOf(day);
        if (m_calendar.holidays.contains(number) || m_calendar.workdays.contains(number))
            refuse(node, day.toString(Qt::ISODate).toStdString() + " is there twice");
        days.append(number);
    }

    WorkCalendar m_calendar;
};

} // namespace

Result<WorkCalendar> readCalendarFile(const QString &path)
{
    auto calendar = readYaml(path, [](const YAML::Node &root) { return Reader().read(root); });
    if (calendar)
        calendar->name = QFileInfo(path).completeBaseName();
    return calendar;
}

QString calendarPath(const QString &name, const QDir &besides)
{
    if (name.isEmpty())
        return {};
    for (const auto &path : {besides.absoluteFilePath(name), besides.absoluteFilePath(name + u".yaml"_s),
                             u":/calendar/%1.yaml"_s.arg(name)}) {
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace quntai
