// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/schedule.h"
#include "models/domain/events.h"
#include "models/domain/state.h"

#include <QSet>

namespace quntai {

/** Joins the flow has not dealt with, oldest first, whoever they are. */
QList<FlowJoin> openJoins(const Flow &flow, const GroupState &group);

/** When time brings the flow's moment in the group: the end of a batch of joins, or the schedule.
 * Unset when nothing is to come. */
Instant momentOf(const Flow &flow, const GroupState &group);

/** The moments of all flows in all groups, in order of time, kept from event to event as Deadlines
 * keeps those of topics. */
class FlowMoments
{
public:
    void reset(const State &state);
    void observe(const State &state, const Event &event);

    Instant next() const { return m_schedule.next(); }
    QList<NewEvent> due(Instant now) const;

private:
    using Place = std::pair<GroupId, FlowId>;

    void refresh(const State &state, const GroupId &group);

    Schedule<Place> m_schedule;
    QSet<GroupId> m_groups;  //!< that were looked at: a group may begin with any event
};

} // namespace quntai
