// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/instant.h"

#include <QList>
#include <QString>

namespace quntai {

/** Single days that are not as their week: public holidays, and workdays made up for them. */
struct WorkCalendar
{
    QString name;              //!< of the file it was read from
    QList<int> holidays;       //!< 20260217, by the company's clock
    QList<int> workdays;       //!< days worked though the week would have them off
    int knownUntil = 0;        //!< 20261231; after that day the plain week holds

    bool operator==(const WorkCalendar &) const = default;
    bool isEmpty() const { return holidays.isEmpty() && workdays.isEmpty(); }
    static constexpr auto fields()
    {
        using C = WorkCalendar;
        return FieldList{optional("name", &C::name), optional("holidays", &C::holidays),
                          optional("workdays", &C::workdays),
                          optional("knownUntil", &C::knownUntil)};
    }
};

/** When people are at the desk, by the company's clock. */
struct WorkingHours
{
    int from = 0;              //!< minute of the day, 0–1439
    int to = 1440;             //!< minute of the day, after from
    QList<int> days;           //!< 1 Monday – 7 Sunday; empty: every day, holidays too
    int offset = 480;          //!< minutes east of UTC
    WorkCalendar calendar = {};  //!< of no effect where days is empty

    bool operator==(const WorkingHours &) const = default;
    static constexpr auto fields()
    {
        using H = WorkingHours;
        return FieldList{optional("from", &H::from), optional("to", &H::to),
                          optional("days", &H::days), optional("offset", &H::offset),
                          optional("calendar", &H::calendar)};
    }
};

/** When groups are left in peace by the bot, by the company's clock. */
struct QuietHours
{
    int from = 0;              //!< minute of the day, 0–1439
    int to = 0;                //!< not after from: of the next day; the same: there are none
    int offset = 480;          //!< minutes east of UTC
    bool answers = false;      //!< answers wait too, not only what answers nobody

    bool operator==(const QuietHours &) const = default;
    static constexpr auto fields()
    {
        using Q = QuietHours;
        return FieldList{optional("from", &Q::from), optional("to", &Q::to),
                          optional("offset", &Q::offset), optional("answers", &Q::answers)};
    }
};

bool isOpen(const WorkingHours &hours, Instant at);
/** When the desk is open again; at itself while it is, or when it never is. */
Instant nextOpen(const WorkingHours &hours, Instant at);
/** The moment after so many seconds of working time. */
Instant afterWorking(const WorkingHours &hours, Instant from, qint64 seconds);

/** The end of the quiet hours that hold at that moment; at itself when none do. */
Instant quietUntil(const QuietHours &quiet, Instant at);

} // namespace quntai
