// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

// Events about messages, ours and the customers'.

/** A message a platform delivered. Its id is minted by the backend. */
struct MessageReceived
{
    static constexpr std::string_view type = "message.received";
    MessageId message;
    QString platformId;  //!< unique within the channel; a second delivery makes no event
    Author author;  //!< a member; or an agent, when staff typed on a phone
    MessageKind kind = MessageKind::Text;
    QString text;  //!< plain, bounded to 16 KiB; longer texts are blobs
    QList<MemberId> mentions;
    bool mentionsBot = false;
    MessageId quote;  //!< the quoted message, when we know it
    QString quoteText;  //!< what the platform says was quoted
    QList<Attachment> attachments;
    QString replyHandle;  //!< what the connector needs to answer this very message; opaque

    bool operator==(const MessageReceived &) const = default;
    static constexpr auto fields()
    {
        using E = MessageReceived;
        return FieldList{required("message", &E::message),
                          required("platformId", &E::platformId),
                          required("author", &E::author),
                          optional("kind", &E::kind),
                          optional("text", &E::text),
                          optional("mentions", &E::mentions),
                          optional("mentionsBot", &E::mentionsBot),
                          optional("quote", &E::quote),
                          optional("quoteText", &E::quoteText),
                          optional("attachments", &E::attachments),
                          optional("replyHandle", &E::replyHandle)};
    }
};

/** The bytes of an attachment came, or it is known why they do not. */
struct MessageAttached
{
    static constexpr std::string_view type = "message.attached";
    MessageId message;
    int index = 0;  //!< which of its attachments
    Attachment attachment;

    bool operator==(const MessageAttached &) const = default;
    static constexpr auto fields()
    {
        using E = MessageAttached;
        return FieldList{required("message", &E::message),
                          optional("index", &E::index),
                          required("attachment", &E::attachment)};
    }
};

/** The words of a picture were looked for, by a program that may misread them. */
struct MessageRead
{
    static constexpr std::string_view type = "message.read";
    static constexpr qsizetype longestText = 1200;  //!< of text, UTF-16 units: at most 4 KiB of UTF-8
    MessageId message;
    int index = 0;  //!< which of its attachments
    QString text;  //!< a line of the picture is a line here; untrusted; empty: none were found
    int sure = 0;  //!< how sure the program is of them, percent

    bool operator==(const MessageRead &) const = default;
    static constexpr auto fields()
    {
        using E = MessageRead;
        return FieldList{required("message", &E::message),
                          optional("index", &E::index),
                          optional("text", &E::text),
                          optional("sure", &E::sure)};
    }
};

/** A text of ours that shall go to the group; it waits in the send outbox. */
struct MessageQueued
{
    static constexpr std::string_view type = "message.queued";
    MessageId message;
    Author author;  //!< bot or agent
    QString text;  //!< as sent, AI label included
    QList<MemberId> mentions;
    MessageId quote;
    MessageId answers;  //!< the question this answers
    EntryId entry;  //!< source of the answer
    int entryVersion = 0;
    bool ai = false;  //!< text made by a machine, labelled as such
    QString replyHandle;  //!< of the message answered
    Instant notBefore;  //!< when the send budget allows it; unset: now
    DraftId draft;  //!< the draft this came from
    CommandId command;  //!< the console command this came from
    MessageId retries;  //!< the unknown or failed message this sends again
    QStringList warnings = {};  //!< names of word sets that warn of this text
    FlowId flow = {};  //!< the flow that says it
    MemberId privateTo = {};  //!< to this member alone, in a chat of its own
    QList<MessageId> alsoAnswers = {};  //!< questions of others that it answers as well
    QList<Attachment> attachments = {};  //!< pictures and files that go with it, in this order

    bool operator==(const MessageQueued &) const = default;
    static constexpr auto fields()
    {
        using E = MessageQueued;
        return FieldList{required("message", &E::message),
                          required("author", &E::author),
                          required("text", &E::text),
                          optional("mentions", &E::mentions),
                          optional("quote", &E::quote),
                          optional("answers", &E::answers),
                          optional("entry", &E::entry),
                          optional("entryVersion", &E::entryVersion),
                          optional("ai", &E::ai),
                          optional("replyHandle", &E::replyHandle),
                          optional("notBefore", &E::notBefore),
                          optional("draft", &E::draft),
                          optional("command", &E::command),
                          optional("retries", &E::retries),
                          optional("warnings", &E::warnings),
                          optional("flow", &E::flow),
                          optional("privateTo", &E::privateTo),
                          optional("alsoAnswers", &E::alsoAnswers),
                          optional("attachments", &E::attachments)};
    }
};

/** A text that could not go when its time came has a new time: its platform was away. */
struct MessageDelayed
{
    static constexpr std::string_view type = "message.delayed";
    MessageId message;
    Instant notBefore;  //!< never unset; not after the event's time: it goes at once

    bool operator==(const MessageDelayed &) const = default;
    static constexpr auto fields()
    {
        using E = MessageDelayed;
        return FieldList{required("message", &E::message),
                          required("notBefore", &E::notBefore)};
    }
};

