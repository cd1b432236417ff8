// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend/decide/scene.h"

namespace quntai {

/** Carries out one command of one person: events in the scene, or a refusal and no effect.
 *
 * By kind of command: helpcommands.cpp, suggestioncommands.cpp, leasecommands.cpp, topiccommands.cpp, sendcommands.cpp, reviewcommands.cpp, insightcommands.cpp,
 * knowledgecommands.cpp, knowledgedrafts.cpp, settingcommands.cpp. Role and group were checked before.
 */
struct Commander
{
    Scene &scene;
    const User &user;
    CommandId command;

    Result<> run(const ClaimTopic &);
    Result<> run(const RenewLease &);
    Result<> run(const ReleaseTopic &);
    Result<> run(const SnoozeTopic &);
    Result<> run(const HoldTopic &);
    Result<> run(const TransferTopic &);
    Result<> run(const HandBackTopic &);
    Result<> run(const ReassignTopic &);
    Result<> run(const ForceState &);

    Result<> run(const ResolveTopic &);
    Result<> run(const ReopenTopic &);
    Result<> run(const RelinkMessages &);
    Result<> run(const SplitTopic &);
    Result<> run(const MergeTopics &);
    Result<> run(const UnmergeTopic &);
    Result<> run(const UnlinkMessages &);
    Result<> run(const AddNote &);
    Result<> run(const TickStep &);
    Result<> run(const MarkSatisfaction &);
    Result<> run(const PutPromise &);
    Result<> run(const SettlePromise &);
    Result<> run(const AskSupervisor &);
    Result<> run(const EndAsking &);
    Result<> run(const InviteColleague &);
    Result<> run(const AttendTopic &);
    Result<> run(const GuestWhisper &);
    Result<> run(const JudgeSuggestions &);
    Result<> run(const Whisper &);

    Result<> run(const SendMessage &);
    Result<> run(const RecallMessage &);
    Result<> run(const RetryMessage &);
    Result<> run(const PutDraft &);

    Result<> run(const ApproveDraft &);
    Result<> run(const EditDraft &);
    Result<> run(const RejectDraft &);
    Result<> run(const JudgeFold &);
    Result<> run(const DisposeGap &);

    Result<> run(const CorrectAnswer &);
    Result<> run(const PutEntry &);
    Result<> run(const SubmitEntry &);
    Result<> run(const PublishEntry &);
    Result<> run(const DiscardEntryDraft &);
    Result<> run(const ImportEntries &);
    Result<> run(const AcceptCorrection &);
    Result<> run(const UndoCorrection &);
    Result<> run(const UndoLesson &);
    Result<> run(const RetireEntry &);
    Result<> run(const RestoreEntry &);
    Result<> run(const PutCanned &);

    Result<> run(const PutPolicy &);
    Result<> run(const PutFlow &);
    Result<> run(const StopBot &);
    Result<> run(const SetStatus &);
    Result<> run(const PutGroup &);
    Result<> run(const EraseData &);
    Result<> run(const PutUser &);

private:
    Result<const Topic *> topic(const TopicId &id) const;
    Result<const Topic *> openTopic(const TopicId &id) const;
    Result<MessagePtr> message(const GroupId &group, const MessageId &id) const;
    Result<> note(const PutPromise &put);
    Result<> offer(const Topic &topic, const UserId &to, const QString &note);
    Instant touchBy(const Topic &topic) const;
    Result<> checkColleague(const UserId &id) const;
    Result<> checkMayHelp(const Topic &topic, const UserId &id) const;
    Result<> invite(const Topic &topic, const UserId &id, const QString &note);
    Result<> letGo(const Topic &topic, const UserId &id, GuestState state);
    void endAsking(const Topic &topic, HelpEnd why);
    Result<> checkRecall(const Message &message) const;
    Result<> publish(const Topic &topic, const Message &wrong, const Entry &entry);
    Result<const Draft *> reviewDraft(const DraftId &id, const TopicId &topic) const;
    Result<> checkDraft(const Draft &draft, qint64 basis, const QString &text) const;
    void sendDraft(const Draft &draft, const QString &text);
    void endDraft(const Draft &draft, DraftEnd outcome, const QString &why, const QString &text);
    Result<const Entry *> entryAt(const EntryId &id, int version) const;
    Result<const EntryDraft *> draftAt(const EntryId &id, int revision) const;
    Result<> put(Entry entry, int revision, EntryChange change);
    Result<> putDraft(Entry entry, int revision);
    void changeDraft(EntryDraft draft);
    void changeEntry(Entry entry, EntryChange change);
    Author me() const { return {AuthorKind::Agent, user.id.value, user.name}; }
};

/** A refusal for a wrong or missing field. */
std::unexpected<Error> badField(const QString &field, const QString &message);
/** Refuses an entry the bot could not use: empty, too long, or with sensitive words. */
Result<> checkEntry(const Scene &scene, const Entry &entry);
/** Refuses what is too long to be kept, even as a draft. */
Result<> checkEntryBounds(const Entry &entry);
/** Refuses a note or reason that is empty or longer than 16 KiB. */
Result<> checkNote(const QString &text, const QString &field);
/** Refuses when the topic has messages after basis that this author did not write: answering
 * would be blind. data.since names their sequences. */
Result<> checkFresh(const Scene &scene, const Topic &topic, qint64 basis, const UserId &author);

} // namespace quntai
