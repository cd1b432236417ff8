// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        return std::tuple{required("title", &E::title),
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

    bool operator==(const TopicLinked &) const = default;
    static constexpr auto fields()
    {
        using E = TopicLinked;
        return std::tuple{required("messages", &E::messages),
                          required("rule", &E::rule),
                          required("confidence", &E::confidence),
                          optional("second", &E::second),
                          optional("secondConfidence", &E::secondConfidence),
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

    bool operator==(const TopicStateChanged &) const = default;
    static constexpr auto fields()
    {
        using E = TopicStateChanged;
        return std::tuple{required("state", &E::state),
                          optional("why", &E::why),
                          optional("by", &E::by),
                          optional("into", &E::into)};
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
        return std::tuple{required("reasons", &E::reasons),
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
        return std::tuple{required("why", &E::why)};
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
        return std::tuple{required("user", &E::user),
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

    bool operator==(const LeaseGranted &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseGranted;
        return std::tuple{required("user", &E::user),
                          required("name", &E::name),
                          required("fence", &E::fence),
                          required("until", &E::until),
                          required("idleAt", &E::idleAt)};
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
        return std::tuple{required("fence", &E::fence),
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

    bool operator==(const LeaseEnded &) const = default;
    static constexpr auto fields()
    {
        using E = LeaseEnded;
        return std::tuple{required("fence", &E::fence),
                          required("user", &E::user),
                          required("why", &E::why),
                          optional("summary", &E::summary)};
    }
};

} // namespace quntai
