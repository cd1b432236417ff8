// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/happening.h"

namespace quntai {

namespace {

using Kind = Happening::Kind;

/** Fills in what the kind of event has to tell; false when it is nothing to read. */
struct Teller
{
    Happening &told;

    bool operator()(const TopicOpened &data)
    {
        told.kind = Kind::Opened;
        told.text = data.title;
        told.who = data.askerName;
        return true;
    }
    bool operator()(const EscalationRaised &data)
    {
        told.kind = Kind::Escalated;
        told.reasons = data.reasons;
        told.to = data.dueAt;
        return true;
    }
    bool operator()(const EscalationCleared &data)
    {
        told.kind = Kind::Cleared;
        told.text = data.why;
        return true;
    }
    bool operator()(const LeaseOffered &data)
    {
        told.kind = Kind::Offered;
        name(data.user, data.name);
        told.text = data.note;
        told.to = data.until;
        return true;
    }
    bool operator()(const LeaseGranted &data)
    {
        told.kind = Kind::TakenOver;
        name(data.user, data.name);
        return true;
    }
    bool operator()(const quntai::LeaseEnded &data)
    {
        told.kind = Kind::LeaseEnded;
        name(data.user, {});
        told.end = data.why;
        told.text = data.summary;
        return true;
    }
    bool operator()(const TopicStateChanged &data)
    {
        told.state = data.state;
        told.text = data.why;
        told.into = data.into;
        name(data.by, {});
        if (data.state == TopicState::Merged)
            told.kind = Kind::Merged;
        else if (data.state == TopicState::Resolved || data.state == TopicState::AnsweredByPeer)
            told.kind = Kind::Ended;
        else
            return false;
        return true;
    }
    bool operator()(const DraftWithdrawn &data)
    {
        told.kind = Kind::Reviewed;
        told.outcome = data.outcome;
        told.draft = data.draft;
        name(data.by, data.name);
        told.before = data.before;
        told.text = data.outcome == DraftEnd::Rejected ? data.why : data.text;
        return data.outcome != DraftEnd::Withdrawn;
    }
    bool operator()(const TopicLinked &data)
    {
        told.kind = Kind::Moved;
        name(data.by, {});
        return data.rule == LinkRule::Human;
    }
    bool operator()(const quntai::ConnectorGap &data)
    {
        told.kind = Kind::ConnectorGap;
        told.connector = data.connector;
        told.from = data.from;
        told.to = data.to;
        told.text = data.detail;
        return true;
    }
    bool operator()(const DataErased &data)
    {
        told.kind = Kind::Erased;
        name(data.by, {});
        // Once for a group: the others are of single topics, and of what else they are called.
        return !told.group.isEmpty() && told.topic.isEmpty() && !data.events.isEmpty();
    }
    bool operator()(const auto &) { return false; }

    void name(const UserId &user, const QString &name)
    {
        told.user = user;
        told.who = name.isEmpty() ? user.value : name;
    }
};

} // namespace

std::optional<Happening> happeningOf(const Event &event)
{
    Happening told;
    told.seq = event.seq;
    told.at = event.at;
    told.group = event.group;
    told.topic = event.topic;
    if (!std::visit(Teller{told}, event.data))
        return std::nullopt;
    return told;
}

} // namespace quntai
