// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

namespace quntai {

// What a person asks about topics. Each becomes a request whose params are these fields plus
// commandId; its effect arrives as events.

/** Take the topic over. */
struct ClaimTopic
{
    static constexpr std::string_view method = "topic.claim";
    TopicId topic;
    qint64 basis = 0;  //!< last sequence seen in the topic

    bool operator==(const ClaimTopic &) const = default;
    static constexpr auto fields()
    {
        using C = ClaimTopic;
        return FieldList{required("topic", &C::topic),
                          required("basis", &C::basis)};
    }
};

/** Keep the topic. */
struct RenewLease
{
    static constexpr std::string_view method = "topic.renew";
    TopicId topic;
    qint64 lease = 0;
    bool active = false;  //!< a person did something since the last renewal

    bool operator==(const RenewLease &) const = default;
    static constexpr auto fields()
    {
        using C = RenewLease;
        return FieldList{required("topic", &C::topic),
                          required("lease", &C::lease),
                          optional("active", &C::active)};
    }
};

/** Put the topic back into the queue. */
struct ReleaseTopic
{
    static constexpr std::string_view method = "topic.release";
    TopicId topic;
    qint64 lease = 0;
    QString note = {};  //!< what whoever takes it next must know
    QString skill = {};  //!< and which skill they should have

    bool operator==(const ReleaseTopic &) const = default;
    static constexpr auto fields()
    {
        using C = ReleaseTopic;
        return FieldList{required("topic", &C::topic),
                          required("lease", &C::lease),
                          optional("note", &C::note),
                          optional("skill", &C::skill)};
    }
};

/** Put the topic off; held by the asker it goes to the queue when the time comes or a customer
 * writes. */
struct SnoozeTopic
{
    static constexpr std::string_view method = "topic.snooze";
    TopicId topic;
    qint64 lease = 0;  //!< 0: nobody holds it
    Instant until;  //!< at most 30 days ahead; unset: wake it
    QString why;  //!< at most 200 characters

    bool operator==(const SnoozeTopic &) const = default;
    static constexpr auto fields()
    {
        using C = SnoozeTopic;
        return FieldList{required("topic", &C::topic),
                          optional("lease", &C::lease),
                          optional("until", &C::until),
                          optional("why", &C::why)};
    }
};

/** Keep the topic, but wait for something in it; or go on. */
struct HoldTopic
{
    static constexpr std::string_view method = "topic.hold";
    TopicId topic;
    qint64 lease = 0;
    bool on = true;
    QString why;  //!< at most 200 characters

    bool operator==(const HoldTopic &) const = default;
    static constexpr auto fields()
    {
        using C = HoldTopic;
        return FieldList{required("topic", &C::topic),
                          required("lease", &C::lease),
                          required("on", &C::on),
                          optional("why", &C::why)};
    }
};

/** Offer the topic to a colleague. */
struct TransferTopic
{
    static constexpr std::string_view method = "topic.transfer";
    TopicId topic;
    qint64 lease = 0;
    UserId to;
    QString note;  //!< what the colleague must know

    bool operator==(const TransferTopic &) const = default;
    static constexpr auto fields()
    {
        using C = TransferTopic;
        return FieldList{required("topic", &C::topic),
                          required("lease", &C::lease),
                          required("to", &C::to),
                          required("note", &C::note)};
    }
};

/** Give the topic back to the bot. */
struct HandBackTopic
{
    static constexpr std::string_view method = "topic.handback";
    TopicId topic;
    qint64 lease = 0;
    QString summary;  //!< what was said and promised; the bot reads it

    bool operator==(const HandBackTopic &) const = default;
    static constexpr auto fields()
    {
        using C = HandBackTopic;
        return FieldList{required("topic", &C::topic),
                          required("lease", &C::lease),
                          optional("summary", &C::summary)};
    }
};

/** The question is settled. */
struct ResolveTopic
{
    static constexpr std::string_view method = "topic.resolve";
    TopicId topic;
    qint64 lease = 0;

    bool operator==(const ResolveTopic &) const = default;
    static constexpr auto fields()
    {
        using C = ResolveTopic;
        return FieldList{required("topic", &C::topic),
                          optional("lease", &C::lease)};
    }
};

/** Open a resolved topic again. */
struct ReopenTopic
{
    static constexpr std::string_view method = "topic.reopen";
    TopicId topic;

