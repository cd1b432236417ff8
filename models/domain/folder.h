// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/apply.h"

#include <functional>

namespace quntai {

/** The fold of one event, split by kind of event: flowfolds.cpp, messagefolds.cpp, insightfolds.cpp,
 * topicfolds.cpp, promisefolds.cpp, helpfolds.cpp, talkfolds.cpp, worldfolds.cpp, erasurefolds.cpp.
 * Part of apply(); nothing else makes one.
 */
struct Folder
{
    State &state;
    const Event &event;
    Changes &changes;

    void fold(const MessageReceived &);
    void fold(const MessageAttached &);
    void fold(const MessageRead &);
    void fold(const MessageQueued &);
    void fold(const MessageDelayed &);
    void fold(const MessageSent &);
    void fold(const MessageFailed &);
    void fold(const MessageUnknown &);
    void fold(const MessageRecalled &);
    void fold(const VerdictReached &);
    void fold(const DraftMade &);
    void fold(const DraftWithdrawn &);
    void fold(const NoteAdded &);

    void fold(const FoldSampled &);
    void fold(const FoldJudged &);
    void fold(const AlertRaised &);
    void fold(const AlertCleared &);
    void fold(const GapChanged &);

    void fold(const TopicOpened &);
    void fold(const TopicLinked &);
    void fold(const TopicUnlinked &);
    void fold(const TopicStateChanged &);
    void fold(const EscalationRaised &);
    void fold(const EscalationCleared &);
    void fold(const LeaseOffered &);
    void fold(const LeaseGranted &);
    void fold(const LeaseRenewed &);
    void fold(const LeaseEnded &);
    void fold(const LeaseMissed &);
    void fold(const TopicSnoozed &);
    void fold(const TopicOnHold &);
    void fold(const SlaWarning &);
    void fold(const SlaBreached &);
    void fold(const StepTicked &);
    void fold(const HelpAsked &);
    void fold(const HelpEnded &);
    void fold(const GuestChanged &);
    void fold(const SuggestionJudged &);

    void fold(const SatisfactionAsked &);
    void fold(const SatisfactionGiven &);
    void fold(const PromiseMade &);
    void fold(const PromiseChanged &);
    void fold(const PromiseSettled &);
    void fold(const PromiseOverdue &);

    void fold(const GroupChanged &);
    void fold(const MemberChanged &);
    void fold(const CustomerChanged &);
    void fold(const CustomerChecked &);
    void fold(const TicketChanged &);
    void fold(const PresenceChanged &);
    void fold(const KnowledgeChanged &);
    void fold(const KnowledgeDrafted &);
    void fold(const KnowledgeAccepted &);
    void fold(const LessonTaught &);
    void fold(const LessonUndone &);
    void fold(const ModelActivated &);
    void fold(const CannedChanged &);
    void fold(const PolicyChanged &);
    void fold(const FlowChanged &);
    void fold(const FlowFired &);
    void fold(const LookupAsked &);
    void fold(const LookupDone &);
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
    void noteJoin(GroupState &group, const MemberId &member);
    void noteLate(const Message &message);
    void changeMessage(const MessageId &id, const std::function<void(Message &)> &change);
    void countIn(Topic &topic, const Message &message);
    void oweAgain(const Message &text);
    void takeFromTopic(const Message &message);
    void noteStaff(Topic &topic, Instant at);
    void putOff(Topic &topic, Instant until, bool onHold, const QString &why);
    void wake(Topic &topic);
    void noteQueue(Topic &topic);
    void noteSla(SlaTarget target, SlaState state, Instant dueAt);
    void noteSaid(Topic &topic, const Message &message);
    void forgetSaid(const TopicId &topic, const MessageId &message);
    void noteTold(Topic &topic, const VerdictReached &data);
    void inheritTalk(Topic &into, const Topic &from);
    void eraseTold(const MemberId &member);
    Promise *promise(const PromiseId &id);
    void dropOldPromises();
    void movePromises(const MessageId &message, const TopicId &into);
    void mergePromises(const TopicId &from, const TopicId &into);
    void erasePromises(const DataErased &data);
    SuggestionTally &tally(const EntryId &entry);
    void forgetRemarks(const QSet<qint64> &erased);
    void endHelp(Topic &topic);
    void end(Topic &topic, TopicState state, const QString &why);
    void reopen(Topic &topic);
    void noteCorrection(const KnowledgeChanged &data);
    void forgetLessons(const QSet<qint64> &erased);
    void noteLinkLessons(const TopicLinked &data);
    void forgetLinkLessons(const QList<MessageId> &messages);
    void forgetOldTopics(GroupState &group);
    void forgetOldSamples(Instant day);
    void forgetRarestGap(const GapId &except);
    void forgetInsight(const DataErased &data);
    void noteSpread(const Message &message, int emotion);
    void noteMood(Topic &topic, const Message &message, int emotion);
};

} // namespace quntai
