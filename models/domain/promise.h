// SPDX-FileCopyrightText: 2026 The Quntai authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/enums.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QList>
#include <QString>

namespace quntai {

struct State;
struct Topic;

// What people of ours promised customers: recognised in what they write, or noted by hand.

/** What became of a promise. Dropped: it was none, or the customer no longer wants it. */
enum class PromiseState { Open, Kept, Broken, Dropped };
template <>
inline constexpr std::array<std::string_view, 4> enumWords<PromiseState>{
    "open", "kept", "broken", "dropped"};

/** Something a person of ours said would happen. */
struct Promise
{
    PromiseId id;
    GroupId group;
    TopicId topic;         //!< goes along when its message or the topic moves
    MessageId message;     //!< where it was said
    qint64 messageSeq = 0; //!< of that message, to find it in the history
    MemberId member;       //!< to whom
    UserId by;             //!< who promised; empty: somebody of ours on a phone
    QString name;          //!< of that person
    QString text;          //!< the words that promise, at most textLimit characters
    Instant at;
    Instant due;           //!< unset: nothing was said of when
    bool byHand = false;   //!< noted by a person, not recognised
    PromiseState state = PromiseState::Open;
    Instant overdueAt;     //!< when it was found overdue; unset: it is not, or the time changed
    Instant settledAt;
    UserId settledBy;
    QString note;          //!< of who settled it, at most noteLimit characters
    qint64 seq = 0;        //!< of the event that made it

    static constexpr qsizetype textLimit = 200;
    static constexpr qsizetype noteLimit = 200;
    static constexpr int mostOfTopic = 16;     //!< open ones; what is said beyond is not recognised
    static constexpr qsizetype most = 5000;    //!< of all: settled ones go first; none that waits
    static constexpr qint64 settledKeptMs = 7LL * 24 * 3600 * 1000;

    bool operator==(const Promise &) const = default;
    static constexpr auto fields()
    {
        using P = Promise;
        return FieldList{required("id", &P::id), required("group", &P::group),
                          required("topic", &P::topic), required("message", &P::message),
                          optional("messageSeq", &P::messageSeq), optional("member", &P::member),
                          optional("by", &P::by), optional("name", &P::name),
                          optional("text", &P::text), required("at", &P::at),
                          optional("due", &P::due), optional("byHand", &P::byHand),
                          optional("state", &P::state), optional("overdueAt", &P::overdueAt),
                          optional("settledAt", &P::settledAt),
                          optional("settledBy", &P::settledBy), optional("note", &P::note),
                          optional("seq", &P::seq)};
    }
};

/** Open, and its time is over. */
bool isOverdue(const Promise &promise, Instant now);

/** The promises of a topic: open ones first, the earliest due first (those without a time last),
 * then settled ones, the newest first. */
QList<Promise> promisesOf(const State &state, const TopicId &topic);

/** The open ones among them. */
QList<Promise> openPromisesOf(const State &state, const TopicId &topic);

/** Who has to see to a promise: who holds its topic, else who made it; may be empty. */
UserId keeperOf(const State &state, const Promise &promise);

/** Somebody of ours promised something in the event's topic. */
struct PromiseMade
{
    static constexpr std::string_view type = "promise.made";
    PromiseId promise;
    MessageId message;
    qint64 messageSeq = 0;
    MemberId member;  //!< to whom
    UserId by;        //!< who promised
    QString name;
    QString text;
    Instant due;      //!< unset: nothing was said of when
    bool byHand = false;

    bool operator==(const PromiseMade &) const = default;
    static constexpr auto fields()
    {
        using E = PromiseMade;
        return FieldList{required("promise", &E::promise), required("message", &E::message),
                          optional("messageSeq", &E::messageSeq), optional("member", &E::member),
                          optional("by", &E::by), optional("name", &E::name),
                          required("text", &E::text), optional("due", &E::due),
                          optional("byHand", &E::byHand)};
    }
};

/** A promise is worded otherwise, or has another time. */
struct PromiseChanged
{
    static constexpr std::string_view type = "promise.changed";
    PromiseId promise;
    MemberId member;  //!< to whom it was made
    QString text;
    Instant due;
    UserId by;

    bool operator==(const PromiseChanged &) const = default;
    static constexpr auto fields()
    {
        using E = PromiseChanged;
        return FieldList{required("promise", &E::promise), optional("member", &E::member),
                          required("text", &E::text), optional("due", &E::due),
                          required("by", &E::by)};
    }
};

/** It is known what became of a promise; open: that is taken back. */
struct PromiseSettled
{
    static constexpr std::string_view type = "promise.settled";
    PromiseId promise;
    MemberId member;  //!< to whom it was made
    PromiseState state = PromiseState::Kept;
    QString note;
    UserId by;        //!< empty: its message was taken back

    bool operator==(const PromiseSettled &) const = default;
    static constexpr auto fields()
    {
        using E = PromiseSettled;
        return FieldList{required("promise", &E::promise), optional("member", &E::member),
                          required("state", &E::state), optional("note", &E::note),
                          optional("by", &E::by)};
    }
};

/** The time of a promise is over, and nobody said that it was kept. Once for a due time. */
struct PromiseOverdue
{
    static constexpr std::string_view type = "promise.overdue";
    PromiseId promise;
    Instant due;
    UserId user;  //!< who has to see to it; empty: nobody

    bool operator==(const PromiseOverdue &) const = default;
    static constexpr auto fields()
    {
        using E = PromiseOverdue;
        return FieldList{required("promise", &E::promise), required("due", &E::due),
                          optional("user", &E::user)};
    }
};

/** Note a promise in a message of ours, or change the words or time of one. */
struct PutPromise
{
    static constexpr std::string_view method = "promise.put";
    GroupId group;
    PromiseId promise;  //!< empty: a new one
    MessageId message;  //!< with a new one: where it was said, of the group's window
    QString text;       //!< at most Promise::textLimit characters
    Instant due;        //!< unset: no time

    bool operator==(const PutPromise &) const = default;
    static constexpr auto fields()
    {
        using C = PutPromise;
        return FieldList{required("group", &C::group), optional("promise", &C::promise),
                          optional("message", &C::message), required("text", &C::text),
                          optional("due", &C::due)};
    }
};

/** Say what became of a promise; open takes that back. */
struct SettlePromise
{
    static constexpr std::string_view method = "promise.settle";
    GroupId group;
    PromiseId promise;
    PromiseState state = PromiseState::Kept;
    QString note;  //!< at most Promise::noteLimit characters

    bool operator==(const SettlePromise &) const = default;
    static constexpr auto fields()
    {
        using C = SettlePromise;
        return FieldList{required("group", &C::group), required("promise", &C::promise),
                          required("state", &C::state), optional("note", &C::note)};
    }
};

} // namespace quntai
