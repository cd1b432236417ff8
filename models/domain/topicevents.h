// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lessons.h"
#include "models/domain/policy.h"

namespace quntai {

// Events about topics: linking, states, escalation, leases.

/** A new topic of the event's group; the event's topic is its id. */
struct TopicOpened
{
    static constexpr std::string_view type = "topic.opened";
    QString title;  //!< first words of the first question
    MemberId asker;
    QString askerName;
    MessageId message;  //!< the question that opened it
    TopicId splitFrom;

    bool operator==(const TopicOpened &) const = default;
    static constexpr auto fields()
    {
        using E = TopicOpened;
        return FieldList{required("title", &E::title),
                          required("asker", &E::asker),
                          optional("askerName", &E::askerName),
                          optional("message", &E::message),
                          optional("splitFrom", &E::splitFrom)};
    }
};

/** These messages belong to the event's topic (and to no other). */
struct TopicLinked
{
    static constexpr std::string_view type = "topic.linked";
    QList<MessageId> messages;
    LinkRule rule = LinkRule::New;
    int confidence = 1000;  //!< permille
    TopicId second;  //!< second choice of a doubtful link
    int secondConfidence = 0;  //!< permille
    UserId by;  //!< the person who moved them
    QList<LinkLesson> lessons = {};  //!< rule human: what moving them teaches

    bool operator==(const TopicLinked &) const = default;
    static constexpr auto fields()
    {
        using E = TopicLinked;
        return FieldList{required("messages", &E::messages),
                          required("rule", &E::rule),
                          required("confidence", &E::confidence),
                          optional("second", &E::second),
                          optional("secondConfidence", &E::secondConfidence),
                          optional("by", &E::by),
                          optional("lessons", &E::lessons)};
    }
};

/** These messages belong to no topic any more; they were of the event's. */
struct TopicUnlinked
{
    static constexpr std::string_view type = "topic.unlinked";
    QList<MessageId> messages;
    UserId by;  //!< the person who said so

    bool operator==(const TopicUnlinked &) const = default;
    static constexpr auto fields()
    {
        using E = TopicUnlinked;
        return FieldList{required("messages", &E::messages),
                          optional("by", &E::by)};
    }
};

/** The topic's state, and why. */
struct TopicStateChanged
{
    static constexpr std::string_view type = "topic.state";
    TopicState state = TopicState::Bot;
    QString why;
    UserId by;
    TopicId into;  //!< with merged: the topic that goes on
    QList<MessageId> moved = {};  //!< with merged: the messages that went along

    bool operator==(const TopicStateChanged &) const = default;
    static constexpr auto fields()
    {
        using E = TopicStateChanged;
        return FieldList{required("state", &E::state),
                          optional("why", &E::why),
                          optional("by", &E::by),
                          optional("into", &E::into),
                          optional("moved", &E::moved)};
    }
};

/** The topic needs a person. */
struct EscalationRaised
{
    static constexpr std::string_view type = "escalation.raised";
    QList<ReasonPart> reasons;  //!< most severe first
    int score = 0;  //!< permille
    int threshold = 0;  //!< permille
    Instant dueAt;  //!< when the first answer of a person is due

    bool operator==(const EscalationRaised &) const = default;
    static constexpr auto fields()
    {
        using E = EscalationRaised;
        return FieldList{required("reasons", &E::reasons),
                          required("score", &E::score),
                          optional("threshold", &E::threshold),
                          required("dueAt", &E::dueAt)};
    }
};

/** No person is needed any more. */
struct EscalationCleared
{
    static constexpr std::string_view type = "escalation.cleared";
    QString why;

    bool operator==(const EscalationCleared &) const = default;
    static constexpr auto fields()
    {
        using E = EscalationCleared;
        return FieldList{required("why", &E::why)};
    }
};

/** The topic was offered to an agent, who has until then to accept. */
struct LeaseOffered
{
    static constexpr std::string_view type = "lease.offered";
    UserId user;
    QString name;
    Instant until;
    UserId from;  //!< the colleague who transfers it
    QString note;

    bool operator==(const LeaseOffered &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseOffered;
        return FieldList{required("user", &E::user),
                          optional("name", &E::name),
                          required("until", &E::until),
                          optional("from", &E::from),
                          optional("note", &E::note)};
    }
};

/** The agent holds the topic; fence rises by one with every grant. */
struct LeaseGranted
{
    static constexpr std::string_view type = "lease.granted";
    UserId user;
    QString name;
    qint64 fence = 0;
    Instant until;
    Instant idleAt;  //!< when no human turn hands it back
    Instant touchBy = {};  //!< when it goes back to the queue untouched; unset: never

