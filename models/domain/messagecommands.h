// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

// What a person asks about messages and drafts.

/** Answer in the group. Needs the lease. */
struct SendMessage
{
    static constexpr std::string_view method = "message.send";
    TopicId topic;
    qint64 lease = 0;
    qint64 basis = 0;  //!< last sequence seen in the topic
    QString text;
    MessageId quote;
    QList<MemberId> mention;
    bool resolve = false;  //!< with it the question is settled
    EntryId entry = {};  //!< the suggestion that was taken over; empty: written by hand
    bool redact = false;  //!< the group gets it without personal data, its asker a private draft
    QList<Attachment> attachments = {};  //!< their blobs are with the backend; then text may be empty

    bool operator==(const SendMessage &) const = default;
    static constexpr auto fields()
    {
        using C = SendMessage;
        return FieldList{required("topic", &C::topic),
                          required("lease", &C::lease),
                          required("basis", &C::basis),
                          required("text", &C::text),
                          optional("quote", &C::quote),
                          optional("mention", &C::mention),
                          optional("resolve", &C::resolve),
                          optional("entry", &C::entry),
                          optional("redact", &C::redact),
                          optional("attachments", &C::attachments)};
    }
};

/** The bot's answer was wrong; this is right. Acts at once. */
struct CorrectAnswer
{
    static constexpr std::string_view method = "message.correct";
    TopicId topic;
    MessageId message;  //!< the wrong answer
    QString answer;  //!< the right one, as a template
    EntryId entry;  //!< the entry to change; empty: a new entry
    int version = 0;  //!< of that entry, as seen
    QString question;  //!< for a new entry; empty: the customer's words
    QStringList faults;  //!< what was wrong
    bool publish = false;  //!< also take the wrong answer back where that is possible, and send this

    bool operator==(const CorrectAnswer &) const = default;
    static constexpr auto fields()
    {
        using C = CorrectAnswer;
        return FieldList{required("topic", &C::topic),
                          required("message", &C::message),
                          required("answer", &C::answer),
                          optional("entry", &C::entry),
                          optional("version", &C::version),
                          optional("question", &C::question),
                          optional("faults", &C::faults),
                          optional("publish", &C::publish)};
    }
};

/** Take back a message of ours. */
struct RecallMessage
{
    static constexpr std::string_view method = "message.recall";
    MessageId message;
    GroupId group;

    bool operator==(const RecallMessage &) const = default;
    static constexpr auto fields()
    {
        using C = RecallMessage;
        return FieldList{required("message", &C::message),
                          required("group", &C::group)};
    }
};

/** Send a failed or unknown message again, or mark an unknown one as sent. */
struct RetryMessage
{
    static constexpr std::string_view method = "message.retry";
    MessageId message;
    GroupId group;
    bool markSent = false;

    bool operator==(const RetryMessage &) const = default;
    static constexpr auto fields()
    {
        using C = RetryMessage;
        return FieldList{required("message", &C::message),
                          required("group", &C::group),
                          optional("markSent", &C::markSent)};
    }
};

/** Keep my unfinished reply with the topic; an empty text removes it. */
struct PutDraft
{
    static constexpr std::string_view method = "draft.put";
    TopicId topic;
    QString text;

    bool operator==(const PutDraft &) const = default;
    static constexpr auto fields()
    {
        using C = PutDraft;
        return FieldList{required("topic", &C::topic),
                          required("text", &C::text)};
    }
};

/** Send the draft as it is. */
struct ApproveDraft
{
    static constexpr std::string_view method = "review.approve";
    DraftId draft;
    TopicId topic;
    qint64 basis = 0;

    bool operator==(const ApproveDraft &) const = default;
    static constexpr auto fields()
    {
        using C = ApproveDraft;
        return FieldList{required("draft", &C::draft),
                          required("topic", &C::topic),
                          required("basis", &C::basis)};
    }
};

/** Send the draft with this text. */
struct EditDraft
{
    static constexpr std::string_view method = "review.edit";
    DraftId draft;
    TopicId topic;
    qint64 basis = 0;
    QString text;

    bool operator==(const EditDraft &) const = default;
    static constexpr auto fields()
    {
        using C = EditDraft;
        return FieldList{required("draft", &C::draft),
                          required("topic", &C::topic),
                          required("basis", &C::basis),
                          required("text", &C::text)};
    }
};

/** Do not send the draft: a person takes care of the question, unless nothing is owed for it. */
struct RejectDraft
{
    static constexpr std::string_view method = "review.reject";
    DraftId draft;
    TopicId topic;
    QString reason;
    bool noReply = false;  //!< the question needs no answer; nobody is fetched

    bool operator==(const RejectDraft &) const = default;
    static constexpr auto fields()
    {
        using C = RejectDraft;
        return FieldList{required("draft", &C::draft),
                          required("topic", &C::topic),
                          required("reason", &C::reason),
                          optional("noReply", &C::noReply)};
    }
};

} // namespace quntai
