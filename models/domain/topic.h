// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/boxed.h"
#include "models/domain/help.h"
#include "models/domain/insight.h"
#include "models/domain/lookup.h"
#include "models/domain/satisfaction.h"
#include "models/domain/suggestion.h"

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
    Instant touchBy = {};  //!< when it goes back to the queue untouched; unset: it was touched

    bool operator==(const Lease &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("user", &Lease::user), required("name", &Lease::name),
                          required("fence", &Lease::fence), required("until", &Lease::until),
                          required("idleAt", &Lease::idleAt),
                          optional("touchBy", &Lease::touchBy)};
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
        return FieldList{required("user", &Offer::user), optional("name", &Offer::name),
                          required("until", &Offer::until), optional("note", &Offer::note)};
    }
};

/** An agent let an offer lapse. */
struct Miss
{
    UserId user;
    Instant at;

    bool operator==(const Miss &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("user", &Miss::user), required("at", &Miss::at)};
    }
};

/** A target of the service level that was warned about or breached; holds for that due time only. */
struct SlaMark
{
    SlaTarget target = SlaTarget::FirstResponse;
    SlaState state = SlaState::Running;
    Instant dueAt;

    bool operator==(const SlaMark &) const = default;
    static constexpr auto fields()
    {
        return FieldList{required("target", &SlaMark::target), required("state", &SlaMark::state),
                          required("dueAt", &SlaMark::dueAt)};
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
        return FieldList{required("reasons", &Escalation::reasons),
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
    MemberId privateTo = {};  //!< goes to this member alone, never into the group
    QStringList warnings = {};  //!< names of word sets that warn of the text
    QList<MessageId> alsoAnswers = {};  //!< questions of others that it answers as well

    bool operator==(const Draft &) const = default;
    static constexpr auto fields()
    {
        using D = Draft;
        return FieldList{required("id", &D::id), required("topic", &D::topic),
                          required("author", &D::author), optional("text", &D::text),
                          optional("answers", &D::answers), optional("entry", &D::entry),
                          optional("entryVersion", &D::entryVersion),
                          optional("mentions", &D::mentions), optional("reason", &D::reason),
                          optional("review", &D::review), required("at", &D::at),
                          optional("before", &D::before),
                          optional("privateTo", &D::privateTo),
                          optional("warnings", &D::warnings),
                          optional("alsoAnswers", &D::alsoAnswers)};
    }
};

/** An answer the bot gave in a topic. */
struct Answered
{
    MessageId message;
    EntryId entry;
    int entryVersion = 0;
    QList<MemberId> askers;  //!< to whom
    Instant at;

    bool operator==(const Answered &) const = default;
    static constexpr auto fields()
    {
        using A = Answered;
        return FieldList{required("message", &A::message), required("entry", &A::entry),
                          optional("entryVersion", &A::entryVersion),
                          optional("askers", &A::askers), required("at", &A::at)};
    }
};

/** What somebody told of a slot. */
struct SlotValue
{
    QString name;
    QString value;  //!< untrusted, at most Slot::longestValue characters
    MemberId by;
    MessageId message = {};  //!< where they told it

    bool operator==(const SlotValue &) const = default;
    static constexpr auto fields()
    {
        using V = SlotValue;
        return FieldList{required("name", &V::name), required("value", &V::value),
                          required("by", &V::by), optional("message", &V::message)};
    }
};

/** The slot the bot has asked somebody for last. */
struct SlotAsked
{
    EntryId entry;
    QString slot;
    MemberId asker;

    bool operator==(const SlotAsked &) const = default;
    static constexpr auto fields()
    {
        using S = SlotAsked;
        return FieldList{required("entry", &S::entry), required("slot", &S::slot),
                          required("asker", &S::asker)};
    }
};

/** A step of an entry that an agent has done in a topic. */
struct StepTick
{
    EntryId entry;
    QString step;  //!< its words
    UserId by;
    QString name;  //!< of that person
    Instant at;

    bool operator==(const StepTick &) const = default;
    static constexpr auto fields()
    {
        using T = StepTick;
        return FieldList{required("entry", &T::entry), required("step", &T::step),
                          required("by", &T::by), optional("name", &T::name),
                          required("at", &T::at)};
    }
};

/** A member who was not answered yet. */
struct Waiting
{
    MemberId member;    //!< empty: everybody there was no room for
    MessageId message;  //!< the oldest question not answered
    Instant since;      //!< when it was asked

    bool operator==(const Waiting &) const = default;
    static constexpr auto fields()
    {
        return FieldList{optional("member", &Waiting::member),
                          optional("message", &Waiting::message),
                          required("since", &Waiting::since)};
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
    QList<Waiting> waiting;      //!< whom we owe an answer, oldest first, at most waitingLimit
    qint64 version = 0;          //!< sequence of its newest message
    int messageCount = 0;
    int emotion = 0;
    int emotionTrend = 0;
    QList<int> emotions;         //!< of the last 12 verdicts, oldest first
    QList<MemberMood> moods = {};  //!< of single members, who spoke last at the end; at most 16
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
    QList<MessageId> moved;      //!< with Merged: what went along, so that it can come back
    Boxed<Escalation> owed;      //!< with Merged: the escalation it had
    QString endedWhy;
    QList<MessageId> clarifications;  //!< the bot's questions back, newest last, at most saidLimit
    QList<Answered> answered;    //!< newest last, at most saidLimit
    QList<SlotValue> slots_;     //!< newest last, at most slotLimit; one per name and person
    std::optional<SlotAsked> asked;  //!< what the bot waits to be told
    QList<StepTick> ticks;       //!< oldest first, at most tickLimit
    QList<Lookup> lookups;       //!< newest last, at most lookupLimit; one per question
    Instant queuedAt;            //!< when it last began to wait for a person
    Instant staffAt;             //!< last message of a person of ours
    Instant snoozedUntil;        //!< unset: not put off
    bool onHold = false;         //!< its holder waits for something; takes none of their capacity
    QString laterWhy;            //!< what it is snoozed or on hold for, in a person's words
    Instant laterSince;          //!< when that began
    QString backWhy;             //!< what it had been snoozed for, since it came back
    qint64 pausedMs = 0;         //!< all the time it was so before
    QString skill;               //!< who takes it over should have this one
    QList<Miss> misses;          //!< newest last, at most missLimit
    Boxed<HelpRequest> help;     //!< its holder waits for a supervisor's word
    QList<Guest> guests;         //!< in order of invitation, at most Guest::most
    QList<JudgedSuggestion> judged;  //!< newest last, at most JudgedSuggestion::kept
    QList<AskerOutcome> outcomes;  //!< of those who were answered, at most outcomeLimit; outcomes.h
    QList<SlaMark> sla;          //!< at most one per target; slaClocks() tells what runs

    static constexpr qsizetype waitingLimit = 16;
    static constexpr qsizetype saidLimit = 8;
    static constexpr qsizetype slotLimit = 16;
    static constexpr qsizetype tickLimit = 24;
    static constexpr qsizetype lookupLimit = 8;
    static constexpr qsizetype missLimit = 16;
    static constexpr qsizetype outcomeLimit = 16;

    bool operator==(const Topic &) const = default;
    static constexpr auto fields()
    {
        using T = Topic;
        return FieldList{
            required("id", &T::id), required("group", &T::group), optional("lane", &T::lane),
            required("title", &T::title), required("state", &T::state),
            required("asker", &T::asker), optional("askerName", &T::askerName),
            optional("askers", &T::askers), required("openedAt", &T::openedAt),
            required("lastAt", &T::lastAt), optional("endedAt", &T::endedAt),
            optional("waitingSince", &T::waitingSince), optional("waiting", &T::waiting),
             required("version", &T::version),
            optional("messageCount", &T::messageCount), optional("emotion", &T::emotion),
            optional("emotionTrend", &T::emotionTrend), optional("emotions", &T::emotions),
            optional("moods", &T::moods),
            optional("confidence", &T::confidence), optional("repeats", &T::repeats),
            optional("intent", &T::intent), optional("intentTitle", &T::intentTitle),
            optional("look", &T::look), optional("escalation", &T::escalation),
            optional("offer", &T::offer), optional("lease", &T::lease),
            optional("fence", &T::fence), optional("lastHolder", &T::lastHolder),
            optional("handover", &T::handover), optional("into", &T::into),
            optional("moved", &T::moved), optional("owed", &T::owed),
            optional("endedWhy", &T::endedWhy), optional("queuedAt", &T::queuedAt),
            optional("staffAt", &T::staffAt), optional("snoozedUntil", &T::snoozedUntil),
            optional("onHold", &T::onHold), optional("laterWhy", &T::laterWhy),
            optional("laterSince", &T::laterSince), optional("backWhy", &T::backWhy),
            optional("help", &T::help), optional("guests", &T::guests),
            optional("judged", &T::judged), optional("pausedMs", &T::pausedMs),
            optional("skill", &T::skill), optional("misses", &T::misses),
            optional("outcomes", &T::outcomes), optional("sla", &T::sla),
            optional("clarifications", &T::clarifications), optional("answered", &T::answered),
            optional("slots", &T::slots_), optional("asked", &T::asked),
            optional("ticks", &T::ticks), optional("lookups", &T::lookups)};
    }
};

/** The lists of the desk. Later: snoozed, or held by me and on hold. */
enum class DeskList { Mine, Queue, NeedsLook, Later, Bot, Ended };

/** The list a topic stands in for this person. While a colleague holds it: nothing, unless the person
 * is their guest, is invited, or is asked for a supervisor's word. */
std::optional<DeskList> deskListOf(const Topic &topic, const UserId &me, Role role = Role::Agent);

/** The holder of the topic waits for a word of this person, alone or among other supervisors. */
bool isAsked(const Topic &topic, const UserId &me, Role role);

/** The colleague takes part in the topic and does not hold it. */
bool isGuest(const Topic &topic, const UserId &user);

/** How the colleague stands to the topic, or null: neither invited nor there. */
const Guest *guestOf(const Topic &topic, const UserId &user);

/** Snoozed or on hold. */
bool isLater(const Topic &topic);

/** Resolved, answered by a peer, or merged. */
bool hasEnded(const Topic &topic);

/** "A" … "H" for lanes 0–7, then "9", "10", … */
QString laneLetter(int lane);

} // namespace quntai
