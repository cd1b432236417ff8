// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"

#include <functional>

namespace quntai {

/** The fold of one event, split by kind of event: messagefolds.cpp, topicfolds.cpp,
 * worldfolds.cpp. Part of apply(); nothing else makes one.
 */
struct Folder
{
    State &state;
    const Event &event;
    Changes &changes;

    void fold(const MessageReceived &);
    void fold(const MessageAttached &);
    void fold(const MessageQueued &);
    void fold(const MessageSent &);
    void fold(const MessageFailed &);
    void fold(const MessageUnknown &);
    void fold(const MessageRecalled &);
    void fold(const VerdictReached &);
    void fold(const DraftMade &);
    void fold(const DraftWithdrawn &);
    void fold(const NoteAdded &);

    void fold(const TopicOpened &);
    void fold(const TopicLinked &);
    void fold(const TopicStateChanged &);
    void fold(const EscalationRaised &);
    void fold(const EscalationCleared &);
    void fold(const LeaseOffered &);
    void fold(const LeaseGranted &);
    void fold(const LeaseRenewed &);
    void fold(const LeaseEnded &);

    void fold(const GroupChanged &);
    void fold(const MemberChanged &);
    void fold(const CustomerChanged &);
    void fold(const CustomerChecked &);
    void fold(const TicketChanged &);
    void fold(const PresenceChanged &);
    void fold(const KnowledgeChanged &);
    void fold(const KnowledgeDrafted &);
    void fold(const KnowledgeAccepted &);
    void fold(const PolicyChanged &);
    void fold(const UserChanged &);
    void fold(const ConnectorChanged &);
    void fold(const ConnectorGap &) {}
    void fold(const TimerFired &) {}
    void fold(const ClockStepped &) {}
    void fold(const ControlApplied &) {}
    void fold(const DataErased &);
    void fold(const UnknownEvent &) {}

private:
    GroupState &group();
    /** The event's topic if it is known, else null; noted as changed. */
    Topic *topic();
    void addMessage(Message message);
    void noteSend(Instant at);
    void noteLate(const Message &message);
    void changeMessage(const MessageId &id, const std::function<void(Message &)> &change);
    void countIn(Topic &topic, const Message &message);
    void takeFromTopic(const Message &message);
    void end(Topic &topic, TopicState state, const QString &why);
    void reopen(Topic &topic);
    void noteCorrection(const KnowledgeChanged &data);
    void forgetOldTopics(GroupState &group);
};

} // namespace quntai