    bool operator==(const LeaseGranted &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseGranted;
        return FieldList{required("user", &E::user),
                          required("name", &E::name),
                          required("fence", &E::fence),
                          required("until", &E::until),
                          required("idleAt", &E::idleAt),
                          optional("touchBy", &E::touchBy)};
    }
};

/** The lease lives on. */
struct LeaseRenewed
{
    static constexpr std::string_view type = "lease.renewed";
    qint64 fence = 0;
    Instant until;
    Instant idleAt;

    bool operator==(const LeaseRenewed &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseRenewed;
        return FieldList{required("fence", &E::fence),
                          required("until", &E::until),
                          required("idleAt", &E::idleAt)};
    }
};

/** Nobody holds the topic any more. */
struct LeaseEnded
{
    static constexpr std::string_view type = "lease.ended";
    qint64 fence = 0;
    UserId user;
    LeaseEnd why = LeaseEnd::Released;
    QString summary;  //!< what was said and promised; the bot reads it
    QString skill = {};  //!< whoever takes it next should have this one

    bool operator==(const LeaseEnded &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseEnded;
        return FieldList{required("fence", &E::fence),
                          required("user", &E::user),
                          required("why", &E::why),
                          optional("summary", &E::summary),
                          optional("skill", &E::skill)};
    }
};

/** An agent did a step of an entry for the event's topic, or takes that back. */
struct StepTicked
{
    static constexpr std::string_view type = "step.ticked";
    EntryId entry;
    QString step;  //!< its words
    bool done = false;
    UserId by;
    QString name;  //!< of that person

    bool operator==(const StepTicked &) const = default;
    static constexpr auto fields()
    {
        using E = StepTicked;
        return FieldList{required("entry", &E::entry),
                          required("step", &E::step),
                          required("done", &E::done),
                          required("by", &E::by),
                          optional("name", &E::name)};
    }
};

/** The agent it was offered to let it lapse; it waits in the queue again. */
struct LeaseMissed
{
    static constexpr std::string_view type = "lease.missed";
    UserId user;
    QString name;

    bool operator==(const LeaseMissed &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseMissed;
        return FieldList{required("user", &E::user),
                          optional("name", &E::name)};
    }
};

/** The topic is put off, or woken before a customer woke it. */
struct TopicSnoozed
{
    static constexpr std::string_view type = "topic.snoozed";
    Instant until;  //!< unset: it is woken
    QString why;
    UserId by;  //!< empty: the time came

    bool operator==(const TopicSnoozed &) const = default;
    static constexpr auto fields()
    {
        using E = TopicSnoozed;
        return FieldList{optional("until", &E::until),
                          optional("why", &E::why),
                          optional("by", &E::by)};
    }
};

/** Its holder waits for something, or goes on. */
struct TopicOnHold
{
    static constexpr std::string_view type = "topic.on_hold";
    bool on = false;
    QString why;
    UserId by;

    bool operator==(const TopicOnHold &) const = default;
    static constexpr auto fields()
    {
        using E = TopicOnHold;
        return FieldList{required("on", &E::on),
                          optional("why", &E::why),
                          required("by", &E::by)};
    }
};

/** Most of the time of a service level is gone. */
struct SlaWarning
{
    static constexpr std::string_view type = "sla.warning";
    SlaTarget target = SlaTarget::FirstResponse;
    Instant dueAt;
    UserId user;  //!< who holds the topic; empty: nobody

    bool operator==(const SlaWarning &) const = default;
    static constexpr auto fields()
    {
        using E = SlaWarning;
        return FieldList{required("target", &E::target),
                          required("dueAt", &E::dueAt),
                          optional("user", &E::user)};
    }
};

/** A service level was not kept. */
struct SlaBreached
{
    static constexpr std::string_view type = "sla.breached";
    SlaTarget target = SlaTarget::FirstResponse;
    Instant dueAt;
    UserId user;  //!< who holds the topic; empty: nobody

    bool operator==(const SlaBreached &) const = default;
    static constexpr auto fields()
    {
        using E = SlaBreached;
        return FieldList{required("target", &E::target),
                          required("dueAt", &E::dueAt),
                          optional("user", &E::user)};
    }
};

} // namespace quntai
