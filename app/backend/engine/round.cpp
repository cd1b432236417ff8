// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/engine/round.h"

#include "models/domain/apply.h"

#include <algorithm>

namespace quntai {

using namespace Qt::StringLiterals;

namespace {

const QString groupStream = u"p0"_s;
const QString controlStream = u"c0"_s;

/** Where colleagues look, tickets and when somebody was asked about are of no interest to decide, so
 * they need no new control position. Who is at work is: topics are offered to them. */
bool feedsDecide(const State &before, const EventData &data)
{
    if (const auto *changed = std::get_if<PresenceChanged>(&data))
        return before.policy.routing.offers
            && before.presence.value(changed->presence.user).status != changed->presence.status;
    return isControl(data) && !std::holds_alternative<CustomerChecked>(data)
        && !std::holds_alternative<TicketChanged>(data);
}

} // namespace

Round::Round(State &state, Decider &decider, LedgerClock &clock, bool &controlIsNew)
    : m_state(state), m_decider(decider), m_clock(clock), m_controlIsNew(controlIsNew)
{
}

Instant Round::timeFor(const QString &stream)
{
    return std::max(m_clock.now(), m_state.times.value(stream));
}

void Round::place(const NewEvent &event, const QString &stream)
{
    const auto before = m_state.positions.value(stream);
    batch.events.append(
        Event{stream, before + 1, before, timeFor(stream), event.group, event.topic, event.data});
    const auto &placed = batch.events.constLast();
    apply(m_state, placed);
    m_decider.observe(m_state, placed);
}

const Event &Round::record(const NewEvent &event)
{
    const bool control = isControl(event.data);
    if (!control && m_controlIsNew) {
        m_controlIsNew = false;
        place({{}, {}, ControlApplied{m_state.positions.value(controlStream)}}, groupStream);
    }
    const bool feeds = feedsDecide(m_state, event.data);
    place(event, control ? controlStream : groupStream);
    m_controlIsNew |= feeds;
    return batch.events.constLast();
}

void Round::recordIn(const QString &stream, const NewEvent &event)
{
    const bool control = stream == controlStream;
    if (!control && std::exchange(m_controlIsNew, false))
        place({{}, {}, ControlApplied{m_state.positions.value(controlStream)}}, groupStream);
    place(event, stream);
    m_controlIsNew |= control;
}

void Round::recordAndDecide(const NewEvent &event)
{
    recordAndDecide(QList{event});
}

void Round::recordAndDecide(const QList<NewEvent> &events)
{
    QList<Event> placed;
    for (const auto &event : events)
        placed.append(record(event));
    for (const auto &event : placed) {
        auto ids = mint();
        const auto consequences = m_decider.decide(m_state, event, ids);
        for (const auto &consequence : consequences)
            record(consequence);
    }
}

IdMint Round::mint() const
{
    // The sum rises with every event of either stream, so no two mints start alike.
    return IdMint(groupStream,
                  m_state.positions.value(groupStream) + m_state.positions.value(controlStream) + 1);
}

} // namespace quntai
