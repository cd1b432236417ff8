// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/canned.h"
#include "models/domain/insightcommands.h"
#include "models/domain/knowledgecommands.h"
#include "models/domain/topiccommands.h"
#include "models/domain/messagecommands.h"
#include "models/domain/worldcommands.h"

#include <variant>

namespace quntai {

using CommandData = std::variant<
    ClaimTopic,
    RenewLease,
    ReleaseTopic,
    SnoozeTopic,
    HoldTopic,
    TransferTopic,
    HandBackTopic,
    ResolveTopic,
    ReopenTopic,
    RelinkMessages,
    SplitTopic,
    MergeTopics,
    UnmergeTopic,
    UnlinkMessages,
    AddNote,
    TickStep,
    SendMessage,
    CorrectAnswer,
    RecallMessage,
    RetryMessage,
    PutDraft,
    ApproveDraft,
    EditDraft,
    RejectDraft,
    JudgeFold,
    DisposeGap,
    PutEntry,
    SubmitEntry,
    PublishEntry,
    DiscardEntryDraft,
    ImportEntries,
    AcceptCorrection,
    UndoCorrection,
    UndoLesson,
    RetireEntry,
    RestoreEntry,
    PutCanned,
    PutPolicy,
    StopBot,
    SetStatus,
    Whisper,
    ReassignTopic,
    ForceState,
    PutGroup,
    EraseData,
    PutUser>;

/** A command with its idempotency key: the same id with the same body has one effect. */
struct Command
{
    CommandId id;  //!< UUIDv7
    CommandData data;

    bool operator==(const Command &) const = default;
};

/** The method of the console protocol: "message.send". */
QString methodName(const CommandData &data);

} // namespace quntai
