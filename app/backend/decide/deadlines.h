// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/schedule.h"
#include "models/domain/events.h"
#include "models/domain/state.h"

namespace quntai {

/** The next thing time brings for a topic. */
struct Deadline
{
    Instant at;
    TimerKind kind = TimerKind::AnswerDue;
};

/** When a lease runs out or idles, an offer lapses, or a question has waited too long; unset when
 * time brings nothing. The earliest of them. */
Deadline deadlineOf(const State &state, const Topic &topic);

/** All topics' deadlines in order of time, kept from event to event. */
class Deadlines
{
public:
    void reset(const State &state);
    void observe(const State &state, const Event &event);

    Instant next() const { return m_schedule.next(); }
    QList<NewEvent> due(const State &state, Instant now) const;

private:
    void refresh(const State &state, const TopicId &topic);

    Schedule<TopicId> m_schedule;
};

} // namespace quntai
