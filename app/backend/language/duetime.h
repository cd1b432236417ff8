// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/hours.h"
#include "models/domain/instant.h"

#include <QDate>
#include <QString>

namespace quntai {

/** When what is said should be done by, clause by clause, by the company's clock. A day that was
 * named holds for the clauses after it ("明天核实，下午三点前答复"). What words mean is told at
 * promisesIn(). Belongs to one thread. */
class DueClock
{
public:
    DueClock(Instant now, const WorkingHours &hours);

    /** A new sentence begins. */
    void forgetDay() { m_day = {}; }
    /** The moment a normalised clause names; unset when it names none that is to come within a
     * year. */
    Instant dueIn(const QString &clause);

private:
    Instant found(const QString &clause);
    Instant at(QDate day, int minute) const;
    Instant endOf(QDate day) const;
    Instant timeOfDay(const QString &clause, QDate named) const;
    Instant span(const QString &clause) const;
    Instant workingDays(int count) const;
    Instant period(const QString &clause) const;

    const Instant m_now;
    const WorkingHours m_hours;
    QDate m_today;
    QDate m_day;  //!< last named
};

} // namespace quntai
