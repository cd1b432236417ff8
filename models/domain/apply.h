// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/events.h"
#include "models/domain/state.h"

#include <QSet>

namespace quntai {

/** What a run of events changed, for whoever shows it. Collected, then read once. */
struct Changes
{
    QSet<GroupId> groups;      //!< info or members
    QSet<TopicId> topics;
    QSet<DraftId> drafts;
    QSet<EntryId> entries;
    QSet<CustomerId> customers;
    QSet<UserId> people;       //!< users and presence
    QList<MessagePtr> added;   //!< in order of arrival
    QHash<MessageId, MessagePtr> changed;  //!< newest value of messages known before
    QList<std::pair<TopicId, TopicId>> merged;  //!< from, into
    QSet<MessageId> foldSamples;  //!< messages that came into a sample, left it or were checked
    QSet<GapId> gaps;
    QSet<PromiseId> promises;
    QSet<FlowId> flows;        //!< written, or had their moment
    bool canned = false;
    bool policy = false;
    bool lessons = false;      //!< of phrasings
    bool suggestions = false;  //!< tallies of them
    bool connectors = false;

    bool isEmpty() const;
};

/** The only fold. Pure: depends on nothing but its arguments; never decides.
 *
 * Events of a stream must come in order; one at or before the stream's position is dropped (a
 * repeat has no effect). Unknown events move the position and change nothing else.
 */
void apply(State &state, const Event &event, Changes *changes = nullptr);

} // namespace quntai
