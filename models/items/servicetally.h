// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"

namespace quntai {

/** What can be counted of a day's service from what a console sees.
 *
 * Ended topics stay in the state for 72 h, so those of today are all known. How fast people were is
 * not in it: that is counted only for topics whose escalation happened after the tally began to
 * watch, and said with its number. A value; owned by one thread.
 */
class ServiceTally
{
public:
    struct Ended
    {
        int all = 0;      //!< topics that ended, those that went on in another one left out
        int byBot = 0;    //!< resolved, and nobody ever held them
    };

    /** Reads the ended topics and watches from now on; what was counted of first responses stays. */
    void rebuild(const State &state, Instant now);
    void take(const State &state, const Changes &changes);

    Ended endedSince(Instant from) const;
    /** From the escalation to the first words of a person, milliseconds; -1: none was seen. */
    qint64 medianResponse() const;
    qint64 medianResponse(const UserId &agent) const;
    int responses() const { return static_cast<int>(m_responses.size()); }
    /** Since when first responses are counted. */
    Instant watchingSince() const { return m_since; }

private:
    struct End
    {
        Instant at;
        bool byBot = false;
    };
    struct Response
    {
        qint64 ms = 0;
        UserId agent;   //!< empty: staff who wrote from their phone
    };

    void readTopic(const State &state, const TopicId &id);
    void readMessage(const State &state, const Message &message);

    QHash<TopicId, End> m_ended;
    QHash<TopicId, Instant> m_answered;   //!< the escalation that was answered last
    QList<Response> m_responses;
    Instant m_since;
    Instant m_from;   //!< escalations before it may have been answered unseen
};

} // namespace quntai
