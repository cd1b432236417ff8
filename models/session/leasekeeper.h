// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/commands.h"
#include "models/domain/state.h"

#include <QSet>

namespace quntai {

/** Which leases of mine are to be renewed, and whether a person did something meanwhile – without
 * which the backend hands an idle topic back to the bot. Pure. */
class LeaseKeeper
{
public:
    /** A lease lives 60 s; three renewals may get lost before it ends. */
    static constexpr int everyMs = 15'000;

    /** The person wrote or did something in the topic. */
    void touched(const TopicId &topic) { m_touched.insert(topic); }
    /** Renewals of every topic I hold. */
    QList<RenewLease> renewals(const State &state, const UserId &me)
    {
        QList<RenewLease> all;
        for (const auto &topic : state.topics) {
            if (topic.lease && topic.lease->user == me)
                all.append({topic.id, topic.lease->fence, m_touched.remove(topic.id)});
        }
        m_touched.clear();
        return all;
    }

private:
    QSet<TopicId> m_touched;
};

} // namespace quntai
