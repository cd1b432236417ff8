// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/decide/flowmoments.h"

#include <algorithm>

namespace quntai {

namespace {

bool changesAll(const EventData &data)
{
    return std::holds_alternative<FlowChanged>(data) || std::holds_alternative<DataErased>(data);
}

bool changesGroup(const EventData &data)
{
    if (const auto *member = std::get_if<MemberChanged>(&data))
        return member->joined;
    return std::holds_alternative<GroupChanged>(data) || std::holds_alternative<FlowFired>(data);
}

Instant scheduled(const Flow &flow, const GroupState &group)
{
    const auto last = group.flows.value(flow.id).at;
    return nextMoment(flow.schedule, group.info.id, std::max(last, flow.since));
}

} // namespace

QList<FlowJoin> openJoins(const Flow &flow, const GroupState &group)
{
    const auto upTo = group.flows.value(flow.id).upTo;
    auto joins = group.joins;
    joins.removeIf([&](const FlowJoin &join) { return join.seq <= upTo || join.at < flow.since; });
    return joins;
}

Instant momentOf(const Flow &flow, const GroupState &group)
{
    if (!flow.enabled || !isFor(flow, group.info))
        return {};
    if (flow.trigger == FlowTrigger::Schedule)
        return scheduled(flow, group);
    if (flow.trigger != FlowTrigger::Joined || group.joins.isEmpty())
        return {};
    const auto joins = openJoins(flow, group);
    return joins.isEmpty() ? Instant{} : joins.first().at.plusSeconds(flow.batchSeconds);
}

void FlowMoments::reset(const State &state)
{
    m_schedule.clear();
    m_groups.clear();
    if (state.flows.isEmpty())
        return;
    for (auto group = state.groups.keyBegin(); group != state.groups.keyEnd(); ++group)
        refresh(state, *group);
}

void FlowMoments::observe(const State &state, const Event &event)
{
    if (changesAll(event.data))
        reset(state);
    else if (!state.flows.isEmpty() && !event.group.isEmpty()
             && (changesGroup(event.data) || !m_groups.contains(event.group)))
        refresh(state, event.group);
}

void FlowMoments::refresh(const State &state, const GroupId &id)
{
    m_groups.insert(id);
    const auto group = state.groups.constFind(id);
    for (const auto &flow : state.flows)
        m_schedule.put({id, flow.id},
                       group == state.groups.cend() ? Instant{} : momentOf(flow, *group));
}

QList<NewEvent> FlowMoments::due(Instant now) const
{
    QList<NewEvent> fired;
    const auto places = m_schedule.due(now);
    for (const auto &[group, flow] : places) {
        TimerFired timer;
        timer.timer = TimerKind::FlowDue;
        timer.flow = flow;
        fired.append({group, {}, timer});
    }
    return fired;
}

} // namespace quntai
