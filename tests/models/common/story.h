// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"
#include "tests/models/common/seed.h"

namespace quntai::tests {

/** A random but lawful history of a company's groups: each event follows from the state before it,
 * as a backend would have written it. */
class Story
{
public:
    Story(quint32 seed, int groups) : m_dice(seed), m_groups(groups) {}

    /** The next event; also applied to state(). */
    Event next();
    QList<Event> next(int count);
    const State &state() const { return m_state; }
    Dice &dice() { return m_dice; }
    QList<UserId> agents() const { return {{QStringLiteral("u-1")}, {QStringLiteral("u-2")}}; }

private:
    EventData make();
    EventData introduce();
    EventData say();
    EventData answer();
    EventData aboutMessage();
    EventData aboutTopic();
    EventData aboutLease(Topic &topic);
    EventData aboutWorld();
    Event sealed(EventData data);
    Verdict verdict();
    TopicId anyTopic();

    Dice m_dice;
    int m_groups;
    State m_state;
    GroupId m_group;   //!< of the event in the making
    TopicId m_topic;
    qint64 m_seq = 0;
    qint64 m_control = 0;
    qint64 m_now = 1'764'000'000'000;
};

} // namespace quntai::tests