    bool operator==(const ReopenTopic &) const = default;
    static constexpr auto fields()
    {
        using C = ReopenTopic;
        return FieldList{required("topic", &C::topic)};
    }
};

/** Move messages to another topic of the group. */
struct RelinkMessages
{
    static constexpr std::string_view method = "topic.relink";
    TopicId topic;  //!< where they belong
    QList<MessageId> messages;

    bool operator==(const RelinkMessages &) const = default;
    static constexpr auto fields()
    {
        using C = RelinkMessages;
        return FieldList{required("topic", &C::topic),
                          required("messages", &C::messages)};
    }
};

/** From this message on it is a topic of its own. */
struct SplitTopic
{
    static constexpr std::string_view method = "topic.split";
    TopicId topic;
    MessageId message;
    QString title;

    bool operator==(const SplitTopic &) const = default;
    static constexpr auto fields()
    {
        using C = SplitTopic;
        return FieldList{required("topic", &C::topic),
                          required("message", &C::message),
                          optional("title", &C::title)};
    }
};

/** The topic goes on in another one. */
struct MergeTopics
{
    static constexpr std::string_view method = "topic.merge";
    TopicId topic;
    TopicId into;

    bool operator==(const MergeTopics &) const = default;
    static constexpr auto fields()
    {
        using C = MergeTopics;
        return FieldList{required("topic", &C::topic),
                          required("into", &C::into)};
    }
};

/** Take a merging back: the topic goes on by itself with the messages that had moved. */
struct UnmergeTopic
{
    static constexpr std::string_view method = "topic.unmerge";
    TopicId topic;  //!< the one that had been merged into another

    bool operator==(const UnmergeTopic &) const = default;
    static constexpr auto fields()
    {
        using C = UnmergeTopic;
        return FieldList{required("topic", &C::topic)};
    }
};

/** These messages belong to no topic: chatter. */
struct UnlinkMessages
{
    static constexpr std::string_view method = "topic.unlink";
    TopicId topic;  //!< where they are now
    QList<MessageId> messages;

    bool operator==(const UnlinkMessages &) const = default;
    static constexpr auto fields()
    {
        using C = UnlinkMessages;
        return FieldList{required("topic", &C::topic),
                          required("messages", &C::messages)};
    }
};

/** Say something to colleagues only. */
struct AddNote
{
    static constexpr std::string_view method = "topic.note";
    TopicId topic;
    QString text;

    bool operator==(const AddNote &) const = default;
    static constexpr auto fields()
    {
        using C = AddNote;
        return FieldList{required("topic", &C::topic),
                          required("text", &C::text)};
    }
};

/** Say something to the agent who holds the topic. */
struct Whisper
{
    static constexpr std::string_view method = "supervise.whisper";
    TopicId topic;
    QString text;

    bool operator==(const Whisper &) const = default;
    static constexpr auto fields()
    {
        using C = Whisper;
        return FieldList{required("topic", &C::topic),
                          required("text", &C::text)};
    }
};

/** Offer the topic to an agent, whoever holds it. */
struct ReassignTopic
{
    static constexpr std::string_view method = "supervise.reassign";
    TopicId topic;
    UserId to;
    QString note;

    bool operator==(const ReassignTopic &) const = default;
    static constexpr auto fields()
    {
        using C = ReassignTopic;
        return FieldList{required("topic", &C::topic),
                          required("to", &C::to),
                          required("note", &C::note)};
    }
};

/** Resolve the topic or give it back to the bot, whoever holds it. */
struct ForceState
{
    static constexpr std::string_view method = "supervise.force";
    TopicId topic;
    TopicState state = TopicState::Bot;  //!< bot, escalated or resolved
    QString why;

    bool operator==(const ForceState &) const = default;
    static constexpr auto fields()
    {
        using C = ForceState;
        return FieldList{required("topic", &C::topic),
                          required("state", &C::state),
                          required("why", &C::why)};
    }
};

/** Tick a step of an entry off for the topic, or take that back. */
struct TickStep
{
    static constexpr std::string_view method = "topic.tick";
    TopicId topic;
    EntryId entry;
    QString step;  //!< its words
    bool done = true;

    bool operator==(const TickStep &) const = default;
    static constexpr auto fields()
    {
        using C = TickStep;
        return FieldList{required("topic", &C::topic),
                          required("entry", &C::entry),
                          required("step", &C::step),
                          required("done", &C::done)};
    }
};

} // namespace quntai
