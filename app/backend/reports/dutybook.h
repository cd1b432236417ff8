// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/reports/timeline.h"
#include "models/domain/events.h"

#include <QHash>
#include <QMap>

namespace quntai {

/** Who would answer in a group. */
enum class Duty { Human, Bot, Nobody };

/** A stretch of time with one answer to that. */
struct DutySpan
{
    qint64 from = 0;
    qint64 to = 0;
    Duty duty = Duty::Nobody;
};

/** Who was there when, folded from events of presence, connections, modes and policy.
 *
 * As FactBook: the order of the streams to each other does not matter. For one thread.
 */
class DutyBook
{
public:
    void take(const Event &event);

    /** Spans without gaps over [from, to), from when the group was first known, cut at every full
     * hour too; nothing for a group that is not known. */
    QList<DutySpan> spans(const GroupId &group, qint64 from, qint64 to) const;
    /** Who would have answered at that moment; Nobody before the group was known. */
    Duty dutyAt(const GroupId &group, qint64 at) const;
    QList<GroupId> groups() const { return m_groups.keys(); }
    /** Minutes east of UTC of the company's clock, as the newest policy has it. */
    int offsetMinutes() const;

    bool operator==(const DutyBook &other) const = default;

private:
    struct Place
    {
        QString channel;
        BotMode mode = BotMode::Auto;
        QStringList tags;

        bool operator==(const Place &) const = default;
    };
    struct Rules
    {
        Policy policy;
        bool operator==(const Rules &) const = default;
    };

    bool isSilent(qint64 at) const;
    bool isPersonThere(const GroupId &group, qint64 at) const;
    bool isBotThere(const GroupId &group, const Place &place, qint64 at) const;
    QList<qint64> cuts(const GroupId &group, qint64 from, qint64 to) const;
    void noteConnector(const Connector &connector, qint64 at);

    QMap<GroupId, Timeline<Place>> m_groups;
    QMap<UserId, User> m_users;
    QMap<UserId, Timeline<AgentStatus>> m_presence;
    QMap<QString, Timeline<bool>> m_connected;
    QList<std::pair<qint64, qint64>> m_silences;  //!< the backend did not run
    Timeline<Rules> m_rules;
    qint64 m_lastGroupEvent = 0;
};

} // namespace quntai
