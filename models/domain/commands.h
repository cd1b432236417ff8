// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/canned.h"
#include "models/domain/flowcommands.h"
#include "models/domain/help.h"
#include "models/domain/insightcommands.h"
#include "models/domain/knowledgecommands.h"
#include "models/domain/promise.h"
#include "models/domain/satisfaction.h"
#include "models/domain/suggestion.h"
#include "models/domain/topiccommands.h"
#include "models/domain/messagecommands.h"
#include "models/domain/worldcommands.h"

#include <variant>

namespace quntai {

/** The commands there are. */
using CommandVariant = std::variant<
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
    AskSupervisor,
    EndAsking,
    InviteColleague,
    AttendTopic,
    GuestWhisper,
    JudgeSuggestions,
    MarkSatisfaction,
    PutPromise,
    SettlePromise,
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
    PutFlow,
    StopBot,
    SetStatus,
    Whisper,
    ReassignTopic,
    ForceState,
    PutGroup,
    EraseData,
    PutUser>;

/** What a command asks for; its special members stand in one place, as those of EventData. */
struct CommandData : CommandVariant
{
    using CommandVariant::CommandVariant;
    CommandData();
    CommandData(const CommandData &other);
    CommandData(CommandData &&other) noexcept;
    CommandData &operator=(const CommandData &other);
    CommandData &operator=(CommandData &&other) noexcept;
    ~CommandData();

    bool operator==(const CommandData &other) const;
};

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
