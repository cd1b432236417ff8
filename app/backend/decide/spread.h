// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

#include <QMap>

namespace quntai {

/** Warns when anger goes from one member of a group to others, as Policy::spread says; once until
 * it is over. topic: of the message; empty for talk. */
void watchSpread(Scene &scene, const Message &message, const Verdict &verdict,
                 const TopicId &topic);

/** A group may have calmed down: ends what is over. */
void takeCalm(Scene &scene, const GroupId &group);

/** When groups with an alert will have calmed down, if nothing more happens. A function of the
 * state, kept from event to event; only groups with an alert take room. */
class CalmTimes
{
public:
    void reset(const State &state);
    void observe(const State &state, const Event &event);

    /** Unset: there is none. */
    Instant next() const;
    QList<NewEvent> due(Instant now) const;

private:
    void refresh(const State &state, const GroupId &group);

    QMap<GroupId, Instant> m_times;
};

} // namespace quntai
