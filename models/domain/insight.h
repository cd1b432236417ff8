// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

namespace quntai {

// What the bot notices beyond single messages: folded ones to check, moods that spread, gaps of the
// knowledge base.

/** What a person found when they looked at a folded message. Open: nobody has looked yet. */
enum class FoldCheck { Open, Right, Missed };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<FoldCheck>{"open", "right", "missed"};

/** What an alert is about. Spread: anger goes from one member of a group to others. */
enum class AlertKind { Spread };
template <>
inline constexpr std::array<std::string_view, 1> enumWords<AlertKind>{"spread"};

/** What became of a gap. Answered: made into an entry; it is then kept no longer. */
enum class GapState { Open, Dismissed, Answered };
template <>
inline constexpr std::array<std::string_view, 3> enumWords<GapState>{
    "open", "dismissed", "answered"};

/** One of the day's random sample of folded messages, for a person to check. */
struct FoldSample
{
    MessageId message;
    GroupId group;
    Author author;
    QString text;       //!< as it was folded, at most textLimit characters; untrusted
    QStringList why;    //!< signals that spoke for folding, as in the verdict
    Addressee addressee = Addressee::Nobody;
    Instant at;         //!< of the message
    Instant day;        //!< when the company's day of the message began
    qint64 seq = 0;     //!< of the event that sampled it
    FoldCheck check = FoldCheck::Open;
    UserId by;          //!< who checked it

    static constexpr qsizetype textLimit = 500;
    static constexpr qsizetype kept = 2000;  //!< of all days
    static constexpr int keptDays = 14;

    bool operator==(const FoldSample &) const = default;
    static constexpr auto fields()
    {
        using S = FoldSample;
        return FieldList{required("message", &S::message), required("group", &S::group),
                          required("author", &S::author), optional("text", &S::text),
                          optional("why", &S::why), optional("addressee", &S::addressee),
                          required("at", &S::at), required("day", &S::day),
                          optional("seq", &S::seq), optional("check", &S::check),
                          optional("by", &S::by)};
    }
};

/** Something of a whole group that a person should look at, from when it began until it is over. */
struct Alert
{
    AlertKind kind = AlertKind::Spread;
    MemberId startedBy;        //!< whose anger came first
    QString startedByName;     //!< untrusted
    QList<MemberId> members;   //!< who is angry, in the order they became so; at most mostNamed
    QList<TopicId> topics;     //!< in which; at most mostNamed
    int level = 0;             //!< emotion from which a message counts
    Instant at;                //!< when it was raised
    Instant lastAt;            //!< of the last message that counts

    static constexpr qsizetype mostNamed = 16;

    bool operator==(const Alert &) const = default;
    static constexpr auto fields()
    {
        using A = Alert;
        return FieldList{required("kind", &A::kind), required("startedBy", &A::startedBy),
                          optional("startedByName", &A::startedByName),
                          required("members", &A::members), optional("topics", &A::topics),
                          required("level", &A::level), required("at", &A::at),
                          required("lastAt", &A::lastAt)};
    }
};

/** A question the knowledge base has no answer to. */
struct GapQuestion
{
    MessageId message;
    GroupId group;
    MemberId member;
    QString text;     //!< personal data masked, at most textLimit characters; untrusted
    Instant at;
    qint64 seq = 0;   //!< of the event that brought it

    static constexpr qsizetype textLimit = 200;

    bool operator==(const GapQuestion &) const = default;
    static constexpr auto fields()
    {
        using Q = GapQuestion;
        return FieldList{required("message", &Q::message), required("group", &Q::group),
                          required("member", &Q::member), optional("text", &Q::text),
                          required("at", &Q::at), optional("seq", &Q::seq)};
    }
};

/** How often a gap was met in a group. */
struct GapGroup
{
    GroupId group;
    int count = 0;

    bool operator==(const GapGroup &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("group", &GapGroup::group), required("count", &GapGroup::count)};
    }
};

/** Questions that ask the same and that no entry answers. */
struct Gap
{
    GapId id;
    GapState state = GapState::Open;
    QList<GapGroup> groups;      //!< in order of appearance; at most mostGroups
    QList<GapQuestion> samples;  //!< the first and the newest, oldest first; at most mostSamples
    EntryId nearest;             //!< entry the newest question came nearest to; may be empty
    QString nearestTitle;
    int confidence = 0;          //!< of that entry, permille
    Instant firstAt;
    Instant lastAt;
    UserId by;                   //!< who dismissed it

    static constexpr qsizetype mostSamples = 5;
    static constexpr qsizetype mostGroups = 200;
    static constexpr qsizetype kept = 500;  //!< gaps; the rarest goes, of those the oldest

    bool operator==(const Gap &) const = default;
    static constexpr auto fields()
    {
        using G = Gap;
        return FieldList{required("id", &G::id), optional("state", &G::state),
                          required("groups", &G::groups), optional("samples", &G::samples),
                          optional("nearest", &G::nearest),
                          optional("nearestTitle", &G::nearestTitle),
                          optional("confidence", &G::confidence), required("firstAt", &G::firstAt),
                          required("lastAt", &G::lastAt), optional("by", &G::by)};
    }
};

/** How often the gap was met, in all its groups together. */
int countOf(const Gap &gap);

/** The last moods of one member in a topic. */
struct MemberMood
{
    MemberId member;
    QList<int> levels;  //!< 0–100, oldest first; at most levelsKept

    static constexpr qsizetype levelsKept = 4;

    bool operator==(const MemberMood &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("member", &MemberMood::member),
                          required("levels", &MemberMood::levels)};
    }
};

} // namespace quntai