/** The platform confirmed the message. */
struct MessageSent
{
    static constexpr std::string_view type = "message.sent";
    MessageId message;
    QString platformId;  //!< empty when the platform names none

    bool operator==(const MessageSent &) const = default;
    static constexpr auto fields()
    {
        using E = MessageSent;
        return FieldList{required("message", &E::message),
                          optional("platformId", &E::platformId)};
    }
};

/** The platform refused the message; nothing reached the group. */
struct MessageFailed
{
    static constexpr std::string_view type = "message.failed";
    MessageId message;
    QString reason;
    int code = 0;  //!< the platform's error code
    bool retryable = false;

    bool operator==(const MessageFailed &) const = default;
    static constexpr auto fields()
    {
        using E = MessageFailed;
        return FieldList{required("message", &E::message),
                          required("reason", &E::reason),
                          optional("code", &E::code),
                          optional("retryable", &E::retryable)};
    }
};

/** The send was cut off after it may have been accepted: outcome unknown. */
struct MessageUnknown
{
    static constexpr std::string_view type = "message.unknown";
    MessageId message;
    QString reason;

    bool operator==(const MessageUnknown &) const = default;
    static constexpr auto fields()
    {
        using E = MessageUnknown;
        return FieldList{required("message", &E::message),
                          required("reason", &E::reason)};
    }
};

/** A message was taken back, by its author, by us, or before it was sent. */
struct MessageRecalled
{
    static constexpr std::string_view type = "message.recalled";
    MessageId message;
    UserId by;  //!< empty: on the platform

    bool operator==(const MessageRecalled &) const = default;
    static constexpr auto fields()
    {
        using E = MessageRecalled;
        return FieldList{required("message", &E::message),
                          optional("by", &E::by)};
    }
};

/** What the bot made of one message, with every input. */
struct VerdictReached
{
    static constexpr std::string_view type = "verdict.reached";
    MessageId message;
    Verdict verdict;

    bool operator==(const VerdictReached &) const = default;
    static constexpr auto fields()
    {
        using E = VerdictReached;
        return FieldList{required("message", &E::message),
                          required("verdict", &E::verdict)};
    }
};

/** A text that waits for a person: the bot's for review, or an agent's unfinished reply. */
struct DraftMade
{
    static constexpr std::string_view type = "draft.made";
    DraftId draft;
    Author author;
    QString text;
    MessageId answers;
    EntryId entry;
    int entryVersion = 0;
    QList<MemberId> mentions;
    Reason reason = Reason::ReviewMode;  //!< why it may not be sent unseen
    bool review = false;  //!< true: waits in Review; false: an agent's own
    QString before = {};  //!< the bot's words, when a person changed them and another one decides
    QStringList warnings = {};  //!< names of word sets that warn of this text
    MemberId privateTo = {};  //!< goes to this member alone: the group has it without personal data
    QList<MessageId> alsoAnswers = {};  //!< questions of others that it answers as well

    bool operator==(const DraftMade &) const = default;
    static constexpr auto fields()
    {
        using E = DraftMade;
        return FieldList{required("draft", &E::draft),
                          required("author", &E::author),
                          optional("text", &E::text),
                          optional("answers", &E::answers),
                          optional("entry", &E::entry),
                          optional("entryVersion", &E::entryVersion),
                          optional("mentions", &E::mentions),
                          optional("reason", &E::reason),
                          optional("review", &E::review),
                          optional("before", &E::before),
                          optional("privateTo", &E::privateTo),
                          optional("warnings", &E::warnings),
                          optional("alsoAnswers", &E::alsoAnswers)};
    }
};

/** A draft is gone: sent, rejected, or overtaken. */
struct DraftWithdrawn
{
    static constexpr std::string_view type = "draft.withdrawn";
    DraftId draft;
    QString why;  //!< with rejected: the reviewer's reason
    UserId by;
    DraftEnd outcome = DraftEnd::Withdrawn;
    QString name = {};    //!< of the person who decided
    QString before = {};  //!< with edited and proposed: the bot's words, and the new ones
    QString text = {};

    bool operator==(const DraftWithdrawn &) const = default;
    static constexpr auto fields()
    {
        using E = DraftWithdrawn;
        return FieldList{required("draft", &E::draft),
                          required("why", &E::why),
                          optional("by", &E::by),
                          optional("outcome", &E::outcome),
                          optional("name", &E::name),
                          optional("before", &E::before),
                          optional("text", &E::text)};
    }
};

/** For colleagues only: a note, or a whisper to one agent. Can never reach a group. */
struct NoteAdded
{
    static constexpr std::string_view type = "note.added";
    MessageId note;
    Author author;
    QString text;
    UserId whisperTo;

    bool operator==(const NoteAdded &) const = default;
    static constexpr auto fields()
    {
        using E = NoteAdded;
        return FieldList{required("note", &E::note),
                          required("author", &E::author),
                          required("text", &E::text),
                          optional("whisperTo", &E::whisperTo)};
    }
};

} // namespace quntai
