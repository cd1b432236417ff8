// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/values.h"

#include <optional>

namespace quntai {

/** The right to speak in a topic: one holder, an end, and a fencing number that only rises. */
struct Lease
{
    UserId user;
    QString name;
    qint64 fence = 0;
    Instant until;   //!< 60 s after the last renewal; the holder keeps it 3 min longer (grace)
    Instant idleAt;  //!< 30 min after the last human turn

    bool operator==(const Lease &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{required("user", &Lease::user), required("name", &Lease::name),
                          required("fence", &Lease::fence), required("until", &Lease::until),
                          required("idleAt", &Lease::idleAt)};
    }
};

/** A topic offered to one agent, who has until then to accept. */
struct Offer
{
    UserId user;
    QString name;
    Instant until;
    QString note;

    bool operator==(const Offer &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{required("user", &Offer::user), optional("name", &Offer::name),
                          required("until", &Offer::until), optional("note", &Offer::note)};
    }
};

/** Why and since when a topic waits for a person. */
struct Escalation
{
    QList<ReasonPart> reasons;
    int score = 0;      //!< permille
    int threshold = 0;  //!< permille
    Instant at;
    Instant dueAt;

    bool operator==(const Escalation &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{required("reasons", &Escalation::reasons),
                          optional("score", &Escalation::score),
                          optional("threshold", &Escalation::threshold),
                          required("at", &Escalation::at), required("dueAt", &Escalation::dueAt)};
    }
};

/** A text that waits for a person in Review, or an agent's unfinished reply. */
struct Draft
{
    DraftId id;
    TopicId topic;
    Author author;
    QString text;
    MessageId answers;
    EntryId entry;
    int entryVersion = 0;
    QList<MemberId> mentions;
    Reason reason = Reason::ReviewMode;
    bool review = false;
    Instant at;
    QString before;  //!< the bot's words, when a person changed them and another one decides

    bool operator==(const Draft &) const = default;
    static constexpr auto fields()
    {
        using D = Draft;
        return std::tuple{required("id", &D::id), required("topic", &D::topic),
                          required("author", &D::author), optional("text", &D::text),
                          optional("answers", &D::answers), optional("entry", &D::entry),
                          optional("entryVersion", &D::entryVersion),
                          optional("mentions", &D::mentions), optional("reason", &D::reason),
                          optional("review", &D::review), required("at", &D::at),
                          optional("before", &D::before)};
    }
};

/** One matter of one or several people in a group: the unit of work. */
struct Topic
{
    TopicId id;
    GroupId group;
    int lane = 0;                //!< lowest free number in its group, 0 = A; reused once it ends
    QString title;
    TopicState state = TopicState::New;
    MemberId asker;              //!< who opened it
    QString askerName;
    QList<MemberId> askers;      //!< everybody who asked in it, at most 16
    Instant openedAt;
    Instant lastAt;
    Instant endedAt;
    Instant waitingSince;        //!< oldest unanswered question; unset: we owe nothing
    qint64 version = 0;          //!< sequence of its newest message
    int messageCount = 0;
    int emotion = 0;
    int emotionTrend = 0;
    QList<int> emotions;         //!< of the last 12 verdicts, oldest first
    int confidence = 0;          //!< permille, of the last verdict
    int repeats = 0;
    EntryId intent;              //!< entry the last verdict hit
    QString intentTitle;
    QList<ReasonPart> look;      //!< why somebody should look though the bot serves it
    std::optional<Escalation> escalation;
    std::optional<Offer> offer;
    std::optional<Lease> lease;
    qint64 fence = 0;            //!< highest fencing number ever granted
    UserId lastHolder;
    QString handover;            //!< summary of the last person who handed it back
    TopicId into;                //!< with Merged
    QString endedWhy;

    bool operator==(const Topic &) const = default;
    static constexpr auto fields()
    {
        using T = Topic;
        return std::tuple{
            required("id", &T::id), required("group", &T::group), optional("lane", &T::lane),
            required("title", &T::title), required("state", &T::state),
            required("asker", &T::asker), optional("askerName", &T::askerName),
            optional("askers", &T::askers), required("openedAt", &T::openedAt),
            required("lastAt", &T::lastAt), optional("endedAt", &T::endedAt),
            optional("waitingSince", &T::waitingSince), required("version", &T::version),
            optional("messageCount", &T::messageCount), optional("emotion", &T::emotion),
            optional("emotionTrend", &T::emotionTrend), optional("emotions", &T::emotions),
            optional("confidence", &T::confidence), optional("repeats", &T::repeats),
            optional("intent", &T::intent), optional("intentTitle", &T::intentTitle),
            optional("look", &T::look), optional("escalation", &T::escalation),
            optional("offer", &T::offer), optional("lease", &T::lease),
            optional("fence", &T::fence), optional("lastHolder", &T::lastHolder),
            optional("handover", &T::handover), optional("into", &T::into),
            optional("endedWhy", &T::endedWhy)};
    }
};

/** The five lists of the desk. */
enum class DeskList { Mine, Queue, NeedsLook, Bot, Ended };

/** The list a topic stands in for this agent; nothing while a colleague holds it. */
std::optional<DeskList> deskListOf(const Topic &topic, const UserId &me);

/** Resolved, answered by a peer, or merged. */
bool hasEnded(const Topic &topic);

/** "A" … "H" for lanes 0–7, then "9", "10", … */
QString laneLetter(int lane);

} // namespace quntai
